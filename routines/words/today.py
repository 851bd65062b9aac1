"""Today in words: who is not here and why, why a routine has no turn, and when to start by experience."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.rules.morning.forecast import Forecast
from routines.words.presence import BREAKS, place_words


def away_words(why: str, until: str) -> str:
    """Return why somebody is not here; `until` is their last such day, "" for today alone or not known."""
    words = place_words(why)
    return _("%(why)s, until %(day)s") % {"why": words, "day": until} if until else words


def rest_words(why: str, *, pause: str, lasts: str, following: str) -> str:
    """Return why a routine has no turn today.

    `pause` is the kind of its break and `lasts` how long that goes on, `following` the next day it is on.
    """
    if why == "paused":
        return _("%(why)s, %(until)s") % {"why": str(BREAKS[pause]), "until": lasts}
    if why == "nobody_here":
        return _("Nobody it is for is here today")
    if why == "missed":
        return _("Left out today. Tomorrow is another day.")
    return _("Next on %(day)s") % {"day": following} if following else _("On no day of the week yet")


def forecast_words(found: Forecast, start_by: str) -> str:
    """Return what experience says: when to start, or how long it usually takes, and how much that rests on."""
    if not found.enough:
        return ""
    rests = ngettext("the last %(n)d morning", "the last %(n)d mornings", found.rests_on) % {"n": found.rests_on}
    if start_by:
        return _("By %(rests)s, four of five are ready in time when you start by %(start)s.") % {
            "rests": rests,
            "start": start_by,
        }
    return ngettext(
        "By %(rests)s, it usually takes %(n)d minute.",
        "By %(rests)s, it usually takes %(n)d minutes.",
        found.usual_minutes,
    ) % {"rests": rests, "n": found.usual_minutes}
