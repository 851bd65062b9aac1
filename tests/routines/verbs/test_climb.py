from datetime import timedelta

import pytest

from routines.actions.rung import ask_climb, climb
from routines.models import ClimbAsk, Option, Question, Step
from routines.rules.state import Rung
from tests.routines.morning import missing, refused


def _climb(morning, step, to_rung, by="maya", reason=""):
    return climb(
        actor=morning.actor(getattr(morning, by)),
        step_id=step.id,
        to_rung=to_rung,
        reason=reason,
        at=morning.now,
    )


def test_a_step_climbs_and_says_why(morning):
    event = _climb(morning, morning.car, Rung.CODESIGN, reason=" More fun, more time. ")
    assert Step.objects.get(id=morning.car.id).rung == Rung.CODESIGN
    assert (event.kind, event.why, event.changes) == ("rung.climbed", "More fun, more time.", {"rung": [1, 3]})
    assert morning.state(morning.car).rung is Rung.CODESIGN


def test_the_board_is_told(morning, django_capture_on_commit_callbacks):
    from households.live import listening

    with listening() as heard, django_capture_on_commit_callbacks(execute=True):
        _climb(morning, morning.car, Rung.CONSULT)
    assert "board" in heard[0].kinds
    assert heard[0].routine_ids == {morning.routine.id}


def test_an_open_question_starts_again_with_its_ideas_and_without_its_voices(morning):
    question, music, pyjamas = morning.consulted()
    morning.veto(question, pyjamas, reason="Ice.")
    _climb(morning, morning.dress, Rung.COPRODUCE)
    old, new = Question.objects.order_by("id")
    assert old.closed_at is not None
    assert not hasattr(old, "decision")
    assert (new.text, new.rung, new.closed_at, new.opened_by_id) == (old.text, 4, None, morning.maya.id)
    assert new.decider_id is None
    state = morning.question(morning.dress)
    assert state.id == new.id
    assert [(o.text, o.by, o.veto_reason) for o in state.options] == [
        ("With music", morning.maya.id, ""),
        ("In pyjamas", morning.leo.id, "Ice."),
    ]
    assert state.voices == ()
    assert Option.objects.filter(id=music).get().question_id == question


def test_what_was_said_around_it_is_veiled_anew(morning):
    from routines.actions.comment import comment

    question, *_ = morning.consulted()
    comment(actor=morning.actor(morning.leo), step_id=morning.dress.id, text="Psst", at=morning.now)
    _climb(morning, morning.dress, Rung.COPRODUCE)
    state = morning.state(morning.dress)
    assert ([c.text for c in state.question.comments], state.comments) == (["Psst"], ())
    assert state.question.id != question


def test_a_deadline_that_has_come_does_not_hurry_the_new_question(morning):
    morning.ask(morning.dress, deadline=morning.today + timedelta(days=1))
    morning.pass_time(days=2)
    _climb(morning, morning.dress, Rung.COPRODUCE)
    assert Question.objects.latest("id").deadline is None


def test_a_deadline_ahead_stays(morning):
    deadline = morning.today + timedelta(days=5)
    morning.ask(morning.dress, deadline=deadline)
    _climb(morning, morning.dress, Rung.COPRODUCE)
    assert Question.objects.latest("id").deadline == deadline


def test_whoever_lets_an_informing_question_climb_to_consult_decides_it(morning):
    morning.ask(morning.car)
    _climb(morning, morning.car, Rung.CONSULT, by="sam")
    assert Question.objects.latest("id").decider_id == morning.sam.id


def test_to_co_design_limits_are_said_beforehand(morning):
    morning.ask(morning.car)
    with refused("limits_before_codesign"):
        _climb(morning, morning.car, Rung.CODESIGN)


def test_wishes_that_are_met_are_answered(morning):
    for who, rung in ((morning.leo, Rung.CODESIGN), (morning.ivy, Rung.COPRODUCE)):
        ask_climb(**morning.acting(who), step_id=morning.car.id, to_rung=rung, reason="Fun.", at=morning.now)
    _climb(morning, morning.car, Rung.CODESIGN)
    leo, ivy = ClimbAsk.objects.order_by("id")
    assert (leo.granted, leo.answered_by_id) == (True, morning.maya.id)
    assert (ivy.granted, ivy.answered_at) == (False, None)
    granted = morning.events("climb.granted")
    assert [(event.member_id, event.subject_key) for event in granted] == [(morning.leo.id, leo.id)]
    assert [ask.member for ask in morning.state(morning.car).asks] == [morning.ivy.id]


@pytest.mark.parametrize("by", ["leo"])
def test_others_ask_to_climb(morning, by):
    with refused("climb_is_for_parents"):
        _climb(morning, morning.car, Rung.CONSULT, by=by)


def test_a_supporter_does_not_find_it(morning):
    with missing():
        _climb(morning, morning.car, Rung.CONSULT, by="nana")


def test_a_teens_own_step_is_theirs_to_move(morning):
    step = morning.step("Bag", 5, (morning.leo,), why="It is your bag.")
    _climb(morning, step, Rung.CONSULT, by="leo")
    assert Step.objects.get(id=step.id).rung == Rung.CONSULT


@pytest.mark.parametrize(
    ("step", "to_rung", "code"),
    [
        ("own", Rung.CONSULT, "own_already"),
        ("breakfast", Rung.COPRODUCE, "top_rung"),
        ("game", Rung.CODESIGN, "not_higher"),
        ("game", Rung.INFORM, "not_higher"),
        ("car", None, "which_rung"),
    ],
)
def test_only_upwards(morning, step, to_rung, code):
    with refused(code):
        _climb(morning, getattr(morning, step), to_rung)


def test_safety_is_explained(morning):
    step = morning.step("Seat belts", 1, (morning.leo, morning.bo), safety=True, why="They hold us.")
    with refused("safety_is_explained"):
        _climb(morning, step, Rung.CONSULT)


def test_a_step_handed_over_to_two_is_handed_back_when_it_climbs(morning):
    step = morning.step("Feed the cat", 2, (morning.leo, morning.ivy), over_to_you=True, why="She waits.")
    event = _climb(morning, step, Rung.CONSULT)
    assert Step.objects.get(id=step.id).over_to_you is False
    assert event.undo["over_to_you"] is True
