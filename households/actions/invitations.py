"""Invitations: a link that works once, for one person, for a week. Only a hash of its key is kept."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from households.actions.change import change
from households.actions.guard import asking, guard, member_of, standing
from households.actions.refusal import Missing, Refused
from households.actor import Actor, actor_of
from households.models import Account, Invitation, Member
from households.rules.people import may_invite

LASTS = timedelta(days=7)
KEY_BYTES = 24


def invite(*, actor: Actor, member_id: int, at: datetime, tap: UUID | None = None) -> tuple[Invitation, str]:
    """Make a member's invitation, taking back an earlier one, and return it with its key.

    The key is known only now: it is never stored. Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        member = member_of(actor, member_id)
        guard(may_invite(asking(actor), standing(member)), name=member.name)
        _waiting(member).update(withdrawn_at=at)
        key = token_urlsafe(KEY_BYTES)
        invitation = Invitation.objects.create(
            household_id=actor.household_id,
            member=member,
            key_hash=hash_of(key),
            invited_by_id=actor.member_id,
            invited_at=at,
            expires_at=at + LASTS,
        )
        begun.record("invitation.made", member=member.id, subject=invitation.id, title=member.name)
        begun.tells("people")
    return invitation, key


def withdraw_invitation(*, actor: Actor, member_id: int, at: datetime, tap: UUID | None = None) -> Member:
    """Take back a member's open invitation; raises `Missing` where there is none, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        member = member_of(actor, member_id)
        guard(may_invite(asking(actor), standing(member)), name=member.name)
        if not _waiting(member).update(withdrawn_at=at):
            raise Missing
        begun.record("invitation.withdrawn", member=member.id, title=member.name)
        begun.tells("people")
    return member


def find_invitation(*, key: str) -> Invitation:
    """Return the invitation a key belongs to, usable or not, with household and member; raises `Missing`."""
    invitation = (
        Invitation.objects.select_related("household", "member__household").filter(key_hash=hash_of(key)).first()
    )
    if invitation is None:
        raise Missing
    return invitation


def why_closed(invitation: Invitation, *, at: datetime) -> str:
    """Return why an invitation can no longer be used, as a refusal's code; empty while it can."""
    if invitation.used_at:
        return "invitation_used"
    if invitation.withdrawn_at:
        return "invitation_withdrawn"
    return "" if at < invitation.expires_at else "invitation_expired"


def accept_invitation(*, key: str, account: Account, at: datetime, tap: UUID | None = None) -> Member:
    """Take the place an invitation offers and return the member one now is.

    Of two people with the same link one is let in. Raises `Missing` for an unknown key and `Refused`.
    """
    invitation = find_invitation(key=key)
    member = invitation.member
    member.account = account
    with change(actor=actor_of(member), at=at, tap=tap) as begun:
        if Member.objects.of(invitation.household_id).here().filter(account=account).exists():
            raise Refused("already_member")
        waiting = Invitation.objects.of(invitation.household_id).waiting()
        used = waiting.filter(id=invitation.id, expires_at__gt=at).update(used_at=at, used_by=account)
        if not used:
            invitation.refresh_from_db()
            raise Refused(why_closed(invitation, at=at))
        Member.objects.of(invitation.household_id).filter(id=member.id, account=None).update(account=account)
        begun.record("member.joined", member=member.id, title=member.name)
        begun.member_ids.add(member.id)
        begun.tells("people", "board")
    return member


def hash_of(key: str) -> str:
    """Return what is stored of a key. It is random and long, so one round of SHA-256 is enough."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _waiting(member: Member):
    return Invitation.objects.of(member.household_id).waiting().filter(member_id=member.id)
