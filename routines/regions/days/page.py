"""The page of days for one reader, and its one line elsewhere."""

from datetime import date, timedelta

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from routines.regions.days.breaks import breaks, nows
from routines.regions.days.known import Known, for_all, known_days, span, whom_for
from routines.regions.days.usual import usuals
from routines.regions.days.values import DaysView
from routines.regions.days.weeks import FARTHEST, first_day, weeks
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.rules.morning.presence import paused
from routines.rules.state import Kind
from routines.words.days import week_start
from routines.words.presence import PICTURES, everybody_words, is_words, lasting_words, place_words

STEP = timedelta(days=28)


def days_html(look: Look, wanted: str = "") -> SafeString:
    """Return the region of days: today, breaks, four weeks and what is usual. Three queries.

    `wanted` is the day whose weeks an address asks for; this week unless said.
    """
    return fragment("days/region.html", days=days_view(look, wanted))


def days_view(look: Look, wanted: str = "") -> DaysView:
    """Return what the page of days shows."""
    first = first_day(wanted, look.today)
    known = known_days(look, first, span(first))
    shown = weeks(known, first)
    this = week_start(look.today)
    tapped = {row.person.id for week in shown for row in week.rows if any(spot.tap for spot in row.spots)}
    return DaysView(
        household_id=look.household_id,
        today=look.today.isoformat(),
        shown=_address(first, this),
        now=nows(known),
        breaks=breaks(known),
        weeks=shown,
        legend=_legend(known),
        usual=usuals(known),
        may_break=for_all(look) or bool(whom_for(look, known.people)),
        may_tap=bool(tapped),
        taps_own=len(tapped) == 1,
        earlier=max(first - STEP, this).isoformat() if first > this else "",
        later=(first + STEP).isoformat() if first + STEP <= this + FARTHEST else "",
    )


def away_line(look: Look) -> str:
    """Return who of the family is not here today, in one line. Three queries."""
    known = known_days(look)
    pause = paused(look.today, known.pauses, None)
    if pause is not None:
        return everybody_words(pause.kind, lasting_words(pause.from_on, pause.until_on, look.today))
    family = [person for person in known.people if person.kind is not Kind.SUPPORTER]
    away = [(person, known.place(person, look.today)) for person in family]
    told = [is_words(person.name, place) for person, place in away if place]
    return _("Today %(who)s.") % {"who": ", ".join(told)} if told else _("Everybody is here today.")


def _address(first: date, this: date) -> str:
    return "" if first == this else first.isoformat()


def _legend(known: Known) -> tuple[tuple[str, str], ...]:
    """Return every picture of the calendar with its words."""
    return tuple((picture, place_words(place)) for place, picture in PICTURES.items() if place)
