"""What a measure says of one person alone."""

from collections.abc import Callable
from dataclasses import replace

from routines.rules.mirror.facts import Facts
from routines.rules.mirror.lens import narrowed
from routines.rules.mirror.measure import Measure, MeasureKey

# One person's part of these is counted among everybody's: of all that was opened or brought, of picks with the others.
AMONG_ALL = frozenset({MeasureKey.STARTERS, MeasureKey.SHARE_OF_VOICE, MeasureKey.FAIR_TURNS})
# These tell of the household, and of no one person.
NO_ONES = frozenset({MeasureKey.OVERRIDES, MeasureKey.LEFT_IN_TIME})
# What everybody's part is measured by, and so one person's too.
EQUAL = "equal"


def of_one(member: int, key: MeasureKey, count: Callable[[Facts], Measure], facts: Facts) -> Measure:
    """Return a measure of everybody's `facts` as far as it is one person's.

    Of what is counted among everybody's their own counts stay, and an equal share beside them. What is no one person's
    is everybody's together, and says so. All else is counted from what is that person's.
    """
    if key in NO_ONES:
        return replace(count(facts), together=True)
    if key in AMONG_ALL:
        return _own(member, count(facts))
    alone = count(narrowed(facts, member=member))
    theirs = tuple(replace(each, member=member) for each in alone.tallies if each.member is None)
    return replace(alone, tallies=theirs, member=member)


def _own(member: int, measure: Measure) -> Measure:
    theirs = tuple(each for each in measure.tallies if each.member == member)
    equal = tuple(each for each in measure.tallies if each.part == EQUAL)
    return replace(measure, tallies=(*equal, *theirs) if theirs else (), member=member)
