from datetime import timedelta

import pytest

from routines.actions.question import open_question
from routines.models import Question, Step
from routines.rules.state import Rung
from tests.routines.morning import missing, refused


def test_a_question_keeps_the_rung_and_limits_of_its_opening(morning):
    event = open_question(
        actor=morning.actor(morning.maya),
        step_id=morning.game.id,
        text=" Which game? ",
        limits=" No running. ",
        deadline=morning.today + timedelta(days=2),
        at=morning.now,
    )
    row = Question.objects.get()
    assert (row.text, row.rung, row.limits) == ("Which game?", Rung.CODESIGN, "No running.")
    assert (row.deadline, row.decider_id) == (morning.today + timedelta(days=2), None)
    assert (row.opened_by_id, row.acted_by_id) == (morning.maya.id, None)
    assert (event.kind, event.question_key, event.why) == ("question.opened", row.id, "Which game?")
    assert Step.objects.get(id=morning.game.id).limits == "Everybody has clothes on."


def test_the_limits_of_the_step_hold_when_none_are_said(morning):
    morning.ask(morning.game)
    assert Question.objects.get().limits == "Everybody has clothes on."


def test_to_consult_somebody_decides(morning):
    morning.ask(morning.dress, by=morning.leo)
    assert Question.objects.get().decider_id == morning.maya.id


def test_another_decider_may_be_named(morning):
    morning.ask(morning.dress, decider_id=morning.leo.id)
    assert Question.objects.get().decider_id == morning.leo.id


@pytest.mark.parametrize(("who", "code"), [("ivy", "decider_is_parent_or_teen"), ("neighbour", "person_not_here")])
def test_not_everybody_can_decide(morning, who, code):
    with refused(code):
        morning.ask(morning.dress, decider_id=getattr(morning, who).id)


def test_the_why_is_kept_on_the_step(morning):
    morning.ask(morning.car, why="The bridge is closed.")
    assert Step.objects.get(id=morning.car.id).why == "The bridge is closed."


@pytest.mark.parametrize(
    ("step", "by"),
    [
        ("car", "maya"),
        ("car", "sam"),
        ("own", "leo"),
        ("dress", "maya"),
        ("dress", "leo"),
        ("game", "leo"),
        ("game", "ivy"),
        ("game", "bo"),
        ("game", "sam"),
        ("breakfast", "ivy"),
        ("breakfast", "maya"),
    ],
)
def test_who_may_ask_on_which_rung(morning, step, by):
    morning.ask(getattr(morning, step), by=getattr(morning, by))
    row = Question.objects.get()
    assert row.opened_by_id == getattr(morning, by).id
    assert row.acted_by_id == (morning.maya.id if by in ("ivy", "bo") else None)


@pytest.mark.parametrize(
    ("step", "by", "code"),
    [
        ("car", "leo", "inform_opens_parent"),
        ("car", "ivy", "inform_opens_parent"),
        ("dress", "ivy", "consult_opens_parent_or_teen"),
        ("breakfast", "leo", "not_affected"),
        ("breakfast", "nana", "supporter_takes_part"),
    ],
)
def test_who_may_not(morning, step, by, code):
    with refused(code):
        morning.ask(getattr(morning, step), by=getattr(morning, by))


def test_a_supporter_does_not_find_a_step_that_does_not_name_them(morning):
    with missing():
        morning.ask(morning.car, by=morning.nana)


def test_one_question_at_a_time(morning):
    morning.ask(morning.dress)
    with refused("question_open"):
        morning.ask(morning.dress)


@pytest.mark.parametrize(
    ("step", "text", "code"),
    [
        ("dress", "  ", "question_first"),
        ("breakfast", "", "problem_first"),
        ("dress", "x" * 201, "too_long"),
    ],
)
def test_a_question_is_said_in_words(morning, step, text, code):
    with refused(code):
        morning.ask(getattr(morning, step), text)


@pytest.mark.parametrize("days", [0, -1])
def test_a_deadline_is_ahead(morning, days):
    with refused("deadline_ahead"):
        morning.ask(morning.dress, deadline=morning.today + timedelta(days=days))


@pytest.mark.parametrize(
    ("step", "cleared", "code"),
    [
        ("car", {"why": ""}, "why_first"),
        ("dress", {"decider": None}, "decider_first"),
        ("game", {"limits": ""}, "limits_first"),
    ],
)
def test_what_its_rung_wants_is_said_beforehand(morning, step, cleared, code):
    from routines.models.snapshots import forget

    row = getattr(morning, step)
    Step.objects.filter(id=row.id).update(**cleared)
    forget()
    with refused(code):
        morning.ask(row)


def test_an_archived_step_is_asked_nothing(morning):
    from routines.actions.step import archive_step

    archive_step(actor=morning.actor(morning.maya), step_id=morning.dress.id, at=morning.now)
    with refused("archived"):
        morning.ask(morning.dress)


def test_when_nobody_it_is_for_is_here_nobody_is_asked(morning):
    from households.actions.people import remove_member

    remove_member(actor=morning.actor(morning.maya), member_id=morning.leo.id, at=morning.now)
    with refused("nobody_affected"):
        morning.ask(morning.own)
