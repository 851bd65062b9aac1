"""The picture that goes with somebody's words."""

from functools import lru_cache

from django.utils.translation import get_language

from households.pictograms import search


def picture_for(text: str, otherwise: str = "sun-with-face") -> str:
    """Return the picture that fits words best: for all its words, else for its longest one, else `otherwise`."""
    return _found(text, get_language()) or otherwise


@lru_cache(maxsize=4096)
def _found(text: str, language: str) -> str:
    """Search once for words in a language; the small steps of a morning are drawn again and again."""
    for words in (text, *sorted(text.split(), key=len, reverse=True)):
        found = search(words) if len(words) > 2 else []
        if found:
            return found[0].name
    return ""
