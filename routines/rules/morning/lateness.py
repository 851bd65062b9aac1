"""More fun, more time: lateness chosen on purpose, with its cost known first."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from routines.rules.codes import Code
from routines.rules.morning.running import of_all
from routines.rules.morning.state import MorningState
from routines.rules.verdict import Verdict, allow, refuse

LEAST, MOST = 1, 120


@dataclass(frozen=True, slots=True)
class Cost:
    """What more time costs. Free time goes first; the door moves by what that does not cover, in whole minutes.

    `from_free` are seconds, and `from_free` with `minutes_later` are just the extra minutes. `gives` are the steps
    that would get shorter if the door stayed, with their seconds, and `short` the seconds that not even that saves.
    """

    minutes_later: int
    from_free: int
    new_leave: datetime
    gives: tuple[tuple[int, int], ...] = ()
    short: int = 0


def may_be_later(extra_minutes: int | None, leave: datetime | None) -> Verdict:
    """Return whether so many more minutes can be chosen: 1 to 120, and only where there is a time to leave."""
    if leave is None:
        return refuse(Code.NOTHING_TO_BE_LATE_FOR)
    if extra_minutes is None or not LEAST <= extra_minutes <= MOST:
        return refuse(Code.LATER_MINUTES, least=LEAST, most=MOST)
    return allow()


def cost(extra_minutes: int, morning: MorningState, now: datetime, step: int | None = None) -> Cost:
    """Return what so many more minutes cost now; ask `may_be_later` first (ValueError where it says no).

    `step` is the morning's step they are for, which of course gives nothing.
    """
    if not may_be_later(extra_minutes, morning.leave):
        raise ValueError(extra_minutes)
    extra = extra_minutes * 60
    planned = of_all(morning, now)
    minutes_later = -(-max(0, extra - planned.free) // 60)
    hurried = of_all(replace(morning, leave=morning.leave - timedelta(seconds=extra)), now)
    return Cost(
        minutes_later=minutes_later,
        from_free=extra - minutes_later * 60,
        new_leave=morning.leave + timedelta(minutes=minutes_later),
        gives=tuple((each, seconds) for each, seconds in _given(planned, hurried).items() if each != step),
        short=hurried.short,
    )


def _given(planned, hurried) -> dict[int, int]:
    """Return by how much each step would be shorter for whoever loses most of it."""
    given: dict[int, int] = {}
    for before, after in zip(planned.people, hurried.people, strict=True):
        shorter = dict(after.lengths)
        for step, length in before.lengths:
            lost = length - shorter.get(step, length)
            if lost > given.get(step, 0):
                given[step] = lost
    return given
