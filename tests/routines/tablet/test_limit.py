"""Taps are counted: what is too much for one minute waits, and nothing of it is stored."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from routines.models import Voice
from routines.views.tablet import limit
from routines.views.tablet.limit import A_MINUTE
from tests.routines.morning import facts
from tests.routines.tablet.hand import Kitchen

NOON = datetime(2026, 11, 23, 12, 0, 15, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    """The server's clock as the limit reads it."""
    cache.clear()

    class Clock:
        now = NOON

    monkeypatch.setattr(limit.timezone, "now", lambda: Clock.now)
    yield Clock
    cache.clear()


@pytest.fixture
def question(morning):
    return morning.ask(morning.car, "We leave at 8:20.")


def test_of_three_thousand_taps_in_a_minute_a_hundred_and_twenty_get_through(rf, clock):
    through = []
    view = limit.tapping(lambda request: through.append(request) or HttpResponse())
    answers = []
    for number in range(3000):
        clock.now = NOON + timedelta(milliseconds=number * 10)
        request = rf.post("/tablet/m/1/q/1/say", headers={"X-Rungs-Tap": "1"})
        request.tablet = SimpleNamespace(id=7)
        answers.append(view(request).status_code)
    assert answers == [200] * A_MINUTE + [429] * (3000 - A_MINUTE)
    assert len(through) == A_MINUTE


def test_what_is_too_much_is_not_stored_and_waits(morning, kitchen, question, clock):
    kitchen.sit(morning.ivy)
    words = ("got_it", "dislike")
    for number in range(A_MINUTE):
        assert kitchen.tap("say", morning.ivy, question, say=words[number % 2]).status_code == 200
    before = facts()
    for _again in range(5):
        answer = kitchen.tap("say", morning.ivy, question, say="question")
        assert answer.status_code == 429
    assert facts() == before
    assert Voice.objects.get().say == "dislike"
    assert 0 < int(answer["Retry-After"]) <= 60
    assert answer.content.decode() == "That was a lot of taps. Wait a little, then tap again."


def test_it_goes_on_in_the_next_minute(morning, kitchen, question, clock):
    kitchen.sit(morning.ivy)
    cache.set(f"tablet-taps-{kitchen.tablet.id}-{int(NOON.timestamp()) // 60}", A_MINUTE)
    refused = kitchen.tap("say", morning.ivy, question, say="got_it")
    assert (refused.status_code, refused["Retry-After"]) == (429, "45")
    clock.now = NOON + timedelta(seconds=int(refused["Retry-After"]))
    assert kitchen.tap("say", morning.ivy, question, say="got_it").status_code == 200


def test_another_tablet_has_its_own_count(morning, kitchen, question, clock):
    cache.set(f"tablet-taps-{kitchen.tablet.id}-{int(NOON.timestamp()) // 60}", A_MINUTE)
    other = Kitchen(morning.maya, name="Hall").sit(morning.ivy)
    assert other.tap("say", morning.ivy, question, say="got_it").status_code == 200


@pytest.mark.parametrize("name", ["concern", "task", "choose", "table", "reply", "late", "undo"])
def test_every_tap_is_counted(morning, kitchen, clock, name):
    cache.set(f"tablet-taps-{kitchen.tablet.id}-{int(NOON.timestamp()) // 60}", A_MINUTE)
    assert kitchen.sit(morning.ivy).tap(name, morning.ivy, 1).status_code == 429


def test_without_scripts_it_is_a_page(morning, kitchen, question, clock):
    cache.set(f"tablet-taps-{kitchen.tablet.id}-{int(NOON.timestamp()) // 60}", A_MINUTE)
    answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, say="got_it", script=False)
    assert answer.status_code == 429
    assert "That was a lot of taps." in answer.content.decode()
