"""What is read of repairs for others: who answered a sorry, and which ideas came of "try this instead"."""

from django.db.models import OuterRef, QuerySet, Subquery

from households.models import Event
from routines.models.question import Option
from routines.models.repair import Repair
from routines.rules.morning.situation import RepairState


def with_answer(rows: QuerySet[Repair]) -> QuerySet[Repair]:
    """Return repairs that each know `answer_tapped_by`: who tapped the answer that stands, None where nobody did.

    The history keeps it; no further query.
    """
    tapped = Event.objects.filter(
        household_id=OuterRef("household_id"),
        morning_key=OuterRef("morning_id"),
        kind="repair.answered",
        subject_key=OuterRef("id"),
        taken_back_at=None,
    )
    return rows.annotate(answer_tapped_by=Subquery(tapped.order_by("-id").values("actor_id")[:1]))


def answered_through(row: Repair) -> int | None:
    """Return who answered for whom it was to, None where they did so themselves; `row` is one of `with_answer`."""
    return row.answer_tapped_by if row.answer and row.answer_tapped_by != row.answered_by_id else None


def repair_state(row: Repair) -> RepairState:
    """Return a repair as its rules need it; `row` is one of `with_answer`."""
    return RepairState(
        by=row.by_id,
        to=row.to_id,
        answered_by=row.answered_by_id if row.answer else None,
        answered_through=answered_through(row),
    )


def with_morning(rows: QuerySet[Option]) -> QuerySet[Option]:
    """Return ideas that each know `tried_after`, the morning's id, and `tried_after_on`; None where there is none.

    An idea came of the "try this instead" that the same person said on its question in the same moment.
    """
    tried = Repair.objects.filter(
        household_id=OuterRef("household_id"),
        kind=Repair.Kind.CHANGE,
        question_id=OuterRef("question_id"),
        by_id=OuterRef("proposed_by_id"),
        at=OuterRef("proposed_at"),
        taken_back_at=None,
        morning__taken_back_at=None,
    )
    return rows.annotate(
        tried_after=Subquery(tried.values("morning_id")[:1]),
        tried_after_on=Subquery(tried.values("morning__on")[:1]),
    )
