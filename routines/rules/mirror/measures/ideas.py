"""Everybody's ideas."""

from collections import Counter

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally

WAITING = "waiting"
BECAME = ("tried", "partly", "not", WAITING)


def ideas(facts: Facts) -> Measure:
    """Count what became of each person's ideas of the period: tried, partly, not, or still waiting.

    "Tried" is an idea that was decided, voted for, agreed on or chosen; "partly" one that was answered so. An idea
    somebody entered for another is the other's. Of waiting ones nothing is said where there is none in the facts.
    """
    brought = once(facts.ideas)
    whole = Counter(each.became for each in brought)
    own = Counter((each.member, each.became) for each in brought)
    whose = [member for member in facts.people if any(own[member, became] for became in BECAME)]
    return Measure(
        MeasureKey.IDEAS,
        (
            *(Tally(whole[became], len(brought), part=became) for became in BECAME if _said(whole, became)),
            *(_tally(own, member, became) for member in whose for became in BECAME if own[member, became]),
        ),
    )


def _said(whole: Counter[str], became: str) -> bool:
    """Return whether a part is told: all are where there is any idea, of those waiting only where there are some."""
    return bool(whole) and bool(became != WAITING or whole[became])


def _tally(own: Counter[tuple[int, str]], member: int, became: str) -> Tally:
    return Tally(own[member, became], sum(own[member, each] for each in BECAME), member=member, part=became)
