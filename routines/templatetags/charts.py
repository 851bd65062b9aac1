"""Pictures inside a chart, in its own units."""

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from households.pictograms import PICTOGRAMS
from routines.regions.story.values import FaceView
from routines.templatetags.look import NO_PICTURE

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=512)
def drawn(name: str, at: int, size: int) -> SafeString:
    """Draw a picture by its catalogue name, `at` units from the left and from the top, `size` units wide and high."""
    known = PICTOGRAMS.get(name) or PICTOGRAMS[NO_PICTURE]
    address = f"{static(f'pictograms/{known.sprite}.svg')}#{known.name}"
    return format_html('<use href="{0}" x="{1}" y="{1}" width="{2}" height="{2}"/>', address, at, size)


@lru_cache(maxsize=512)
def _disc(picture: str, colour: str) -> SafeString:
    disc = format_html('class="chart-face person-{}"><circle cx="13" cy="13" r="13"/>', colour)
    return disc + drawn(picture, 4, 18)


@register.simple_tag
def faces_drawn(faces: tuple[FaceView, ...]) -> SafeString:
    """Draw all faces of a chart, each with how often beside it if more than once.

    One tag for all: a year of five people has hundreds, and a loop in the template took five times as long.
    """
    return mark_safe("".join(map(_drawn, faces)))  # noqa: S308 - numbers, and what _disc has escaped


def _drawn(face: FaceView) -> str:
    times = f'<text x="29" y="18">{face.times}</text>' if face.times > 1 else ""
    disc = _disc(face.person.face, face.person.colour)
    return f'<g transform="translate({face.x} {face.y})" {disc}{times}</g>'
