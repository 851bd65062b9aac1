"""Counting a co-designed question: one vote each, equal; ties go by turns, and say so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from routines.rules.state import OptionState, QuestionState, Say
from routines.rules.voices import heard, live, live_ids, missing

__all__ = ["Count", "Memory", "count", "heard", "missing", "option_key", "tally", "thumbs"]

TURN_LIST = "turn_list"
LEAST_RECENT = "least_recent"
LISTED_ORDER = "listed_order"


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier questions left behind for fair turns.

    `turns` is the turn list, whose turn it is first. `last_chosen` pairs the key of an option's
    text (see `option_key`) with when it was last chosen, as moments or as growing numbers.
    """

    turns: tuple[int, ...] = ()
    last_chosen: tuple[tuple[str, datetime | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a count. No `winner` means everything stays as it was.

    `tied` are the options that had to be told apart, `tie_rule` what did it ("" without a tie),
    `turn_member` whose turn it used, `dissent` who had wanted something else.
    """

    winner: int | None
    tally: tuple[tuple[int, int], ...]
    tied: tuple[int, ...] = ()
    tie_rule: str = ""
    turn_member: int | None = None
    dissent: tuple[int, ...] = ()


def option_key(text: str) -> str:
    """Return the key under which an idea is remembered, however it was typed."""
    return " ".join(text.split()).casefold()


def tally(question: QuestionState) -> tuple[tuple[int, int], ...]:
    """Return how many are for each live option, in listed order; thumbs up for a single one."""
    votes = [vote for _, vote in _votes(question)]
    return tuple((option, votes.count(option)) for option in live_ids(question))


def thumbs(question: QuestionState) -> tuple[int, int, int]:
    """Return how many said yes, not sure and no to a single idea."""
    said = [voice.say for voice in heard(question)]
    return said.count(Say.YES), said.count(Say.UNSURE), said.count(Say.NO)


def count(question: QuestionState, memory: Memory | None = None) -> Count:
    """Count a one-off question; `memory` tells ties apart by fair turns."""
    options = live(question)
    if len(options) < 2:
        return _count_single(question)
    votes, counted = _votes(question), tally(question)
    if not votes:
        return Count(None, counted)
    most = max(number for _, number in counted)
    tied = tuple(option for option, number in counted if number == most)
    winner, rule, member = _break_tie(tied, votes, options, memory or Memory())
    dissent = tuple(member for member, vote in votes if vote != winner)
    return Count(winner, counted, tied if len(tied) > 1 else (), rule, member, dissent)


def _votes(question: QuestionState) -> tuple[tuple[int, int], ...]:
    """Return pairs of member and option voted for."""
    only = live_ids(question)[0] if len(live(question)) == 1 else None
    return tuple(
        (voice.member, only if voice.option is None else voice.option)
        for voice in heard(question)
        if voice.say is Say.CHOICE or (only is not None and voice.say is Say.YES)
    )


def _count_single(question: QuestionState) -> Count:
    """A single idea needs more yes than no; otherwise nothing changes."""
    yes, _, no = thumbs(question)
    counted = tally(question)
    won = yes > no
    outvoted = Say.NO if won else Say.YES
    dissent = tuple(voice.member for voice in heard(question) if voice.say is outvoted)
    return Count(counted[0][0] if won else None, counted, dissent=dissent)


def _break_tie(
    tied: tuple[int, ...],
    votes: Iterable[tuple[int, int]],
    options: Sequence[OptionState],
    memory: Memory,
) -> tuple[int, str, int | None]:
    """Return the winner, the rule that found it and whose turn was used."""
    if len(tied) == 1:
        return tied[0], "", None
    voted = dict(votes)
    for member in memory.turns:
        if voted.get(member) in tied:
            return voted[member], TURN_LIST, member
    chosen = {option_key(text): when for text, when in memory.last_chosen}
    last = {each.id: chosen.get(option_key(each.text)) for each in options if each.id in tied}
    never = [option for option, when in last.items() if when is None]
    oldest = never or [option for option, when in last.items() if when == min(last.values())]
    if len(oldest) == 1:
        return oldest[0], LEAST_RECENT, None
    return oldest[0], LISTED_ORDER, None
