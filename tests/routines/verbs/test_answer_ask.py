import pytest

from routines.actions.rung import answer_ask, ask_climb
from routines.models import ClimbAsk, Step
from routines.rules.state import Rung
from tests.routines.morning import refused


@pytest.fixture
def ask(morning):
    """Leo wishes the car were co-designed."""
    ask_climb(
        actor=morning.actor(morning.leo),
        step_id=morning.car.id,
        to_rung=Rung.CODESIGN,
        reason="More fun.",
        at=morning.now,
    )
    return ClimbAsk.objects.get()


def _answer(morning, ask, granted, answer="", by="maya"):
    return answer_ask(
        actor=morning.actor(getattr(morning, by)),
        step_id=ask.step_id,
        ask_id=ask.id,
        granted=granted,
        answer=answer,
        at=morning.now,
    )


def test_yes_and_the_step_climbs_for_the_reason_given(morning, ask):
    event = _answer(morning, ask, True, "Good idea.")
    ask.refresh_from_db()
    assert (ask.granted, ask.answer, ask.answered_by_id) == (True, "Good idea.", morning.maya.id)
    assert Step.objects.get(id=morning.car.id).rung == Rung.CODESIGN
    assert (event.kind, event.why) == ("rung.climbed", "More fun.")
    granted = morning.events("climb.granted")
    assert [(e.member_id, e.subject_key, e.why) for e in granted] == [(morning.leo.id, ask.id, "Good idea.")]
    assert not morning.state(morning.car).has_asks


def test_not_now_because(morning, ask):
    event = _answer(morning, ask, False, " After the holidays. ")
    ask.refresh_from_db()
    assert (ask.granted, ask.answer) == (False, "After the holidays.")
    assert ask.answered_at == event.at
    assert Step.objects.get(id=morning.car.id).rung == Rung.INFORM
    assert (event.kind, event.why, event.member_id) == ("climb.declined", "After the holidays.", morning.leo.id)


@pytest.mark.parametrize(
    ("granted", "answer", "code"),
    [(False, "  ", "answer_why"), (None, "", "yes_or_no"), (False, "x" * 501, "too_long")],
)
def test_every_asking_gets_an_answer(morning, ask, granted, answer, code):
    with refused(code):
        _answer(morning, ask, granted, answer)


def test_once(morning, ask):
    _answer(morning, ask, False, "Later.")
    with refused("ask_gone"):
        _answer(morning, ask, True)


def test_a_wish_on_another_step_is_none_here(morning, ask):
    ask.step_id = morning.game.id
    with refused("ask_gone"):
        _answer(morning, ask, True)


def test_parents_answer(morning, ask):
    with refused("parents_only"):
        _answer(morning, ask, True, by="leo")
    _answer(morning, ask, True, by="sam")


def test_what_has_been_reached_by_then_is_no_climb(morning, ask):
    Step.objects.filter(id=morning.car.id).update(rung=Rung.COPRODUCE)
    from routines.models.snapshots import forget

    forget()
    with refused("top_rung"):
        _answer(morning, ask, True)


def test_after_a_no_one_may_ask_again(morning, ask):
    _answer(morning, ask, False, "Later.")
    ask_climb(
        actor=morning.actor(morning.leo),
        step_id=morning.car.id,
        to_rung=Rung.CONSULT,
        reason="At least ask us.",
        at=morning.now,
    )
    assert ClimbAsk.objects.filter(answered_at=None).count() == 1
