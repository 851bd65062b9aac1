"""A review held together, from the family's side: what they want to talk about, and their signature."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Consent, Event
from routines.actions.review_answer import tell_shared
from routines.actions.review_stage import go_on, going_on
from routines.actions.stage import Stage, stage
from routines.models import ReviewItem, ReviewSession
from routines.rules.codes import Code
from routines.rules.review import may_sign, may_sign_for_family
from routines.rules.state import Kind


def add_family_item(*, actor: Actor, session_id: int, text: str, at: datetime, tap: UUID | None = None) -> Event:
    """Put something on a review's agenda; anybody of the family may. Raises `Refused` without words."""
    text = text.strip()
    with stage(actor=actor, at=at, tap=tap) as scene:
        session = going_on(session_of(scene, session_id))
        if not text:
            raise Refused(str(Code.REVIEW_ASK_FIRST), field="text")
        item = ReviewItem.objects.create(
            household_id=actor.household_id, session=session, text=text, by_id=scene.me.id, at=at
        )
        tell_shared(scene, session.consent.facilitator_id, scene.me.id)
        scene.change.tells("agenda")
        return scene.record("review.item", subject=item.id, why=text)


def remove_family_item(*, actor: Actor, session_id: int, item_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Take something off the agenda again that one put there oneself; raises `Missing` for all else."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        session = going_on(session_of(scene, session_id))
        mine = ReviewItem.objects.filter(session_id=session.id, id=item_id, by_id=scene.me.id, taken_back_at=None)
        if not mine.update(taken_back_at=at):
            raise Missing
        tell_shared(scene, session.consent.facilitator_id, scene.me.id)
        scene.change.tells("agenda")
        return scene.record("review.item_removed", subject=item_id)


def call_off_for_family(*, actor: Actor, session_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Call a review off, for the family: any parent or teenager."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        session = going_on(session_of(scene, session_id))
        go_on(may_sign_for_family(scene.me))
        ReviewSession.objects.filter(id=session.id).update(called_off_at=at)
        tell_both(scene, session)
        return scene.record("review.called_off", subject=session.id, title=session.consent.facilitator.name)


def sign_for_family(
    *, actor: Actor, session_id: int, version: int, at: datetime, tap: UUID | None = None
) -> Event | None:
    """Sign a summary for the family: any parent or teenager, once; raises `Refused` where it is not the one read."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        session = going_on(session_of(scene, session_id))
        go_on(may_sign_for_family(scene.me))
        go_on(may_sign(session.summary, session.version, version))
        if session.family_signed_at is not None:
            return None
        found = ReviewSession.objects.filter(id=session.id)
        found.update(family_signed_at=at, family_signed_by_id=scene.me.id)
        tell_both(scene, session)
        return scene.record("review.family_signed", subject=session.id)


def session_of(scene: Stage, session_id: int) -> ReviewSession:
    """Return a review of the family's, also one that was called off; raises `Missing` for supporters, who have none."""
    found = ReviewSession.objects.select_related("consent__facilitator")
    session = found.filter(household_id=scene.actor.household_id, id=session_id).first()
    if session is None or scene.me.kind is Kind.SUPPORTER:
        raise Missing
    return session


def tell_both(scene: Stage, session: ReviewSession) -> None:
    """Let the family's screens and the facilitator's open pages show what happened to a review."""
    standing = Consent.objects.of(scene.actor.household_id).standing().to(session.consent.facilitator_id)
    for consent in standing:
        scene.change.turns_on(consent.id)
    scene.change.tells("agenda")
