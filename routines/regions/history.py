"""What happened in a household, newest first, as one reader may see it."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import F, Q

from households.models import Event
from routines.actions.morning_stage import QUIET
from routines.models import Step, StepPerson
from routines.regions.look import Look
from routines.regions.told import Told, told
from routines.rules.state import Kind
from routines.words.days import day_name

PAGE = 40


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the history somebody asked for: one person, one step, what was before an event."""

    person: int | None = None
    step: int | None = None
    before: int | None = None

    @property
    def query(self) -> str:
        """Return them as the query of an address, "" for none."""
        given = {"person": self.person, "step": self.step, "before": self.before}
        return urlencode({name: value for name, value in given.items() if value is not None})


@dataclass(frozen=True, slots=True)
class HistoryDay:
    """What happened on one day of the household's clock."""

    date: date
    name: str
    events: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step to filter by, among those of its routine."""

    id: int
    title: str
    routine: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A page of history. `older` and `newest` are queries of addresses; "" where there is none."""

    days: tuple[HistoryDay, ...]
    filtered: bool
    older: str
    newest: str


def history_view(look: Look, filters: Filters) -> HistoryView:
    """Return a page of history for one viewer. One query, however much happened.

    The many taps of a morning are not in it: they stand on the morning's own page.
    """
    events = seen_by(look).exclude(kind__in=QUIET).latest_first()
    if filters.person:
        events = events.filter(Q(actor_id=filters.person) | Q(member_id=filters.person))
    if filters.step:
        events = events.filter(step_key=filters.step)
    if filters.before:
        events = events.filter(id__lt=filters.before)
    rows = list(events[: PAGE + 1])
    more = len(rows) > PAGE
    return HistoryView(
        days=days(look, told(rows[:PAGE], look)),
        filtered=bool(filters.person or filters.step),
        older=replace(filters, before=rows[PAGE - 1].id).query if more else "",
        newest=replace(filters, before=None).query or "all" if filters.before else "",
    )


def seen_by(look: Look):
    """Return the events a viewer may see: all of the family's; for a supporter their own part.

    That is what names them, and what happened on steps that name them; that something turned into pushing stays in
    the family.
    """
    events = Event.objects.of(look.household_id)
    if look.viewer.kind != Kind.SUPPORTER:
        return events
    me = look.viewer.id
    return events.exclude(kind__startswith="slip.").filter(
        Q(actor_id=me) | Q(member_id=me) | Q(step_key__in=_naming(look))
    )


def steps_seen(look: Look) -> tuple[StepChoice, ...]:
    """Return the steps the history can be filtered by, archived ones last. One query."""
    steps = Step.objects.of(look.household_id)
    if look.viewer.kind == Kind.SUPPORTER:
        steps = steps.filter(id__in=_naming(look))
    ordered = steps.order_by(F("archived_at").asc(nulls_first=True), "routine__title", "routine_id", "position")
    return tuple(StepChoice(*row) for row in ordered.values_list("id", "title", "routine__title"))


def _naming(look: Look):
    named = StepPerson.objects.filter(household_id=look.household_id, member_id=look.viewer.id)
    return named.values("step_id")


def days(look: Look, events: tuple[Told, ...]) -> tuple[HistoryDay, ...]:
    """Return events grouped by day, in the order they came."""
    grouped: dict[date, list[Told]] = {}
    for event in events:
        grouped.setdefault(event.day, []).append(event)
    return tuple(HistoryDay(day, day_name(day, look.today), tuple(of)) for day, of in grouped.items())
