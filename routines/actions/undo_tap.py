"""Undo by the mark of a tap, for whoever says "oops" before the tablet knows what became of it."""

from datetime import datetime
from uuid import UUID

from households.actions.change import change
from households.actions.guard import asking
from households.actions.refusal import AlreadyApplied, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.take_back import take_back
from routines.rules.codes import Code
from routines.rules.tablet import BESIDE, TAKEN_BACK_HERE


def undo_tap(*, actor: Actor, of_tap: UUID, at: datetime) -> Event | None:
    """Take back what a tap did. One that has not arrived is spent: when it comes, nothing happens any more.

    Returns None where there was nothing to take back. Raises `AlreadyApplied` where it was taken back before, and
    whatever taking back raises.
    """
    try:
        with change(actor=actor, at=at, tap=of_tap):
            asking(actor)
            return None
    except AlreadyApplied as applied:
        made = Event.objects.of(actor.household_id).filter(revision=applied.revision)
        done = made.exclude(kind=BESIDE).order_by("id").first()
    if done is None:
        return None
    if done.taken_back_at is not None and done.actor_id == actor.member_id:
        raise AlreadyApplied(done.revision)
    if done.kind not in TAKEN_BACK_HERE:
        raise Refused(str(Code.CLOSED))
    return take_back(actor=actor, event_id=done.id, at=at)
