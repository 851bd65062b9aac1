"""The story of a pick in pictures, sentence by sentence, and what is remembered of turns, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.words.names import joined


def wishes_words() -> str:
    """Return what stands above the pictures of what everybody tapped."""
    return _("This is what everybody tapped.")


def before_words(emptiest: str) -> str:
    """Return what stands above the jars before anything is poured; `emptiest` is whose jar held least, if one's did."""
    if emptiest:
        return _("These are the jars before. %(name)s’s is the emptiest.") % {"name": emptiest}
    return _("These are the jars before.")


def pouring_words(option: str, names: Iterable[str], *, first: bool, last: bool) -> str:
    """Return what happens while one stage of a cup is poured."""
    who = {"option": option, "names": joined(names)}
    if first and last:
        return _("A cup is poured for “%(option)s”: for %(names)s. Now it is empty.") % who
    if first:
        return _("A cup is poured for “%(option)s”: first for %(names)s.") % who
    if last:
        return _("Then for %(names)s together, until it is empty.") % who
    return _("Then for %(names)s together.") % who


def compared_words(option: str, other: str, *, tie: bool) -> str:
    """Return how the second best option compares."""
    if tie:
        return _("A cup for “%(other)s” would stand just as high. It is a tie.") % {"other": other}
    words = _("A cup for “%(other)s” would stand higher. The lowest wins: “%(option)s”.")
    return words % {"option": option, "other": other}


def back_words(missed: Iterable[str]) -> str:
    """Return how the jars are after it; `missed` are those who did not get their wish."""
    who = joined(missed)
    words = _("Then the same little bit is taken out of every jar that took part.")
    if not who:
        return words
    return words + " " + _("So the next wish of %(names)s is stronger.") % {"names": who}


def missed_words(missed: int) -> str:
    """Return how long somebody has waited."""
    if not missed:
        return _("has missed none")
    return ngettext("has missed %(n)d in a row", "has missed %(n)d in a row", missed) % {"n": missed}


def limit_words(limit: int) -> str:
    """Return how long anybody waits at most."""
    if not limit:
        return ""
    return ngettext(
        "When all take part, nobody misses more than %(n)d in a row.",
        "When all take part, nobody misses more than %(n)d in a row.",
        limit,
    ) % {"n": limit}


def unbound_words(names: Iterable[str]) -> str:
    """Return for whom nothing is promised just now: not all took part while they waited."""
    who = joined(names)
    return _("Not all took part while %(names)s waited, so this may be longer.") % {"names": who} if who else ""
