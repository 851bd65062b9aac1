"""The routine's page: the ladder board with, perhaps, a step's panel open."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from households.live.change import Viewer
from routines.models import Step
from routines.regions.fragment import on_page
from routines.regions.frame import REGIONS, Cookies, Frame, Household, Live, Role, framed
from routines.regions.page import page_regions, panel_html, presence_html
from routines.regions.push import Pusher
from routines.regions.values import RefusalView
from routines.rules.state import Kind

VIEW_COOKIE = "board"


@require_safe
def routine(request: HttpRequest, household_id: int, routine_id: int) -> HttpResponse:
    """Show a routine's board; `?view=list` shows it as a list, and is remembered."""
    viewer = viewer_for(request, routine_id)
    return board_page(request, viewer)


@require_safe
def step(request: HttpRequest, household_id: int, step_id: int) -> HttpResponse:
    """Show a step's panel: within its routine's page, or alone for a page that is open already."""
    found = Step.objects.of(request.actor.household_id).filter(id=step_id)
    routine_id, title, archived_at = found.values_list("routine_id", "title", "archived_at").first() or (None, "", None)
    if routine_id is None:
        raise Http404
    if archived_at and request.actor.kind != Kind.SUPPORTER:
        messages.info(request, _("“%(title)s” is put away. Nothing of it is lost.") % {"title": title})
        return redirect("routine", request.actor.household_id, routine_id)
    speaker = request.GET.get("speaker", "")
    speaker_id = int(speaker) if speaker.isascii() and speaker.isdigit() else None
    viewer = viewer_for(request, routine_id, step_id=step_id, speaker_id=speaker_id)
    if request.htmx and not request.htmx.history_restore_request:
        return _panel_alone(request, viewer)
    return board_page(request, viewer)


def viewer_for(
    request: HttpRequest,
    routine_id: int,
    *,
    step_id: int | None = None,
    speaker_id: int | None = None,
) -> Viewer:
    """Return the viewer this request is while a routine's page is open."""
    actor = request.actor
    wanted = request.GET.get("view") or request.COOKIES.get(VIEW_COOKIE, "")
    return Viewer(
        household_id=actor.household_id,
        member_id=actor.member_id,
        kind=actor.kind,
        language=actor.language,
        page="routine",
        routine_id=routine_id,
        step_id=step_id,
        speaker_id=speaker_id,
        as_list=wanted == "list",
    )


def board_page(
    request: HttpRequest, viewer: Viewer, *, refusal: RefusalView | None = None, status: int = 200
) -> HttpResponse:
    """Return the whole page for a viewer; 404 where there is nothing they may see."""
    now = timezone.now()
    regions = page_regions(viewer, request.household, now)
    if regions is None:
        raise Http404
    if refusal:
        regions = {**regions, "panel": _refused_panel(request, viewer, refusal)}
    regions = {**regions, "presence": presence_html(viewer, request.household, now)}
    title = regions["title"]
    html = _page(request, viewer, {name: regions[name] for name in REGIONS}, title)
    answer = HttpResponse(on_page(html, request), status=status)
    if request.GET.get("view") in ("list", "board"):
        answer.set_cookie(VIEW_COOKIE, request.GET["view"], max_age=31536000, samesite="Lax", httponly=True)
    return answer


def _page(request: HttpRequest, viewer: Viewer, regions: Mapping[str, str], title: str) -> str:
    """Return the regions within the page; its frame is drawn anew only to show a message."""
    live = live_hook(request, page="routine", routine=viewer.routine_id, viewer=viewer)
    if len(messages.get_messages(request)):
        context = {
            "regions": regions,
            "title": title,
            "panel_open": viewer.step_id is not None,
            "nav": "plan",
            "nav_routine_id": viewer.routine_id,
            "live": live,
        }
        return render_to_string("routines/routine.html", context, request=request)
    frame = Frame(
        household=Household(request.household.id, request.household.name),
        actor=Role(request.actor.is_parent),
        COOKIES=Cookies(request.COOKIES.get("theme", "")),
        routine_id=viewer.routine_id,
        title=title,
        panel_open=viewer.step_id is not None,
        live=Live(live["url"], live["poll"]),
    )
    return framed(frame, regions, request.household.revision)


def live_hook(
    request: HttpRequest, *, page: str, routine: int | None = None, viewer: Viewer | None = None
) -> dict[str, object]:
    """Return where a page's stream and its fallback are, and the revision the page shows."""
    query: dict[str, object] = {"page": page}
    if routine:
        query["routine"] = routine
    if viewer and viewer.as_list:
        query["view"] = "list"
    household_id = request.actor.household_id
    return {
        "url": f"/live/h/{household_id}/?{urlencode(query)}",
        "poll": f"{reverse('poll', args=[household_id])}?{urlencode(query)}",
        "revision": request.household.revision,
    }


def _panel_alone(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    pusher = Pusher(request.household)
    scene = pusher.scene(viewer)
    step = scene and scene.step(viewer.step_id)
    if not step:
        raise Http404
    html = panel_html(scene, pusher.talked(scene, step), talked=True)
    return HttpResponse(on_page(html, request))


def _refused_panel(request: HttpRequest, viewer: Viewer, refusal: RefusalView) -> str:
    pusher = Pusher(request.household)
    scene = pusher.scene(viewer)
    return panel_html(scene, pusher.talked(scene, scene.step(viewer.step_id)), refusal, talked=True)
