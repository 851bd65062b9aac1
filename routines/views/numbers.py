"""Numbers from outside: an id, a place, or nothing."""

from collections.abc import Mapping


def number(data: Mapping[str, str], name: str) -> int | None:
    """Return a whole number somebody sent, from 0 to 2^62, or None for none or nonsense."""
    text = data.get(name) or ""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        return None
    return int(text)
