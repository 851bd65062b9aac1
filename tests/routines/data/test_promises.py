"""What the database itself keeps, whatever the code above it does: each proven by a raw attempt."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.models import ProtectedError

from routines.models import (
    AgendaItem,
    Answer,
    ClimbAsk,
    Comment,
    Decision,
    Option,
    Override,
    Question,
    Routine,
    Step,
    StepPerson,
    Voice,
)
from tests.routines.morning import MONDAY


def broken(constraint: str, act) -> None:
    """Expect the database to refuse, naming the promise."""
    with pytest.raises((IntegrityError, InternalError)) as no, transaction.atomic():
        act()
    assert constraint in str(no.value) or _names_columns(str(no.value))


def _names_columns(message: str) -> bool:
    """SQLite tells of a broken uniqueness by its columns."""
    return connection.vendor == "sqlite" and message.startswith("UNIQUE constraint failed")


@pytest.fixture
def asked(morning):
    """An open question with an option and a voice."""
    question = morning.ask(morning.dress)
    option = morning.idea(question, "Music")
    morning.say(question, morning.leo, "yes")
    return Question.objects.get(id=question), Option.objects.get(id=option)


def _voice(morning, question, **about):
    return Voice.objects.create(household=morning.household, question=question, **{"member": morning.ivy, **about})


def test_one_voice_per_person_and_question(morning, asked):
    question, _option = asked
    broken("voice_one_per_person_and_question", lambda: _voice(morning, question, member=morning.leo))


def test_a_choice_names_its_option(morning, asked):
    question, option = asked
    said = {"said_at": MONDAY}
    for about in ({"say": "choice"}, {"say": "yes", "option": option}):
        broken("voice_choice_names_its_option", lambda about=about: _voice(morning, question, **about, **said))
    _voice(morning, question, say="choice", option=option, **said)


def test_what_was_said_was_said_at_a_time(morning, asked):
    question, _option = asked
    for about in ({"say": "yes"}, {"say": "", "said_at": MONDAY}):
        broken("voice_said_at_a_time", lambda about=about: _voice(morning, question, **about))


def test_one_order_per_routine(morning):
    steps = Step.objects.filter(id=morning.car.id)
    broken("step_one_order_per_routine", lambda: steps.update(position=morning.dress.position))
    steps.update(position=morning.dress.position, archived_at=MONDAY)


@pytest.mark.parametrize("rung", [0, 5])
def test_four_rungs(morning, asked, rung):
    question, _option = asked
    broken("step_rung_in_range", lambda: Step.objects.filter(id=morning.car.id).update(rung=rung))
    broken("question_rung_in_range", lambda: Question.objects.update(rung=rung))
    broken("decision_rung_in_range", lambda: _decision(morning, question, called_rung=rung))
    broken("climb_ask_rung_in_range", lambda: _ask(morning, to_rung=rung))


def test_nobody_asks_to_climb_to_the_bottom(morning):
    broken("climb_ask_rung_in_range", lambda: _ask(morning, to_rung=1))


def _decision(morning, question, **about):
    return Decision.objects.create(
        household=morning.household,
        question=question,
        **{"kind": "decided", "called_rung": 2, "at": MONDAY, **about},
    )


def _ask(morning, **about):
    return ClimbAsk.objects.create(
        household=morning.household,
        step=morning.car,
        member=morning.leo,
        reason="Fun.",
        asked_at=MONDAY,
        **{"to_rung": 3, **about},
    )


def test_one_open_wish_per_person_and_step(morning):
    _ask(morning)
    broken("climb_ask_one_open_per_person_and_step", lambda: _ask(morning, to_rung=4))
    ClimbAsk.objects.update(taken_back_at=MONDAY)
    _ask(morning)


@pytest.mark.parametrize("about", [{"safety": True}, {"over_to_you": True}])
def test_safety_and_handing_over_stand_on_inform(morning, about):
    Step.objects.filter(id=morning.car.id).update(**about)
    name = "step_safety_is_inform" if "safety" in about else "step_over_to_you_is_inform"
    broken(name, lambda: Step.objects.filter(id=morning.dress.id).update(**about))


@pytest.mark.parametrize("minutes", [-1, 601])
def test_a_step_lasts_some_minutes(morning, minutes):
    broken("minutes", lambda: Step.objects.update(minutes=minutes))


@pytest.mark.parametrize("weekdays", [-1, 128])
def test_a_week_has_seven_days(morning, weekdays):
    broken("weekdays", lambda: Routine.objects.update(weekdays=weekdays))


def test_a_routine_is_anchored_at_one_end(morning):
    broken("routine_anchor_known", lambda: Routine.objects.update(anchor="mid"))


def test_a_step_names_somebody_once_in_each_part(morning):
    named = {"household": morning.household, "step": morning.car, "member": morning.leo}
    broken("step_person_once", lambda: StepPerson.objects.create(**named, part="affected"))
    broken("step_person_part_known", lambda: StepPerson.objects.create(**named, part="watcher"))
    StepPerson.objects.create(**named, part="doer")


def test_one_open_question_per_step(morning, asked):
    question, _option = asked

    def another():
        return Question.objects.create(
            household=morning.household,
            step=morning.dress,
            text="Again?",
            rung=2,
            opened_by=morning.maya,
            opened_at=MONDAY,
        )

    broken("question_one_open_per_step", another)
    Question.objects.filter(id=question.id).update(closed_at=MONDAY)
    another()


@pytest.mark.parametrize("days", [0, 4])
def test_a_trial_lasts_one_to_three_days(morning, asked, days):
    broken("question_trial_one_to_three_days", lambda: Question.objects.update(trial_days=days))


def test_what_is_ruled_out_has_a_reason(morning, asked):
    broken("option_veto_has_a_reason", lambda: Option.objects.update(veto_ground="law"))


def test_a_comment_says_something(morning):
    said = {"household": morning.household, "step": morning.car, "member": morning.leo, "at": MONDAY}
    broken("comment_says_something", lambda: Comment.objects.create(**said))


def _override(morning, **about):
    return Override.objects.create(
        household=morning.household,
        step=morning.car,
        set_by=morning.maya,
        set_at=MONDAY,
        **{"ground": "law", "reason": "Rain", "expires_at": MONDAY + timedelta(hours=1), **about},
    )


@pytest.mark.parametrize(
    ("about", "constraint"),
    [
        ({"reason": ""}, "override_has_a_reason"),
        ({"expires_at": MONDAY}, "override_expires_later"),
        ({"ground": "late"}, "override_ground_known"),
    ],
)
def test_an_override_has_ground_reason_and_end(morning, about, constraint):
    broken(constraint, lambda: _override(morning, **about))


def test_what_stands_on_the_agenda_is_known(morning):
    item = {"household": morning.household, "step": morning.car, "due_on": MONDAY.date(), "added_at": MONDAY}
    broken("agenda_kind_known", lambda: AgendaItem.objects.create(**item, kind="nag"))


def test_one_answer_per_person_that_says_because(morning, asked):
    question, _option = asked
    decision = _decision(morning, question)

    def answer(because="Because."):
        return Answer.objects.create(
            household=morning.household, decision=decision, member=morning.leo, did="did", because=because
        )

    broken("answer_says_because", lambda: answer(""))
    answer()
    broken("answer_one_per_person_and_decision", answer)


def test_one_decision_per_question(morning, asked):
    question, _option = asked
    _decision(morning, question)
    broken("routines_decision_question_id", lambda: _decision(morning, question))


def test_nobody_who_did_something_is_deleted(morning, asked):
    with pytest.raises(ProtectedError):
        morning.leo.delete()
