"""Who is here on a day: homes by alternate weeks, single days that are otherwise, holidays and illness."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

TWO_WEEKS = 14
EVERY_DAY = 2**TWO_WEEKS - 1


@dataclass(frozen=True, slots=True)
class Presence:
    """On which days of two weeks somebody is here, from a day on and until a later one takes its place.

    `days` is a mask: bit 0 is the Monday `begins_on` (week A), bit 13 the Sunday of the week after it.
    """

    member: int
    days: int
    begins_on: date
    from_on: date


@dataclass(frozen=True, slots=True)
class DayException:
    """One day that is other than the pattern says."""

    member: int
    on: date
    here: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """A time without mornings: `kind` is "holiday", "sick" or "other", `until_on` its last day, None while unknown.

    `member` None means everybody, `routine` None all routines.
    """

    id: int
    kind: str
    from_on: date
    until_on: date | None = None
    member: int | None = None
    routine: int | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who is not here: `why` is "other_home", "holiday", "sick" or "other", `until` the last such day."""

    member: int
    why: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Who is left of a step's people on a day: those it is for, those who only help, and those it misses.

    `away` are only those it is for, so that somebody's own matter stays theirs when a helper is away.
    """

    affected: tuple[int, ...]
    helping: tuple[int, ...]
    away: tuple[int, ...]


def here_on(member: int, day: date, presences: Iterable[Presence], exceptions: Iterable[DayException] = ()) -> bool:
    """Return whether somebody is at home on a day. Who has no pattern (yet) lives here."""
    said = _exception(member, day, exceptions)
    return _by_pattern(member, day, tuple(presences)) if said is None else said


def away_on(
    day: date,
    members: Iterable[int],
    presences: Sequence[Presence],
    exceptions: Sequence[DayException],
    pauses: Sequence[Pause],
    routine: int | None,
) -> tuple[Away, ...]:
    """Return which of some members have no part in a routine on a day, and why.

    Their own pause tells more than where they are, so it is the reason given. A pause of everybody stops the routine
    itself (`paused`) and takes nobody out of it.
    """
    found = (_away(member, day, presences, exceptions, pauses, routine) for member in members)
    return tuple(away for away in found if away is not None)


def pause_of(member: int, day: date, pauses: Iterable[Pause], routine: int | None) -> Pause | None:
    """Return the pause of somebody alone on a day; of several the one that lasts longest."""
    return _longest(pause for pause in pauses if pause.member == member and _covers(pause, day, routine))


def away_by_pattern(
    member: int, day: date, presences: Sequence[Presence], exceptions: Sequence[DayException] = ()
) -> str:
    """Return where somebody is who is not at home on a day, pauses aside: "other_home", "other", or "" for at home."""
    if here_on(member, day, presences, exceptions):
        return ""
    return "other_home" if any(each.member == member for each in presences) else "other"


def overlap(first: Pause, second: Pause) -> bool:
    """Return whether two pauses hold for the same person and routine on some day."""
    if not (_meet(first.member, second.member) and _meet(first.routine, second.routine)):
        return False
    return max(first.from_on, second.from_on) <= min(_last(first), _last(second))


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def pattern_on(member: int, day: date, presences: Iterable[Presence]) -> Presence | None:
    """Return the pattern that holds for somebody on a day, if they have one."""
    begun = [each for each in presences if each.member == member and each.from_on <= day]
    return max(reversed(begun), key=lambda each: each.from_on, default=None)


def seen_from(pattern: Presence, day: date) -> int:
    """Return a pattern's mask as it reads when its first week is the one of a day."""
    weeks = (monday(day) - monday(pattern.begins_on)).days // 7
    return pattern.days if weeks % 2 == 0 else turned(pattern.days)


def turned(days: int) -> int:
    """Return a mask with its two weeks exchanged."""
    return (days >> 7) | (days % 2**7 << 7)


def paused(day: date, pauses: Iterable[Pause], routine: int | None) -> Pause | None:
    """Return the pause of everybody that stops a routine on a day; of several the one that lasts longest."""
    return _longest(pause for pause in pauses if pause.member is None and _covers(pause, day, routine))


def for_today(affected: Iterable[int], doers: Iterable[int], away: Iterable[Away]) -> Named | None:
    """Return who is left of a step's people, or None where nobody it is for is here: then it is not part of the day."""
    gone = {each.member for each in away}
    affected = tuple(affected)
    here = tuple(member for member in affected if member not in gone)
    helping = tuple(member for member in doers if member not in gone and member not in affected)
    if not here and (affected or not helping):
        return None
    return Named(here, helping, tuple(member for member in affected if member in gone))


def _away(
    member: int,
    day: date,
    presences: Sequence[Presence],
    exceptions: Sequence[DayException],
    pauses: Sequence[Pause],
    routine: int | None,
) -> Away | None:
    own = pause_of(member, day, pauses, routine)
    if own is not None:
        return Away(member, own.kind, own.until_on)
    where = away_by_pattern(member, day, presences, exceptions)
    return Away(member, where, _last_away(member, day, presences, exceptions)) if where else None


def _last_away(
    member: int, day: date, presences: Sequence[Presence], exceptions: Sequence[DayException]
) -> date | None:
    """Return the last day in a row on which somebody is away, None when that is more than four weeks ahead."""
    for ahead in range(1, 2 * TWO_WEEKS + 1):
        if here_on(member, day + timedelta(days=ahead), presences, exceptions):
            return day + timedelta(days=ahead - 1)
    return None


def _by_pattern(member: int, day: date, presences: tuple[Presence, ...]) -> bool:
    pattern = pattern_on(member, day, presences)
    if pattern is None:
        return True
    return bool(pattern.days >> (day - monday(pattern.begins_on)).days % TWO_WEEKS & 1)


def _exception(member: int, day: date, exceptions: Iterable[DayException]) -> bool | None:
    said = [each.here for each in exceptions if (each.member, each.on) == (member, day)]
    return said[-1] if said else None


def _covers(pause: Pause, day: date, routine: int | None) -> bool:
    if pause.routine is not None and pause.routine != routine:
        return False
    return pause.from_on <= day and (pause.until_on is None or day <= pause.until_on)


def _longest(pauses: Iterable[Pause]) -> Pause | None:
    return max(pauses, key=_last, default=None)


def _last(pause: Pause) -> date:
    return pause.until_on or date.max


def _meet(one: int | None, other: int | None) -> bool:
    """Return whether two ids can mean the same; None means all."""
    return one is None or other is None or one == other
