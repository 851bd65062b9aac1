"""Pictures inside a chart, in its own units."""

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from households.pictograms import PICTOGRAMS
from routines.regions.lanes import FaceView
from routines.regions.mirror.values import StepCard
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
    drawn_face = f'<g transform="translate({face.x} {face.y})" {disc}{times}</g>'
    if not face.url:
        return drawn_face
    # The table beside the chart says the same to a keyboard and a screen reader.
    return format_html(
        '<a href="{}" tabindex="-1"><title>{}</title>'
        '<rect class="chart-hit" x="{}" y="{}" width="44" height="30"/>{}</a>',
        face.url,
        face.label,
        face.x - 3,
        face.y - 2,
        mark_safe(drawn_face),  # noqa: S308 - as above
    )


@register.simple_tag
def card_drawn(card: StepCard) -> SafeString:
    """Draw a step's card: its picture, and as much of its name as it holds."""
    lines = format_html_join(
        "", '<text x="48" y="{}">{}</text>', ((51 + 14 * place, line) for place, line in enumerate(card.lines))
    )
    drawn_card = format_html(
        '<g class="chart-card rung-{}" transform="translate({} {})">'
        '<rect width="96" height="76" rx="12"/><g transform="translate(25 -5)">{}</g>{}</g>',
        card.rung,
        card.x,
        card.y,
        drawn(card.pictogram, 10, 28),
        lines,
    )
    titled = format_html("<title>{}</title>{}", card.title, drawn_card)
    return format_html('<a href="{}" tabindex="-1">{}</a>', card.url, titled) if card.url else titled
