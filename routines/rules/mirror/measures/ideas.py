"""Everybody's ideas."""

from collections import Counter

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally

BECAME = ("tried", "partly", "not", "waiting")


def ideas(facts: Facts) -> Measure:
    """Count what became of each person's ideas of the period: tried, partly, not, or still waiting.

    "Tried" is an idea that was decided, voted for, agreed on or chosen; "partly" one that was answered so. An idea
    somebody entered for another is the other's.
    """
    brought = once(facts.ideas)
    whole = Counter(each.became for each in brought)
    own = Counter((each.member, each.became) for each in brought)
    whose = [member for member in facts.people if any(own[member, became] for became in BECAME)]
    return Measure(
        MeasureKey.IDEAS,
        (
            *(Tally(whole[became], len(brought), part=became) for became in BECAME if brought),
            *(_tally(own, member, became) for member in whose for became in BECAME if own[member, became]),
        ),
    )


def _tally(own: Counter[tuple[int, str]], member: int, became: str) -> Tally:
    return Tally(own[member, became], sum(own[member, each] for each in BECAME), member=member, part=became)
