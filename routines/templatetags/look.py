"""Pictures of the product's look: pictograms, faces, icons and rungs, and what every form carries."""

from functools import cache, lru_cache
from uuid import uuid4

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from households.pictograms import FACES, PICTOGRAMS, STICKERS, Pictogram
from routines.regions.fragment import CSRF, TAP

register = template.Library()

# What a picture is before anybody chose one, and instead of one that no longer exists.
NO_PICTURE = "thought-balloon"
# The pictures shown before anybody searches; all of them come with the first page.
COMMON = [
    "get-dressed",
    "brush-teeth",
    "wash-hands",
    "breakfast",
    "hot-beverage",
    "shoes-coat",
    "pack-bag",
    "go-by-car",
    "musical-notes",
    "game-die",
    "open-book",
    "teddy-bear",
    "sun-with-face",
    "crescent-moon",
    "zzz",
    "stopwatch",
    "party-popper",
    "red-heart",
]
RUNGS = {
    1: ("rung-inform", "speech-lines", _("Inform")),
    2: ("rung-consult", "ear", _("Consult")),
    3: ("rung-codesign", "pencil-ruler", _("Co-design")),
    4: ("rung-coproduce", "heart-hands", _("Co-produce")),
}


@cache
def _sprite(path: str) -> str:
    return static(path)


@register.simple_tag
@lru_cache(maxsize=2048)
def pictogram(name: str, size: str = "", label: str = "") -> SafeString:
    """Draw a picture by its catalogue name; `size` is s, l or xl. Without a label it only decorates."""
    known = PICTOGRAMS.get(name) or PICTOGRAMS[NO_PICTURE]
    address = f"{_sprite(f'pictograms/{known.sprite}.svg')}#{known.name}"
    kind = f"pic pic-{size}" if size else "pic"
    if label:
        return format_html('<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>', kind, label, address)
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"/></svg>', kind, address)


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, kind: str = "") -> SafeString:
    """Draw a line icon in the colour of the text around it."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f"icon {kind}" if kind else "icon",
        _sprite("icons/ui.svg"),
        name,
    )


@lru_cache(maxsize=4096)
def _face(picture: str, colour: str, name: str, size: str) -> SafeString:
    kind = f"face face-{size} person-{colour}" if size else f"face person-{colour}"
    if not name:
        return format_html('<span class="{}" aria-hidden="true">{}</span>', kind, pictogram(picture))
    return format_html(
        '<span class="{}" title="{}">{}<span class="sr">{}</span></span>',
        kind,
        name,
        pictogram(picture),
        name,
    )


@register.simple_tag
def face(person, size: str = "", quiet: bool = False) -> SafeString:
    """Draw a person's face on their colour; `quiet` where their name stands beside it."""
    return _face(person.face, person.colour, "" if quiet else person.name, size)


@register.simple_tag
@lru_cache(maxsize=16)
def rung_mark(rung: int, size: str = "") -> SafeString:
    """Draw a rung's shape with its icon inside."""
    shape, glyph, _name = RUNGS[int(rung)]
    return format_html(
        '<span class="mark rung-{}{}" aria-hidden="true">{}{}</span>',
        int(rung),
        f" mark-{size}" if size else "",
        icon(shape),
        icon(glyph),
    )


@register.simple_tag
def rung_badge(rung: int, name: str = "") -> SafeString:
    """Draw a rung as shape, icon, word and colour."""
    rung = int(rung)
    return format_html('<span class="rung-badge rung-{}">{}{}</span>', rung, rung_mark(rung), name or RUNGS[rung][2])


@register.simple_tag
@lru_cache(maxsize=8192)
def posts(name: str, *ids: int) -> SafeString:
    """Return the attributes of a form that posts to a named address, with and without scripts."""
    return format_html('method="post" action="{0}" hx-post="{0}"', reverse(name, args=ids))


@register.simple_tag(takes_context=True)
def tap(context) -> str:
    """Return a fresh mark for one tap; in a cached fragment the placeholder that becomes one."""
    return str(uuid4()) if context.get("csrf_token") else TAP


@register.simple_tag(takes_context=True)
def form_token(context) -> str:
    """Return this session's form token; in a cached fragment the placeholder that becomes it."""
    return str(context.get("csrf_token") or CSRF)


@register.simple_tag(takes_context=True)
def typed(context, deed: str, field: str, otherwise: str = "") -> str:
    """Return what was typed into a field of the form that was just refused, else `otherwise`."""
    refusal = getattr(context.get("panel"), "refusal", None)
    if refusal is None or refusal.deed != deed:
        return otherwise
    return dict(refusal.typed).get(field, otherwise)


@register.simple_tag
def common_pictograms(value: str = "") -> list[Pictogram]:
    """Return the pictures offered before anybody searches, the chosen one first."""
    first = [PICTOGRAMS[value]] if value in PICTOGRAMS else []
    return first + [PICTOGRAMS[name] for name in COMMON if name in PICTOGRAMS and name != value]


@register.simple_tag
def stickers() -> list[Pictogram]:
    """Return the one-tap answers that come with the first page."""
    return [PICTOGRAMS[name] for name in STICKERS if PICTOGRAMS[name].sprite == "core"]


@register.simple_tag
def faces() -> list[Pictogram]:
    """Return the pictures a person can be."""
    return [PICTOGRAMS[name] for name in FACES]


@register.filter
def names(people) -> str:
    """Return people's names in a row; also of things that hold a person."""
    return ", ".join(getattr(each, "person", each).name for each in people)


@register.simple_tag
def by(person, acted_by=None) -> str:
    """Return whose words these are; words given for somebody name both."""
    if acted_by is None:
        return person.name
    return _("%(actor)s, for %(name)s") % {"actor": acted_by.name, "name": person.name}


@register.filter
def most(tally) -> int:
    """Return the highest number of votes in a tally, at least 1."""
    return max([1, *(votes for _idea, votes in tally)])
