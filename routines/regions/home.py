"""A household's home: its routines, what waits to be talked about, and what was put away."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from routines.models import AgendaItem, Routine, StepPerson
from routines.models.snapshots import RoutineState
from routines.regions.board import times_of
from routines.regions.days.page import away_line
from routines.regions.look import Look
from routines.regions.meeting.page import meeting_line
from routines.rules.ladder import Deed, Situation, may
from routines.rules.state import Kind, Person
from routines.rules.voices import missing
from routines.rules.weekdays import next_day
from routines.words.days import clock_words, days_in_words
from routines.words.meeting import due_words


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """A routine in short. `missing` are those whose voice is awaited, `asked` counts open questions."""

    id: int
    title: str
    pictogram: str
    days: str
    next: str
    leave: str
    start: str
    minutes: int
    steps: int
    asked: int
    missing: tuple[Person, ...]
    missing_names: str


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something to talk about by a day; `due` is that day in words, `late` that it has passed."""

    id: int
    step_id: int
    title: str
    pictogram: str
    sentence: str
    due: str
    late: bool


@dataclass(frozen=True, slots=True)
class HomeView:
    """A household's home for one viewer.

    `meeting` says how much waits for the family meeting and who chairs it, `days` who is not here today.
    """

    routines: tuple[RoutineCard, ...]
    agenda: tuple[AgendaLine, ...]
    meeting: str
    days: str
    put_away: tuple[Routine, ...]
    may_plan: bool
    may_tick: bool


def home_view(look: Look, routines: tuple[RoutineState, ...]) -> HomeView:
    """Return the home page as the viewer sees it now; two queries, and those of the family meeting and of days."""
    supporter = look.viewer.kind == Kind.SUPPORTER
    plans = _may(look, Deed.EDIT_ROUTINE)
    archived = Routine.objects.of(look.household_id).exclude(archived_at=None)
    return HomeView(
        routines=cards(look, routines),
        agenda=agenda(look),
        meeting="" if supporter else meeting_line(look, routines),
        days="" if supporter else away_line(look),
        put_away=tuple(archived.order_by("-archived_at")) if plans else (),
        may_plan=plans,
        may_tick=_may(look, Deed.TALKED_ABOUT),
    )


def cards(look: Look, routines: tuple[RoutineState, ...]) -> tuple[RoutineCard, ...]:
    """Return the routines the viewer has to do with, the next one first."""
    supporter = look.viewer.kind == Kind.SUPPORTER
    seen = [each for each in routines if not supporter or look.visible(each).steps]
    return tuple(_card(look, routine) for routine in sorted(seen, key=lambda r: _soon(look, r)))


def agenda(look: Look) -> tuple[AgendaLine, ...]:
    """Return what the family wants to talk about, the earliest first. One query."""
    items = AgendaItem.objects.filter(
        household_id=look.household_id, done_at=None, step__archived_at=None, step__routine__archived_at=None
    )
    if look.viewer.kind == Kind.SUPPORTER:
        named = StepPerson.objects.filter(household_id=look.household_id, member_id=look.viewer.id)
        items = items.filter(step_id__in=named.values("step_id"))
    ordered = items.select_related("step").order_by("due_on", "id")
    return tuple(
        AgendaLine(
            id=item.id,
            step_id=item.step_id,
            title=item.step.title,
            pictogram=item.step.pictogram,
            sentence=due_words(item.kind),
            due=look.day(item.due_on),
            late=item.due_on < look.today,
        )
        for item in ordered
    )


def _card(look: Look, routine: RoutineState) -> RoutineCard:
    times = times_of(routine)
    seen = look.visible(routine).steps
    asked = [step.question for step in seen if step.question]
    waited = {each for question in asked for each in missing(question)}
    awaited = look.persons(tuple(waited))
    day = next_day(routine.weekdays, look.today)
    return RoutineCard(
        id=routine.id,
        title=routine.title,
        pictogram=seen[0].pictogram if seen else "sun-with-face",
        days=days_in_words(routine.weekdays),
        next=_next(day, look.today),
        leave=clock_words(times.leave),
        start=clock_words(times.start),
        minutes=times.total_minutes,
        steps=len(seen),
        asked=len(asked),
        missing=awaited,
        missing_names=look.names(awaited),
    )


def _next(day: date | None, today: date) -> str:
    if day == today:
        return _("today")
    return _("tomorrow") if day and (day - today).days == 1 else ""


def _soon(look: Look, routine: RoutineState) -> tuple:
    """Order by the next day it is on, then by its time."""
    day = next_day(routine.weekdays, look.today) or date.max
    return datetime.combine(day, routine.anchor_time or time.max), routine.id


def _may(look: Look, deed: Deed) -> bool:
    situation = Situation(
        today=look.today,
        now=look.now,
        actor=look.viewer,
        speaker=look.viewer,
        members=look.people,
    )
    return bool(may(deed, situation))
