"""Telling tied options apart, always in the same order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from routines.rules.fair_share.values import DecidedBy, Member, Option


@dataclass(frozen=True, slots=True)
class Standing:
    """What ties are told apart by.

    `taps` is what each participant tapped, `guest_taps` what each guest did; `waits`, `turns` and `last_chosen`
    are what is remembered.
    """

    taps: Mapping[Member, Collection[Option]]
    guest_taps: Sequence[Collection[Option]]
    waits: Mapping[Member, int]
    turns: Sequence[Member]
    last_chosen: Mapping[Option, int]


def break_tie(tied: Sequence[Option], standing: Standing) -> tuple[Option, DecidedBy, tuple[Member, ...]]:
    """Return the winner, the last step that told options apart, and whose turns were used.

    The listed order is named only where no other step told any of them apart.
    """
    left, decided_by, used = tied, DecidedBy.LEVEL, ()
    for step, narrow in _STEPS:
        if len(left) == 1:
            break
        fewer, members = narrow(left, standing)
        if len(fewer) < len(left):
            left, decided_by, used = fewer, step, used + members
    if len(left) > 1 and decided_by is DecidedBy.LEVEL:
        decided_by = DecidedBy.LISTED_ORDER
    return left[0], decided_by, used


def _longest_wait(tied: Sequence[Option], standing: Standing) -> tuple[list[Option], tuple[Member, ...]]:
    """Keep what the longest waiting want: waits are compared one by one, and more fans win over fewer."""
    waits = {option: _waits(option, standing) for option in tied}
    longest = max(waits.values())
    return [option for option in tied if waits[option] == longest], ()


def _waits(option: Option, standing: Standing) -> list[int]:
    waits = [standing.waits[member] for member, taps in standing.taps.items() if option in taps]
    return sorted(waits, reverse=True)


def _most_guests(tied: Sequence[Option], standing: Standing) -> tuple[list[Option], tuple[Member, ...]]:
    """Keep what most guests tapped."""
    guests = {option: sum(option in taps for taps in standing.guest_taps) for option in tied}
    most = max(guests.values())
    return [option for option in tied if guests[option] == most], ()


def _turn_list(tied: Sequence[Option], standing: Standing) -> tuple[list[Option], tuple[Member, ...]]:
    """Keep what the first on the turn list wants who wants some of them but not all, then the next.

    Once down the list is enough: whoever wanted all or none of them still does when fewer are left.
    """
    left, used = list(tied), []
    for member in standing.turns:
        wanted = [option for option in left if option in standing.taps.get(member, ())]
        if 0 < len(wanted) < len(left):
            left = wanted
            used.append(member)
    return left, tuple(used)


def _least_recent(tied: Sequence[Option], standing: Standing) -> tuple[list[Option], tuple[Member, ...]]:
    """Keep what was chosen longest ago, or never."""
    last = {option: standing.last_chosen.get(option, 0) for option in tied}
    oldest = min(last.values())
    return [option for option in tied if last[option] == oldest], ()


_STEPS = (
    (DecidedBy.LONGEST_WAIT, _longest_wait),
    (DecidedBy.GUESTS, _most_guests),
    (DecidedBy.TURN_LIST, _turn_list),
    (DecidedBy.LEAST_RECENT, _least_recent),
)
