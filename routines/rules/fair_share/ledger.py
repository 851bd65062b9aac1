"""The working copy of a memory: jars as whole drops, so that years of rounds are replayed in milliseconds.

Sums of fractions are exact but slow, so every jar is counted in drops of one size and a cup is so many drops.
Where something does not come out even, all drops are split into smaller ones.
"""

from collections.abc import Collection, Iterable
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from routines.rules.fair_share.levels import Filled, fill, lowest
from routines.rules.fair_share.ties import Standing, break_tie
from routines.rules.fair_share.values import DecidedBy, Member, Memory, Option, Round

# After how many rounds drops that were split are put together again as far as that is possible.
TIDY_EVERY = 16


class Settled(NamedTuple):
    """What came of a round: `levels` are in drops of the size before it, `fans` those of `taps` who got their wish."""

    winner: Option
    decided_by: DecidedBy
    tied: tuple[Option, ...]
    turn_members: tuple[Member, ...]
    taps: dict[Member, frozenset[Option]]
    fans: list[Member]
    levels: dict[Option, Filled]


class Ledger:
    """A memory while rounds are entered; not to be shared, and handed on as a `Memory` again."""

    __slots__ = ("cup", "jars", "last_chosen", "roster", "rounds", "turns", "unbound", "waits")

    def __init__(self, memory: Memory) -> None:
        """Take over a memory."""
        self.roster = memory.members
        self.cup = lcm(*(jar.denominator for _, jar in memory.jars))
        self.jars = {member: jar.numerator * (self.cup // jar.denominator) for member, jar in memory.jars}
        self.waits = dict(memory.waits)
        self.turns = list(memory.turns)
        self.last_chosen = dict(memory.last_chosen)
        self.rounds = memory.rounds
        self.unbound = set(memory.unbound)

    def memory(self) -> Memory:
        """Return what is remembered now."""
        return Memory(
            jars=tuple((member, Fraction(drops, self.cup)) for member, drops in self.jars.items()),
            waits=tuple(self.waits.items()),
            turns=tuple(self.turns),
            last_chosen=tuple(self.last_chosen.items()),
            rounds=self.rounds,
            unbound=frozenset(self.unbound),
        )

    def follow(self, members: Iterable[Member]) -> None:
        """Let those leave who are not among `members`, then let the new ones join.

        What leavers have in their jars is spread equally over those who stay.
        """
        self.roster = tuple(members)
        leavers = [member for member in self.jars if member not in self.roster]
        joiners = [member for member in self.roster if member not in self.jars]
        if not leavers and not joiners:
            return
        self._spread(sum(self.jars.pop(member) for member in leavers))
        self.jars.update(dict.fromkeys(joiners, 0))
        self.waits = {member: self.waits.get(member, 0) for member in self.jars}
        self.turns = [member for member in self.turns if member in self.jars] + joiners
        self.unbound = {member for member, wait in self.waits.items() if wait}

    def settle(self, entry: Round) -> Settled:
        """Enter one round, and return what came of it."""
        if entry.members is not None and entry.members != self.roster:
            self.follow(entry.members)
        taps = self._taps(entry)
        levels = fill(self.jars, taps, self.cup)
        tied = lowest(entry.options, levels)
        winner, decided_by, used = tied[0], DecidedBy.LEVEL, ()
        if len(tied) > 1:
            guests = [tapped for guest, tapped in entry.ballots if guest in entry.guests]
            standing = Standing(taps, guests, self.waits, self.turns, self.last_chosen)
            winner, decided_by, used = break_tie(tied, standing)
        fans = [member for member, tapped in taps.items() if winner in tapped]
        if len(fans) < len(taps):
            self._count_waits(taps, fans)
            self._pour(taps, fans, levels[winner])
        self._note(winner, used)
        return Settled(winner, decided_by, tied, used, taps, fans, levels)

    def _taps(self, entry: Round) -> dict[Member, frozenset[Option]]:
        """Return what each participant tapped."""
        options = frozenset(entry.options)
        taps = {}
        for member, tapped in entry.ballots:
            listed = tapped if tapped <= options else tapped & options
            if listed and len(listed) < len(options) and member in self.jars and member not in entry.guests:
                taps[member] = listed
        return taps

    def _count_waits(self, participants: Collection[Member], fans: Collection[Member]) -> None:
        """Count one more miss for those who did not get their wish, and none for those who did."""
        cup_above_emptiest = min(self.jars.values()) + self.cup
        for member in participants:
            if member in fans:
                self.waits[member] = 0
                self.unbound.discard(member)
                continue
            if not self.waits[member] and self.jars[member] > cup_above_emptiest:
                self.unbound.add(member)
            self.waits[member] += 1
        if len(participants) < len(self.jars):
            self.unbound.update(member for member, wait in self.waits.items() if wait)

    def _pour(self, participants: Collection[Member], fans: Collection[Member], filled: Filled) -> None:
        """Fill the fans' jars to the level, and take an equal part of the cup out of each participant's."""
        total, shared = filled
        total *= self._split_for(total, shared)
        total *= self._split_for(self.cup, len(participants))
        level, part = total // shared, self.cup // len(participants)
        for member in fans:
            self.jars[member] = max(self.jars[member], level)
        for member in participants:
            self.jars[member] -= part

    def _spread(self, drops: int) -> None:
        """Spread drops equally over all jars."""
        if drops:
            drops *= self._split_for(drops, len(self.jars))
            self.jars = {member: held + drops // len(self.jars) for member, held in self.jars.items()}

    def _note(self, winner: Option, used: tuple[Member, ...]) -> None:
        """Remember when the winner was chosen, and move those to the end of the turn list whose turn was used."""
        self.rounds += 1
        self.last_chosen[winner] = self.rounds
        if used:
            self.turns = [member for member in self.turns if member not in used] + list(used)
        if self.rounds % TIDY_EVERY == 0:
            self._tidy()

    def _split_for(self, drops: int, over: int) -> int:
        """Split all drops until these come out even over so many jars; return the pieces each was split into."""
        if drops % over == 0:
            return 1
        pieces = over // gcd(drops, over)
        self.cup *= pieces
        self.jars = {member: held * pieces for member, held in self.jars.items()}
        return pieces

    def _tidy(self) -> None:
        """Put drops together again as far as that comes out even."""
        size = gcd(self.cup, *self.jars.values())
        if size > 1:
            self.cup //= size
            self.jars = {member: held // size for member, held in self.jars.items()}
