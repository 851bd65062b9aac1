"""Putting names in a row."""

from collections.abc import Iterable

from django.utils.translation import gettext as _


def joined(names: Iterable[str]) -> str:
    """Return names as people say them: "Bo", "Bo and Mia", "Bo, Mia and Leo"."""
    known = [name for name in names if name]
    if len(known) < 2:
        return "".join(known)
    return _("%(first)s and %(last)s") % {"first": ", ".join(known[:-1]), "last": known[-1]}
