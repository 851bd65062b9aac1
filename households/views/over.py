"""The page a facilitator finds once a family's consent is over."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from households.looking_in import lineage
from households.models import Consent

# Where an address through a consent that is over leads to its like, and where it names that address.
ANEW, FROM = "review_anew", "from"


def looking_is_over(request: HttpRequest, consent: Consent) -> HttpResponse:
    """Say that a consent is over, and give back what was just typed, for copying: it was not sent.

    Where another one stands, a page leads to its like there, and what was typed to the way there.
    """
    newer = (
        Consent.objects.of(consent.household_id).to(consent.facilitator_id).standing().exclude(id=consent.id).first()
    )
    there = _like_there(request, newer) if newer else ""
    if there and request.method == "GET" and not _by_script(request):
        return redirect(there)
    context = {
        "there": there,
        "typed": request.POST.get("text", "") if request.method == "POST" else "",
        "lineage": lineage(consent.household_id, consent.facilitator_id),
    }
    return render(request, "households/looking_over.html", context, status=HTTPStatus.GONE)


def _like_there(request: HttpRequest, newer: Consent) -> str:
    """Return the address that leads to the same page through a newer consent."""
    old = request.GET.get(FROM, "") if request.resolver_match.url_name == ANEW else request.get_full_path()
    return f"{reverse(ANEW, args=[newer.key])}?{urlencode({FROM: old})}"


def _by_script(request: HttpRequest) -> bool:
    """Return whether a page asks by itself: it leaves when it is told that this is over."""
    return bool(request.headers.get("HX-Request") or request.headers.get("X-Anew"))
