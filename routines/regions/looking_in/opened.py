"""What facilitators opened, in words, by day: the family sees every one of it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from households.consent_words import page_words
from households.models import LookIn
from routines.models import Routine, Step
from routines.regions.look import Look
from routines.regions.looking_in.values import OpenedDay, OpenedRow, OpenedView
from routines.words.days import clock_words, day_name

PAGE = 60


def opened_view(look: Look, before: int | None = None) -> OpenedView:
    """Return a page of what was opened, the latest first; `before` goes on from the last. Three queries at most."""
    found = LookIn.objects.filter(household_id=look.household_id).select_related("consent__facilitator")
    found = found.filter(id__lt=before) if before else found
    rows = list(found.order_by("-id")[: PAGE + 1])
    page, more = rows[:PAGE], len(rows) > PAGE
    titles = _titles(look, page)
    by_day = groupby(page, key=lambda each: _day(look, each))
    return OpenedView(
        days=tuple(OpenedDay(day, day_name(day, look.today), _rows(look, of, titles)) for day, of in by_day),
        older=page[-1].id if more else None,
        paged=before is not None,
    )


def _rows(look: Look, opened: Iterable[LookIn], titles: dict[tuple[str, int], str]) -> tuple[OpenedRow, ...]:
    """Return one row for each thing that was opened on a day, with all its times."""
    times: dict[tuple[str, str, str], list[str]] = {}
    for each in opened:
        about = titles.get(("step", each.step_key)) or titles.get(("routine", each.routine_key), "")
        key = (each.consent.facilitator.name, page_words(each.page), about)
        times.setdefault(key, []).append(clock_words(each.at.astimezone(ZoneInfo(look.time_zone))))
    return tuple(OpenedRow(*key, ", ".join(dict.fromkeys(reversed(at)))) for key, at in times.items())


def _titles(look: Look, opened: list[LookIn]) -> dict[tuple[str, int], str]:
    steps = {each.step_key for each in opened if each.step_key}
    routines = {each.routine_key for each in opened if each.routine_key}
    titles: dict[tuple[str, int], str] = {}
    for what, model, keys in (("step", Step, steps), ("routine", Routine, routines)):
        if keys:
            named = model.objects.of(look.household_id).filter(id__in=keys).values_list("id", "title")
            titles |= {(what, key): title for key, title in named}
    return titles


def _day(look: Look, opened: LookIn) -> date:
    return opened.at.astimezone(ZoneInfo(look.time_zone)).date()
