"""On which days everybody is here, as it is usual."""

from datetime import date

from django.utils.translation import gettext as _

from routines.regions.days.known import Known, may_say
from routines.regions.days.values import Usual
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.presence import EVERY_DAY, monday, pattern_on, seen_from
from routines.rules.state import Person
from routines.words.days import short_date_words, two_weeks_in_words
from routines.words.presence import usual_words


def usuals(known: Known) -> tuple[Usual, ...]:
    """Return what is usual for everybody."""
    return tuple(_usual(known, person) for person in known.people)


def days_from(known: Known, person: Person, day: date) -> int:
    """Return the mask that holds for somebody on a day, read from that day's week on."""
    pattern = pattern_on(person.id, day, known.presences)
    return seen_from(pattern, day) if pattern else EVERY_DAY


def _usual(known: Known, person: Person) -> Usual:
    today = known.look.today
    to_come = (each for each in known.presences if each.member == person.id and each.from_on > today)
    later = (
        _("from %(day)s: %(days)s")
        % {"day": short_date_words(each.from_on), "days": two_weeks_in_words(seen_from(each, each.from_on))}
        for each in to_come
    )
    said = person in known.shown
    now = usual_words(days_from(known, person, today), monday(today)) if said else _("no days said yet")
    return Usual(
        person=person,
        sentences=(now, *later),
        may_change=may_say(known.look, MorningDeed.PRESENCE, person.id),
    )
