"""Saying no, and yes again, to a facilitator for one's own part: nobody's to say but the person's own."""

from datetime import datetime
from uuid import UUID

from households.actions.change import ChangeInProgress, change
from households.actions.consents import known_facilitator
from households.actor import Actor
from households.models import Consent, ConsentRefusal, Event


def refuse_part(*, actor: Actor, facilitator_id: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Say no for one's own part: it is gone from what this facilitator sees, at once and also of later consents.

    Returns None where it was said before. Raises `Missing`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        facilitator = known_facilitator(actor.household_id, facilitator_id)
        if _said(actor, facilitator.id).exists():
            return None
        ConsentRefusal.objects.create(
            household_id=actor.household_id, facilitator=facilitator, member_id=actor.member_id, at=at
        )
        _shows(begun, facilitator.id)
        return begun.record("consent.refused", subject=facilitator.id, title=facilitator.name)


def allow_part(*, actor: Actor, facilitator_id: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Take one's own no back: what a parent shares is shown again. Returns None where there was none."""
    with change(actor=actor, at=at, tap=tap) as begun:
        facilitator = known_facilitator(actor.household_id, facilitator_id)
        if not _said(actor, facilitator.id).update(taken_back_at=at):
            return None
        _shows(begun, facilitator.id)
        return begun.record("consent.allowed", subject=facilitator.id, title=facilitator.name)


def _said(actor: Actor, facilitator_id: int):
    return ConsentRefusal.objects.filter(
        household_id=actor.household_id,
        facilitator_id=facilitator_id,
        member_id=actor.member_id,
        taken_back_at=None,
    )


def _shows(begun: ChangeInProgress, facilitator_id: int) -> None:
    """Tell the family's screens, and the facilitator's where the person's part is shared with them at all."""
    begun.tells("people")
    consent = Consent.objects.of(begun.household_id).to(facilitator_id).standing().first()
    if consent is not None and begun.actor_id in consent.member_ids:
        begun.turns_on(consent.id)
