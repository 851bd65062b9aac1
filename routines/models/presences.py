"""Reads who is here on a day into the values of the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from routines.models.presence import Pause, Presence, PresenceDay
from routines.rules.morning import presence as rule


@dataclass(frozen=True, slots=True)
class PauseKept:
    """A break with all that is kept of it: its note, whose routine it is, if only of one, and who set it."""

    pause: rule.Pause
    note: str
    routine_title: str
    set_by: int


def presences_of(household_id: int) -> tuple[rule.Presence, ...]:
    """Return everybody's patterns that still count. One query."""
    rows = Presence.objects.filter(household_id=household_id, replaced_at=None).order_by("from_on", "id")
    return tuple(rule.Presence(row.member_id, row.days, row.begins_on, row.from_on) for row in rows)


def exceptions_of(household_id: int, first: date, last: date) -> tuple[rule.DayException, ...]:
    """Return the single days that are other than the patterns say, from one day to another. One query."""
    rows = PresenceDay.objects.filter(household_id=household_id, on__gte=first, on__lte=last).order_by("on", "id")
    return tuple(rule.DayException(row.member_id, row.on, row.here) for row in rows)


def pauses_of(household_id: int, first: date, last: date | None = None) -> tuple[rule.Pause, ...]:
    """Return the pauses that touch these days; without a last day, all from the first on. One query."""
    return tuple(pause_value(row) for row in _touching(household_id, first, last))


def pauses_kept(household_id: int, first: date) -> tuple[PauseKept, ...]:
    """Return all pauses that are not over on a day, with what is kept of them. One query."""
    return tuple(
        PauseKept(pause_value(row), row.note, row.routine.title if row.routine else "", row.set_by_id)
        for row in _touching(household_id, first, None).select_related("routine")
    )


def pause_value(row: Pause) -> rule.Pause:
    """Return a stored pause as the rules know it."""
    return rule.Pause(
        id=row.id,
        kind=row.kind,
        from_on=row.from_on,
        until_on=row.until_on,
        member=row.member_id,
        routine=row.routine_id,
    )


def away_today(household_id: int, day: date, members: Sequence[int], routine_id: int | None) -> tuple[rule.Away, ...]:
    """Return who is not here on a day, and why. Three queries."""
    return rule.away_on(
        day,
        members,
        presences_of(household_id),
        exceptions_of(household_id, day, day),
        pauses_of(household_id, day, day),
        routine_id,
    )


def paused_today(household_id: int, day: date, routine_id: int) -> rule.Pause | None:
    """Return the pause of everybody on a day, if there is one. One query."""
    return rule.paused(day, pauses_of(household_id, day, day), routine_id)


def _touching(household_id: int, first: date, last: date | None):
    rows = Pause.objects.of(household_id).filter(Q(until_on=None) | Q(until_on__gte=first))
    if last is not None:
        rows = rows.filter(from_on__lte=last)
    return rows.order_by("from_on", "id")
