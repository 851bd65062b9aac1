"""A cup poured jar by jar, as it can be drawn and played back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from routines.rules.fair_share.values import Member

CUP = Fraction(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where jars are drawn, in cups."""

    low: Fraction
    high: Fraction

    @classmethod
    def over(cls, levels: Iterable[Fraction]) -> Self:
        """Return the scale from the lowest to the highest of some levels; a cup at least, so little looks little."""
        each = tuple(levels) or (Fraction(),)
        return cls(min(each), max(*each, min(each) + CUP))

    def height(self, level: Fraction) -> Fraction:
        """Return where to draw a level, from 0 at the bottom to 1 at the top."""
        return (level - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of pouring: the jars of `members` rise together from one level to another, in cups.

    `left` is what is in the cup afterwards.
    """

    members: tuple[Member, ...]
    start: Fraction
    end: Fraction
    left: Fraction


def stages(jars: Mapping[Member, Fraction]) -> tuple[Stage, ...]:
    """Return how one cup is poured over these jars: the emptiest rises to the next, then both, and so on.

    Jars above the final level take no part. The end of the last stage is the level (see `level`).
    """
    order = sorted(jars, key=jars.__getitem__)
    poured: list[Stage] = []
    left = CUP
    for number, member in enumerate(order, start=1):
        start = jars[member]
        end = start + left / number
        if number < len(order):
            end = min(end, jars[order[number]])
        if end > start:
            left -= (end - start) * number
            poured.append(Stage(tuple(order[:number]), start, end, left))
        if not left:
            break
    return tuple(poured)
