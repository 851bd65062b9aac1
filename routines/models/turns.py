"""What counting remembers: whose turn it is to break a tie, and what was chosen when."""

from django.db.models import Max

from routines.models.decision import Decision
from routines.rules.count import Memory, option_key
from routines.rules.state import Person, QuestionState


def memory(household_id: int, question: QuestionState, people: tuple[Person, ...]) -> Memory:
    """Return the household's memory for one count.

    The turn list begins with those who have not used a turn, in the household's own order; who
    used one goes to the end. Ideas are recognised by their words. Fair turns for recurring picks
    will bring a memory of their own through this same value.
    """
    counted = Decision.objects.filter(household_id=household_id, taken_back_at=None)
    used = dict(
        counted.exclude(turn_member=None)
        .values("turn_member")
        .annotate(last=Max("id"))
        .values_list("turn_member", "last")
    )
    turns = sorted(
        (person for person in people if not person.left),
        key=lambda person: (used.get(person.id, 0), person.position, person.id),
    )
    chosen = (
        counted.filter(option__isnull=False, question__step__questions=question.id)
        .values_list("option__text")
        .annotate(last=Max("at"))
    )
    return Memory(
        turns=tuple(person.id for person in turns),
        last_chosen=tuple((option_key(text), last) for text, last in chosen.order_by("last")),
    )
