"""The four grounds of a safety override or a veto, in words."""

from django.utils.translation import gettext_lazy as _

GROUNDS = {
    "danger": _("It is dangerous right now"),
    "health": _("It harms somebody’s health"),
    "law": _("It is against the law"),
    "harm": _("It harms other people"),
}


def ground_name(ground: str) -> str:
    """Return a ground in words."""
    return str(GROUNDS.get(ground, ""))
