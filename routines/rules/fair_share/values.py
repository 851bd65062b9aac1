"""The values Fair Share thinks with: what was tapped, what is remembered, what came of it.

Members and options are named by any hashable keys; the product uses their ids. Whatever maps a key to
something is a tuple of pairs, so that every value is frozen and can be compared.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Self

Member = Hashable
Option = Hashable


class Ending(StrEnum):
    """How a round ended: one cup was shared out, all agreed (nothing moves), or nobody wanted anything special."""

    SHARED = "shared"
    AGREED = "agreed"
    NOBODY = "nobody_took_part"


class DecidedBy(StrEnum):
    """What decided: the lowest level alone, or the last step of the tie order that told options apart."""

    LEVEL = "level"
    LONGEST_WAIT = "longest_wait"
    GUESTS = "guests"
    TURN_LIST = "turn_list"
    LEAST_RECENT = "least_recent_option"
    LISTED_ORDER = "listed_order"


@dataclass(frozen=True, slots=True)
class Round:
    """One decision as it was tapped; stored rounds are all that has to be kept, see `replay`.

    `options` are in listed order, after vetoes. `ballots` pairs whoever tapped with what they tapped: absent
    people are missing, and no taps or all of them means to sit out. `guests` are those whose taps only break
    ties. `members` is who belongs to the question at the time, newcomers in the order they join the turn
    list; None means the same as before. Taps on what is not listed (any more), and taps of somebody who is
    neither member nor guest, count for nothing.

    Raises ValueError without options, or where one is listed twice.
    """

    options: tuple[Option, ...]
    ballots: tuple[tuple[Member, frozenset[Option]], ...] = ()
    guests: frozenset[Member] = frozenset()
    members: tuple[Member, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse a list that nothing can be picked from."""
        if not self.options:
            raise ValueError("A round needs at least one option to pick from.")
        if len(set(self.options)) < len(self.options):
            raise ValueError("A round may list every option only once.")

    @classmethod
    def of(
        cls,
        options: Iterable[Option],
        ballots: Mapping[Member, Iterable[Option]],
        guests: Iterable[Member] = (),
        members: Iterable[Member] | None = None,
    ) -> Self:
        """Return a round from whatever lists and mappings are at hand."""
        taps = tuple((member, frozenset(tapped)) for member, tapped in ballots.items())
        belonging = None if members is None else tuple(members)
        return cls(tuple(options), taps, frozenset(guests), belonging)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the rounds so far left behind.

    `jars` pairs every member with their jar, in cups; all jars sum to 0. `waits` is how many contested rounds
    in a row each member took part in and missed. `turns` is the turn list, whose turn it is first.
    `last_chosen` pairs an option with the number of the round that last chose it, out of `rounds` so far.
    `unbound` are members whose present losing run the limit (see `limit`) says nothing about: somebody did
    not take part during it, came or left, or it began with jars more than a cup apart.
    """

    jars: tuple[tuple[Member, Fraction], ...] = ()
    waits: tuple[tuple[Member, int], ...] = ()
    turns: tuple[Member, ...] = ()
    last_chosen: tuple[tuple[Option, int], ...] = ()
    rounds: int = 0
    unbound: frozenset[Member] = frozenset()

    @property
    def members(self) -> tuple[Member, ...]:
        """Return who belongs to the question, those who were there first first."""
        return tuple(member for member, _ in self.jars)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which option a round picked, how, and what it did to the jars (in cups).

    `tied` are the options with the lowest level, in listed order: the winner alone without a tie, and all
    options where nobody took part. `taps` pairs each participant, that is whoever tapped some of the options
    but not all, with what they tapped. `turn_members` are those whose turn was used, in this order.

    `levels` pairs each option that a participant tapped with the level its fans' jars would reach, in listed
    order; where nobody took part no cup is poured and every level is 0. `pour` pairs every participant with
    what their jar got of the cup, before an equal part of it is taken out of each participant's jar again.
    """

    winner: Option
    kind: Ending
    decided_by: DecidedBy
    options: tuple[Option, ...]
    tied: tuple[Option, ...]
    taps: tuple[tuple[Member, frozenset[Option]], ...]
    turn_members: tuple[Member, ...]
    levels: tuple[tuple[Option, Fraction], ...]
    pour: tuple[tuple[Member, Fraction], ...]

    @property
    def participants(self) -> tuple[Member, ...]:
        """Return who took part."""
        return tuple(member for member, _ in self.taps)

    @property
    def fans(self) -> tuple[Member, ...]:
        """Return which participants got their wish."""
        return self.fans_of(self.winner)

    def fans_of(self, option: Option) -> tuple[Member, ...]:
        """Return which participants tapped an option."""
        return tuple(member for member, tapped in self.taps if option in tapped)

    @property
    def contested(self) -> bool:
        """Return whether somebody who took part wanted something else, so that jars and waits moved."""
        return self.kind is Ending.SHARED

    @property
    def turn_member(self) -> Member | None:
        """Return whose turn decided: the last of those whose turn was used."""
        return self.turn_members[-1] if self.turn_members else None
