"""A morning's pages: everybody side by side while it runs, one person full screen, and what came of it."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from households.live.change import Viewer
from routines.models.mornings import morning_state
from routines.regions.fragment import on_page
from routines.regions.frame import Cookies, Household, Live, Role
from routines.regions.morning.frame import REGIONS, RunFrame, framed
from routines.regions.morning.moment import at_now
from routines.regions.morning.page import runner_regions, scene_for
from routines.regions.page import look_of
from routines.views.asking import answering
from routines.views.morning.answers import morning_url, viewer_of_morning
from routines.views.morning_told import told_page


@require_safe
@answering
def morning(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Show a morning: while it runs, everybody side by side; afterwards, what happened."""
    viewer = viewer_of_morning(request, morning_id)
    regions = runner_regions(viewer, request.household, timezone.now())
    return running_page(request, viewer, regions) if regions else over_page(request, viewer)


@require_safe
@answering
def morning_person(request: HttpRequest, household_id: int, morning_id: int, member_id: int) -> HttpResponse:
    """Show one person's now and next, full screen; once the morning is over, the morning."""
    viewer = viewer_of_morning(request, morning_id, member_id)
    regions = runner_regions(viewer, request.household, timezone.now())
    if regions:
        return running_page(request, viewer, regions)
    look = look_of(viewer, request.household, timezone.now())
    if look is None or scene_for(viewer, look) is None:
        raise Http404
    return redirect(morning_url(request, morning_id))


def running_page(request: HttpRequest, viewer: Viewer, regions: Mapping[str, str]) -> HttpResponse:
    """Return the page of a running morning; its frame is drawn anew only to show a message."""
    live = live_of_morning(request, viewer)
    if len(messages.get_messages(request)):
        context = {
            "regions": regions,
            "title": regions["title"],
            "nav": "today",
            "live": live,
            "alone": viewer.speaker_id,
        }
        html = render_to_string("morning/run.html", context, request=request)
    else:
        frame = RunFrame(
            household=Household(request.household.id, request.household.name),
            actor=Role(request.actor.is_parent),
            COOKIES=Cookies(request.COOKIES.get("theme", "")),
            title=regions["title"],
            alone=bool(viewer.speaker_id),
            live=Live(live["url"], live["poll"]),
        )
        html = framed(frame, {name: regions[name] for name in REGIONS}, request.household.revision)
    return HttpResponse(on_page(at_now(html, timezone.now()), request))


def over_page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Return the page of a morning that is over; 404 where there is nothing the viewer may see."""
    look = look_of(viewer, request.household, timezone.now())
    if look is None or scene_for(viewer, look) is None:
        raise Http404
    return told_page(request, look, morning_state(viewer.household_id, viewer.morning_id))


def live_of_morning(request: HttpRequest, viewer: Viewer) -> dict[str, object]:
    """Return where the page's stream and its fallback are."""
    query = {"page": "morning", "morning": viewer.morning_id}
    if viewer.speaker_id:
        query["speaker"] = viewer.speaker_id
    return {
        "url": f"/live/h/{viewer.household_id}/?{urlencode(query)}",
        "poll": f"{reverse('poll', args=[viewer.household_id])}?{urlencode(query)}",
        "revision": request.household.revision,
    }
