"""The people of a household: who is here, adding, changing, letting go and welcoming back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from households.actions.guard import asking, guard, member_of, standing
from households.actions.people import add_member, change_member, remove_member, return_member
from households.actions.refusal import Refused
from households.forms.member import MemberForm
from households.forms.verb import read_tap
from households.models import Member
from households.regions.looking_in import lookers
from households.regions.people import people_view
from households.rules.people import may_change, may_remove, may_run_household
from households.views.telling import telling

PAGE_OR_FORM = ["GET", "HEAD", "POST"]


@require_safe
def people(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show everybody."""
    view = people_view(household_id=household_id, member_id=request.actor.member_id, now=timezone.now())
    context = {"people": view, "nav": "people", "live": people_live(request)}
    context["lookers"] = lookers(household_id, timezone.localdate())
    return render(request, "households/people.html", context)


def people_live(request: HttpRequest) -> dict[str, object]:
    """Return where the page's stream and its fallback are, and the revision the page shows."""
    household = request.household
    return {
        "url": f"/live/h/{household.id}/?page=people",
        "poll": f"{reverse('poll', args=[household.id])}?page=people",
        "revision": household.revision,
    }


@require_http_methods(PAGE_OR_FORM)
@telling(then="people")
def member_new(request: HttpRequest, household_id: int) -> HttpResponse:
    """Add somebody."""
    guard(may_run_household(asking(request.actor)))
    others = Member.objects.of(request.actor.household_id).here()
    form = MemberForm(request.POST if request.method == "POST" else None, others=others)
    if form.is_bound and form.is_valid() and _added(request, form):
        return redirect("people", household_id)
    context = {"form": form, "nav": "people"}
    return render(request, "households/member.html", context, status=422 if form.is_bound else 200)


def _added(request: HttpRequest, form: MemberForm) -> bool:
    try:
        member = add_member(
            actor=request.actor,
            who=form.asked_who(),
            look=form.look(),
            at=timezone.now(),
            tap=read_tap(request.POST),
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, _("%(name)s is part of your household now.") % {"name": member.name})
    return True


@require_http_methods(PAGE_OR_FORM)
@telling(then="people")
def member(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Change somebody's name, face or colour, or who they are."""
    actor = request.actor
    me, them = asking(actor), member_of(actor, member_id)
    guard(may_change(me, standing(them)), name=them.name)
    form = MemberForm.of(
        them,
        others=Member.objects.of(actor.household_id).here().exclude(id=them.id),
        revision=request.household.revision,
        may_say_who=actor.is_parent and actor.member_id != them.id,
        data=request.POST if request.method == "POST" else None,
    )
    if form.is_bound and form.is_valid() and _changed(request, form, them):
        return redirect("people", household_id)
    context = {
        "form": form,
        "member": them,
        "is_me": them.id == actor.member_id,
        "may_remove": may_remove(me, standing(them)),
        "nav": "people",
    }
    return render(request, "households/member.html", context, status=422 if form.is_bound else 200)


def _changed(request: HttpRequest, form: MemberForm, them: Member) -> bool:
    try:
        change_member(
            actor=request.actor,
            member_id=them.id,
            who=form.asked_who(them),
            look=form.look(),
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
@telling(then="people")
def member_remove(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Ask whether somebody has left; then let them go, with their history kept."""
    if request.method != "POST":
        them = member_of(request.actor, member_id)
        guard(may_remove(asking(request.actor), standing(them)), name=them.name)
        return render(request, "households/member_remove.html", {"member": them, "nav": "people"})
    them = remove_member(actor=request.actor, member_id=member_id, at=timezone.now(), tap=read_tap(request.POST))
    messages.success(request, _("%(name)s is no longer in your household. What they said stays.") % {"name": them.name})
    return redirect("people", household_id)


@require_POST
@telling(then="people")
def member_return(request: HttpRequest, household_id: int, member_id: int) -> HttpResponse:
    """Welcome somebody back."""
    them = return_member(actor=request.actor, member_id=member_id, at=timezone.now(), tap=read_tap(request.POST))
    messages.success(request, _("Welcome back, %(name)s.") % {"name": them.name})
    return redirect("people", household_id)
