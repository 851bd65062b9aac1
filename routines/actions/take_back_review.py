"""Taking back what the family did in a review: an answer, something on the list, calling it off, a signature."""

from datetime import datetime

from households.actions.refusal import Missing
from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.review_answer import put_answer, question_of, tell_shared
from routines.actions.review_family import session_of, tell_both
from routines.actions.review_stage import going_on
from routines.actions.stage import Stage
from routines.models import ReviewItem, ReviewSession


def _answered(scene: Stage, event: Event) -> None:
    """Let what somebody answered before stand again, or nothing."""
    later = Event.objects.of(event.household_id).filter(
        kind=event.kind, subject_key=event.subject_key, member_id=event.member_id, taken_back_at=None, id__gt=event.id
    )
    if later.exists():
        raise built_on()
    was = event.undo["was"]
    question = question_of(event.household_id, event.subject_key)
    kept = {**was, "said_at": datetime.fromisoformat(was["said_at"])} if was else None
    put_answer(scene, question, event.member_id, kept)


def _added(scene: Stage, event: Event) -> None:
    """Take something off the list again, unless it was talked about or taken off since."""
    _move_item(scene, event, {"taken_back_at": None, "done_at": None}, taken_back_at=scene.at)


def _removed(scene: Stage, event: Event) -> None:
    """Put something on the list again, where it stood."""
    _move_item(scene, event, {"taken_back_at": event.at}, taken_back_at=None)


def _move_item(scene: Stage, event: Event, as_it_was_left: dict, **kept: datetime | None) -> None:
    """Change one thing on the list of a review that takes place, if it still is as the event left it."""
    item = ReviewItem.objects.filter(household_id=event.household_id, id=event.subject_key).first()
    if item is None:
        raise Missing
    session = going_on(session_of(scene, item.session_id))
    if not ReviewItem.objects.filter(id=item.id, **as_it_was_left).update(**kept):
        raise built_on()
    tell_shared(scene, session.consent.facilitator_id, scene.me.id)
    scene.change.tells("agenda")


def _called_off(scene: Stage, event: Event) -> None:
    """Let a review take place after all."""
    session = session_of(scene, event.subject_key)
    ReviewSession.objects.filter(id=session.id).update(called_off_at=None)
    tell_both(scene, session)


def _signed(scene: Stage, event: Event) -> None:
    """Take the family's signature away again, unless who looks in has signed upon it or written a new summary."""
    session = session_of(scene, event.subject_key)
    if session.family_signed_at != event.at or (session.signed_at and session.signed_at >= event.at):
        raise built_on()
    ReviewSession.objects.filter(id=session.id).update(family_signed_at=None, family_signed_by=None)
    tell_both(scene, session)


REVIEWED = {
    "review.answered": _answered,
    "review.item": _added,
    "review.item_removed": _removed,
    "review.called_off": _called_off,
    "review.family_signed": _signed,
}
