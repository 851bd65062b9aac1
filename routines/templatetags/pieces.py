"""Pieces of a region, drawn again only when what they show has changed."""

from django import template
from django.utils.safestring import SafeString

from routines.regions.fragment import REVISION, piece_of

register = template.Library()


@register.simple_tag
def revision() -> str:
    """Return the placeholder of a step's revision, so that a piece stays the same while the step moves on."""
    return REVISION


@register.simple_tag
def piece(path: str, panel: object, fields: str, option: object = None) -> SafeString:
    """Draw a template from some fields of a panel, perhaps for one of its options; see `piece_of`."""
    return piece_of(path, panel, fields, option)
