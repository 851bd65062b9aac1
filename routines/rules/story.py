"""A step's story over months: where it stood on the ladder, and how it felt to whom. Counted, never averaged."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from routines.rules.lanes import LANES
from routines.rules.state import Rung


@dataclass(frozen=True, slots=True)
class Move:
    """A step came to stand on a rung on a local date: it was added there, climbed, or stepped down."""

    on: date
    rung: Rung


@dataclass(frozen=True, slots=True)
class Felt:
    """How one morning's step felt to one person: `felt` is one of the lanes, `on` the morning's date."""

    on: date
    morning: int
    member: int
    felt: str


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a step stood from one day of a month to another, both included."""

    rung: Rung
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Times:
    """How often a step felt like one lane to one person in a month."""

    felt: str
    member: int
    times: int


@dataclass(frozen=True, slots=True)
class MonthStory:
    """One month. `month` is its first day, `mornings` the ids and dates of the mornings somebody told of, in order."""

    month: date
    stands: tuple[Stand, ...]
    times: tuple[Times, ...]
    mornings: tuple[tuple[int, date], ...]


def story(moves: Sequence[Move], feelings: Iterable[Felt], months: Iterable[date]) -> tuple[MonthStory, ...]:
    """Return the story of a step in some months, in their order.

    `moves` begin with where the step was added, the oldest first; of several on one day the last one counts.
    `months` are first days, each once. A feeling counts once, in the month of its morning; those of other months are
    left out.
    """
    by_month: dict[date, list[Felt]] = {}
    for each in feelings:
        by_month.setdefault(each.on.replace(day=1), []).append(each)
    return tuple(_month(month, moves, by_month.get(month, [])) for month in months)


def months_until(last: date, first: date, most: int) -> tuple[date, ...]:
    """Return at most so many months up to that of `last`, none before that of `first`, the oldest first."""
    begin = max(_number(first), _number(last) - most + 1)
    return tuple(_first(number) for number in range(begin, _number(last) + 1))


def month_before(month: date) -> date:
    """Return the first day of the month before."""
    return _first(_number(month) - 1)


def month_end(month: date) -> date:
    """Return the last day of a month."""
    return date.fromordinal(_first(_number(month) + 1).toordinal() - 1)


def _month(month: date, moves: Sequence[Move], feelings: Sequence[Felt]) -> MonthStory:
    counted = Counter((each.felt, each.member) for each in feelings)
    ordered = sorted(counted.items(), key=lambda each: (LANES.index(each[0][0]), each[0][1]))
    mornings = {(each.on, each.morning) for each in feelings}
    return MonthStory(
        month=month,
        stands=_stands(moves, month),
        times=tuple(Times(felt, member, times) for (felt, member), times in ordered),
        mornings=tuple((morning, on) for on, morning in sorted(mornings)),
    )


def _stands(moves: Sequence[Move], month: date) -> tuple[Stand, ...]:
    """Return where the step stood in a month, clipped to it; nothing before it was added."""
    end = month_end(month)
    stands: list[Stand] = []
    for move, following in zip(moves, [*moves[1:], None], strict=True):
        first = max(move.on, month)
        last = end if following is None else min(end, date.fromordinal(following.on.toordinal() - 1))
        if first > last:
            continue
        if stands and stands[-1].rung is move.rung:
            first = stands.pop().first
        stands.append(Stand(move.rung, first, last))
    return tuple(stands)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
