"""The calendar: who is where, week by week."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from routines.regions.days.known import WEEKS, Known, may_say
from routines.regions.days.values import DayHead, Row, Spot, Week
from routines.rules.morning.deeds import MorningDeed
from routines.rules.state import Person
from routines.words.days import date_words, short_date_words, week_start
from routines.words.presence import PICTURES, place_words

WEEK = timedelta(days=7)
FARTHEST = timedelta(days=364)


def first_day(wanted: str, today: date) -> date:
    """Return the first day of the weeks an address asks for; nonsense, and what is too far, is this week."""
    this = week_start(today)
    try:
        asked = week_start(date.fromisoformat(wanted))
    except (ValueError, OverflowError):
        return this
    return asked if this <= asked <= this + FARTHEST else this


def weeks(known: Known, first: date) -> tuple[Week, ...]:
    """Return the weeks from a day on, which begins one."""
    may = {person.id for person in known.shown if may_say(known.look, MorningDeed.PRESENCE, person.id)}
    return tuple(_week(known, first + number * WEEK, may) for number in range(WEEKS))


def _week(known: Known, first: date, may: set[int]) -> Week:
    days = [first + timedelta(days=each) for each in range(7)]
    heads = tuple(_head(day, known.look.today) for day in days)
    return Week(
        id=first.isoformat(),
        title=_title(first, known.look.today),
        days=heads,
        rows=tuple(
            Row(person, tuple(_spot(known, person, *each, person.id in may) for each in zip(days, heads, strict=True)))
            for person in known.shown
        ),
    )


def _title(first: date, today: date) -> str:
    this = week_start(today)
    if first == this:
        return _("This week")
    if first == this + WEEK:
        return _("Next week")
    return _("%(first)s to %(last)s") % {
        "first": short_date_words(first),
        "last": short_date_words(first + timedelta(days=6)),
    }


def _head(day: date, today: date) -> DayHead:
    return DayHead(date_format(day, "D"), day.day, date_words(day), day == today, day < today)


def _spot(known: Known, person: Person, day: date, head: DayHead, may: bool) -> Spot:
    pause, place = known.pause_on(person, day), known.place(person, day)
    words = {"name": person.name, "day": head.words, "place": place_words(place)}
    taps = may and not head.past and pause is None
    return Spot(
        id=f"spot-{person.id}-{day.isoformat()}",
        place=place,
        picture=PICTURES[place],
        words=_("%(name)s, %(day)s: %(place)s") % words,
        tap=f"{person.id} {day.isoformat()} {'here' if place else 'away'}" if taps else "",
        pause=pause.id if pause else None,
        otherwise=pause is None and known.otherwise(person, day),
        today=head.today,
        past=head.past,
    )
