"""The picture that goes with somebody's words."""

from households.pictograms import search


def picture_for(text: str, otherwise: str = "sun-with-face") -> str:
    """Return the picture that fits words best: for all its words, else for its longest one, else `otherwise`."""
    for words in (text, *sorted(text.split(), key=len, reverse=True)):
        found = search(words) if len(words) > 2 else []
        if found:
            return found[0].name
    return otherwise
