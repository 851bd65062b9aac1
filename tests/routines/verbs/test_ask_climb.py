import pytest

from routines.actions.rung import ask_climb
from routines.models import ClimbAsk
from routines.rules.state import Rung
from tests.routines.morning import missing, refused


def _ask(morning, step, who="leo", to_rung=Rung.CODESIGN, reason="More fun, more time."):
    return ask_climb(
        **morning.acting(getattr(morning, who)),
        step_id=step.id,
        to_rung=to_rung,
        reason=reason,
        at=morning.now,
    )


@pytest.mark.parametrize("who", ["leo", "ivy", "bo"])
def test_anyone_the_step_names_may_ask(morning, who):
    event = _ask(morning, morning.car, who)
    ask = ClimbAsk.objects.get()
    assert (ask.member_id, ask.to_rung, ask.reason) == (getattr(morning, who).id, 3, "More fun, more time.")
    assert ask.acted_by_id == (None if who == "leo" else morning.maya.id)
    assert (event.kind, event.subject_key, event.changes) == ("climb.asked", ask.id, {"rung": [1, 3]})
    state = morning.state(morning.car)
    assert state.has_asks
    assert [(a.member, a.to_rung) for a in state.asks] == [(ask.member_id, Rung.CODESIGN)]


def test_it_changes_nothing_by_itself(morning):
    question, *_ = morning.consulted()
    _ask(morning, morning.dress)
    state = morning.state(morning.dress)
    assert (state.rung, state.question.id, len(state.question.voices)) == (Rung.CONSULT, question, 3)


def test_a_doer_may_ask_too(morning):
    step = morning.step("Story", 5, (morning.ivy,), doers=(morning.nana.id,), why="Nana reads.")
    _ask(morning, step, "nana")
    assert ClimbAsk.objects.get().member_id == morning.nana.id


def test_one_open_wish_each(morning):
    _ask(morning, morning.car)
    with refused("asked_already"):
        _ask(morning, morning.car, to_rung=Rung.COPRODUCE)
    _ask(morning, morning.car, "ivy")


@pytest.mark.parametrize(("reason", "code"), [("  ", "reason_first"), ("x" * 501, "too_long")])
def test_it_says_why(morning, reason, code):
    with refused(code):
        _ask(morning, morning.car, reason=reason)


@pytest.mark.parametrize(
    ("step", "who", "to_rung", "code"),
    [
        ("car", "maya", Rung.CONSULT, "climb_directly"),
        ("car", "sam", Rung.CONSULT, "climb_directly"),
        ("game", "maya", Rung.COPRODUCE, "climb_directly"),
        ("own", "leo", Rung.CONSULT, "climb_directly"),
        ("dress", "leo", Rung.INFORM, "not_higher"),
        ("dress", "leo", None, "which_rung"),
        ("breakfast", "ivy", Rung.COPRODUCE, "top_rung"),
    ],
)
def test_who_need_not_or_cannot(morning, step, who, to_rung, code):
    with refused(code):
        _ask(morning, getattr(morning, step), who, to_rung)


def test_safety_is_explained(morning):
    step = morning.step("Seat belts", 1, (morning.leo, morning.bo), safety=True, why="They hold us.")
    with refused("safety_is_explained"):
        _ask(morning, step)


def test_a_supporter_does_not_find_it(morning):
    with missing():
        _ask(morning, morning.car, "nana")
