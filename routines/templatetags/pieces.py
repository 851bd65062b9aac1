"""Pieces of a region, drawn again only when what they show has changed."""

from django import template
from django.utils.safestring import SafeString

from routines.regions.fragment import piece_of

register = template.Library()


@register.simple_tag
def piece(path: str, panel: object, fields: str) -> SafeString:
    """Draw a template from some fields of a panel; see `piece_of`."""
    return piece_of(path, panel, fields)
