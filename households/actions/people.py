"""Adding, changing and letting go of the people of a household. Nobody is ever deleted."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from households.actions.change import ChangeInProgress, change
from households.actions.consent_people import out_of_consents
from households.actions.guard import asking, guard, member_of, standing
from households.actions.merging import differences, settle
from households.actions.refusal import Refused
from households.actions.seats import unseat
from households.actor import Actor
from households.models import Invitation, Member
from households.pictograms import FACES
from households.rules.people import (
    may_become,
    may_change,
    may_leave,
    may_remove,
    may_return,
    may_run_household,
)


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody appears everywhere: name, face (a pictogram) and colour."""

    name: str
    face: str
    colour: str

    def facts(self) -> dict[str, str]:
        """Return its fields and their values."""
        return {"name": self.name, "face": self.face, "colour": self.colour}


@dataclass(frozen=True, slots=True)
class Who:
    """Who somebody is: `kind` parent, teen, child or supporter; children also have an age band."""

    kind: str
    age_band: str = ""

    def facts(self) -> dict[str, str]:
        """Return its fields and their values; only a child has an age band."""
        return {"kind": self.kind, "age_band": self.age_band if self.kind == Member.Kind.CHILD else ""}


def facts(member: Member) -> dict[str, str]:
    """Return what can be changed about a member."""
    return {field: getattr(member, field) for field in ("name", "face", "colour", "kind", "age_band")}


def add_member(*, actor: Actor, who: Who, look: Look, at: datetime, tap: UUID | None = None) -> Member:
    """Add somebody to the household; raises `Refused` (also for a taken face or colour) and `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_run_household(asking(actor)))
        here = list(Member.objects.of(actor.household_id).here())
        if len(here) >= len(Member.Colour):
            raise Refused("house_is_full")
        _only_theirs(here, look.facts())
        last = Member.objects.of(actor.household_id).order_by("-position").first()
        member = Member.objects.create(
            household_id=actor.household_id,
            position=last.position + 1 if last else 0,
            joined_at=at,
            **who.facts(),
            **look.facts(),
        )
        begun.record("member.added", member=member.id, title=member.name, changes={"kind": ["", member.kind]})
        _told(begun, member)
    return member


def change_member(
    *,
    actor: Actor,
    member_id: int,
    who: Who,
    look: Look,
    at: datetime,
    revision: int | None = None,
    tap: UUID | None = None,
) -> Member:
    """Change a member. `revision` is the household's when the form was drawn.

    Raises `Missing`, `Refused`, `ChangedMeanwhile`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        member = member_of(actor, member_id)
        guard(may_change(asking(actor), standing(member)), name=member.name)
        before = facts(member)
        after = settle(
            household_id=actor.household_id,
            kind="member.changed",
            member_id=member.id,
            now=before,
            mine=look.facts() | who.facts(),
            revision=revision,
            together=frozenset({"kind", "age_band"}),
        )
        guard(may_become(asking(actor), standing(member), after["kind"]), field="kind", name=member.name)
        changes = differences(before, after)
        if changes:
            others = Member.objects.of(actor.household_id).here().exclude(id=member.id)
            _only_theirs(others, {field: value for field, (_before, value) in changes.items()})
            _store(member, **after)
            if member.kind == Member.Kind.CHILD:
                _end_invitations(begun, member)
            if "kind" in changes:
                unseat(member.household_id, member.id)
            begun.record("member.changed", member=member.id, title=member.name, changes=changes)
            _told(begun, member, rights="kind" in changes)
    return member


def remove_member(*, actor: Actor, member_id: int, at: datetime, tap: UUID | None = None) -> Member:
    """Let somebody go. Their history stays; their sign-in and open invitations end.

    Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        member = member_of(actor, member_id)
        guard(may_remove(asking(actor), standing(member)), name=member.name)
        _let_go(begun, member)
    return member


def leave_household(*, actor: Actor, at: datetime, tap: UUID | None = None) -> Member:
    """Leave by oneself; raises `Refused` for the last parent who can sign in."""
    with change(actor=actor, at=at, tap=tap) as begun:
        here = tuple(map(standing, Member.objects.of(actor.household_id).here()))
        guard(may_leave(asking(actor), here))
        member = member_of(actor, actor.member_id)
        _let_go(begun, member)
    return member


def return_member(*, actor: Actor, member_id: int, at: datetime, tap: UUID | None = None) -> Member:
    """Welcome somebody back. If their face or colour is somebody else's by now, they get a free one.

    A sign-in needs a new invitation. Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        member = member_of(actor, member_id)
        guard(may_return(asking(actor), standing(member)), name=member.name)
        here = list(Member.objects.of(actor.household_id).here())
        if len(here) >= len(Member.Colour):
            raise Refused("house_is_full")
        before = facts(member)
        look = {
            "face": _free(member.face, (each.face for each in here), FACES),
            "colour": _free(member.colour, (each.colour for each in here), Member.Colour.values),
        }
        _store(member, left_at=None, **look)
        begun.record("member.returned", member=member.id, title=member.name, changes=differences(before, look))
        _told(begun, member)
    return member


def _let_go(begun: ChangeInProgress, member: Member) -> None:
    _end_invitations(begun, member)
    unseat(member.household_id, member.id)
    _store(member, left_at=begun.at, account_id=None)
    begun.record("member.left", member=member.id, title=member.name)
    out_of_consents(begun, member)
    _told(begun, member, rights=True)


def _end_invitations(begun: ChangeInProgress, member: Member) -> None:
    waiting = Invitation.objects.of(member.household_id).waiting()
    waiting.filter(member_id=member.id).update(withdrawn_at=begun.at)


def _store(member: Member, **values: object) -> None:
    for field, value in values.items():
        setattr(member, field, value)
    Member.objects.of(member.household_id).filter(id=member.id).update(**values)


def _only_theirs(others, look: dict[str, str]) -> None:
    """Refuse a face or colour somebody else has."""
    for field in ("colour", "face"):
        if look.get(field) in {getattr(each, field) for each in others}:
            raise Refused(f"{field}_taken", field=field)


def _free(wish: str, taken, all_of) -> str:
    """Return the wish, or the first nobody has."""
    taken = set(taken)
    return next(each for each in (wish, *all_of) if each not in taken)


def _told(begun: ChangeInProgress, member: Member, *, rights: bool = False) -> None:
    begun.member_ids.add(member.id)
    begun.tells("people", "board", *(["rights"] if rights else []))
