"""Who looks in: the family's page of it, one-tap stops, and everybody's word about their own part."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from households.actions.consent_offers import withdraw_offer
from households.actions.consent_refusals import allow_part, refuse_part
from households.actions.consent_requests import say_no
from households.actions.consents import end, narrow
from households.forms.verb import read_tap
from households.rules.consent import KINDS
from households.views.telling import telling
from routines.event_words import done_words
from routines.regions.looking_in.page import looking_in_view
from routines.views.asking import look_at
from routines.views.board import live_hook
from routines.views.numbers import number

NO = "no"


@require_safe
@telling(then="looking_in")
def looking_in(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show who looks in and at what, what can be stopped, and what was opened (`?before=` goes on from there)."""
    view = looking_in_view(look_at(request), request.household, number(request.GET, "before"))
    context = {"looking": view, "nav": "people", "live": live_hook(request, page="looking_in")}
    return render(request, "looking_in/page.html", context)


@require_POST
@telling(then="looking_in")
def looking_in_end(request: HttpRequest, household_id: int, consent_id: int) -> HttpResponse:
    """Stop: one tap, without asking for the password."""
    return _done(request, end(consent_id=consent_id, **_tap(request)))


@require_POST
@telling(then="looking_in")
def looking_in_narrow(request: HttpRequest, household_id: int, consent_id: int) -> HttpResponse:
    """Stop sharing one kind, one routine or one person's part."""
    kind = request.POST.get("kind", "")
    what = {
        "kind": kind if kind in KINDS else "",
        "routine_id": number(request.POST, "routine"),
        "member_id": number(request.POST, "member"),
    }
    return _done(request, narrow(consent_id=consent_id, **what, **_tap(request)))


@require_POST
@telling(then="looking_in")
def looking_in_part(request: HttpRequest, household_id: int, facilitator_id: int) -> HttpResponse:
    """Say no for one's own part (`part=no`), or yes again."""
    say = refuse_part if request.POST.get("part") == NO else allow_part
    return _done(request, say(facilitator_id=facilitator_id, **_tap(request)))


@require_POST
@telling(then="looking_in")
def looking_in_decline(request: HttpRequest, household_id: int, request_id: int) -> HttpResponse:
    """Answer a facilitator who asked to look in with no."""
    return _done(request, say_no(request_id=request_id, **_tap(request)))


@require_POST
@telling(then="looking_in")
def looking_in_withdraw(request: HttpRequest, household_id: int, offer_id: int) -> HttpResponse:
    """Take a link or a code back."""
    withdraw_offer(offer_id=offer_id, **_tap(request))
    messages.success(request, _("Taken back. It opens nothing any more."))
    return redirect("looking_in", household_id)


def _tap(request: HttpRequest) -> dict[str, object]:
    return {"actor": request.actor, "at": timezone.now(), "tap": read_tap(request.POST)}


def _done(request: HttpRequest, event) -> HttpResponse:
    messages.success(request, done_words(event))
    return redirect("looking_in", request.actor.household_id)
