"""Changes of today in words: what somebody wishes, and what it costs."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from routines.words.names import joined

WISHES: dict[str, str | Promise] = {
    "skip": gettext_lazy("%(who)s would like to leave out “%(what)s” today."),
    "swap": gettext_lazy("%(who)s would like “%(new)s” instead of “%(what)s” today."),
    "insert": gettext_lazy("%(who)s would like to put in “%(new)s” today, after “%(what)s”."),
    "insert_first": gettext_lazy("%(who)s would like to put in “%(new)s” today, before all else."),
    "move": gettext_lazy("%(who)s would like “%(what)s” after “%(after)s” today."),
    "move_first": gettext_lazy("%(who)s would like “%(what)s” first today."),
    "later": gettext_lazy("%(who)s would like more time for “%(what)s” today: %(minutes)s."),
}


def wish_words(kind: str, *, who: str, what: str, new: str, after: str, minutes: int) -> str:
    """Return a wish as a sentence; `after` empty is the beginning of the morning."""
    first = (kind == "move" and not after) or (kind == "insert" and not what)
    length = ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    words = str(WISHES[f"{kind}_first" if first else kind])
    return words % {"who": who, "what": what, "new": new, "after": after, "minutes": length}


def cost_words(*, minutes_later: int, leave: str, gives: Iterable[str]) -> str:
    """Return what more time costs: a new time to leave, or what would have to be quicker to keep the old one."""
    if not minutes_later:
        return _("Free time covers it. The door stays at %(leave)s.") % {"leave": leave}
    later = ngettext(
        "You leave at %(leave)s, %(n)d minute later.", "You leave at %(leave)s, %(n)d minutes later.", minutes_later
    ) % {"leave": leave, "n": minutes_later}
    names = joined(_("“%(words)s”") % {"words": each} for each in gives)
    if not names:
        return later
    return later + " " + _("To leave in time, these would have to be quicker: %(names)s.") % {"names": names}


def waiting_words(names: Iterable[str], *, one_is_enough: bool) -> str:
    """Return whose answer a wish waits for."""
    found = tuple(names)
    who = joined(found)
    if not who:
        return _("Nobody is here who can say yes. Take it back, or wait.")
    if one_is_enough and len(found) > 1:
        return _("One yes is enough: %(names)s") % {"names": who}
    return _("Still to answer: %(names)s") % {"names": who}


def decides_words(names: tuple[str, ...], *, alone: bool, mine: bool, everybody: bool) -> str:
    """Return who decides about a wish: the reader (`mine`), one of several deciders (`alone`), a vote, or all."""
    who = joined(names)
    if mine:
        return _("You decide, so it is so at once.")
    if alone:
        return (
            _("%(names)s decides.") % {"names": who}
            if len(names) == 1
            else _("One yes of %(names)s is enough.") % {"names": who}
        )
    if everybody:
        return _("All must say yes: %(names)s.") % {"names": who}
    return _("More than half must want it: %(names)s.") % {"names": who}
