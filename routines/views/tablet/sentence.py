"""Saying no to a child in one sentence: alone for the script, on a page of its own without one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape


def by_script(request: HttpRequest) -> bool:
    """Return whether the page's script asked, which shows the answer itself."""
    return "X-Rungs-Tap" in request.headers


def told(request: HttpRequest, sentence: str, status: int, words: str = "") -> HttpResponse:
    """Answer with one sentence; the page is otherwise as it was. `words` were written, and are given back."""
    if by_script(request):
        return HttpResponse(escape(sentence), status=status)
    return render(request, "tablet/refused.html", {"sentence": sentence, "words": words}, status=status)
