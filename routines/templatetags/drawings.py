"""Pictures of ideas: a drawing where somebody made one, else the pictogram."""

from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from routines.models.drawing import HEIGHT, WIDTH
from routines.templatetags.look import pictogram

register = template.Library()


@register.simple_tag
def idea_picture(name: str, drawing: int | None, household_id: int, size: str = "") -> SafeString:
    """Draw an idea's picture on a member's own screen; `size` is s, l or xl. It only decorates: words stand beside."""
    if drawing is None:
        return pictogram(name, size)
    return _image(reverse("drawing", args=[household_id, drawing]), size)


@lru_cache(maxsize=2048)
def _image(address: str, size: str) -> SafeString:
    kind = f"drawing pic pic-{size}" if size else "drawing pic"
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="" decoding="async">', kind, address, WIDTH, HEIGHT
    )
