"""What a seat needs besides the steps: what can still be taken back, and what came too late. A query each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from households.models import Event
from routines.models import LateVoice
from routines.rules.judge.undoing import UNDO
from routines.rules.state import DecisionState, OptionState, QuestionState, Rung
from routines.rules.tablet import SAID_TO_AN_ASK


@dataclass(frozen=True, slots=True)
class Late:
    """Something said too late: its question, with how that ended, where it did."""

    id: int
    step_id: int
    title: str
    pictogram: str
    question: QuestionState
    say: str
    option: str
    option_pictogram: str
    option_drawing: int | None
    chosen: OptionState | None
    note: str
    helper: int | None


def undoable(household_id: int, member_id: int, now: datetime) -> dict[tuple[str, int], int]:
    """Return the latest event of each sort by which somebody answered an ask and which they could still take back.

    By sort ("voice", "concern", ...) and the question's id; for replies the step's, for picks the picking's.
    """
    made = Event.objects.of(household_id).filter(actor_id=member_id, at__gte=now - UNDO, taken_back_at=None)
    keys = ("question_key", "step_key", "subject_key")
    rows = made.filter(kind__in=SAID_TO_AN_ASK).order_by("id").values_list("id", "kind", *keys)
    return {(sort, _about(sort, *about)): event for event, kind, *about in rows if (sort := kind.partition(".")[0])}


def _about(sort: str, question: int | None, step: int | None, subject: int | None) -> int | None:
    return {"override": step, "pick": subject}.get(sort, question)


def late_of(household_id: int, member_id: int) -> tuple[Late, ...]:
    """Return what somebody said too late and has not seen yet, oldest first."""
    rows = LateVoice.objects.filter(household_id=household_id, member_id=member_id, seen_at=None)
    wanted = rows.select_related("option", "question__step", "question__decision__option").order_by("id")
    return tuple(_late(row) for row in wanted)


def late_counts(household_id: int) -> dict[int, int]:
    """Return how much each person said too late and has not seen yet."""
    rows = LateVoice.objects.filter(household_id=household_id, seen_at=None)
    return dict(rows.values_list("member_id").annotate(Count("id")))


def _late(row: LateVoice) -> Late:
    asked, step = row.question, row.question.step
    return Late(
        id=row.id,
        step_id=step.id,
        title=step.title,
        pictogram=step.pictogram,
        question=QuestionState(
            id=asked.id,
            text=asked.text,
            rung=Rung(asked.rung),
            closed=asked.closed_at is not None,
            decision=_decision(asked),
        ),
        say=row.say,
        option=row.option.text if row.option else "",
        option_pictogram=row.option.pictogram if row.option else "",
        option_drawing=row.option.drawing_id if row.option else None,
        chosen=_chosen(asked),
        note=row.note,
        helper=row.said_by_id,
    )


def _chosen(asked) -> OptionState | None:
    """Return the idea a question ended with, where one was chosen and that stands."""
    found = getattr(asked, "decision", None)
    if found is None or found.taken_back_at is not None or found.option is None:
        return None
    option = found.option
    return OptionState(id=option.id, text=option.text, pictogram=option.pictogram, drawing=option.drawing_id)


def _decision(asked) -> DecisionState | None:
    """Return how a question ended, with the chosen idea's words; None where it was asked anew or put away."""
    found = getattr(asked, "decision", None)
    if found is None or found.taken_back_at is not None:
        return None
    return DecisionState(
        id=found.id,
        kind=found.kind,
        called_rung=Rung(found.called_rung),
        text=found.text or (found.option.text if found.option else ""),
        by=found.decided_by_id,
        at=found.at,
        trial_until=found.trial_until,
    )
