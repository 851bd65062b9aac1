"""Elastic time: what remains shrinks together when time is scarce, and what is over becomes free time.

The time to leave never moves here; choosing to leave later is in `lateness`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Need(NamedTuple):
    """How many seconds something takes, and how few it may take."""

    id: int
    seconds: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class Stretched:
    """How long each thing gets, in whole seconds and in the order asked for.

    `free` is what is left over, `short` what is missing even when everything takes its least.
    """

    lengths: tuple[tuple[int, int], ...] = ()
    free: int = 0
    short: int = 0

    def length(self, need: int) -> int:
        """Return how long one thing gets, 0 for one that is not in it."""
        return dict(self.lengths).get(need, 0)


def stretch(needs: Iterable[Need | tuple], seconds_available: int | None) -> Stretched:
    """Return how long each of one person's needs gets of the seconds there are; None means there is no end.

    Scarce seconds shrink all by one common factor, none below its least. They are handed out to the last one, and a
    second more never makes anything shorter.
    """
    asked = tuple(_sound(Need(*need)) for need in needs)
    whole, least = sum(need.seconds for need in asked), sum(need.least for need in asked)
    if seconds_available is None or seconds_available >= whole:
        free = 0 if seconds_available is None else seconds_available - whole
        return Stretched(tuple((need.id, need.seconds) for need in asked), free=free)
    if seconds_available <= least:
        return Stretched(tuple((need.id, need.least) for need in asked), short=least - seconds_available)
    lengths = _shared(asked, seconds_available)
    return Stretched(tuple((need.id, length) for need, length in zip(asked, lengths, strict=True)))


def _sound(need: Need) -> Need:
    """A least that is longer than the whole, or less than nothing, is no least."""
    seconds = max(0, need.seconds)
    return Need(need.id, seconds, min(max(0, need.least), seconds))


def _shared(needs: Sequence[Need], available: int) -> list[int]:
    """Share seconds out whole: rounded down first, then one by one to whatever is closest to its next second.

    This is the divisor method of Jefferson with a floor. Unlike the largest remainder it can never take a second
    away from somebody because there is one more (Balinski and Young, Fair Representation, 1982).
    """
    factor = _factor(needs, available)
    lengths = [max(need.least, int(need.seconds * factor)) for need in needs]
    for _ in range(available - sum(lengths)):
        growing = (place for place, need in enumerate(needs) if lengths[place] < need.seconds)
        nearest = min(growing, key=lambda place: Fraction(lengths[place] + 1, needs[place].seconds))
        lengths[nearest] += 1
    return lengths


def _factor(needs: Sequence[Need], available: int) -> Fraction:
    """Return the factor at which everything, each at its least or more, takes just the time there is."""
    shrinking, room = list(needs), available
    while True:
        factor = Fraction(room, sum(need.seconds for need in shrinking))
        at_least = [need for need in shrinking if need.seconds * factor < need.least]
        if not at_least:
            return factor
        room -= sum(need.least for need in at_least)
        shrinking = [need for need in shrinking if need not in at_least]
