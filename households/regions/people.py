"""The people page: who is here, what the reader may do about each, who left, and who is invited."""

from dataclasses import dataclass
from datetime import datetime

from households.actions.guard import standing
from households.models import Invitation, Member
from households.rules.people import Verdict, may_change, may_invite, may_remove, may_return, may_run_household
from households.rules.tablets import may_prepare


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A member and what the reader may do; `invitation` is their open or expired one, if any."""

    member: Member
    is_me: bool
    may_change: Verdict
    may_remove: Verdict
    may_invite: Verdict
    may_prepare: Verdict
    invitation: Invitation | None
    expired: bool


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everybody of a household, as one reader sees them."""

    household_id: int
    rows: tuple[PersonRow, ...]
    gone: tuple[Member, ...]
    may_add: bool
    may_return: bool
    full: bool


def people_view(*, household_id: int, member_id: int, now: datetime) -> PeopleView:
    """Return the people page as this member sees it now; two queries, however many people."""
    members = list(Member.objects.of(household_id).in_order())
    here = [each for each in members if each.left_at is None]
    gone = [each for each in members if each.left_at is not None]
    waiting = {each.member_id: each for each in Invitation.objects.of(household_id).waiting()}
    me = standing(next(each for each in here if each.id == member_id))
    return PeopleView(
        household_id=household_id,
        rows=tuple(_row(me, each, waiting.get(each.id), now) for each in here),
        gone=tuple(gone),
        may_add=bool(may_run_household(me)),
        may_return=bool(gone and may_return(me, standing(gone[0]))),
        full=len(here) >= len(Member.Colour),
    )


def _row(me, member: Member, invitation: Invitation | None, now: datetime) -> PersonRow:
    them = standing(member)
    return PersonRow(
        member=member,
        is_me=them.id == me.id,
        may_change=may_change(me, them),
        may_remove=may_remove(me, them),
        may_invite=may_invite(me, them),
        may_prepare=may_prepare(me, them),
        invitation=invitation,
        expired=invitation is not None and not invitation.is_open(now),
    )
