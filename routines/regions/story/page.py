"""A step's story for one reader: months in words and as a chart, and the reasons for each move."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import formats
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from routines.models.accounts import accounts_of
from routines.models.mornings import morning_of
from routines.models.stories import FeltFact, MoveFact, feelings_of, mornings_with, moves_of
from routines.regions.look import Look
from routines.regions.story.chart import chart_of
from routines.regions.story.values import (
    MonthView,
    MorningLink,
    MoveView,
    PersonTimes,
    PlannedView,
    StoryView,
)
from routines.rules.felt import sees_accounts
from routines.rules.lanes import LANES, PUSHED
from routines.rules.state import Kind, StepState
from routines.rules.story import Felt, MonthStory, Move, Stand, Times, month_before, month_end, months_until, story
from routines.words import joined, rung_name
from routines.words.days import date_words, short_date_words
from routines.words.noticing import felt_name
from routines.words.story import began_words, moved_words, times_words, wished_words

MONTHS = 12
# Longer ago than that, a morning can no longer be noticed, whatever the clock of its zone.
FRESH = timedelta(days=3)


def story_view(look: Look, step: StepState, began: date, until: date | None = None) -> StoryView:
    """Return a step's story over twelve months: up to the month of `until`, else up to now.

    `began` is when the step was added. Three queries, and a few for each morning that can still be noticed, of which
    there are two or three.
    """
    this = look.today.replace(day=1)
    last = min(until or this, this)
    months = months_until(max(last, began), began, MONTHS)
    facts = moves_of(look.household_id, step.id)
    outside = look.viewer.kind is Kind.SUPPORTER
    told = feelings_of(look.household_id, step.id, months[0], month_end(months[-1]), outside=outside)
    seen = _readable(look, told)
    feelings = (Felt(each.on, each.morning, each.member, each.felt) for each in seen)
    found = story(_moves(look, step, began, facts), feelings, months)
    return StoryView(
        household_id=look.household_id,
        step_id=step.id,
        routine_id=step.routine,
        title=step.title,
        pictogram=step.pictogram,
        rung=int(step.rung),
        rung_name=rung_name(step.rung),
        archived=step.archived,
        months=_months(look, tuple(reversed(found))),
        chart=chart_of(look, found, pushed=not outside or any(each.felt == PUSHED for each in seen)),
        moves=tuple(_move(look, each) for each in reversed(facts)),
        began=began_words(date_words(began, year=True), rung_name(facts[0].before if facts else step.rung)),
        older=f"{month_before(months[0]):%Y-%m}" if months[0] > began else "",
        newer=_newer(months[-1], this),
        told=bool(seen),
        veiled=len(seen) < len(told) and not outside,
    )


def _newer(last: date, this: date) -> str:
    """Return the month up to which the next page goes, "" on the last one."""
    following = months_until(this, month_end(last) + timedelta(days=1), 10_000)
    return f"{following[:MONTHS][-1]:%Y-%m}" if following else ""


def _moves(look: Look, step: StepState, began: date, facts: Sequence[MoveFact]) -> list[Move]:
    """Return the moves as the rule counts them, the first of which is that the step was added."""
    zone = ZoneInfo(look.time_zone)
    first = Move(began, facts[0].before if facts else step.rung)
    return [first, *(Move(max(began, each.at.astimezone(zone).date()), each.after) for each in facts)]


def _readable(look: Look, told: Sequence[FeltFact]) -> tuple[FeltFact, ...]:
    """Return the accounts the viewer may read: of a morning that can still be noticed, once they told their own."""
    fresh = {each.morning for each in told if each.on > look.today - FRESH}
    if not fresh:
        return tuple(told)
    hidden = {row.id for row in mornings_with(look.household_id, fresh) if not _lifted(look, row)}
    me = look.viewer.id
    return tuple(each for each in told if each.morning not in hidden or me in (each.member, each.said_by))


def _lifted(look: Look, row) -> bool:
    accounts = accounts_of(look.household_id, row.id)
    return sees_accounts(accounts, look.viewer, morning_of(row), look.people, look.now)


def _months(look: Look, months: Sequence[MonthStory]) -> tuple[MonthView, ...]:
    """Return months in words. What is the same in many of them is made once: it is hundreds of mornings a year."""
    address = reverse("morning", args=[look.household_id, 0])
    weekdays = [str(name) for name in WEEKDAYS_ABBR.values()]
    names = {lane: felt_name(lane) for lane in LANES}
    return tuple(
        MonthView(
            key=f"{month.month:%Y-%m}",
            name=formats.date_format(month.month, _("F Y")),
            planned=tuple(map(_planned, month.stands)),
            people=_people(look, month.times, names),
            mornings=tuple(
                MorningLink(address.replace("/0/", f"/{morning}/"), f"{weekdays[on.weekday()]} {on.day}")
                for morning, on in month.mornings
            ),
        )
        for month in months
    )


def _planned(stand: Stand) -> PlannedView:
    since = short_date_words(stand.first) if stand.first.day > 1 else ""
    return PlannedView(int(stand.rung), rung_name(stand.rung), since)


def _people(look: Look, times: Iterable[Times], names: Mapping[str, str]) -> tuple[PersonTimes, ...]:
    """Return each person's own account, in the household's order."""
    by_person: dict[int, list[str]] = {}
    for each in times:
        by_person.setdefault(each.member, []).append(times_words(names[each.felt], each.times))
    return tuple(
        PersonTimes(person, ", ".join(by_person[person.id])) for person in look.people if person.id in by_person
    )


def _move(look: Look, fact: MoveFact) -> MoveView:
    on = fact.at.astimezone(ZoneInfo(look.time_zone)).date()
    by = look.person(fact.by)
    before, after = rung_name(fact.before), rung_name(fact.after)
    return MoveView(
        day=date_words(on, year=True),
        by=by,
        sentence=moved_words(by.name, before, after, up=fact.after > fact.before),
        rung=int(fact.after),
        rung_name=after,
        reason=fact.reason,
        wished=wished_words(joined(look.person(each).name for each in fact.wished_by if each != fact.by)),
    )
