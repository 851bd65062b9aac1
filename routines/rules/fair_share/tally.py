"""Counting who got their wish how often, as plain counts: no percentages, no ranking, no score."""

from collections.abc import Iterable
from dataclasses import dataclass

from routines.rules.fair_share.values import Ending, Member, Memory, Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """One member's rounds: `happy` ones out of those `contested`, and those `agreed`, all that they took part in.

    "Happy" means no more than that a tapped option won. `running` is how many contested rounds in a row they
    have missed by now, `longest` the most there were, and `bound` whether the limit holds for the present run.
    """

    member: Member
    happy: int
    contested: int
    agreed: int
    running: int
    longest: int
    bound: bool


def tally(told: Iterable[tuple[Outcome, Memory]]) -> tuple[Tally, ...]:
    """Return the counts over some rounds, from what `history` yields, for the members at their end.

    A losing run that began before the first of these rounds counts in full.
    """
    rounds = tuple(told)
    if not rounds:
        return ()
    last = rounds[-1][1]
    return tuple(_tally(member, running, rounds, member not in last.unbound) for member, running in last.waits)


def _tally(member: Member, running: int, rounds: tuple[tuple[Outcome, Memory], ...], bound: bool) -> Tally:
    mine = [outcome for outcome, _ in rounds if member in outcome.participants]
    contested = [outcome for outcome in mine if outcome.contested]
    return Tally(
        member=member,
        happy=sum(member in outcome.fans for outcome in contested),
        contested=len(contested),
        agreed=sum(outcome.kind is Ending.AGREED for outcome in mine),
        running=running,
        longest=max(dict(memory.waits).get(member, 0) for _, memory in rounds),
        bound=bound,
    )
