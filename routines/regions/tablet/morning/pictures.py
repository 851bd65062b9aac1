"""A picture for words somebody wrote: small steps have no pictures of their own, and who does not read needs one."""

from functools import lru_cache

from django.utils.translation import get_language

from households.pictograms import search

# Shorter ones ("the", "on", "zu") find pictures of something else.
LONG_ENOUGH = 4
NO_PICTURE = "check-mark-button"


def picture_of(words: str) -> str:
    """Return the name of the picture that fits some words best, else a tick: it is something to tick off."""
    return _picture_of(words, get_language())


@lru_cache(maxsize=4096)
def _picture_of(words: str, language: str) -> str:
    singly = sorted((word for word in words.split() if len(word) >= LONG_ENOUGH), key=len, reverse=True)
    for wanted in (words, *singly):
        if found := search(wanted):
            return found[0].name
    return NO_PICTURE
