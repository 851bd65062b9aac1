"""A settled question is as it was: raw statements against every part of it are refused."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from routines.models import Answer, Decision, Option, Question, Voice
from tests.routines.morning import MONDAY, facts


@pytest.fixture
def settled(morning):
    """A consult that is settled, and one on another step that is open: their ids."""
    question, music, _pyjamas = morning.consulted()
    answers = morning.answers(morning.leo, morning.ivy)
    morning.say(question, morning.bo, "pass")
    morning.settle(question, option=music, reason="Fun.", answers=answers)
    still_open = morning.ask(morning.game)
    morning.idea(still_open, "Dice")
    morning.say(still_open, morning.leo, "yes")
    return question, still_open


def refused_by(trigger: str, act: Callable | str, *values) -> None:
    """Do something, or run one raw statement, and expect the trigger's name in the refusal."""
    before = facts()
    with pytest.raises((IntegrityError, InternalError), match=trigger):
        _try(act, values)
    assert facts() == before


@transaction.atomic
def _try(act: Callable | str, values: tuple) -> None:
    if callable(act):
        act()
    else:
        connection.cursor().execute(act, values)


@pytest.mark.parametrize(
    "change",
    ["say = 'no', option_id = NULL", "note = 'x'", "concern = 'x'", "task = 'x'", "said_at = NULL, say = ''"],
)
def test_voices(settled, change):
    question, _open = settled
    refused_by(
        "voice_of_closed_question_is_immutable",
        f"UPDATE routines_voice SET {change} WHERE question_id = %s",
        question,
    )


def test_a_voice_is_not_carried_off_nor_smuggled_in(settled, morning):
    question, still_open = settled
    move = (
        "UPDATE routines_voice SET question_id = %s, option_id = NULL, say = 'yes'"
        " WHERE question_id = %s AND member_id = %s"
    )
    refused_by("voice_of_closed_question_is_immutable", move, still_open, question, morning.ivy.id)
    refused_by("voice_of_closed_question_is_immutable", move, question, still_open, morning.leo.id)


def test_no_voice_comes_late(settled, morning):
    question, _open = settled
    refused_by(
        "voice_of_closed_question_not_added",
        lambda: Voice.objects.create(
            household=morning.household,
            question_id=question,
            member=morning.maya,
            say="pass",
            said_at=MONDAY,
        ),
    )


@pytest.mark.parametrize(
    "change", ["text = 'x'", "veto_ground = 'law', veto_reason = 'x'", "taken_back_at = proposed_at"]
)
def test_ideas(settled, change):
    question, _open = settled
    refused_by(
        "option_of_closed_question_is_immutable",
        f"UPDATE routines_option SET {change} WHERE question_id = %s",
        question,
    )


def test_no_idea_comes_late(settled, morning):
    question, _open = settled
    refused_by(
        "option_of_closed_question_not_added",
        lambda: Option.objects.create(
            household=morning.household,
            question_id=question,
            text="Late",
            pictogram="play",
            proposed_by=morning.leo,
            proposed_at=MONDAY,
        ),
    )


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'agreed'",
        "called_rung = 4",
        "option_id = NULL",
        "text = 'x'",
        "reason = 'x'",
        "decided_by_id = NULL",
        "trial_until = '2026-03-05'",
        "review_on = '2026-03-05'",
        "tally = '{}'",
        "tie_rule = 'x'",
        "turn_member_id = decided_by_id",
    ],
)
def test_the_decision(settled, change):
    question, _open = settled
    refused_by("decision_is_immutable", f"UPDATE routines_decision SET {change} WHERE question_id = %s", question)


def test_the_decision_is_taken_back_at_most_once(settled):
    Decision.objects.update(taken_back_at=MONDAY)
    refused_by("decision_taken_back_once", "UPDATE routines_decision SET taken_back_at = NULL")


def test_a_closed_question_gets_no_decision_afterwards(settled, morning):
    _question, still_open = settled
    Question.objects.filter(id=still_open).update(closed_at=MONDAY)
    refused_by(
        "decision_of_closed_question_not_added",
        lambda: Decision.objects.create(
            household=morning.household, question_id=still_open, kind="counted", called_rung=3, at=MONDAY
        ),
    )


@pytest.mark.parametrize("change", ["did = 'didnt'", "because = 'x'", "member_id = member_id"])
def test_the_answers(settled, change):
    refused_by("answer_is_immutable", f"UPDATE routines_answer SET {change}")


def test_no_answer_comes_afterwards(settled, morning):
    refused_by(
        "answer_of_closed_question_not_added",
        lambda: Answer.objects.create(
            household=morning.household,
            decision=Decision.objects.get(),
            member=morning.bo,
            did="did",
            because="Late.",
        ),
    )


@pytest.mark.parametrize(
    "change",
    [
        "closed_at = NULL",
        "text = 'x'",
        "rung = 1",
        "limits = 'x'",
        "decider_id = NULL",
        "deadline = '2026-03-05'",
        "round = 9",
        "table_id = NULL",
        "trial_days = 1",
        "opened_by_id = opened_by_id",
    ],
)
def test_the_question(settled, change):
    question, _open = settled
    refused_by("question_closes_once", f"UPDATE routines_question SET {change} WHERE id = %s", question)


def test_what_is_open_can_be_changed(settled):
    _question, still_open = settled
    assert Voice.objects.filter(question_id=still_open).update(note="x") == 1
    assert Option.objects.filter(question_id=still_open).update(text="x") == 1
    assert Question.objects.filter(id=still_open).update(limits="x") == 1
