"""When a pick ends: when all have tapped, or by the clock."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from routines.rules.clock import LEAVE, Slot, on, timetable
from routines.rules.picking.state import PickingState

AT_LEAST = timedelta(minutes=5)
WITHOUT_HOURS = timedelta(minutes=15)
# After the last has tapped: time to tap a second picture or to say oops, and for a tablet to send all that waited.
LAST_MOMENT = timedelta(seconds=5)
HALF_A_DAY = timedelta(hours=12)


def closes_at(started: datetime, wanted: datetime | None) -> datetime:
    """Return when picking ends on a morning that has begun: as wanted, but everybody gets five minutes.

    None is a routine without hours: a quarter of an hour.
    """
    return max(started + AT_LEAST, wanted or started + WITHOUT_HOURS)


def by_the_clock(until: time, on_day: date, zone: str, started: datetime) -> datetime:
    """Return when the household's clock shows a time on a morning's date, in UTC; after midnight it is the next day.

    A time the clocks skip moves forward by what they skip, one they show twice means the first time.
    """
    moment = _moment(until, on_day, zone)
    return moment if started - moment < HALF_A_DAY else _moment(until, on_day + timedelta(days=1), zone)


def begins_at(
    step: int, slots: Iterable[Slot], anchor: str, anchor_time: time | None, day: tuple[date, str, datetime]
) -> datetime | None:
    """Return when a step of today's plan begins, in UTC, or None for a routine without hours.

    `slots` are the steps of today in order, `day` the morning's date, its zone and when it began. Where a routine is
    anchored by its start, everything counts from when they really began.
    """
    on_day, zone, started = day
    plan = timetable(tuple(slots), anchor, anchor_time)
    if anchor_time is None or step not in dict(plan.offsets):
        return None
    if anchor != LEAVE:
        return started + timedelta(minutes=dict(plan.offsets)[step])
    real = on(on_day, zone, plan)
    return dict(real.starts)[step].astimezone(UTC) if real else None


def over_at(picking: PickingState, gone: Collection[int] = ()) -> datetime:
    """Return when taps are no longer taken: a moment after all who are waited for have tapped, at the latest by the
    clock. `gone` are people who have left the household.
    """
    tapped = [_tapped_at(picking, member) for member in waited_for(picking, gone)]
    if not tapped or None in tapped:
        return picking.closes_at
    return min(picking.closes_at, max(tapped) + LAST_MOMENT)


def is_over(picking: PickingState, now: datetime, gone: Collection[int] = ()) -> bool:
    """Return whether what was tapped is revealed."""
    return picking.settled_at is not None or now >= over_at(picking, gone)


def waited_for(picking: PickingState, gone: Collection[int] = ()) -> tuple[int, ...]:
    """Return whose taps end it: all who are here for it, or the one whose treat it is."""
    asked = (picking.treat_for,) if picking.treat_for else picking.asked
    return tuple(member for member in asked if member not in gone)


def has_tapped(picking: PickingState, member: int) -> bool:
    """Return whether somebody tapped or passed. Whose wishes were all ruled out since is asked again."""
    return _tapped_at(picking, member) is not None


def _tapped_at(picking: PickingState, member: int) -> datetime | None:
    ballot = picking.ballot(member)
    if ballot is None or (ballot.options and not set(ballot.options) & set(picking.live)):
        return None
    return ballot.at


def _moment(at: time, day: date, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
