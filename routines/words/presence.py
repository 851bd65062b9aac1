"""Where somebody is on a day, and how long a break lasts, in words."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from routines.words.days import date_words, days_in_words, short_date_words, two_weeks_in_words

PLACES = {
    "": pgettext_lazy("where somebody is", "here"),
    "other_home": gettext_lazy("at the other home"),
    "other": pgettext_lazy("where somebody is", "away"),
    "holiday": gettext_lazy("on holiday"),
    "sick": gettext_lazy("sick"),
}
PICTURES = {
    "": "house",
    "other_home": "house-with-garden",
    "other": "luggage",
    "holiday": "palm-tree",
    "sick": "face-with-thermometer",
}
BREAKS = {
    "holiday": pgettext_lazy("why there are no mornings", "holiday"),
    "sick": pgettext_lazy("why there are no mornings", "sick"),
    "other": pgettext_lazy("why there are no mornings", "a break"),
}


def place_words(why: str) -> str:
    """Return where somebody is: "here", "at the other home", "sick"; `why` is "" for here."""
    return str(PLACES[why])


def is_words(name: str, why: str) -> str:
    """Return where somebody is who is not here: "Bo is sick"."""
    return _("%(name)s is %(place)s") % {"name": name, "place": place_words(why)}


def lasting_words(from_on: date, until_on: date | None, today: date) -> str:
    """Return how long a break lasts: "today", "until Friday 6 March", "from Mon 9 Mar, until you end it"."""
    if from_on == until_on:
        return _("today") if from_on == today else date_words(from_on)
    if from_on <= today:
        return _("until %(day)s") % {"day": _near(until_on, today)} if until_on else _("until you end it")
    words = {"first": short_date_words(from_on), "last": short_date_words(until_on) if until_on else ""}
    return _("%(first)s to %(last)s") % words if until_on else _("from %(first)s, until you end it") % words


def end_words(kind: str, mine: bool, began: bool) -> str:
    """Return what ends a break: one to come is called off; somebody alone (`mine`) gets well, or comes back."""
    if not began:
        return _("Call it off")
    if kind == "sick" and mine:
        return _("Well again")
    return pgettext("somebody", "Back again") if mine else _("We are back")


def usual_words(days: int, monday: date) -> str:
    """Return on which days of two weeks somebody is here; the mask begins with that Monday."""
    if days == 0:
        return _("on single days only")
    if days % 2**7 == days >> 7:
        return days_in_words(days % 2**7)
    return _("week of %(day)s: %(days)s") % {"day": short_date_words(monday), "days": two_weeks_in_words(days)}


def everybody_words(kind: str, lasting: str) -> str:
    """Return that everybody has a break, and how long."""
    return _("Everybody: %(kind)s, %(lasting)s") % {"kind": str(BREAKS[kind]), "lasting": lasting}


def day_said(name: str, here: bool, day: date) -> str:
    """Return what was noted about one day, as a message."""
    said = _("%(name)s is here on %(day)s.") if here else _("%(name)s is away on %(day)s.")
    return said % {"name": name, "day": date_words(day)}


def _near(day: date, today: date) -> str:
    return _("today") if day == today else date_words(day)
