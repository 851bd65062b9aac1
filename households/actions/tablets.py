"""Looking after shared tablets: their name, whose faces they show, how they are for each child, putting them away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from households import seat
from households.actions.change import change
from households.actions.guard import asking, guard, member_of, standing
from households.actions.merging import differences, settle
from households.actions.refusal import Missing
from households.actor import Actor
from households.models import HiddenFace, Member, Tablet
from households.rules.tablets import may_look_after_tablets, may_prepare


@dataclass(frozen=True, slots=True)
class Comfort:
    """How the tablet is for one member: size of text, everything read to them, language ("" is the household's)."""

    text_size: str
    reads_aloud: bool
    language: str

    @classmethod
    def of(cls, member: Member) -> "Comfort":
        """Return what it is now."""
        return cls(member.text_size, member.reads_aloud, member.language)

    def facts(self) -> dict[str, str | bool]:
        """Return its fields and their values."""
        return {"text_size": self.text_size, "reads_aloud": self.reads_aloud, "language": self.language}


def tablet_facts(tablet: Tablet) -> dict[str, object]:
    """Return what can be changed about a tablet; `hidden` are ids of members, in order."""
    hidden = HiddenFace.objects.filter(household_id=tablet.household_id, tablet_id=tablet.id)
    return {"name": tablet.name, "hidden": sorted(hidden.values_list("member_id", flat=True))}


def tablet_in_use(actor: Actor, tablet_id: int) -> Tablet:
    """Return a tablet of the actor's household that is not put away; raises `Missing`."""
    tablet = Tablet.objects.of(actor.household_id).in_use().filter(id=tablet_id).first()
    if tablet is None:
        raise Missing
    return tablet


def change_tablet(
    *,
    actor: Actor,
    tablet_id: int,
    name: str,
    hidden: Collection[int],
    at: datetime,
    revision: int | None = None,
    tap: UUID | None = None,
) -> Tablet:
    """Change a tablet's name and whose faces it does not show. `revision` is the household's when the form was drawn.

    Raises `Missing`, `Refused`, `ChangedMeanwhile`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_look_after_tablets(asking(actor)))
        tablet = tablet_in_use(actor, tablet_id)
        before = tablet_facts(tablet)
        after = settle(
            household_id=actor.household_id,
            kind="tablet.changed",
            subject_key=tablet.id,
            now=before,
            mine={"name": name, "hidden": _children_of(actor, hidden)},
            revision=revision,
        )
        changes = differences(before, after)
        if changes:
            _store(tablet, **after)
            begun.record("tablet.changed", subject=tablet.id, title=tablet.name, changes=changes)
            begun.tells("people", "rights")
    return tablet


def revoke_tablet(*, actor: Actor, tablet_id: int, at: datetime, tap: UUID | None = None) -> Tablet:
    """Put a tablet away for good: its key opens nothing from now on, and its open screen closes.

    Raises `Missing` where it is put away already, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_look_after_tablets(asking(actor)))
        tablet = tablet_in_use(actor, tablet_id)
        Tablet.objects.of(actor.household_id).filter(id=tablet.id).update(
            revoked_at=at, revoked_by_id=actor.member_id, seat=None, seat_at=None
        )
        begun.record("tablet.revoked", subject=tablet.id, title=tablet.name)
        begun.tells("people", "rights")
    return tablet


def change_comfort(
    *,
    actor: Actor,
    member_id: int,
    comfort: Comfort,
    at: datetime,
    revision: int | None = None,
    tap: UUID | None = None,
) -> Member:
    """Change how every tablet is for a member. Raises `Missing`, `Refused`, `ChangedMeanwhile`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        member = member_of(actor, member_id)
        guard(may_prepare(asking(actor), standing(member)), name=member.name)
        before = Comfort.of(member).facts()
        after = settle(
            household_id=actor.household_id,
            kind="member.tablet",
            member_id=member.id,
            now=before,
            mine=comfort.facts(),
            revision=revision,
        )
        changes = differences(before, after)
        if changes:
            Member.objects.of(actor.household_id).filter(id=member.id).update(**after)
            begun.record("member.tablet", member=member.id, title=member.name, changes=changes)
            begun.member_ids.add(member.id)
            # A screen's language is part of who looks: it has to come in anew.
            begun.tells("people", *(["rights"] if "language" in changes else []))
    return member


def _children_of(actor: Actor, ids: Collection[int]) -> list[int]:
    """Return those ids that are of children and teens of the household, gone ones included."""
    members = Member.objects.of(actor.household_id).filter(kind__in=seat.AT_A_TABLET, id__in=list(ids))
    return sorted(members.values_list("id", flat=True))


def _store(tablet: Tablet, *, name: str, hidden: list[int]) -> None:
    tablet.name = name
    seat_of = {"seat": None, "seat_at": None} if tablet.seat_id in hidden else {}
    Tablet.objects.of(tablet.household_id).filter(id=tablet.id).update(name=name, **seat_of)
    faces = HiddenFace.objects.filter(household_id=tablet.household_id, tablet_id=tablet.id)
    faces.exclude(member_id__in=hidden).delete()
    known = set(faces.values_list("member_id", flat=True))
    HiddenFace.objects.bulk_create(
        HiddenFace(household_id=tablet.household_id, tablet_id=tablet.id, member_id=each)
        for each in hidden
        if each not in known
    )
