"""Numbers over several households, told only where nobody can be found in them. Pure.

After the threshold rule of statistical disclosure control (Hundepool et al., Statistical Disclosure Control, 2012): a
cell needs enough contributors, and so does what is left of it once a reader takes away what they know themself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# So many households and so many people stand behind every number at least.
ENOUGH = 5


class Knows(StrEnum):
    """How much of a household's part in a number its reader sees elsewhere: all of it, some of it, nothing."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """What one household brings to one number: `n`, of `of` where it is part of a whole, by these `people`."""

    household: int
    people: frozenset[int]
    n: int
    of: int | None = None
    known: Knows = Knows.NONE

    @property
    def counts(self) -> bool:
        """Return whether there is anything in it at all."""
        return bool(self.n if self.of is None else self.of)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number that may be told, and how many households and people stand behind it."""

    n: int
    of: int | None
    households: int
    people: int


def cell(parts: Iterable[Part]) -> Cell | None:
    """Return the sum of some households' parts, or None where too few stand behind it.

    Households with nothing to count stand behind nothing. Those the reader knows nothing of must be none at all or
    enough, by households and by people; with fewer, what the reader knows could be taken away until one family is left.
    """
    standing = tuple(each for each in parts if each.counts)
    if not _enough(standing):
        return None
    others = tuple(each for each in standing if each.known is Knows.NONE)
    all_known = all(each.known is Knows.ALL for each in standing)
    if not all_known and not _enough(others):
        return None
    wholes = [each.of for each in standing if each.of is not None]
    return Cell(
        n=sum(each.n for each in standing),
        of=sum(wholes) if wholes else None,
        households=len({each.household for each in standing}),
        people=len(_people(standing)),
    )


def _enough(parts: Iterable[Part]) -> bool:
    parts = tuple(parts)
    return len({each.household for each in parts}) >= ENOUGH and len(_people(parts)) >= ENOUGH


def _people(parts: Iterable[Part]) -> frozenset[int]:
    return frozenset().union(*(each.people for each in parts))
