"""The page a facilitator finds once a family's consent is over."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from households.models import Consent


def looking_is_over(request: HttpRequest, consent: Consent) -> HttpResponse:
    """Say that a consent is over and since when, and give back what was just typed, for copying: it was not sent."""
    typed = request.POST.get("text", "") if request.method == "POST" else ""
    context = {"consent": consent, "typed": typed}
    return render(request, "households/looking_over.html", context, status=HTTPStatus.GONE)
