"""Putting an idea on the table from the tablet."""

from uuid import uuid4

import pytest

from routines.models import Question
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def ideas(morning):
    """A co-produced question: all said what matters, two ideas are there, none is on the table."""
    question = morning.ask(morning.breakfast, "The porridge goes cold.")
    morning.concerns(question, morning.maya, morning.ivy, morning.bo)
    return question, morning.idea(question, "Toast", morning.ivy), morning.idea(question, "Porridge together")


def on_table(question):
    return Question.objects.get(id=question).table_id


def test_one_tap_puts_it_there_and_asks_everybody(morning, kitchen, ideas):
    question, toast, _porridge = ideas
    answer = kitchen.sit(morning.ivy).tap("table", morning.ivy, question, option=toast)
    assert answer.status_code == 200
    assert on_table(question) == toast
    assert shown(answer).in_sight == [str(question)]
    assert kitchen.asks(morning.ivy)[str(question)].kind == "consent"


def test_it_is_offered_again_after_a_not_ok_and_waits_for_nobody(morning, kitchen, ideas):
    question, toast, porridge = ideas
    morning.table(question, toast)
    for who, word in ((morning.maya, "yes"), (morning.ivy, "no"), (morning.bo, "ok")):
        morning.say(question, who, word)
    asks = kitchen.sit(morning.ivy).asks(morning.ivy)
    assert [(ask.kind, ask.open) for ask in asks.values()] == [("consent", False), ("table", False)]
    assert [choice.value for group in asks[f"table-{question}"].groups for choice in group] == [str(porridge)]
    kitchen.tap("table", morning.ivy, question, option=porridge)
    assert on_table(question) == porridge
    assert kitchen.asks(morning.ivy)[str(question)].open


def test_after_three_tries_it_can_be_tried_for_some_days(morning, kitchen, ideas):
    question, toast, porridge = ideas
    for option in (toast, porridge, toast):
        morning.table(question, option)
        for who in (morning.maya, morning.ivy, morning.bo):
            morning.say(question, who, "no")
    assert kitchen.sit(morning.ivy).asks(morning.ivy)[f"table-{question}"].tries
    kitchen.tap("table", morning.ivy, question, option=toast, trial_days="2")
    assert Question.objects.get(id=question).trial_days == 2


def test_not_before_everybody_said_what_matters(morning, kitchen):
    question = morning.ask(morning.breakfast, "The porridge goes cold.")
    toast = morning.idea(question, "Toast", morning.ivy)
    morning.concern(question, morning.ivy)
    kitchen.sit(morning.ivy)
    before = facts()
    answer = kitchen.tap("table", morning.ivy, question, option=toast)
    assert answer.status_code == 422
    assert "We wait for Maya and Bo." in answer.content.decode()
    assert facts() == before


def test_it_is_applied_once(morning, kitchen, ideas):
    tap = str(uuid4())
    kitchen.sit(morning.ivy).tap("table", morning.ivy, ideas[0], option=ideas[1], tap=tap)
    before = facts()
    assert kitchen.tap("table", morning.ivy, ideas[0], option=ideas[2], tap=tap).status_code == 200
    assert facts() == before


def test_it_needs_an_idea(morning, kitchen, ideas):
    answer = kitchen.sit(morning.ivy).tap("table", morning.ivy, ideas[0])
    assert (answer.status_code, answer.content.decode()) == (422, "Tap one of the ideas.")


def test_only_those_asked(morning, kitchen, ideas):
    kitchen.sit(morning.leo)
    before = facts()
    assert kitchen.tap("table", morning.leo, ideas[0], option=ideas[1]).status_code == 422
    assert facts() == before


def test_another_household_finds_nothing(morning, next_door, ideas):
    tim = morning.cast.their_child
    assert next_door.sit(tim).tap("table", tim, ideas[0], option=ideas[1]).status_code == 404


def test_get_is_refused(morning, kitchen, ideas):
    assert kitchen.sit(morning.ivy).get("tablet_table", morning.ivy.id, ideas[0]).status_code == 405
