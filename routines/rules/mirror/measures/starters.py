"""Who started."""

from collections import Counter

from routines.rules.mirror.facts import HIDDEN, Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally


def starters(facts: Facts) -> Measure:
    """Count the questions each person opened, of all opened in the period.

    A question opened in somebody's name is theirs, and is counted again apart, as entered for them. Questions of
    people who are not shared count in no number.
    """
    opened = [each for each in once(facts.asked) if facts.first <= each.on <= facts.last and each.by != HIDDEN]
    own = Counter(each.by for each in opened)
    entered = Counter(each.by for each in opened if each.said_by is not None)
    return Measure(
        MeasureKey.STARTERS,
        (
            *(Tally(own[each], len(opened), member=each) for each in facts.people if own[each]),
            *(Tally(entered[each], own[each], each, "entered") for each in facts.people if entered[each]),
        ),
    )
