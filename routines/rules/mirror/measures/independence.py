"""Done by themselves."""

from routines.rules.mirror.facts import Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey
from routines.rules.mirror.measures.counting import part_of


def independence(facts: Facts) -> Measure:
    """Count how often people did a step handed over to them and said so themselves, of all times it was theirs.

    A step is handed over when it says "over to you". One that somebody else tapped counts as not done by themselves.
    Steps skipped, and people away, count in no number.
    """
    handed = [each for each in once(facts.done) if each.kind == "handed"]
    return Measure(
        MeasureKey.INDEPENDENCE,
        part_of(facts.people, ((each.member, each.done and each.by_self) for each in handed)),
    )
