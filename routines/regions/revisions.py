"""What changed in a routine's plan, newest first, and what was put away from it."""

from dataclasses import dataclass

from django.db.models import Q

from routines.models import Step
from routines.regions.history import HistoryDay, days, seen_by
from routines.regions.look import Look
from routines.regions.told import told
from routines.rules.ladder import Deed, Situation, may
from routines.rules.people import sees
from routines.rules.state import Rung, StepState

PAGE = 30
PLANNING = ("routine.", "step.", "rung.", "override.set")
SETTLED = tuple(f"question.{ending}" for ending in ("informed", "decided", "counted", "agreed", "own", "unchanged"))


@dataclass(frozen=True, slots=True)
class RevisionsView:
    """A page of revisions; `older` is the id before which the next page begins, None at the end."""

    days: tuple[HistoryDay, ...]
    older: int | None
    paged: bool


@dataclass(frozen=True, slots=True)
class PutAway:
    """An archived step, and whether the viewer may bring it back."""

    step_id: int
    title: str
    pictogram: str
    may_restore: bool


def revisions_view(look: Look, routine_id: int, before: int | None = None) -> RevisionsView:
    """Return the changes of a routine and its steps. One query, however many."""
    kinds = Q(kind__in=SETTLED)
    for beginning in PLANNING:
        kinds |= Q(kind__startswith=beginning)
    events = seen_by(look).filter(kinds, routine_key=routine_id).latest_first()
    if before:
        events = events.filter(id__lt=before)
    rows = list(events[: PAGE + 1])
    return RevisionsView(
        days=days(look, told(rows[:PAGE], look)),
        older=rows[PAGE - 1].id if len(rows) > PAGE else None,
        paged=before is not None,
    )


def put_away(look: Look, routine_id: int) -> tuple[PutAway, ...]:
    """Return the archived steps of a routine the viewer may see. Two queries, however many."""
    rows = Step.objects.of(look.household_id).filter(routine_id=routine_id)
    rows = rows.exclude(archived_at=None).order_by("-archived_at", "-id").prefetch_related("people")
    return tuple(
        PutAway(row.id, row.title, row.pictogram, _may_restore(look, step))
        for row in rows
        if sees(look.viewer, step := _step(row))
    )


def _step(row: Step) -> StepState:
    named = [(person.part, person.member_id) for person in row.people.all()]
    return StepState(
        id=row.id,
        routine=row.routine_id,
        position=row.position,
        title=row.title,
        minutes=row.minutes,
        pictogram=row.pictogram,
        rung=Rung(row.rung),
        affected=tuple(member for part, member in named if part == "affected"),
        doers=tuple(member for part, member in named if part == "doer"),
        archived=True,
    )


def _may_restore(look: Look, step: StepState) -> bool:
    situation = Situation(
        today=look.today,
        now=look.now,
        actor=look.viewer,
        speaker=look.viewer,
        members=look.people,
        step=step,
    )
    return bool(may(Deed.RESTORE_STEP, situation))
