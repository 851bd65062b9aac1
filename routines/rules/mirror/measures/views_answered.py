"""Views answered."""

from statistics import median

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey
from routines.rules.mirror.measures.counting import part_of


def views_answered(facts: Facts) -> Measure:
    """Count the views of the period that got an answer, of all that are owed one, and how many hours that took.

    Owed one: what somebody said on a question, what matters to them, their ideas, wishes to climb and changes from a
    morning; not passes and "got it", nor what those said who decided themselves. An answer is one with a reason, or
    what was voted for or agreed; also one that came after the period. Hours are the median from the view to its answer.
    """
    owed = [each for each in once(facts.said) if each.owed]
    hours = [each.hours for each in owed if each.answer and each.hours is not None]
    return Measure(
        MeasureKey.VIEWS_ANSWERED,
        part_of(facts.people, ((each.member, bool(each.answer)) for each in owed)),
        hours=median(hours) if hours else None,
    )
