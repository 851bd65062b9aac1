"""A running morning in words: how much time there is, who is waited for, how it was left. Always calm."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.words.names import joined


def time_words(*, free: int, short: int, quicker: bool, past: bool, leave: str, tells: bool) -> str:
    """Return how much time there is, in a sentence; nothing without a time to leave.

    `free` and `short` are minutes, `quicker` says that steps are shorter than planned, `past` that the time to leave
    is over; `tells` whether the routine wants minutes said at all.
    """
    if not leave:
        return ""
    if past:
        return _("The door is open whenever you are ready.")
    if short:
        return _short_words(short, tells)
    if quicker:
        return _("Everything goes a little quicker, and the door stays at %(leave)s.") % {"leave": leave}
    if free:
        return free_words(free)
    return _("Just in time for the door at %(leave)s.") % {"leave": leave}


def free_words(minutes: int) -> str:
    """Return how much time is free: in minutes, from two hours on in hours and minutes."""
    if minutes >= 120:
        hours, rest = divmod(minutes, 60)
        return _("%(hours)d h %(minutes)d min of free time") % {"hours": hours, "minutes": rest}
    return ngettext("%(n)d minute of free time", "%(n)d minutes of free time", minutes) % {"n": minutes}


def _short_words(short: int, tells: bool) -> str:
    if not tells:
        return _("The steps need more time than there is. Leave something out, or take more time on purpose.")
    return ngettext(
        "The steps need %(n)d minute more than there is. Leave something out, or take more time on purpose.",
        "The steps need %(n)d minutes more than there are. Leave something out, or take more time on purpose.",
        short,
    ) % {"n": short}


def moved_words(minutes: int) -> str:
    """Return that leaving was moved on purpose, or nothing."""
    if minutes <= 0:
        return ""
    words = ngettext(
        "%(n)d minute later than planned, on purpose", "%(n)d minutes later than planned, on purpose", minutes
    )
    return words % {"n": minutes}


def left_words(minutes: int, chosen: int) -> str:
    """Return how early or late they left beside the plan, and how much of it had been chosen."""
    if minutes < 0:
        early = ngettext("%(n)d minute before the plan", "%(n)d minutes before the plan", -minutes)
        return early % {"n": -minutes}
    if minutes == 0:
        return _("Just as planned")
    if chosen > 0:
        late = ngettext(
            "%(n)d minute later than planned, chosen: %(chosen)d",
            "%(n)d minutes later than planned, chosen: %(chosen)d",
            minutes,
        )
        return late % {"n": minutes, "chosen": chosen}
    return ngettext("%(n)d minute later than planned", "%(n)d minutes later than planned", minutes) % {"n": minutes}


def waits_words(names: Iterable[str], *, small: bool) -> str:
    """Return whom somebody waits for; to somebody `small` that is time to play."""
    who = joined(names)
    waits = _("Waits for %(names)s.") % {"names": who} if who else ""
    return " ".join(filter(None, (waits, _("Time to play.") if small else "")))


def minutes_words(minutes: int) -> str:
    """Return a length in words."""
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


def disc_words(minutes: int, *, over: bool) -> str:
    """Return somebody's time for a step in words, for who does not see the disc."""
    if over:
        return _("Still open, take the time it needs.")
    return ngettext("About %(n)d minute for this", "About %(n)d minutes for this", minutes) % {"n": minutes}


def over_words(own: bool, name: str) -> str:
    """Return that a step is handed over, to its owner or about them."""
    return _("Over to you") if own else _("Over to %(name)s") % {"name": name}
