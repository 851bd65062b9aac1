"""The page a facilitator finds once a family's consent is over."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from households.models import Consent


def looking_is_over(request: HttpRequest, consent: Consent) -> HttpResponse:
    """Say that a consent is over, and give back what was just typed, for copying: it was not sent.

    One that was replaced leads to the one that stands.
    """
    newer = Consent.objects.of(consent.household_id).to(consent.facilitator_id).standing().first()
    if newer is not None and newer.id != consent.id and request.method == "GET":
        return redirect("review", newer.key)
    typed = request.POST.get("text", "") if request.method == "POST" else ""
    context = {"consent": consent, "typed": typed}
    return render(request, "households/looking_over.html", context, status=HTTPStatus.GONE)
