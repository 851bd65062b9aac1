"""What happened in the household, and taking back what one did."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import Missing
from households.forms.verb import read_tap
from households.models import Event
from routines.actions.take_back import take_back
from routines.event_words import done_words
from routines.regions.history import Filters, history_view, seen_by, steps_seen
from routines.views.answers import toast
from routines.views.asking import answering, board_regions, look_at, page_open, step_seen, went
from routines.views.board import live_hook
from routines.views.days import days_parts
from routines.views.noticing_answers import notice_parts
from routines.views.numbers import number

# What was told and repaired after a morning leads back to it.
NOTICED = ("notice.", "feeling.", "slip.", "repair.")


@require_safe
@answering
def history(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show what happened, newest first, perhaps of one person or one step."""
    look = look_at(request)
    filters = filters_of(request.GET)
    context = {
        "history": history_view(look, filters),
        "filters": filters,
        "people": look.people,
        "steps": steps_seen(look),
        "nav": "history",
        "live": live_hook(request, page="history"),
    }
    return render(request, "routines/history.html", context)


@require_POST
@answering
def undo(request: HttpRequest, household_id: int, event_id: int) -> HttpResponse:
    """Take back what one did, within ten minutes."""
    event = seen_by(look_at(request)).filter(id=event_id).first()
    if event is None:
        raise Missing
    back = take_back(actor=request.actor, event_id=event_id, at=timezone.now(), tap=read_tap(request.POST))
    page = page_open(request)
    regions = _regions(request, page) if page else ""
    if regions:
        return HttpResponse(regions + toast(request, done_words(back)))
    return went(request, _next(request, page, event), done_words(back))


def _regions(request: HttpRequest, page: ResolverMatch) -> str:
    """Return the regions of an open routine's page, of days or of telling, as they are now; nothing for other pages."""
    if page.url_name == "days":
        return days_parts(request)
    if page.url_name == "notice":
        return notice_parts(request, page.kwargs["morning_id"])
    routine_id, step_id = page.kwargs.get("routine_id"), page.kwargs.get("step_id")
    if page.url_name == "step":
        routine_id = step_seen(look_at(request), step_id).routine
    elif page.url_name != "routine":
        return ""
    return board_regions(request, routine_id, step_id)


def _next(request: HttpRequest, page: ResolverMatch | None, event: Event) -> str:
    """Return where to go on: the page it was done on, or what it was about."""
    home = [request.actor.household_id]
    if event.kind == "morning.started":
        return reverse("today", args=home)
    if page and page.url_name in ("household", "routine_changes", "people", "meeting"):
        return reverse(page.url_name, kwargs=page.kwargs)
    if "history" in request.POST or (page and page.url_name == "history"):
        query = filters_of(request.POST).query
        return reverse("history", args=home) + (f"?{query}" if query else "")
    if page and page.url_name in ("morning", "morning_person", "mornings", "repairs"):
        return request.htmx.current_url_abs_path
    if event.kind.startswith(("morning.", "today.")):
        return reverse("today", args=home)
    if event.kind.startswith(NOTICED):
        return reverse("morning", args=[*home, event.morning_key])
    if event.kind.startswith(("pause.", "presence.")):
        return reverse("days", args=home)
    if event.kind.startswith("review."):
        return reverse("asked", args=home)
    if event.step_key:
        return reverse("step", args=[*home, event.step_key])
    return reverse("household", args=home)


def filters_of(data: Mapping[str, str]) -> Filters:
    """Return the filters somebody sent; nonsense is none."""
    return Filters(person=number(data, "person"), step=number(data, "step"), before=number(data, "before"))
