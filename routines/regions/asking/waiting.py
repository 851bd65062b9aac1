"""How many questions of those who look in wait for whom, for the tablet's faces and seats."""

from collections.abc import Iterable

from routines.models import ReviewAnswer, ReviewQuestion
from routines.regions.asking.page import seers_of
from routines.regions.look import Look


def asked_of(look: Look, member_ids: Iterable[int]) -> dict[int, int]:
    """Return how many open questions each of some members has neither answered nor passed.

    One query where nothing is asked, else four.
    """
    asked = ReviewQuestion.objects.of(look.household_id).filter(closed_at=None)
    rows = list(asked.values_list("id", "consent__facilitator_id"))
    if not rows:
        return {}
    seers = seers_of(look)
    stands = {question for question, facilitator in rows if seers.stands(facilitator)}
    given = ReviewAnswer.objects.filter(household_id=look.household_id, question_id__in=stands)
    said = set(given.values_list("member_id", "question_id"))
    return {member: sum((member, each) not in said for each in stands) for member in member_ids}
