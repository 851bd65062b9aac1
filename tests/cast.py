"""The people of the tests: a family, and the neighbours who must never see anything of it.

Everybody comes to be by the product's own verbs. Names of people are invented.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

import pytest
from django.test import Client
from django.utils import timezone

from households.actions.household import Home, found_household
from households.actions.invitations import accept_invitation, invite
from households.actions.people import Look, Who, add_member
from households.actor import Actor, actor_of
from households.models import Account, Household, Member
from households.pictograms import FACES

PASSWORD = "a-quiet-morning-42"

_numbers = count(1)


def make_account(name: str = "somebody") -> Account:
    """Make a sign-in; its address is unique."""
    return Account.objects.create_user(f"{name.lower()}.{next(_numbers)}@example.org", PASSWORD)


def a_home(name: str = "Lindenhof", *, time_zone: str = "Europe/London", language: str = "en") -> Home:
    """Say what a household is like."""
    return Home(name, time_zone, language)


def free_look(name: str, household_id: int | None = None) -> Look:
    """Return a look nobody of the household has."""
    here = list(Member.objects.of(household_id).here()) if household_id else []
    face = next(each for each in FACES if each not in {member.face for member in here})
    colour = next(each for each in Member.Colour.values if each not in {member.colour for member in here})
    return Look(name, face, colour)


def found(
    name: str = "Lindenhof",
    *,
    founder: str = "Maya",
    account: Account | None = None,
    at: datetime | None = None,
    **home,
) -> Member:
    """Found a household and return its first parent, signed up."""
    return found_household(
        account=account or make_account(founder),
        home=a_home(name, **home),
        founder=free_look(founder),
        at=at or timezone.now(),
    )


def add(
    by: Member, name: str, kind: str, *, age_band: str = "", with_account: bool = False, at: datetime | None = None
) -> Member:
    """Let a parent add somebody, who may then take up an invitation."""
    at = at or timezone.now()
    member = add_member(actor=as_actor(by), who=Who(kind, age_band), look=free_look(name, by.household_id), at=at)
    return join(by, member, at=at) if with_account else member


def join(by: Member, member: Member, *, account: Account | None = None, at: datetime | None = None) -> Member:
    """Let a parent invite a member, who takes up the invitation with an account of their own."""
    at = at or timezone.now()
    _invitation, key = invite(actor=as_actor(by), member_id=member.id, at=at)
    joined = accept_invitation(key=key, account=account or make_account(member.name), at=at)
    return fresh(joined)


def fresh(member: Member) -> Member:
    """Return a member as they are in the database now, with account and household."""
    return Member.objects.select_related("account", "household").get(id=member.id)


def as_actor(member: Member) -> Actor:
    """Return the actor a member is when they act themself."""
    return actor_of(fresh(member))


def client_of(member: Member | Account | None) -> Client:
    """Return a browser in which somebody is signed in; for None, one in which nobody is."""
    client = Client()
    if member is not None:
        account = member if isinstance(member, Account) else fresh(member).account
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@dataclass
class Cast:
    """The family, and the neighbours. Children have no sign-in."""

    household: Household
    maya: Member
    leo: Member
    ivy: Member
    bo: Member
    nana: Member
    next_door: Household
    neighbour: Member
    their_child: Member

    @property
    def family(self) -> list[Member]:
        """Return everybody of the family, in its order."""
        return [self.maya, self.leo, self.ivy, self.bo, self.nana]


def assemble(at: datetime | None = None) -> Cast:
    """Bring the whole cast together."""
    at = at or timezone.now() - timedelta(days=3)
    maya = found("Lindenhof", founder="Maya", at=at)
    neighbour = found("Next door", founder="Ruth", at=at)
    return Cast(
        household=maya.household,
        maya=fresh(maya),
        leo=add(maya, "Leo", "teen", with_account=True, at=at),
        ivy=add(maya, "Ivy", "child", age_band="3-5", at=at),
        bo=add(maya, "Bo", "child", age_band="3-5", at=at),
        nana=add(maya, "Nana", "supporter", with_account=True, at=at),
        next_door=neighbour.household,
        neighbour=fresh(neighbour),
        their_child=add(neighbour, "Tim", "child", age_band="6-9", at=at),
    )


@pytest.fixture
def cast(db) -> Cast:
    """A family (parent Maya, teen Leo, children Ivy and Bo, supporter Nana) and the neighbours."""
    return assemble()
