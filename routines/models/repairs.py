"""Sorries and thank-yous with who answered them, as their rules need them."""

from django.db.models import OuterRef, QuerySet, Subquery

from households.models import Event
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
