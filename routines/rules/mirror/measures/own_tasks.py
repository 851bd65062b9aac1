"""Who did what they chose."""

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey
from routines.rules.mirror.measures.counting import part_of


def own_tasks(facts: Facts) -> Measure:
    """Count how often people did what they took on themselves, of the mornings on which it was theirs to do.

    A task counts from the agreement in which somebody chose it until the next decision on that step. Done is done,
    whoever tapped it. Steps skipped, and people away, count in no number.
    """
    chosen = [each for each in once(facts.done) if each.kind == "task"]
    return Measure(MeasureKey.OWN_TASKS, part_of(facts.people, ((each.member, each.done) for each in chosen)))
