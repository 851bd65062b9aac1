"""Reads a step's story: how it moved on the ladder, and how it felt in some months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from households.models import Event
from routines.models.morning import Morning
from routines.models.noticing import Feeling
from routines.rules.lanes import PUSHED
from routines.rules.state import Rung

MOVES = ("rung.climbed", "rung.stepped_down")
GRANTED = "climb.granted"


@dataclass(frozen=True, slots=True)
class MoveFact:
    """A step moved from one rung to another: who moved it when and why, and whose wishes that fulfilled."""

    at: datetime
    before: Rung
    after: Rung
    by: int | None
    reason: str
    wished_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FeltFact:
    """How a step felt to somebody in one morning; `said_by` whoever entered it for them."""

    on: date
    morning: int
    member: int
    felt: str
    said_by: int | None = None


def moves_of(household_id: int, step_id: int) -> tuple[MoveFact, ...]:
    """Return how a step moved, without what was taken back, the oldest first. One query."""
    rows = Event.objects.of(household_id).filter(step_key=step_id, kind__in=(*MOVES, GRANTED), taken_back_at=None)
    events = list(rows.order_by("id"))
    wished: dict[int, list[int]] = {}
    for event in events:
        if event.kind == GRANTED:
            wished.setdefault(event.revision, []).append(event.member_id)
    return tuple(
        MoveFact(
            at=event.at,
            before=Rung(event.changes["rung"][0]),
            after=Rung(event.changes["rung"][1]),
            by=event.actor_id,
            reason=event.why,
            wished_by=tuple(wished.get(event.revision, ())),
        )
        for event in events
        if event.kind in MOVES
    )


def feelings_of(household_id: int, step_id: int, first: date, last: date, *, outside: bool) -> tuple[FeltFact, ...]:
    """Return how a step felt in the mornings from one date to another. One query.

    `outside` leaves out who was pushed, as far as they have not shared it: that stays with the family.
    """
    rows = Feeling.objects.filter(
        household_id=household_id,
        morning_step__step_id=step_id,
        morning__taken_back_at=None,
        morning__on__range=(first, last),
    )
    if outside:
        rows = rows.filter(~Q(felt=PUSHED) | Q(shared_at__isnull=False))
    about = ("morning__on", "morning_id", "member_id", "felt", "said_by_id")
    return tuple(FeltFact(*row) for row in rows.order_by("id").values_list(*about))


def mornings_with(household_id: int, morning_ids: Iterable[int]) -> list[Morning]:
    """Return the rows of some mornings. One query."""
    return list(Morning.objects.of(household_id).filter(id__in=list(morning_ids)))
