"""How a kind of event is put into words, by whichever room of the family's life it happens in."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Telling:
    """A kind of event in words: done by oneself, done for (or about) somebody, and as a thing.

    `icon` is the line icon beside it.
    """

    own: str | Promise
    other: str | Promise
    thing: str | Promise
    icon: str


Words = str | Promise


def told(icon: str, thing: Words, own: Words, other: Words | None = None) -> Telling:
    """Return an event in words; without `other`, it reads the same for whoever it was about."""
    return Telling(own, other or own, thing, icon)
