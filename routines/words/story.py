"""A step's way on the ladder, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def moved_words(name: str, before: str, after: str, *, up: bool) -> str:
    """Return who moved a step, from where to where."""
    words = {"name": name or _("Somebody"), "before": before, "after": after}
    if up:
        return _("%(name)s let it climb from %(before)s to %(after)s.") % words
    return _("%(name)s moved it down from %(before)s to %(after)s.") % words


def wished_words(names: str) -> str:
    """Return who had asked to climb; nothing for nobody."""
    return _("%(names)s had asked for it.") % {"names": names} if names else ""


def began_words(day: str, rung: str) -> str:
    """Return where a step began."""
    return _("It began on %(day)s as %(rung)s.") % {"day": day, "rung": rung}


def times_words(name: str, times: int) -> str:
    """Return how often a step felt one way."""
    return ngettext("%(name)s once", "%(name)s %(times)d times", times) % {"name": name, "times": times}
