"""The clock of a routine: when each step starts, also on the day clocks change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from routines.rules.codes import Code

LEAVE = "leave"
START = "start"
DAY = 24 * 60


class Slot(NamedTuple):
    """What the clock needs of a step. `alongside` starts together with the step before it."""

    id: int
    minutes: int
    alongside: bool = False
    affected: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """When everything happens by the wall clock of an ordinary day.

    `offsets` pairs each step with its minutes after the start, `starts` with its time, None while
    no time is known or the minutes do not fit into the day. `code` says what is wrong, if
    something is: `no_time`, `does_not_fit`, `two_places`; `params` are pairs for the sentence.
    """

    anchor: str
    offsets: tuple[tuple[int, int], ...]
    starts: tuple[tuple[int, time | None], ...]
    start: time | None
    leave: time | None
    total_minutes: int
    fits: bool
    code: Code = Code.OK
    params: tuple[tuple[str, Any], ...] = ()

    def starts_at(self, step: int) -> time | None:
        """Return when a step starts, if that is known."""
        return dict(self.starts).get(step)


@dataclass(frozen=True, slots=True)
class Morning:
    """A timetable on one real day; times are aware and in the household's zone.

    `shift_minutes` is how far the computed end (the start, for a routine anchored by leaving) is
    from where it usually stands on the wall clock: 0 but for days on which clocks change.
    """

    starts: tuple[tuple[int, datetime], ...]
    start: datetime
    leave: datetime
    shift_minutes: int


def timetable(steps: Sequence[Slot | tuple], anchor: str, at: time | None) -> Timetable:
    """Return the timetable of steps in order, anchored by leaving or by starting at a time."""
    slots = tuple(Slot(*step) for step in steps)
    offsets, total = _offsets(slots)
    unknown = tuple((slot.id, None) for slot in slots)
    plain = Timetable(anchor, offsets, unknown, None, None, total, fits=True)
    if at is None:
        return _two_places(replace(plain, code=Code.NO_TIME), slots)
    first = _minutes(at) - (total if anchor == LEAVE else 0)
    if first < 0 or first + total >= DAY:
        return _does_not_fit(plain, at)
    timed = replace(
        plain,
        starts=tuple((step, _time(first + offset)) for step, offset in offsets),
        start=_time(first),
        leave=_time(first + total),
    )
    return _two_places(timed, slots)


def on(day: date, zone: str, plan: Timetable) -> Morning | None:
    """Return a timetable's real times on one day, or None where it has no times.

    The anchor is what the wall clock says; everything else is real minutes from it, so nobody
    loses an hour to the clocks. An anchor the clocks skip moves forward by what they skip, one
    they show twice means the first time. `zone` is an IANA name; ZoneInfoNotFoundError else.
    """
    if plan.start is None or plan.leave is None:
        return None
    local = ZoneInfo(zone)
    anchored = datetime.combine(day, plan.leave if plan.anchor == LEAVE else plan.start, local)
    instant = anchored.astimezone(UTC)
    length = timedelta(minutes=plan.total_minutes)
    begin = instant - length if plan.anchor == LEAVE else instant
    starts = tuple((step, (begin + timedelta(minutes=offset)).astimezone(local)) for step, offset in plan.offsets)
    start, leave = begin.astimezone(local), (begin + length).astimezone(local)
    usual, real = (plan.start, start) if plan.anchor == LEAVE else (plan.leave, leave)
    shift = real.replace(tzinfo=None) - datetime.combine(day, usual)
    return Morning(starts, start, leave, round(shift.total_seconds() / 60))


def _offsets(slots: Iterable[Slot]) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return each step's minutes after the start, and how long everything takes."""
    offsets, begins, ends = [], 0, 0
    for slot in slots:
        if not slot.alongside:
            begins = ends
        offsets.append((slot.id, begins))
        ends = max(ends, begins + slot.minutes)
    return tuple(offsets), ends


def _two_places(plan: Timetable, slots: tuple[Slot, ...]) -> Timetable:
    """Mark a timetable in which somebody would be in two places at once."""
    blocks: list[list[Slot]] = []
    for slot in slots:
        if slot.alongside and blocks:
            blocks[-1].append(slot)
        else:
            blocks.append([slot])
    for block in blocks:
        everybody = [member for slot in block for member in set(slot.affected)]
        twice = tuple(sorted({each for each in everybody if everybody.count(each) > 1}))
        if twice:
            involved = tuple(slot.id for slot in block if not set(twice).isdisjoint(slot.affected))
            return replace(plan, code=Code.TWO_PLACES, params=(("members", twice), ("steps", involved)))
    return plan


def _does_not_fit(plan: Timetable, at: time) -> Timetable:
    room = _minutes(at) if plan.anchor == LEAVE else DAY - 1 - _minutes(at)
    over = plan.total_minutes - room
    params = (("total", plan.total_minutes), ("room", room), ("over", over), ("at", at))
    return replace(plan, fits=False, code=Code.DOES_NOT_FIT, params=params)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
