import pytest

from routines.actions.rung import step_down
from routines.models import Question, Step
from routines.rules.state import Rung
from tests.routines.morning import refused


def _down(morning, step, to_rung, by="maya", reason="Ice outside."):
    return step_down(
        actor=morning.actor(getattr(morning, by)),
        step_id=step.id,
        to_rung=to_rung,
        reason=reason,
        at=morning.now,
    )


def test_a_step_goes_down_for_a_reason_all_can_see(morning):
    event = _down(morning, morning.breakfast, Rung.CONSULT)
    assert Step.objects.get(id=morning.breakfast.id).rung == Rung.CONSULT
    assert (event.kind, event.why, event.changes) == ("rung.stepped_down", "Ice outside.", {"rung": [4, 2]})


def test_its_question_starts_again(morning):
    question = morning.consented()
    morning.task(question, morning.maya, "I cook")
    _down(morning, morning.breakfast, Rung.CONSULT)
    state = morning.question(morning.breakfast)
    assert (state.rung, state.decider, state.round, state.table) == (Rung.CONSULT, morning.maya.id, 1, None)
    assert [option.text for option in state.options] == ["Porridge together"]
    assert (state.voices, state.concerns, state.tasks) == ((), (), ())
    assert Question.objects.get(id=question).closed_at is not None


@pytest.mark.parametrize(("reason", "code"), [("  ", "reason_all_see"), ("x" * 501, "too_long")])
def test_not_without_a_reason(morning, reason, code):
    with refused(code):
        _down(morning, morning.dress, Rung.INFORM, reason=reason)


@pytest.mark.parametrize(
    ("step", "to_rung", "code"),
    [
        ("car", Rung.INFORM, "bottom_rung"),
        ("dress", Rung.CONSULT, "not_lower"),
        ("dress", Rung.COPRODUCE, "not_lower"),
        ("dress", None, "which_rung"),
    ],
)
def test_only_downwards(morning, step, to_rung, code):
    with refused(code):
        _down(morning, getattr(morning, step), to_rung)


def test_parents_only(morning):
    with refused("climb_is_for_parents"):
        _down(morning, morning.dress, Rung.INFORM, by="leo")


def test_to_co_design_limits_are_said_beforehand(morning):
    morning.consented()
    with refused("limits_before_codesign"):
        _down(morning, morning.breakfast, Rung.CODESIGN)
