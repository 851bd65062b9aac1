"""The picture catalogue: every pictogram a family can put on a step, a comment or a person.

The pictures themselves are `<symbol>`s in three sprites under `static/pictograms/`: `core.svg` holds what a
typical morning needs, `tablet.svg` what the shared tablet itself is drawn with, `more.svg` the rest. A picture is
known everywhere by its name, the symbol's id.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from households.pictogram_names import FACE_NAMES, PICTOGRAM_NAMES, STICKER_NAMES


@dataclass(frozen=True, slots=True)
class Pictogram:
    """One picture: where it is drawn, what it is called, and which words find it."""

    name: str
    label: str | Promise
    category: str
    keywords: str | Promise
    sprite: str


CATEGORIES: dict[str, str | Promise] = {
    "actions": _("Things we do"),
    "morning": _("Morning and night"),
    "washing": _("Washing and health"),
    "clothes": _("Clothes"),
    "food": _("Food and drink"),
    "going": _("Going out"),
    "play": _("Play and music"),
    "home": _("At home"),
    "animals": _("Animals"),
    "nature": _("Plants and weather"),
    "people": _("People and hands"),
    "feelings": _("Feelings"),
    "signs": _("Signs and time"),
}

PICTOGRAMS: dict[str, Pictogram] = {
    name: Pictogram(name, label, category, keywords, sprite)
    for (category, sprite), entries in PICTOGRAM_NAMES.items()
    for name, label, keywords in entries
}

FACES: tuple[str, ...] = tuple(FACE_NAMES.split())
STICKERS: tuple[str, ...] = tuple(STICKER_NAMES.split())


def exists(name: str) -> bool:
    """Whether a picture of this name can be drawn."""
    return name in PICTOGRAMS


def search(words: str, *, category: str = "") -> list[Pictogram]:
    """Pictures that answer every word, best first; no words, the whole category."""
    wanted = _fold(words).split()
    found = []
    for position, pictogram in enumerate(PICTOGRAMS.values()):
        if category and pictogram.category != category:
            continue
        score = _score(pictogram, wanted)
        if score is not None:
            found.append((score, position, pictogram))
    return [pictogram for _score_, _position, pictogram in sorted(found, key=lambda hit: hit[:2])]


def _score(pictogram: Pictogram, wanted: list[str]) -> int | None:
    """How far from the wanted words (0 is best), or None when a word finds nothing."""
    label = _fold(str(pictogram.label))
    if wanted and label == " ".join(wanted):
        return 0
    keywords = _fold(str(pictogram.keywords))
    fields = (label.split(), [*keywords.split(), *pictogram.name.split("-")])
    total = 1
    for word in wanted:
        distances = [
            2 * rank + (candidate != word)
            for rank, candidates in enumerate(fields)
            for candidate in candidates
            if candidate.startswith(word)
        ]
        if not distances:
            return None
        total += min(distances)
    return total


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    """Lower case without accents or punctuation, so that `Café` answers to `cafe`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
