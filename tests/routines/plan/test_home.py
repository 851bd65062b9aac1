from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.actions.routine import RoutineDraft, create_routine
from routines.models import AgendaItem
from tests.cast import found
from tests.memory import forget_everything
from tests.routines.plan.browser import Browser, text_of


def routine(morning, title, weekdays=0b0011111, at=None):
    draft = RoutineDraft(title, weekdays, "leave", at)
    return create_routine(actor=morning.actor(morning.maya), draft=draft, at=morning.now)


def test_routines_in_short(maya, morning):
    page = text_of(maya.get("household"))
    assert "<strong>Monday</strong>" in page
    assert "Mon–Fri" in page
    assert "7:20 to 8:20" in page
    assert "5 steps, nothing is being asked" in page


def test_whose_voice_is_missing(maya, morning):
    question = morning.ask(morning.dress)
    morning.say(question, morning.leo, "pass")
    page = text_of(maya.get("household"))
    assert "1 question is open" in page
    assert "Still to speak: Ivy and Bo" in page


def test_what_wants_me_comes_with_a_plain_link(leo, morning):
    question = morning.ask(morning.dress, "Which clothes?")
    morning.idea(question, "Blue")
    page = text_of(leo.get("household"))
    assert "One thing wants you" in page
    assert "Which clothes?" in page
    assert f'href="{leo.url("step", morning.dress.id)}"' in page


def test_nothing_of_what_was_said_is_shown(leo, morning):
    question = morning.ask(morning.dress)
    blue, _red = morning.idea(question, "Blue"), morning.idea(question, "Red")
    morning.say(question, morning.bo, "choice", blue, note="SECRET")
    assert "SECRET" not in text_of(leo.get("household"))


def test_a_supporter_sees_only_routines_that_name_them(nana, morning):
    routine(morning, "Only ours")
    page = text_of(nana.get("household"))
    assert "<strong>Monday</strong>" in page
    assert "1 step, nothing is being asked" in page
    assert "Only ours" not in page


def test_an_empty_household_is_led_in_three_steps(db):
    founder = found("Empty house", founder="Ada")
    browser = Browser(founder, founder.household_id)
    page = text_of(browser.get("household"))
    assert "Three steps to your first morning" in page
    assert browser.url("member_new") in page
    assert browser.url("routine_start") in page
    assert "No routine yet" not in page


def test_a_teen_without_a_routine_is_told_who_begins(maya, leo, morning):
    maya.post("routine_archive", morning.routine.id)
    page = text_of(leo.get("household"))
    assert "When a parent begins one with you in it, it stands here." in page


def test_after_the_first_question_nobody_is_led_any_more(maya, morning):
    assert "Three steps" in text_of(maya.get("household"))
    morning.ask(morning.dress)
    assert "Three steps" not in text_of(maya.get("household"))


def test_only_parents_are_led(leo):
    assert "Three steps" not in text_of(leo.get("household"))


def test_the_page_is_live(maya):
    page = text_of(maya.get("household"))
    assert "?page=home" in page
    for region in ("home-routines", "agenda", "wanted"):
        assert f'id="{region}"' in page


def test_the_same_queries_for_few_and_many(maya, morning):
    def queries():
        forget_everything()
        with CaptureQueriesContext(connection) as caught:
            assert maya.get("household").status_code == 200
        return len(caught)

    morning.ask(morning.car)
    counts = []
    for more in (1, 2, 27):
        for number in range(more):
            routine(morning, f"Routine {number}")
            step = morning.step(f"Step {number}", 0, (morning.bo,))
            morning.ask(step, why="So that we know.")
            AgendaItem.objects.create(
                household_id=morning.household.id,
                step_id=step.id,
                kind="review",
                due_on=morning.today,
                added_at=morning.now,
            )
        counts.append(queries())
    assert len(set(counts)) == 1
    assert counts[0] <= 32


class TestAgenda:
    @pytest.fixture
    def item(self, morning):
        morning.settle(morning.consented(), review_on=morning.today + timedelta(days=7))
        return AgendaItem.objects.get()

    def test_it_says_what_and_that_it_is_still_open(self, maya, item):
        page = text_of(maya.get("household"))
        assert "Look at the agreement again. Does it still work?" in page
        assert "still open" in page
        assert "We talked about it" in page

    def test_parents_and_teens_tick_it_off(self, leo, item, morning):
        answer = leo.post("agenda_done", item.id, why="It works.")
        assert answer["Location"] == leo.url("household")
        item.refresh_from_db()
        assert (item.done_by_id, item.done_at is not None) == (morning.leo.id, True)
        assert morning.events("agenda.talked")[-1].why == "It works."
        assert "Nothing waits to be talked about." in text_of(leo.get("household"))

    def test_the_same_tap_ticks_once(self, maya, item, morning):
        tap = str(uuid4())
        for _ in range(2):
            assert maya.post("agenda_done", item.id, tap=tap).status_code == 302
        assert len(morning.events("agenda.talked")) == 1

    def test_a_supporter_sees_their_own_and_ticks_nothing(self, nana, item):
        page = text_of(nana.get("household"))
        assert "Look at the agreement again." in page
        assert "We talked about it" not in page
        assert nana.post("agenda_done", item.id).status_code == 422

    def test_what_is_not_theirs_is_not_there(self, maya, nana, item, morning):
        maya.save("step_edit", morning.breakfast.id, doers=[])
        assert "Look at the agreement again." not in text_of(nana.get("household"))
        assert nana.post("agenda_done", item.id).status_code == 404
