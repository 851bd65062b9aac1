"""Becoming a facilitator, and what one tells families of oneself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from households.actions.facilitators import become_facilitator, introduce_anew, stop_facilitating
from households.forms.facilitator import IntroductionForm, StartForm
from households.looking_in import facilitator_of
from households.memberships import memberships
from households.views.facilitating import back_to, facilitators_only

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@require_http_methods(PAGE_OR_FORM)
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Become a facilitator, and go on to where one was led in from."""
    then = back_to(request) or "caseload"
    if facilitator_of(request.session):
        return redirect(then)
    form = StartForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        become_facilitator(
            account=request.user,
            introduction=form.introduction(),
            organisation=form.cleaned_data["organisation"],
            at=timezone.now(),
        )
        return redirect(then)
    context = {"form": form, "next": back_to(request), "at_home": memberships(request)}
    return render(request, "facilitator/start.html", context, status=422 if form.is_bound else 200)


@require_http_methods(PAGE_OR_FORM)
@facilitators_only
def you(request: HttpRequest) -> HttpResponse:
    """Show what families are told of oneself, and change it."""
    form = IntroductionForm.of(request.facilitator, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        introduce_anew(facilitator=request.facilitator, introduction=form.introduction(), at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("facilitator_you")
    context = {"form": form, "nav": "you"}
    return render(request, "facilitator/you.html", context, status=422 if form.is_bound else 200)


@require_POST
@facilitators_only
def stop(request: HttpRequest) -> HttpResponse:
    """Give every family's consent back and leave the organisation."""
    stop_facilitating(facilitator=request.facilitator, at=timezone.now())
    messages.success(request, _("You no longer look in anywhere. Each family has been told."))
    return redirect("home")
