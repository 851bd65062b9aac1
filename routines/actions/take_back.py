"""Undo: the one who made a change may take it back for ten minutes, if nothing rests on it yet.

Nothing is erased: the event stays, marked, and a new one says that it was taken back.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.stage import Stage, stage
from routines.actions.take_back_asked import ASKED
from routines.actions.take_back_heard import HEARD
from routines.actions.take_back_meeting import MEETING
from routines.actions.take_back_mornings import LIVED
from routines.actions.take_back_noticing import NOTICED
from routines.actions.take_back_picks import PICKS, TODAY_PICKS
from routines.actions.take_back_planned import PLANNED
from routines.actions.take_back_presence import PRESENCE
from routines.actions.take_back_review import REVIEWED
from routines.actions.take_back_said import SAID
from routines.actions.take_back_today import OTHERWISE
from routines.rules.codes import Code
from routines.rules.ladder import Deed

# These change a morning, and leave the plan's own step as it is.
MORNINGS = LIVED | OTHERWISE | TODAY_PICKS
UNDO: dict[str, Callable[[Stage, Event], None]] = (
    SAID | ASKED | PLANNED | HEARD | MEETING | NOTICED | PICKS | MORNINGS | PRESENCE | REVIEWED
)


def take_back(*, actor: Actor, event_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Undo one event. Raises `Refused` when it is not the actor's, too late, or built upon."""
    step_id = _event(actor, event_id).step_key
    with stage(actor=actor, at=at, tap=tap, step_id=step_id, talk=True) as scene:
        event = _event(actor, event_id)
        scene.ask(
            Deed.TAKE_BACK,
            event_actor=event.actor_id,
            event_at=event.at,
            event_taken_back=event.taken_back_at is not None,
        )
        if not takes_back(event.kind):
            raise Refused(str(Code.NOT_YOURS_TO_TAKE_BACK))
        for each in _whole(event):
            UNDO[each.kind](scene, each)
            Event.objects.of(actor.household_id).filter(id=each.id).update(taken_back_at=at)
        back = scene.record(
            "taken_back",
            member=event.member_id,
            routine=event.routine_key,
            question=event.question_key,
            morning=event.morning_key,
            subject=event_id,
            title=event.title,
            changes={"kind": [event.kind, ""]},
        )
        if scene.step and event.kind not in MORNINGS:
            scene.touch()
        return back


def takes_back(kind: str) -> bool:
    """Return whether events of this kind can be taken back at all."""
    return kind in UNDO


def _whole(event: Event) -> list[Event]:
    """Return an event with all that the same tap did beside it, if they belong together, latest first."""
    if not event.undo.get("whole"):
        return [event]
    same = Event.objects.of(event.household_id).filter(revision=event.revision, taken_back_at=None)
    return list(same.order_by("-id"))


def _event(actor: Actor, event_id: int) -> Event:
    event = Event.objects.of(actor.household_id).filter(id=event_id).first()
    if event is None:
        raise Missing
    return event
