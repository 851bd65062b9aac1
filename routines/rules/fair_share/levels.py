"""How high one cup fills the jars of an option's fans."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from routines.rules.fair_share.values import Member, Option

# A level as drops and the number of jars they are divided over.
Filled = tuple[int, int]


def fill(jars: Mapping[Member, int], taps: Mapping[Member, frozenset[Option]], cup: int) -> dict[Option, Filled]:
    """Return the level each option's fans reach when one cup of `cup` drops is poured over them.

    `jars` maps members to the drops in their jar, `taps` maps each participant to what they tapped. Jars above
    the level get nothing. This is min over k of (1 + sum of the k smallest) / k in Lackner, AAAI 2020: from the
    emptiest jar up, a further jar lowers the level as long as it stands below it.
    """
    levels: dict[Option, Filled] = {}
    for member in sorted(taps, key=jars.__getitem__):
        drops = jars[member]
        for option in taps[member]:
            if option not in levels:
                levels[option] = cup + drops, 1
                continue
            total, shared = levels[option]
            if drops * shared < total:
                levels[option] = total + drops, shared + 1
    return levels


def lowest(options: Iterable[Option], levels: Mapping[Option, Filled]) -> tuple[Option, ...]:
    """Return the options with the lowest level, in listed order; all of them where nobody took part."""
    if not levels:
        return tuple(options)
    tied: list[Option] = []
    least, among = 1, 0  # above every level, as 1/0 would be
    for option in options:
        if option not in levels:
            continue
        total, shared = levels[option]
        below = least * shared - total * among
        if below > 0:
            tied, least, among = [option], total, shared
        elif below == 0:
            tied.append(option)
    return tuple(tied)


def level(jars: Iterable[Fraction]) -> Fraction:
    """Return the level, in cups, that one cup over these jars reaches; there has to be at least one."""
    fans = dict(enumerate(jars))
    total, shared = fill(fans, dict.fromkeys(fans, frozenset({None})), 1)[None]
    return Fraction(total, shared)
