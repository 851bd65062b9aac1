"""Looking back, in words."""

from datetime import date
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from routines.rules.state import Say
from routines.words.days import date_words, short_date_words

# What somebody did when they said something that is owed an answer, and was no voice.
SAID_AS = {
    "voice": gettext_lazy("said"),
    "concern": gettext_lazy("had a concern"),
    "idea": gettext_lazy("had an idea"),
    "climb": gettext_lazy("asked for more say"),
    "change": gettext_lazy("wanted to try something else"),
}


def weeks_words(weeks: int) -> str:
    """Return how long a period is: "4 weeks", "a year"."""
    return _("A year") if weeks == 52 else ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}


def period_words(first: date, last: date) -> str:
    """Return from when to when: "Sat 5 Sep to Fri 27 Nov", with years where it began in another one."""
    words = short_date_words if first.year == last.year else partial(date_words, year=True)
    return _("%(first)s to %(last)s") % {"first": words(first), "last": words(last)}


def hours_words(hours: float) -> str:
    """Return the median time to an answer: half came sooner, half later."""
    if hours < 1:
        return _("Half of the answers came within the hour.")
    if hours < 48:
        whole = round(hours)
        words = ngettext(
            "Half of the answers came within %(n)s hour.", "Half of the answers came within %(n)s hours.", whole
        )
        return words % {"n": whole}
    days = round(hours / 24)
    words = ngettext("Half of the answers came within %(n)s day.", "Half of the answers came within %(n)s days.", days)
    return words % {"n": days}


def said_as(kind: str, way: str = "", *, named: bool = True) -> str:
    """Return what somebody did who said something: "said", "had an idea"; "chose" where what they chose is named."""
    if way == Say.CHOICE:
        return _("chose") if named else _("made a choice")
    return str(SAID_AS.get(kind, SAID_AS["voice"]))


def answered_words(name: str, day: str) -> str:
    """Return who answered and when; without a name where that is nobody's to know."""
    return _("%(name)s, %(day)s") % {"name": name, "day": day} if name else day
