"""Share of voice."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from routines.rules.mirror.facts import HIDDEN, Facts, once
from routines.rules.mirror.measure import Measure, MeasureKey, Tally

# A change from a morning became a question, an idea, a wish or a remark, and counts as that.
COUNTED_ELSEWHERE = "change"
PASS = "pass"  # noqa: S105


def share_of_voice(facts: Facts) -> Measure:
    """Count what each person brought in themselves, of all that people brought in themselves.

    What counts: answers to questions, what matters to somebody, ideas, wishes to climb, remarks, and questions opened;
    not passes. What was entered in somebody's name is counted apart. Beside it stands an equal share: all entries
    shared out over the people the steps name and those who brought something in.
    """
    entries = tuple(_entries(facts))
    own = Counter(member for member, said_by in entries if said_by is None)
    entered = Counter(member for member, said_by in entries if said_by is not None)
    named = {member for step in facts.steps if not step.archived for member in (*step.named, *step.doers)}
    people = [each for each in facts.people if each in named or own[each] or entered[each]]
    total = own.total()
    return Measure(
        MeasureKey.SHARE_OF_VOICE,
        (
            *((Tally(0, part="equal", exact=Fraction(total, len(people))),) if people and total else ()),
            *(Tally(own[each], total, member=each) for each in people if total),
            *(Tally(entered[each], member=each, part="entered") for each in people if entered[each]),
        ),
    )


def _entries(facts: Facts) -> Iterator[tuple[int, int | None]]:
    """Yield whose each entry is and who entered it for them."""
    for each in once(facts.said):
        if each.kind != COUNTED_ELSEWHERE and each.way != PASS:
            yield each.member, each.said_by
    for each in once(facts.remarks):
        yield each.member, each.said_by
    for each in once(facts.asked):
        if facts.first <= each.on <= facts.last and each.by != HIDDEN:
            yield each.by, each.said_by
