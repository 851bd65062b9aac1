"""A review held together: planned, its agenda by both sides, its summary, and both signatures."""

from datetime import date, datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.models import Event
from households.onlooker import Onlooker
from routines.actions.review_stage import go_on, review_stage
from routines.actions.stage import local_date
from routines.models import ReviewItem, ReviewSession
from routines.rules.codes import Code
from routines.rules.review import may_plan, may_sign, may_sum_up

UNSIGNED = {"signed_at": None, "family_signed_at": None, "family_signed_by": None}


def plan_session(*, onlooker: Onlooker, on: date | None, at: datetime, tap: UUID | None = None) -> Event:
    """Plan a review for a day; raises `Refused` for none, one that is over or too far away."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        go_on(may_plan(on, local_date(at, onlooker.time_zone)), "on")
        planned = ReviewSession.objects.create(
            household_id=onlooker.household_id, consent_id=onlooker.consent_id, on=on, planned_at=at
        )
        return scene.record("review.planned", subject=planned.id)


def call_off(*, onlooker: Onlooker, session_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Call a review off."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        session = scene.session(session_id)
        ReviewSession.objects.filter(id=session.id).update(called_off_at=at)
        return scene.record("review.called_off", subject=session.id)


def add_item(*, onlooker: Onlooker, session_id: int, text: str, at: datetime, tap: UUID | None = None) -> Event:
    """Put something on a review's agenda; raises `Refused` without words."""
    text = text.strip()
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        session = scene.session(session_id)
        if not text:
            raise Refused(str(Code.REVIEW_ASK_FIRST), field="text")
        item = ReviewItem.objects.create(household_id=onlooker.household_id, session=session, text=text, at=at)
        return scene.record("review.asked_item", subject=item.id, why=text)


def remove_item(*, onlooker: Onlooker, session_id: int, item_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Take something off the agenda again that the facilitator put there; raises `Missing` for all else."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        session = scene.session(session_id)
        mine = ReviewItem.objects.filter(session_id=session.id, id=item_id, by=None, taken_back_at=None)
        if not mine.update(taken_back_at=at):
            raise Missing
        return scene.record("review.item_removed", subject=item_id)


def tick_item(*, onlooker: Onlooker, session_id: int, item_id: int, at: datetime, tap: UUID | None = None) -> None:
    """Note that something was talked about, or, tapped again, that it was not."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        session = scene.session(session_id)
        item = ReviewItem.objects.filter(session_id=session.id, id=item_id, taken_back_at=None).first()
        if item is None:
            raise Missing
        ReviewItem.objects.filter(id=item.id).update(done_at=None if item.done_at else at)
        scene.change.turns_on(onlooker.consent_id)
        scene.change.tells("agenda")


def sum_up(
    *, onlooker: Onlooker, session_id: int, summary: str, version: int, at: datetime, tap: UUID | None = None
) -> Event | None:
    """Write what came of a review. `version` is the one it was written upon; both sides sign the new one.

    Raises `Refused` where it has changed meanwhile, and for one that was emptied. Returns None where it is the same.
    """
    summary = summary.strip()
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        session = scene.session(session_id)
        if session.version != version:
            raise Refused(str(Code.REVIEW_CHANGED), field="summary")
        if session.summary == summary:
            return None
        go_on(may_sum_up(summary, session.summary), "summary")
        found = ReviewSession.objects.filter(id=session.id)
        found.update(summary=summary, version=session.version + 1, **UNSIGNED)
        return scene.record("review.summed_up", subject=session.id)


def sign(*, onlooker: Onlooker, session_id: int, version: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Sign a summary as the facilitator; raises `Refused` where it is not the one they read."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        session = scene.session(session_id)
        go_on(may_sign(session.summary, session.version, version))
        if session.signed_at is not None:
            return None
        ReviewSession.objects.filter(id=session.id).update(signed_at=at)
        return scene.record("review.signed", subject=session.id)
