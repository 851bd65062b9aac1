"""Inviting somebody by a link, taking it back, and following it."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from households.actions.invitations import (
    accept_invitation,
    find_invitation,
    invite,
    why_closed,
    withdraw_invitation,
)
from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.exports.qr import qr_code
from households.forms.verb import read_tap
from households.memberships import memberships
from households.models import Member
from households.views.only_here import only_here
from households.views.telling import telling
from households.words import refusal


@require_http_methods(["GET", "HEAD", "POST"])
@telling(then="people", again=gettext_lazy("The link was shown once already. Make a new one if you need it."))
def member_invite(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Make an invitation and show its link, this one time; who comes back to the page is led to the people."""
    if request.method != "POST":
        get_object_or_404(Member.objects.of(request.actor.household_id), id=member_id)
        return redirect("people", household_id)
    invitation, key = invite(actor=request.actor, member_id=member_id, at=timezone.now(), tap=read_tap(request.POST))
    link = request.build_absolute_uri(reverse("join", args=[key]))
    context = {
        "member": invitation.member,
        "invitation": invitation,
        "link": link,
        "qr": qr_code(link),
        "only_here": only_here(link),
    }
    return render(request, "households/invitation.html", context)


@require_POST
@telling(then="people")
def member_invite_withdraw(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Take an invitation back."""
    them = withdraw_invitation(actor=request.actor, member_id=member_id, at=timezone.now(), tap=read_tap(request.POST))
    messages.success(request, _("The invitation for %(name)s is taken back.") % {"name": them.name})
    return redirect("people", household_id)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Follow an invitation: nothing is shown of the household before somebody has signed in."""
    try:
        invitation = find_invitation(key=key)
    except Missing:
        return _closed(request, "invitation_unknown", status=404)
    here = _membership(request, invitation.household_id)
    if here is not None:
        return _already_here(request, here)
    if code := why_closed(invitation, at=timezone.now()):
        return _closed(request, code)
    if request.method != "POST":
        return render(request, "households/join.html", {"invitation": invitation})
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    return _joined(request, key)


def _joined(request: HttpRequest, key: str) -> HttpResponse:
    try:
        member = accept_invitation(key=key, account=request.user, at=timezone.now(), tap=read_tap(request.POST))
    except (Refused, AlreadyApplied) as no:
        return _closed(request, getattr(no, "code", "invitation_used"))
    messages.success(request, _("Welcome, %(name)s.") % {"name": member.name})
    return redirect("household", member.household_id)


def _membership(request: HttpRequest, household_id: int):
    return next((each for each in memberships(request) if each.household_id == household_id), None)


def _already_here(request: HttpRequest, member) -> HttpResponse:
    if request.method == "POST":
        return redirect("household", member.household_id)
    return render(request, "households/join_closed.html", {"sentence": refusal("already_member"), "member": member})


def _closed(request: HttpRequest, code: str, *, status: int = 410) -> HttpResponse:
    return render(request, "households/join_closed.html", {"sentence": refusal(code)}, status=status)
