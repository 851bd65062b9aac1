"""Safety overrides."""

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally


def overrides(facts: Facts) -> Measure:
    """Count the safety overrides of the period that the family has talked about since, of all there were."""
    there = once(facts.overrides)
    return Measure(MeasureKey.OVERRIDES, (Tally(sum(each.reviewed for each in there), len(there)),))
