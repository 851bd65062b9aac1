"""Deciding a round, and replaying all of them."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from routines.rules.fair_share.ledger import Ledger, Settled
from routines.rules.fair_share.values import Ending, Member, Memory, Outcome, Round

NOTHING = Fraction()


def begin(members: Iterable[Member]) -> Memory:
    """Return a fresh memory: empty jars, nobody waiting, the turn list in the order of `members`."""
    return follow(Memory(), members)


def follow(memory: Memory, members: Iterable[Member]) -> Memory:
    """Return the memory once exactly `members` belong to the question.

    Those who are not among them leave: their balance is spread equally over those who stay. New ones join
    with an empty jar, at the end of the turn list. Somebody who comes back is new.
    """
    ledger = Ledger(memory)
    ledger.follow(members)
    return ledger.memory()


def join(memory: Memory, member: Member) -> Memory:
    """Return the memory with one more member."""
    return follow(memory, (*memory.members, member))


def leave(memory: Memory, member: Member) -> Memory:
    """Return the memory without a member."""
    return follow(memory, (each for each in memory.members if each != member))


def decide(memory: Memory, entry: Round) -> tuple[Outcome, Memory]:
    """Decide one round: return what came of it, and what is remembered from then on.

    Somebody always wins. With one option left it is that one and nothing moves, since nobody can tap some but
    not all of one.
    """
    if entry.members is not None:
        memory = follow(memory, entry.members)
    ledger = Ledger(memory)
    cup = ledger.cup
    settled = ledger.settle(entry)
    return _outcome(memory, entry, settled, cup), ledger.memory()


def replay(members: Iterable[Member], rounds: Iterable[Round]) -> Memory:
    """Return what is remembered after these rounds, beginning with `members` (see `begin`).

    Three years of daily rounds take some milliseconds, so memories need not be stored.
    """
    ledger = Ledger(begin(members))
    for entry in rounds:
        ledger.settle(entry)
    return ledger.memory()


def history(before: Memory, rounds: Iterable[Round]) -> Iterator[tuple[Outcome, Memory]]:
    """Yield each round's outcome with the memory after it.

    This is slower than `replay`: replay what is long past, and tell what is to be shown.
    """
    memory = before
    for entry in rounds:
        outcome, memory = decide(memory, entry)
        yield outcome, memory


def limit(members: int) -> int:
    """Return how many contested rounds in a row anybody can miss if all of so many members take part each time.

    This is 2n - 3: 1, 3, 5, 7, 9 for 2 to 6 members, none for one alone.
    """
    return max(2 * members - 3, 0)


def _outcome(before: Memory, entry: Round, settled: Settled, cup: int) -> Outcome:
    """Return an outcome in cups; `cup` is how many of the drops the settled levels are counted in."""
    taps, fans = settled.taps, settled.fans
    levels = {option: Fraction(total, shared * cup) for option, (total, shared) in settled.levels.items()}
    shared_out = len(fans) < len(taps)
    top = levels.get(settled.winner)
    return Outcome(
        winner=settled.winner,
        kind=Ending.SHARED if shared_out else Ending.AGREED if taps else Ending.NOBODY,
        decided_by=settled.decided_by,
        options=entry.options,
        tied=settled.tied,
        taps=tuple((member, taps[member]) for member in before.members if member in taps),
        turn_members=settled.turn_members,
        levels=tuple((option, levels.get(option, NOTHING)) for option in entry.options if option in levels or not taps),
        pour=tuple(
            (member, max(top - jar, NOTHING) if shared_out and member in fans else NOTHING)
            for member, jar in before.jars
            if member in taps
        ),
    )
