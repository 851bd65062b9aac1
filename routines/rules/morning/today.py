"""Which routine is on top just now. Only the local date and clock count, however the clocks or the household move."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto

BEFORE = timedelta(minutes=60)
AFTERWARDS = timedelta(hours=3)


class Turn(StrEnum):
    """Where a routine stands in the day, in the order in which they are listed."""

    RUNNING = auto()
    NOW = auto()
    LATER = auto()
    DONE = auto()
    NOT_TODAY = auto()


class Why(StrEnum):
    """Why a routine is not run today; `MISSED` was left out, and its time is over."""

    WEEKDAY = auto()
    PAUSED = auto()
    NOBODY_HERE = auto()
    MISSED = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine with its day: its hours by the wall clock, None where it has none, and how it stands today.

    `running` also holds for one that began yesterday and goes on past midnight; `finished` means left today.
    """

    routine: int
    weekdays: int
    start: time | None = None
    leave: time | None = None
    running: bool = False
    finished: bool = False
    paused: bool = False
    somebody_here: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a routine stands, and why, if it is not today's."""

    routine: int
    state: Turn
    why: Why | None = None


def today(candidates: Iterable[Candidate], local: datetime) -> tuple[Standing, ...]:
    """Return all routines with the best on top for a household's local moment.

    A routine's turn is from an hour before its start until three hours after its leave, within the day; one without
    hours has all day. Of several the one whose hours it is comes first, then the one whose hours are closest.
    """
    ranked = [(_standing(each, local), each) for each in candidates]
    order = list(Turn)
    ranked.sort(key=lambda pair: (order.index(pair[0].state), *_rank(*pair, local)))
    return tuple(standing for standing, _candidate in ranked)


def turns_at(candidates: Iterable[Candidate], local: datetime) -> datetime:
    """Return the next local moment at which a routine's turn begins or ends by the clock; at the latest midnight."""
    midnight = datetime.combine(local.date(), time(), local.tzinfo)
    hours = [_hours(each) for each in candidates if not _has_no_hours(each)]
    moments = [midnight + edge for begins, ends in hours for edge in (begins - BEFORE, ends + AFTERWARDS)]
    return min((each for each in moments if each > local), default=midnight + timedelta(days=1))


def _standing(candidate: Candidate, local: datetime) -> Standing:
    if candidate.running:
        return Standing(candidate.routine, Turn.RUNNING)
    if candidate.finished:
        return Standing(candidate.routine, Turn.DONE)
    why = _why_not(candidate, local.date())
    if why is not None:
        return Standing(candidate.routine, Turn.NOT_TODAY, why)
    begins, ends = _hours(candidate)
    clock = _since_midnight(local.time())
    if clock < begins - BEFORE:
        return Standing(candidate.routine, Turn.LATER)
    if clock > ends + AFTERWARDS:
        return Standing(candidate.routine, Turn.NOT_TODAY, Why.MISSED)
    return Standing(candidate.routine, Turn.NOW)


def _why_not(candidate: Candidate, day: date) -> Why | None:
    if not candidate.weekdays >> day.weekday() & 1:
        return Why.WEEKDAY
    if candidate.paused:
        return Why.PAUSED
    return None if candidate.somebody_here else Why.NOBODY_HERE


def _rank(standing: Standing, candidate: Candidate, local: datetime) -> tuple[bool, timedelta, timedelta]:
    """Of those whose turn it is, hours come before none, and the closest first; elsewhere the earliest first."""
    begins, ends = _hours(candidate)
    clock = _since_midnight(local.time())
    away = max(begins - clock, clock - ends, timedelta()) if standing.state is Turn.NOW else timedelta()
    return _has_no_hours(candidate), away, begins


def _hours(candidate: Candidate) -> tuple[timedelta, timedelta]:
    """Return when a routine begins and ends, as time since midnight; without hours it is all day."""
    if _has_no_hours(candidate):
        return timedelta(), timedelta(days=1)
    start, leave = candidate.start or candidate.leave, candidate.leave or candidate.start
    return _since_midnight(start), _since_midnight(leave)


def _has_no_hours(candidate: Candidate) -> bool:
    return candidate.start is None and candidate.leave is None


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
