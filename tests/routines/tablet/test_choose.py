"""Choosing in one's own matter from the tablet: theirs at once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from routines.models import LateVoice
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def clothes(morning):
    """Ivy's own clothes, with two safe ideas."""
    step = morning.step("Ivy’s clothes", 5, (morning.ivy,), over_to_you=True, why="They are yours.")
    question = morning.ask(step, "What do you put on?")
    return step, question, morning.idea(question, "The red jumper"), morning.idea(question, "The dress")


def chosen(morning, step):
    decision = morning.last(step).decision
    return next(each.text for each in morning.last(step).options if each.id == decision.option)


def test_it_is_theirs_at_once(morning, kitchen, clothes):
    step, question, red, _dress = clothes
    answer = kitchen.sit(morning.ivy).tap("choose", morning.ivy, question, option=red)
    assert answer.status_code == 200
    assert (chosen(morning, step), morning.question(step)) == ("The red jumper", None)
    assert morning.last(step).decision.kind == "own"
    region = shown(answer)
    assert region.in_sight == [str(question)]
    assert "You said: The red jumper" in answer.content.decode()
    assert answer["X-Undo"]


def test_the_words_say_that_it_is_theirs(morning, kitchen, clothes):
    page = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id))
    assert "This is yours. You choose." in page.text


def test_oops_asks_again(morning, kitchen, clothes):
    step, question, red, _dress = clothes
    answer = kitchen.sit(morning.ivy).tap("choose", morning.ivy, question, option=red)
    undone = kitchen.oops(morning.ivy, answer)
    assert undone.status_code == 200
    assert morning.question(step).text == "What do you put on?"
    assert shown(undone).in_sight == [str(morning.question(step).id)]


def test_another_tap_chooses_something_else(morning, kitchen, clothes):
    step, question, red, dress = clothes
    kitchen.sit(morning.ivy).tap("choose", morning.ivy, question, option=red)
    tap = str(uuid4())
    answer = kitchen.tap("choose", morning.ivy, question, option=dress, tap=tap)
    assert answer.status_code == 200
    assert chosen(morning, step) == "The dress"
    assert not LateVoice.objects.exists()
    before = facts()
    assert kitchen.tap("choose", morning.ivy, question, option=dress, tap=tap).status_code == 200
    assert facts() == before


def test_after_ten_minutes_it_is_not_asked_any_more(morning, kitchen, clothes):
    _step, question, red, _dress = clothes
    kitchen.sit(morning.ivy).tap("choose", morning.ivy, question, option=red)
    assert str(question) in kitchen.asks(morning.ivy)
    later = timezone.now() + timedelta(minutes=11)
    assert str(question) not in kitchen.asks(morning.ivy, at=later)


def test_nobody_else_chooses(morning, kitchen, clothes):
    kitchen.sit(morning.bo)
    before = facts()
    answer = kitchen.tap("choose", morning.bo, clothes[1], option=clothes[2])
    assert (answer.status_code, answer.content.decode()) == (422, "Ivy chooses this.")
    assert facts() == before
    assert str(clothes[1]) not in kitchen.asks(morning.bo)


def test_it_needs_an_idea(morning, kitchen, clothes):
    kitchen.sit(morning.ivy)
    before = facts()
    answer = kitchen.tap("choose", morning.ivy, clothes[1])
    assert (answer.status_code, answer.content.decode()) == (422, "Tap one of the ideas.")
    assert facts() == before


def test_it_is_applied_once(morning, kitchen, clothes):
    tap = str(uuid4())
    kitchen.sit(morning.ivy).tap("choose", morning.ivy, clothes[1], option=clothes[2], tap=tap)
    before = facts()
    assert kitchen.tap("choose", morning.ivy, clothes[1], option=clothes[2], tap=tap).status_code == 200
    assert facts() == before


def test_another_household_finds_nothing(morning, next_door, clothes):
    tim = morning.cast.their_child
    assert next_door.sit(tim).tap("choose", tim, clothes[1], option=clothes[2]).status_code == 404


def test_get_is_refused(morning, kitchen, clothes):
    assert kitchen.sit(morning.ivy).get("tablet_choose", morning.ivy.id, clothes[1]).status_code == 405
