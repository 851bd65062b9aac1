"""Fragments: HTML as a pure function of frozen values. Equal values are rendered once.

There is nothing to invalidate, and the audience is in the values: who may see more has other ones.
"""

import re
from collections.abc import Hashable
from functools import cache, lru_cache
from secrets import token_hex
from types import SimpleNamespace
from uuid import uuid4

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# What stands for them in a fragment. Nobody can have written these: they are new with every start.
CSRF = f"csrf-{token_hex(12)}"
TAP = f"tap-{token_hex(12)}"
REVISION = f"revision-{token_hex(12)}"
# Masked once for a page: to do it anew for each of its forms would only cost time.
TOKEN = "rungs.form_token"  # noqa: S105, a name


@lru_cache(maxsize=8192)
def _rendered(template: str, language: str, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return get_template(template).render(dict(values))


@lru_cache(maxsize=8192)
def _piece(template: str, language: str, piece: "Piece") -> SafeString:
    return get_template(template).render(piece.context())


def fragment(template: str, **values: Hashable) -> SafeString:
    """Return a template rendered with some frozen values, in the current language."""
    return _rendered(template, get_language(), tuple(values.items()))


def piece_of(template: str, whole: object, fields: str, option: Hashable = None) -> SafeString:
    """Return a template rendered with some fields of a panel, once for equal fields.

    `fields` are dotted names, separated by spaces: the template gets `panel` with just these, and
    its question and buttons as `q` and `can`. What is not named is not there, so nothing stale can
    be shown. `option` is handed on as it is. A vote changes a few of a panel's pieces: drawing only
    those halves what a vote costs.
    """
    return _piece(template, get_language(), Piece(whole, fields, option))


class Piece:
    """Some fields of a value, equal to another with equal fields."""

    __slots__ = ("_hash", "_names", "_option", "_values")

    def __init__(self, whole: object, fields: str, option: Hashable = None) -> None:
        self._names = _split(fields)
        self._values = tuple(_reach(whole, way) for way in self._names)
        self._option = option
        self._hash = hash((self._values, option))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Piece) and self._names == other._names
        return same and self._values == other._values and self._option == other._option

    def context(self) -> dict[str, object]:
        """Return what the piece's template is drawn with."""
        panel = SimpleNamespace()
        for (*way, last), value in zip(self._names, self._values, strict=True):
            place = panel
            for part in way:
                place = place.__dict__.setdefault(part, SimpleNamespace())
            setattr(place, last, value)
        found = panel.__dict__
        return {
            "panel": panel,
            "q": found.get("question"),
            "can": found.get("buttons"),
            "option": self._option,
        }


@cache
def _split(fields: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name.split(".")) for name in fields.split())


def _reach(whole: object, way: tuple[str, ...]) -> Hashable:
    for part in way:
        if whole is None:
            return None
        whole = getattr(whole, part)
    return whole


def at_revision(html: str, revision: int) -> SafeString:
    """Return a fragment that says of which revision of its step it is."""
    return mark_safe(html.replace(REVISION, str(revision)))  # noqa: S308 - made from fragments


def on_page(html: str, request: HttpRequest) -> SafeString:
    """Return a fragment with what a form needs without scripts: this session's token, fresh taps."""
    token = request.META.get(TOKEN) or request.META.setdefault(TOKEN, get_token(request))
    html = html.replace(CSRF, token)
    return mark_safe(re.sub(TAP, lambda _: str(uuid4()), html))  # noqa: S308 - made from fragments


def on_stream(html: str) -> str:
    """Return a fragment for a live message: scripts bring the token and the tap themselves."""
    return html.replace(CSRF, "").replace(TAP, "")


def part(target: str, html: str, swap: str = "outerMorph") -> str:
    """Return a region as one part of an answer or a live message."""
    return f'<hx-partial hx-target="#{target}" hx-swap="{swap}">{html}</hx-partial>'
