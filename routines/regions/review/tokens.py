"""Opaque names for what a facilitator sees: a number of the household's would let them count what they do not."""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TypeVar

Thing = TypeVar("Thing")

BYTES = 10


def token_of(consent_key: str, kind: str, number: int) -> str:
    """Return the name of one thing in one consent, 20 hex digits; `kind` is "step", "question" and the like.

    Whoever does not hold the number cannot make it out, and in another consent the same thing has another name.
    """
    return blake2b(f"{consent_key}/{kind}/{number}".encode(), digest_size=BYTES).hexdigest()


def named(
    token: str, consent_key: str, kind: str, things: Iterable[Thing], number: Callable[[Thing], int]
) -> Thing | None:
    """Return the one of some things a token names, None for none of them. Only what may be seen is looked through."""
    return next((each for each in things if token_of(consent_key, kind, number(each)) == token), None)
