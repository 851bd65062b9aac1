"""When it did not work."""

from routines.rules.mirror.facts import Facts
from routines.rules.mirror.measure import Measure, MeasureKey, Tally


def changed(facts: Facts) -> Measure:
    """Count the mornings of which somebody said "not like this again" and from which a change came, of all such.

    A change is one that somebody brought in from that very morning, whatever became of it. A morning counts once,
    however many said so.
    """
    not_again = {each.morning for each in facts.again if each.again == "no"}
    led = {each.morning for each in facts.again if each.again == "no" and each.changed}
    return Measure(MeasureKey.CHANGED, (Tally(len(led), len(not_again)),))
