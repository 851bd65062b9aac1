"""Felt as planned."""

from routines.rules.lanes import as_planned
from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey
from routines.rules.mirror.measures.counting import part_of


def felt_as_planned(facts: Facts) -> Measure:
    """Count how often a step felt to somebody as the rung it stood on in that morning, of all who told how it felt.

    Each account of each step counts once, for everybody together and for each person. Nothing is said of those who
    told nothing.
    """
    told = [each for each in once(facts.felt) if each.rung is not None]
    return Measure(
        MeasureKey.FELT_AS_PLANNED,
        part_of(facts.people, ((each.member, as_planned(each.felt, each.rung)) for each in told)),
    )
