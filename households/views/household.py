"""Founding a household, its settings, and leaving it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from households.actions.guard import standing
from households.actions.household import change_household, found_household
from households.actions.people import leave_household
from households.actions.refusal import Refused
from households.forms.household import FoundingForm, HouseholdForm
from households.forms.verb import read_tap
from households.models import Member
from households.rules import time_zones
from households.rules.people import may_leave
from households.views.telling import telling
from households.words import refusal

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@require_http_methods(PAGE_OR_FORM)
@login_required
def household_new(request: HttpRequest) -> HttpResponse:
    """Found a household and become its first parent."""
    initial = {"language": translation.get_language()}
    form = FoundingForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        member = found_household(
            account=request.user,
            home=form.home(),
            founder=form.look(),
            at=timezone.now(),
            tap=read_tap(request.POST),
        )
        return redirect("household", member.household_id)
    context = {"form": form, "time_zones": time_zones.offered()}
    return render(request, "households/household_new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(PAGE_OR_FORM)
@telling(then="household_settings")
def household_settings(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show the household's settings; parents change them."""
    form = None
    if request.method == "POST" or request.actor.is_parent:
        form = HouseholdForm.of(request.household, request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid() and _changed(request, form):
            return redirect("household_settings", household_id)
    context = {"form": form, "time_zones": time_zones.offered()}
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "households/settings.html", context, status=status)


def _changed(request: HttpRequest, form: HouseholdForm) -> bool:
    """Apply the form; a refusal is shown in it."""
    try:
        change_household(
            actor=request.actor,
            home=form.home(),
            revision=form.cleaned_data["revision"],
            at=timezone.now(),
            tap=read_tap(request.POST),
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, _("Saved."))
    return True


@require_http_methods(PAGE_OR_FORM)
@telling(then="household_settings")
def household_leave(request: HttpRequest, household_id: int) -> HttpResponse:
    """Ask whether somebody wants to leave; then let them."""
    if request.method != "POST":
        here = list(Member.objects.of(request.actor.household_id).here())
        me = next(each for each in here if each.id == request.actor.member_id)
        verdict = may_leave(standing(me), tuple(map(standing, here)))
        context = {"member": me, "verdict": verdict, "sentence": verdict or refusal(verdict.code)}
        return render(request, "households/leave.html", context)
    leave_household(actor=request.actor, at=timezone.now(), tap=read_tap(request.POST))
    messages.success(request, _("You have left %(household)s.") % {"household": request.household.name})
    return redirect("home")
