"""Words that are too long for a tablet are refused with a kind sentence, and are not lost."""

import pytest

from tests.routines.morning import facts
from tests.routines.tablet.hand import shown

KINDLY = "Make this a bit shorter."


def breakfast(morning):
    return morning.ask(morning.breakfast, "The porridge goes cold.")


def news(morning):
    return morning.ask(morning.car, "We leave at ten past eight.")


# The tap, its field, how much is too much, what is asked, and what else is tapped.
WORDS = {
    "a reason": ("say", "note", 1001, news, {"say": "dislike"}),
    "what matters": ("concern", "text", 1001, breakfast, {}),
    "a task": ("task", "text", 201, lambda m: m.consented(), {}),
}


@pytest.fixture(params=WORDS)
def much(request, morning, kitchen):
    """Ivy sits and writes too much: what is tapped, on what, with what."""
    tap, field, length, ready, more = WORDS[request.param]
    question = ready(morning)
    kitchen.sit(morning.ivy)
    return tap, question, {field: "abcdefgh " * (length // 9) + "x" * (length % 9), **more}, field


def test_a_child_is_told_so(morning, kitchen, much):
    tap, question, sent, _field = much
    before = facts()
    answer = kitchen.tap(tap, morning.ivy, question, **sent)
    assert (answer.status_code, answer.content.decode()) == (422, KINDLY)
    assert facts() == before


def test_without_scripts_the_words_are_shown_beside_it(morning, kitchen, much):
    tap, question, sent, field = much
    answer = kitchen.tap(tap, morning.ivy, question, script=False, **sent)
    assert answer.status_code == 422
    assert KINDLY in shown(answer).text
    assert sent[field].strip() in shown(answer).text


def test_nothing_is_cut_while_it_is_written(morning, kitchen, much):
    _tap, _question, _sent, field = much
    page = kitchen.get("tablet_seat", morning.ivy.id).content.decode()
    assert f'name="{field}"' in page
    assert "maxlength" not in page


def test_a_teenager_is_told_how_much(morning, kitchen):
    question = news(morning)
    answer = kitchen.sit(morning.leo).tap("say", morning.leo, question, say="dislike", note="x" * 1003)
    assert answer.status_code == 422
    assert answer.content.decode() == "Make this shorter: 1000 characters fit, 3 are too many."
