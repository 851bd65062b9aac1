"""On a tablet that is not one yet: following the link or typing the digits, and waiting for the parent."""

from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.contrib.auth import get_user
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households import seat
from households.actions.pairing import claim_with_digits, claim_with_key, claimed_by, find_pairing, why_closed
from households.actions.refusal import Missing, Refused
from households.adapter import sign_out
from households.forms.tablets import DigitsForm
from households.forms.verb import read_tap
from households.models import Tablet
from households.pictograms import PICTOGRAMS
from households.words import refusal

KEY_BYTES = 32
# A claim sent twice by an impatient finger is one claim: the second one within this time, in seconds, finds its key.
ONE_CLAIM = 60


def page(request: HttpRequest) -> HttpResponse:
    """Show what `/tablet` is before it is a tablet: a place for digits, the wait for a parent, or put away."""
    key = request.COOKIES.get(settings.TABLET_COOKIE_NAME, "")
    pairing = claimed_by(claim=key)
    if pairing is None:
        return _pair(request)
    if pairing.tablet_id:
        put_away = Tablet.objects.filter(id=pairing.tablet_id).exclude(revoked_at=None).exists()
        return render(request, "tablet/put_away.html", _context(request)) if put_away else _pair(request)
    if code := why_closed(pairing, at=timezone.now()):
        return _pair(request, sentence=refusal(code))
    pictures = [PICTOGRAMS[name] for name in pairing.pictures]
    return render(request, "tablet/waiting.html", {"pictures": pictures})


@require_http_methods(["GET", "HEAD", "POST"])
def tablet_key(request: HttpRequest, key: str) -> HttpResponse:
    """Follow the link of a pairing: one button, and nothing about the household."""
    if request.tablet is not None:
        return _pair(request, sentence=refusal("tablet_is_one"), status=409, is_one=True)
    try:
        pairing = find_pairing(key=key)
        if request.method == "POST":
            own = _own_key(request, key)
            claim_with_key(key=key, claim=own, at=timezone.now())
            return _claimed(request, key, own)
    except Missing:
        return _pair(request, sentence=refusal("pairing_unknown"), status=404)
    except Refused as refused:
        return _pair(request, sentence=refusal(refused.code, refused.params), status=410)
    if code := _why_not(request, pairing):
        return _pair(request, sentence=refusal(code), status=410)
    return render(request, "tablet/pair.html", _context(request) | {"key": key})


@require_POST
def tablet_digits(request: HttpRequest) -> HttpResponse:
    """Take the six digits somebody typed."""
    if request.tablet is not None:
        return _pair(request, sentence=refusal("tablet_is_one"), status=409, is_one=True)
    form = DigitsForm(request.POST)
    if not form.is_valid():
        return _pair(request, form=form, status=422)
    digits = form.cleaned_data["digits"]
    own = _own_key(request, digits)
    try:
        claim_with_digits(
            digits=digits,
            claim=own,
            address=request.META.get("REMOTE_ADDR", ""),
            at=timezone.now(),
        )
    except Refused as refused:
        form.add_error("digits", refusal(refused.code, refused.params))
        return _told_no(request, form, refused)
    return _claimed(request, digits, own)


@require_safe
def tablet_waiting(request: HttpRequest) -> HttpResponse:
    """Say whether the parent has confirmed: 204 not yet, 200 with where to go, 410 when it will not be."""
    if request.tablet is not None:
        return JsonResponse({"there": reverse("tablet")})
    pairing = claimed_by(claim=request.COOKIES.get(settings.TABLET_COOKIE_NAME, ""))
    if pairing is None or why_closed(pairing, at=timezone.now()):
        return HttpResponse(status=410)
    return HttpResponse(status=204)


def _own_key(request: HttpRequest, code: str) -> str:
    """Return the key this tablet is to have: random, and the same for one tap that came twice."""
    return cache.get(_claim_of(request, code)) or token_urlsafe(KEY_BYTES)


def _claim_of(request: HttpRequest, code: str) -> str:
    """Return the name under which one tap's claim is remembered; without a tap nobody knows it."""
    tap = read_tap(request.POST) or token_urlsafe(KEY_BYTES)
    return f"tablet-claim-{sha256(f'{tap} {code}'.encode()).hexdigest()}"


def _claimed(request: HttpRequest, code: str, own: str) -> HttpResponse:
    """Give the tablet its key, worth nothing before the parent confirms, and end any sign-in beside it."""
    cache.set(_claim_of(request, code), own, ONE_CLAIM)
    sign_out(request)
    response = redirect("tablet")
    seat.give_key(response, own)
    return response


def _why_not(request: HttpRequest, pairing) -> str:
    """Return why somebody who followed the link cannot claim it, "" if they can."""
    if code := why_closed(pairing, at=timezone.now()):
        return code
    return "pairing_taken" if pairing.claimed_at else ""


def _told_no(request: HttpRequest, form: DigitsForm, refused: Refused) -> HttpResponse:
    waits = refused.params.get("seconds")
    response = _pair(request, form=form, status=429 if waits else 422)
    if waits:
        response["Retry-After"] = str(waits)
    return response


def _pair(request: HttpRequest, *, status: int = 200, **context: object) -> HttpResponse:
    return render(request, "tablet/pair.html", _context(request) | context, status=status)


def _context(request: HttpRequest) -> dict[str, object]:
    """Return what every page of a tablet-to-be needs; `signed_in` when somebody is signed in on this browser."""
    return {"form": DigitsForm(), "signed_in": get_user(request).is_authenticated}
