"""How measures count: a part of a whole, for everybody and for each person in the household's fixed order."""

from collections import Counter
from collections.abc import Iterable

from routines.rules.mirror.measure import Tally


def part_of(people: Iterable[int], counted: Iterable[tuple[int, bool]]) -> tuple[Tally, ...]:
    """Return how many of the things counted are so, from pairs of whose each is and whether it is so.

    The count for everybody comes first, then that of each person who has any. People who are no longer known by name
    count among everybody.
    """
    counted = tuple(counted)
    whole = Counter(member for member, _ in counted)
    part = Counter(member for member, so in counted if so)
    everybody = Tally(part.total(), whole.total())
    return (everybody, *(Tally(part[each], whole[each], member=each) for each in people if whole[each]))
