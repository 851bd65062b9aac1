"""A facilitator's organisation: founding it, inviting colleagues, joining by their link, leaving."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from households.actions.organisations import (
    find_organisation_invitation,
    found_organisation,
    invite_colleague,
    join_organisation,
    leave_organisation,
    why_colleague_closed,
    withdraw_colleague,
)
from households.actions.refusal import Missing, Refused
from households.exports.qr import qr_code
from households.forms.facilitator import OrganisationForm
from households.views.facilitating import facilitators_only
from households.views.only_here import only_here
from households.words import refusal


@require_http_methods(["GET", "HEAD", "POST"])
@facilitators_only
def organisation_new(request: HttpRequest) -> HttpResponse:
    """Found an organisation with oneself in it."""
    if request.facilitator.organisation_id:
        return redirect("organisation")
    form = OrganisationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        found_organisation(facilitator=request.facilitator, name=form.cleaned_data["name"], at=timezone.now())
        return redirect("organisation")
    return render(request, "facilitator/organisation_new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@facilitators_only
def organisation_invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation and show its link, this one time."""
    invitation, key = invite_colleague(facilitator=request.facilitator, at=timezone.now())
    link = request.build_absolute_uri(reverse("organisation_join", args=[key]))
    context = {"invitation": invitation, "link": link, "qr": qr_code(link), "only_here": only_here(link)}
    return render(request, "facilitator/organisation_invitation.html", context)


@require_POST
@facilitators_only
def organisation_withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    withdraw_colleague(facilitator=request.facilitator, invitation_id=invitation_id, at=timezone.now())
    messages.success(request, _("The invitation is taken back."))
    return redirect("organisation")


@require_POST
@facilitators_only
def organisation_leave(request: HttpRequest) -> HttpResponse:
    """Leave one's organisation; families' consent stays with oneself."""
    left = leave_organisation(facilitator=request.facilitator, at=timezone.now())
    messages.success(request, _("You have left %(name)s.") % {"name": left.name})
    return redirect("facilitator_you")


@require_http_methods(["GET", "HEAD", "POST"])
@facilitators_only
def organisation_join(request: HttpRequest, key: str) -> HttpResponse:
    """Follow a colleague's invitation into their organisation."""
    try:
        invitation = find_organisation_invitation(key=key)
    except Missing:
        return _closed(request, "invitation_unknown", status=404)
    here = request.facilitator.organisation_id
    if here == invitation.organisation_id:
        return redirect("organisation")
    if code := why_colleague_closed(invitation, at=timezone.now()) or ("organisation_one_already" if here else ""):
        return _closed(request, code)
    if request.method != "POST":
        return render(request, "facilitator/organisation_join.html", {"invitation": invitation})
    try:
        organisation = join_organisation(key=key, facilitator=request.facilitator, at=timezone.now())
    except Refused as refused:
        return _closed(request, refused.code)
    messages.success(request, _("Welcome to %(name)s.") % {"name": organisation.name})
    return redirect("organisation")


def _closed(request: HttpRequest, code: str, *, status: int = 410) -> HttpResponse:
    return render(request, "facilitator/closed.html", {"sentence": refusal(code)}, status=status)
