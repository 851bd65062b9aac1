"""Years of mornings, made at once: to try what months of them look like, and to measure with.

The rows are those the verbs would have written (`routines.actions`), by the plan, the people and the days away as they
are now, but stored in bulk and without asking any rule. Nothing here is random: the same household gets the same
mornings.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from households.actions.change import change
from households.actor import actor_of
from households.models import Member
from routines.models import Morning
from routines.past.chapter import Chapter
from routines.past.household import Past

# So many days are stored together.
CHAPTER = 60


class AlreadyLived(Exception):
    """The household has mornings in that time, and nobody said that more may be added."""


@dataclass(frozen=True, slots=True)
class Made:
    """How many rows of each kind were made, and which picks were left out because some of them were settled before."""

    rows: Counter
    left_out: tuple[str, ...]


@transaction.atomic
def make_past(household_id: int, first: date, last: date, now: datetime, *, every: int = 1, add: bool = False) -> Made:
    """Make the mornings of a household from one date to another, both included; all of them or none.

    `every` takes only each so-manieth day. A routine's day that has its morning already is left alone; raises
    `AlreadyLived` if there is one and `add` is not set, and `ValueError` for days that are not over yet.
    """
    parent = _parent(household_id)
    past = Past.read(household_id, now)
    if first > last or last >= past.today:
        raise ValueError(f"From {first} to {last} is no time that is over.")
    lived = set(Morning.objects.of(household_id).filter(on__range=(first, last)).values_list("routine_id", "on"))
    if lived and not add:
        raise AlreadyLived
    made: Counter = Counter()
    with change(actor=actor_of(parent), at=now) as begun:
        for days in _chapters(first, last, every):
            made += Chapter(past, parent.id, begun.revision).store(days, lived)
        begun.tells("morning")
    return Made(made, past.left_out)


def _chapters(first: date, last: date, every: int) -> Iterator[list[date]]:
    days = [first + timedelta(days=ahead) for ahead in range(0, (last - first).days + 1, every)]
    for place in range(0, len(days), CHAPTER):
        yield days[place : place + CHAPTER]


def _parent(household_id: int) -> Member:
    """Return the household's first parent; raises `Member.DoesNotExist` for an unknown household."""
    members = Member.objects.of(household_id).filter(kind="parent", left_at=None).select_related("household")
    found = members.order_by("position", "id").first()
    if found is None:
        raise Member.DoesNotExist
    return found
