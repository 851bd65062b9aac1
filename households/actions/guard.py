"""How verbs ask the rules, and what the rules need to know of members."""

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Member
from households.rules.people import Standing, Verdict


def standing(member: Member) -> Standing:
    """Return what the rules need to know of a member."""
    return Standing(
        id=member.id,
        kind=member.kind,
        has_account=member.account_id is not None,
        left=member.left_at is not None,
    )


def asking(actor: Actor) -> Standing:
    """Return what is true of whoever acts now, inside the change; raises `Missing` if they have left meanwhile."""
    member = Member.objects.of(actor.household_id).here().filter(id=actor.member_id).first()
    if member is None:
        raise Missing
    return standing(member)


def guard(verdict: Verdict, *, field: str = "", **params: object) -> None:
    """Go on if the rules allow it; else raise `Refused` with their reason."""
    if not verdict:
        raise Refused(verdict.code, field=field, **params)


def member_of(actor: Actor, member_id: int) -> Member:
    """Return a member of the actor's household, gone or here; raises `Missing`."""
    member = Member.objects.of(actor.household_id).filter(id=member_id).first()
    if member is None:
        raise Missing
    return member
