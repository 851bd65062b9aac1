"""Fragments: HTML as a pure function of frozen values. Equal values are rendered once.

There is nothing to invalidate, and the audience is in the values: who may see more has other ones.
"""

import re
from collections.abc import Hashable
from functools import lru_cache
from uuid import uuid4

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

CSRF = "__CSRF__"
TAP = "__TAP__"
TOKEN = "rungs.form_token"  # masking it anew for each form of a page would only cost time


@lru_cache(maxsize=2048)
def _rendered(
    template: str, language: str, values: tuple[tuple[str, Hashable], ...]
) -> SafeString:
    return get_template(template).render(dict(values))


def fragment(template: str, **values: Hashable) -> SafeString:
    """Return a template rendered with some frozen values, in the current language."""
    return _rendered(template, get_language(), tuple(values.items()))


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
