"""Try this instead: the rung decides what becomes of it, and the next revision says which morning it came from."""

import pytest

from households.models import Event
from routines.actions.idea import Idea
from routines.actions.rung import climb
from routines.actions.step import StepDraft, archive_step, edit_step, values_of
from routines.actions.try_this import try_this
from routines.models import Comment, MorningStep, Option, Question, Repair, mornings
from routines.rules.state import Rung
from tests.routines.morning import missing, refused
from tests.routines.verbs.undoing import back


def change(lived, morning_id: int | None) -> Event:
    """Let Maya give dressing more minutes."""
    step = lived.morning.state(lived.morning.dress)
    values = values_of(step)
    return edit_step(
        actor=lived.morning.actor(lived.morning.maya),
        step_id=step.id,
        draft=StepDraft(**{**values, "minutes": 20}),
        base=values,
        morning_id=morning_id,
        at=lived.now,
    )


def repair(lived) -> Repair:
    return Repair.objects.get(household=lived.morning.household, taken_back_at=None)


def test_where_nothing_is_asked_it_opens_a_question(lived):
    event = lived.try_this(lived.morning.leo, lived.morning.game, "A race")
    asked = Question.objects.get(id=event.question_key)
    assert asked.morning_id == lived.id
    assert Option.objects.get(question=asked).text == "A race"
    assert (repair(lived).question_id, repair(lived).step_id) == (asked.id, lived.morning.game.id)
    assert event.morning_key == lived.id


def test_where_something_is_asked_it_becomes_an_idea(lived):
    question = lived.morning.ask(lived.morning.dress)
    lived.try_this(lived.morning.leo, lived.morning.dress, "Music first")
    assert Question.objects.get(id=question).morning_id == lived.id
    assert repair(lived).question_id == question


def test_where_it_is_decided_it_is_a_remark_and_a_wish(lived):
    lived.try_this(lived.morning.leo, lived.morning.car, "By bike")
    assert repair(lived).question_id is None
    assert Comment.objects.get(step=lived.morning.car).text == "By bike"
    assert [event.kind for event in lived.morning.events("comment.said", "climb.asked", "repair.change")] == [
        "comment.said",
        "climb.asked",
        "repair.change",
    ]


@pytest.mark.parametrize(("where", "who"), [("game", "leo"), ("dress", "leo"), ("car", "leo"), ("breakfast", "maya")])
def test_taken_back_as_a_whole(lived, where, who):
    event = lived.try_this(getattr(lived.morning, who), getattr(lived.morning, where))
    back(lived.morning, event)
    assert not Repair.objects.filter(household=lived.morning.household, taken_back_at=None).exists()
    assert lived.morning.question(getattr(lived.morning, where)) is None
    assert not Comment.objects.filter(household=lived.morning.household, taken_back_at=None).exists()


def test_an_idea_taken_back_leaves_the_question_as_it_was(lived):
    question = lived.morning.ask(lived.morning.dress)
    back(lived.morning, lived.try_this(lived.morning.leo, lived.morning.dress))
    assert Question.objects.get(id=question).morning_id is None
    assert lived.morning.question(lived.morning.dress).options == ()


def test_the_decision_says_which_morning_it_came_from(lived):
    question = lived.try_this(lived.morning.leo, lived.morning.game, "A race").question_key
    for each in (lived.morning.maya, lived.morning.leo, lived.morning.ivy, lived.morning.bo):
        lived.morning.say(question, each, "yes")
    settled = lived.morning.settle(question)
    assert settled.kind == "question.counted"
    assert settled.morning_key == lived.id
    assert lived.morning.last(lived.morning.game).morning.id == lived.id


def test_asked_anew_on_another_rung_it_still_knows(lived):
    lived.try_this(lived.morning.leo, lived.morning.dress, "Music first")
    climb(
        actor=lived.morning.actor(lived.morning.maya),
        step_id=lived.morning.dress.id,
        to_rung=Rung.COPRODUCE,
        at=lived.now,
    )
    asked = lived.morning.question(lived.morning.dress)
    assert asked.morning.id == lived.id
    assert repair(lived).question_id == asked.id


def test_a_change_of_the_step_says_it_too(lived):
    event = change(lived, lived.id)
    assert event.kind == "step.changed"
    assert Event.objects.get(id=event.id).morning_key == lived.id


def test_without_one_it_says_none(lived):
    assert change(lived, None).morning_key is None


def test_a_morning_of_others_is_none(lived):
    with missing():
        change(lived, 10**9)


def test_only_in_steps_of_ones_own(lived):
    with refused("not_in_it_today"):
        lived.try_this(lived.morning.leo, lived.morning.breakfast)


def test_a_step_put_in_that_day_has_no_plan(lived):
    step = lived.step(lived.morning.dress)
    MorningStep.objects.filter(id=step).update(step=None)
    mornings.forget()
    with missing():
        try_this(
            actor=lived.morning.actor(lived.morning.leo),
            morning_id=lived.id,
            morning_step_id=step,
            idea=Idea("Music", "What?", "musical-notes", "Music"),
            at=lived.now,
        )


def test_a_step_that_was_put_away_since(lived):
    archive_step(actor=lived.morning.actor(lived.morning.maya), step_id=lived.morning.game.id, at=lived.now)
    with refused("archived"):
        lived.try_this(lived.morning.leo, lived.morning.game)
