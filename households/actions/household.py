"""Founding a household and changing what it is called, its clock and its language."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from households.actions.change import change
from households.actions.guard import asking, guard
from households.actions.merging import differences, settle
from households.actions.people import Look
from households.actor import Actor, actor_of
from households.models import Account, Household, Member, Tap
from households.rules.people import may_run_household


@dataclass(frozen=True, slots=True)
class Home:
    """What a household is: its name, its clock (an IANA zone) and its language (a code)."""

    name: str
    time_zone: str
    language: str

    @classmethod
    def of(cls, household: Household) -> "Home":
        """Return what a household is now."""
        return cls(household.name, household.time_zone, household.language)

    def facts(self) -> dict[str, str]:
        """Return its fields and their values."""
        return {"name": self.name, "time_zone": self.time_zone, "language": self.language}


def found_household(*, account: Account, home: Home, founder: Look, at: datetime, tap: UUID | None = None) -> Member:
    """Begin a household with its founder as first parent, and return that member.

    The same tap sent twice founds one household: the second time its founder is returned.
    """
    with transaction.atomic():
        Account.objects.select_for_update().get(id=account.id)
        if tap is not None and (member := _founded_by(account, tap)):
            return member
        household = Household.objects.create(**home.facts(), created_at=at)
        member = Member.objects.create(
            household=household, account=account, kind=Member.Kind.PARENT, joined_at=at, **founder.facts()
        )
        with change(actor=actor_of(member), at=at, tap=tap) as begun:
            begun.record("household.founded", title=household.name)
            begun.tells("people")
    return member


def _founded_by(account: Account, tap: UUID) -> Member | None:
    household_id = (
        Tap.objects.filter(uuid=tap, household__members__account=account).values_list("household_id", flat=True).first()
    )
    return household_id and Member.objects.of(household_id).here().filter(account=account).first()


def change_household(
    *, actor: Actor, home: Home, at: datetime, revision: int | None = None, tap: UUID | None = None
) -> Household:
    """Change name, time zone or language. `revision` is the household's when the form was drawn.

    Raises `Refused`, `ChangedMeanwhile`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_run_household(asking(actor)))
        household = Household.objects.get(id=actor.household_id)
        before = Home.of(household).facts()
        after = settle(
            household_id=actor.household_id, kind="household.changed", now=before, mine=home.facts(), revision=revision
        )
        changes = differences(before, after)
        if changes:
            Household.objects.filter(id=household.id).update(**after)
            begun.record("household.changed", title=after["name"], changes=changes)
            begun.tells("board", "people", "rights")
    household.refresh_from_db()
    return household
