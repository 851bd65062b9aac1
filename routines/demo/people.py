"""The people of the demo, how they come together, and how to get in as each of them."""

from dataclasses import dataclass, fields

from allauth.account.models import EmailAddress

from households.actions.household import Home, found_household
from households.actions.invitations import accept_invitation, invite
from households.actions.people import Look, Who, add_member
from households.actor import Actor, actor_of
from households.models import Account, Member
from routines.demo.days import FOUNDED, TIME_ZONE, Days

PASSWORD = "morning-rungs"  # noqa: S105, printed for everybody who tries the demo
SIGN_INS = {
    "maya@example.org": "Maya, the parent",
    "leo@example.org": "Leo, 15",
    "nana@example.org": "Nana, who helps with breakfast",
    "sam@example.org": "Sam, who works with families",
    "ruth@example.org": "Ruth, a parent of another family",
}
HOME = Home("The Lindens", TIME_ZONE, "en")
LOOKS = {
    "Maya": Look("Maya", "potted-plant", Member.Colour.SUN),
    "Leo": Look("Leo", "guitar", Member.Colour.MINT),
    "Ivy": Look("Ivy", "t-rex", Member.Colour.ROSE),
    "Bo": Look("Bo", "rabbit-face", Member.Colour.SKY),
    "Nana": Look("Nana", "owl", Member.Colour.LILAC),
}
KINDS = {
    "Leo": Who(Member.Kind.TEEN),
    "Ivy": Who(Member.Kind.CHILD, Member.AgeBand.SMALL),
    "Bo": Who(Member.Kind.CHILD, Member.AgeBand.SMALL),
    "Nana": Who(Member.Kind.SUPPORTER),
}


@dataclass(frozen=True, slots=True)
class Family:
    """Everybody as an actor. Ivy is five and Bo three: they speak through Maya."""

    maya: Actor
    leo: Actor
    ivy: Actor
    bo: Actor
    nana: Actor

    def everyone(self) -> tuple[Actor, ...]:
        """Return everybody, in the household's order."""
        return tuple(getattr(self, field.name) for field in fields(self))


def found(days: Days) -> Family:
    """Found the household, add everybody, and let those with a sign-in come in."""
    days.on(FOUNDED, "19:30")
    accounts = {name: sign_in(f"{name.lower()}@example.org") for name in ("Maya", "Leo", "Nana")}
    founder = found_household(account=accounts["Maya"], home=HOME, founder=LOOKS["Maya"], at=days.tick())
    maya = actor_of(founder)
    members = {"Maya": founder}
    for name, who in KINDS.items():
        members[name] = add_member(actor=maya, who=who, look=LOOKS[name], at=days.tick())
    for name in ("Leo", "Nana"):
        _invitation, key = invite(actor=maya, member_id=members[name].id, at=days.tick())
        members[name] = accept_invitation(key=key, account=accounts[name], at=days.tick())
    return Family(**{name.lower(): actor_of(member) for name, member in members.items()})


def sign_in(email: str) -> Account:
    """Make a way in, with the password of all."""
    account = Account.objects.create_user(email, PASSWORD)
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    return account
