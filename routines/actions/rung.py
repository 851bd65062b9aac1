"""Moving a step on the ladder: climbing, asking to climb, stepping down."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.question import restart
from routines.actions.stage import Stage, stage
from routines.models import ClimbAsk, Step
from routines.rules.ladder import Deed
from routines.rules.state import Rung


def climb(
    *,
    actor: Actor,
    step_id: int,
    to_rung: Rung,
    at: datetime,
    reason: str = "",
    tap: UUID | None = None,
) -> Event:
    """Put a step on a higher rung. An open question starts again there, its ideas kept."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        scene.ask(Deed.CLIMB, to_rung=to_rung, reason=reason)
        return _move(scene, "rung.climbed", to_rung, reason)


def step_down(
    *,
    actor: Actor,
    step_id: int,
    to_rung: Rung,
    reason: str,
    at: datetime,
    tap: UUID | None = None,
) -> Event:
    """Put a step on a lower rung, for a reason everybody can see; an open question starts again."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        scene.ask(Deed.STEP_DOWN, to_rung=to_rung, reason=reason)
        return _move(scene, "rung.stepped_down", to_rung, reason)


def ask_climb(
    *,
    actor: Actor,
    step_id: int,
    to_rung: Rung,
    reason: str,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Ask that a step stand higher; a parent answers."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=step_id, talk=True) as scene:
        event = wish(scene, to_rung=to_rung, reason=reason)
        scene.touch()
        return event


def wish(scene: Stage, *, to_rung: Rung, reason: str, undo: dict | None = None) -> Event:
    """Ask that the scene's step stand higher; raises `Refused`. `undo` is what taking back needs."""
    scene.ask(Deed.ASK_CLIMB, to_rung=to_rung, reason=reason)
    ask = ClimbAsk.objects.create(
        household_id=scene.actor.household_id,
        step_id=scene.step.id,
        to_rung=to_rung,
        reason=reason.strip(),
        member_id=scene.speaker.id,
        acted_by_id=scene.acted_by,
        asked_at=scene.at,
    )
    return scene.record(
        "climb.asked",
        subject=ask.id,
        why=reason.strip(),
        changes={"rung": [int(scene.step.rung), int(to_rung)]},
        undo=undo,
    )


def answer_ask(
    *,
    actor: Actor,
    step_id: int,
    ask_id: int,
    granted: bool,
    at: datetime,
    answer: str = "",
    tap: UUID | None = None,
) -> Event:
    """Answer a wish to climb: yes, and the step climbs, or not now, because."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id, talk=True) as scene:
        scene.ask(Deed.ANSWER_ASK, ask=ask_id, grant=granted, reason=answer)
        ask = next(each for each in scene.step.asks if each.id == ask_id)
        if granted:
            scene.ask(Deed.CLIMB, to_rung=ask.to_rung, reason=ask.reason)
            _grant(scene, ask.id, answer)
            return _move(scene, "rung.climbed", ask.to_rung, ask.reason)
        _answer(scene, ask_id, answer, granted=False)
        event = scene.record("climb.declined", member=ask.member, subject=ask_id, why=answer.strip())
        scene.touch()
        return event


def _move(scene: Stage, kind: str, to_rung: Rung, reason: str) -> Event:
    household_id = scene.actor.household_id
    Step.objects.filter(household_id=household_id, id=scene.step.id).update(
        rung=to_rung, over_to_you=scene.step.over_to_you and to_rung == Rung.INFORM
    )
    for ask_id in _fulfilled(scene, to_rung):
        _grant(scene, ask_id)
    event = scene.record(
        kind,
        member=None,
        why=reason.strip(),
        changes={"rung": [int(scene.step.rung), int(to_rung)]},
        undo={"over_to_you": scene.step.over_to_you},
    )
    if scene.question:
        restart(scene, to_rung, scene.at)
    scene.touch()
    scene.touch_board(scene.step.routine)
    return event


def _fulfilled(scene: Stage, rung: Rung) -> list[int]:
    """Return the wishes that are met where the step now stands: every asking gets an answer."""
    asks = ClimbAsk.objects.filter(
        household_id=scene.actor.household_id,
        step_id=scene.step.id,
        answered_at=None,
        taken_back_at=None,
        to_rung__gt=scene.step.rung,
        to_rung__lte=rung,
    )
    return list(asks.order_by("id").values_list("id", flat=True))


def _grant(scene: Stage, ask_id: int, answer: str = "") -> None:
    _answer(scene, ask_id, answer, granted=True)
    asks = ClimbAsk.objects.filter(household_id=scene.actor.household_id, id=ask_id)
    member = asks.values_list("member_id", flat=True).get()
    scene.record("climb.granted", member=member, subject=ask_id, why=answer.strip())


def _answer(scene: Stage, ask_id: int, answer: str, *, granted: bool) -> None:
    ClimbAsk.objects.filter(household_id=scene.actor.household_id, id=ask_id).update(
        answered_by=scene.me.id, answered_at=scene.at, granted=granted, answer=answer.strip()
    )
