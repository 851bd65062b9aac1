"""An organisation of facilitators: founding it, inviting colleagues, joining and leaving.

It owns nothing of a family: consent is given to a person, and what counts in its numbers is decided by each family.
Where its people look in, families read its name beside theirs: joining and leaving is shown there at once.
"""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction

from households.actions.invitations import KEY_BYTES, hash_of
from households.actions.known_as import known_anew
from households.actions.refusal import Missing, Refused
from households.models import Facilitator, Organisation, OrganisationInvitation

LASTS = timedelta(days=7)


def found_organisation(*, facilitator: Facilitator, name: str, at: datetime) -> Organisation:
    """Found an organisation with oneself in it; raises `Refused` for somebody who is in one."""
    with transaction.atomic():
        _alone(facilitator)
        organisation = Organisation.objects.create(name=name, made_at=at)
        Facilitator.objects.filter(id=facilitator.id).update(organisation=organisation)
        known_anew(facilitator=facilitator, at=at)
    return organisation


def invite_colleague(*, facilitator: Facilitator, at: datetime) -> tuple[OrganisationInvitation, str]:
    """Make an invitation to one's own organisation and return it with its key, which is known only now.

    Raises `Refused` for somebody in no organisation.
    """
    with transaction.atomic():
        invitation = OrganisationInvitation(
            organisation_id=_organisation_of(facilitator),
            key_hash=hash_of(key := token_urlsafe(KEY_BYTES)),
            invited_by=facilitator,
            invited_at=at,
            expires_at=at + LASTS,
        )
        invitation.save()
    return invitation, key


def withdraw_colleague(*, facilitator: Facilitator, invitation_id: int, at: datetime) -> None:
    """Take an open invitation to one's own organisation back, whoever made it; raises `Missing`, `Refused`."""
    with transaction.atomic():
        waiting = OrganisationInvitation.objects.filter(organisation_id=_organisation_of(facilitator))
        if not waiting.open_at(at).filter(id=invitation_id).update(withdrawn_at=at):
            raise Missing


def find_organisation_invitation(*, key: str) -> OrganisationInvitation:
    """Return the invitation a key belongs to, usable or not, with its organisation; raises `Missing`."""
    found = OrganisationInvitation.objects.select_related("organisation", "invited_by")
    invitation = found.filter(key_hash=hash_of(key)).first()
    if invitation is None:
        raise Missing
    return invitation


def why_colleague_closed(invitation: OrganisationInvitation, *, at: datetime) -> str:
    """Return why an invitation can no longer be used, as a refusal's code; empty while it can."""
    if invitation.used_at:
        return "invitation_used"
    if invitation.withdrawn_at:
        return "invitation_withdrawn"
    return "" if at < invitation.expires_at else "invitation_expired"


def join_organisation(*, key: str, facilitator: Facilitator, at: datetime) -> Organisation:
    """Take up an invitation. Of two people with the same link one is let in.

    Raises `Missing` for an unknown key, `Refused` for a closed one and for somebody who is in an organisation.
    """
    invitation = find_organisation_invitation(key=key)
    with transaction.atomic():
        _alone(facilitator)
        open_ones = OrganisationInvitation.objects.open_at(at).filter(id=invitation.id)
        if not open_ones.update(used_at=at, used_by=facilitator):
            invitation.refresh_from_db()
            raise Refused(why_colleague_closed(invitation, at=at))
        Facilitator.objects.filter(id=facilitator.id).update(organisation=invitation.organisation)
        known_anew(facilitator=facilitator, at=at)
    return invitation.organisation


def leave_organisation(*, facilitator: Facilitator, at: datetime) -> Organisation:
    """Leave one's organisation. The invitations one made for it no longer work; nor does any once nobody is left.

    Raises `Refused` for somebody in none.
    """
    with transaction.atomic():
        organisation = Organisation.objects.get(id=_organisation_of(facilitator))
        Facilitator.objects.filter(id=facilitator.id).update(organisation=None)
        known_anew(facilitator=facilitator, at=at)
        waiting = OrganisationInvitation.objects.open_at(at).filter(organisation=organisation)
        if Facilitator.objects.filter(organisation=organisation).exists():
            waiting = waiting.filter(invited_by=facilitator)
        waiting.update(withdrawn_at=at)
    return organisation


def _now(facilitator: Facilitator) -> Facilitator:
    """Return a facilitator as they are now, held until the end of the change."""
    return Facilitator.objects.select_for_update(of=("self",)).get(id=facilitator.id)


def _organisation_of(facilitator: Facilitator) -> int:
    organisation_id = _now(facilitator).organisation_id
    if organisation_id is None:
        raise Refused("organisation_none")
    return organisation_id


def _alone(facilitator: Facilitator) -> None:
    if _now(facilitator).organisation_id is not None:
        raise Refused("organisation_one_already")
