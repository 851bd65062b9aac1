"""Reads what happened in a household in a period, for its mirror and for whoever looks in: six queries."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from routines.models.cache import Recent
from routines.models.mirrors_asked import asked_of
from routines.models.mirrors_done import done_of
from routines.models.mirrors_entered import entered_of
from routines.models.mirrors_picked import picked_of
from routines.models.mirrors_plan import plan_of
from routines.models.mirrors_span import Span
from routines.models.mirrors_told import told_of
from routines.rules.mirror.facts import Facts

# How many weeks a look back can be long, and how long it usually is.
PERIODS = (4, 12, 26, 52)
USUAL = 12

_read_before: Recent[Facts] = Recent(32)


def forget() -> None:
    """Forget everything read so far: for tests that roll revisions back, and for measuring cold."""
    _read_before.clear()


def first_day(today: date, weeks: int) -> date:
    """Return the first day of so many weeks that end today."""
    return today - timedelta(weeks=weeks) + timedelta(days=1)


def facts_of(household_id: int, revision: int, first: date, last: date, time_zone: str) -> Facts:
    """Return what happened from one local date to another, both included. Six queries, none if it was read.

    `revision` is the household's: what was read under it stays right. What was taken back did not happen.
    """
    key = (household_id, revision, first, last, time_zone)
    kept = _read_before.get(key)
    return kept if kept is not None else _read_before.keep(key, _read(_span(household_id, first, last, time_zone)))


def _span(household_id: int, first: date, last: date, time_zone: str) -> Span:
    zone = ZoneInfo(time_zone)
    return Span(household_id, first, last, zone, _midnight(first, zone), _midnight(last + timedelta(days=1), zone))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def _read(span: Span) -> Facts:
    routines, steps = plan_of(span)
    routine_of = {step.id: step.routine for step in steps}
    asked = asked_of(span, routine_of)
    entered = entered_of(span, routine_of, asked)
    told = told_of(span, entered.changed_by(asked))
    return Facts(
        first=span.first,
        last=span.last,
        people=entered.people,
        routines=routines,
        steps=steps,
        mornings=tuple(each.fact for each in told.mornings),
        felt=told.felt,
        again=told.again,
        asked=asked.facts(span),
        said=(*asked.said(span), *entered.said),
        ideas=entered.ideas,
        remarks=entered.remarks,
        overrides=entered.overrides,
        done=done_of(span, told.mornings, asked.tasks()),
        picked=picked_of(span),
        moved=entered.moved,
    )
