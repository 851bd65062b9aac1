"""Days and times in words, the days in the order of the reader's week."""

from datetime import date, datetime, time, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, get_format, time_format
from django.utils.translation import gettext as _

from routines.rules.weekdays import days_of

MONDAY = date(2024, 1, 1)


def week() -> tuple[int, ...]:
    """Return the days, Monday = 0 to Sunday = 6, beginning where the reader's week begins."""
    first = (get_format("FIRST_DAY_OF_WEEK") - 1) % 7
    return tuple((first + each) % 7 for each in range(7))


def week_start(day: date) -> date:
    """Return the day on which the reader's week of a date begins."""
    return day - timedelta(days=(day.weekday() - week()[0]) % 7)


def day_choices() -> list[tuple[str, str]]:
    """Return each day as a form's choice, in the order of the reader's week."""
    return [(str(day), str(WEEKDAYS[day])) for day in week()]


def days_in_words(mask: int) -> str:
    """Return the days of a bit mask (Monday = 1) in short: "Mon–Fri", "every day", "Sat, Sun"."""
    days = days_of(mask)
    if len(days) == 7:
        return _("every day")
    names = [date_format(MONDAY.replace(day=1 + day), "D") for day in days]
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def two_weeks_in_words(mask: int) -> str:
    """Return the days of two weeks (the first Monday = 1) in short: "Mon–Fri; the week after: Sat, Sun"."""
    first, second = (days_in_words(week) or _("no day") for week in (mask % 2**7, mask >> 7))
    if first == second:
        return first
    return _("%(first)s; the week after: %(second)s") % {"first": first, "second": second}


def date_words(day: date, *, year: bool = False) -> str:
    """Return a date as people write it: "Monday 5 November", with its year if asked."""
    return date_format(day, _("l j F Y") if year else _("l j F"))


def day_name(day: date, today: date) -> str:
    """Return a date as one looks back at it: "Today", "Yesterday", else in full, with its year if that is another."""
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    return date_words(day, year=day.year != today.year)


def short_date_words(day: date) -> str:
    """Return a date in short: "Mon 5 Nov"."""
    return date_format(day, _("D j M"))


def clock_words(at: time | datetime | None) -> str:
    """Return a time of day as the clock on the wall shows it; nothing for no time."""
    return time_format(at, "G:i") if at else ""
