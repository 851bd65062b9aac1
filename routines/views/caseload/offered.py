"""A family's link and a family's code, in a facilitator's hands."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from households.actions.consent_offers import find_offer, take_offer, why_closed
from households.actions.consent_requests import ask_with_code
from households.actions.consents import is_own_family
from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.forms.facilitator import CodeForm
from households.forms.verb import read_tap
from households.looking_in import facilitator_of
from households.models import ConsentOffer
from households.views.facilitating import facilitators_only, lead_in
from households.words import refusal
from routines.regions.caseload.offer import offer_view

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@require_http_methods(PAGE_OR_FORM)
def offer(request: HttpRequest, key: str) -> HttpResponse:
    """Show what a family's link offers, and take it. Nothing is shown of the family before somebody is known."""
    if not request.user.is_authenticated:
        if request.method == "POST":
            raise Http404
        return render(request, "facilitator/offer_to_whom.html")
    request.facilitator = facilitator_of(request.session)
    try:
        found = find_offer(key=key)
        if is_own_family(request.user.pk, found.household_id):
            raise Refused("consent_own_family")
        return lead_in(request) if request.facilitator is None else _offered(request, found, key)
    except Missing:
        return _closed(request, "consent_offer_unknown", status=404)
    except Refused as refused:
        return _closed(request, refused.code)


@require_http_methods(PAGE_OR_FORM)
@facilitators_only
def ask(request: HttpRequest) -> HttpResponse:
    """Ask a family with the code it gave."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _asked(request, form):
        return redirect("caseload")
    context = {"form": form, "nav": "caseload"}
    return render(request, "facilitator/ask.html", context, status=422 if form.is_bound else 200)


def _offered(request: HttpRequest, found: ConsentOffer, key: str) -> HttpResponse:
    """Show the terms before "Look in"; whoever took the link already goes on to their families."""
    if found.used_by_id == request.facilitator.id:
        return redirect("caseload")
    if code := why_closed(found, at=timezone.now()):
        raise Refused(code)
    if request.method != "POST":
        context = {"offer": offer_view(found, timezone.now()), "nav": "caseload"}
        return render(request, "facilitator/offer.html", context)
    try:
        take_offer(key=key, facilitator=request.facilitator, at=timezone.now(), tap=read_tap(request.POST))
    except AlreadyApplied:
        return redirect("caseload")
    messages.success(request, _("%(family)s lets you look in now.") % {"family": found.household.name})
    return redirect("caseload")


def _asked(request: HttpRequest, form: CodeForm) -> bool:
    """Ask; a refusal is shown in the form."""
    try:
        ask_with_code(
            code=form.cleaned_data["code"],
            facilitator=request.facilitator,
            words=form.cleaned_data["words"],
            address=request.META.get("REMOTE_ADDR", ""),
            at=timezone.now(),
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, _("Asked. You see the family here once they say yes."))
    return True


def _closed(request: HttpRequest, code: str, *, status: int = 410) -> HttpResponse:
    return render(request, "facilitator/closed.html", {"sentence": refusal(code)}, status=status)
