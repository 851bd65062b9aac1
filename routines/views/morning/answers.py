"""How taps of a morning are answered: the changed regions, or a sentence that loses nothing."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.live.change import Viewer
from households.models import Event
from routines.actions.morning_stage import QUIET
from routines.event_words import done_words
from routines.regions.fragment import on_page
from routines.regions.morning.moment import at_now
from routines.regions.morning.page import pushed
from routines.regions.push import pusher_at
from routines.views.answers import tell, toast, undo_url
from routines.views.asking import told_no, went
from routines.views.posted import Posted

Act = Callable[[Posted], Event | None]


def viewer_of_morning(request: HttpRequest, morning_id: int, alone: int | None = None) -> Viewer:
    """Return the viewer this request is while a morning is open; `alone` is whose page of it."""
    actor = request.actor
    return Viewer(
        household_id=actor.household_id,
        member_id=actor.member_id,
        kind=actor.kind,
        language=actor.language,
        page="morning",
        morning_id=morning_id,
        speaker_id=alone or None,
    )


def answer(request: HttpRequest, morning_id: int, act: Act, *, leads: bool = False) -> HttpResponse:
    """Call a verb and answer with the morning as it is now. A tap applied before is answered like the first time.

    `leads` goes to the morning's page instead: what was tapped makes it another one.
    """
    posted = Posted(request)
    try:
        event = act(posted)
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return told_no(request, refused)
    if leads:
        return went(request, morning_url(request, morning_id), done_words(event) if event else "", event)
    return shown(request, morning_id, event, posted.number("alone"))


def shown(request: HttpRequest, morning_id: int, event: Event | None, alone: int | None = None) -> HttpResponse:
    """Answer with the regions of the open page, or lead to it; what is worth it is said beside its undo."""
    says = event is not None and event.kind not in QUIET
    if request.htmx:
        pusher = pusher_at(request.actor.household_id, event.revision if event else None)
        viewer = viewer_of_morning(request, morning_id, alone)
        scene = pusher.lived(viewer)
        if scene is not None and scene.running:
            html = at_now(pushed(scene, viewer), timezone.now())
            html += toast(request, done_words(event), undo_url(event)) if says else ""
            answered = HttpResponse(on_page(html, request))
            answered["X-Revision"] = str(pusher.household.revision)
            return answered
        return went(request, morning_url(request, morning_id), done_words(event) if says else "", event)
    if says:
        tell(request, event)
    return redirect(morning_url(request, morning_id, alone))


def morning_url(request: HttpRequest, morning_id: int, alone: int | None = None) -> str:
    """Return the address of a morning, or of one person's page of it."""
    here = [request.actor.household_id, morning_id]
    return reverse("morning_person", args=[*here, alone]) if alone else reverse("morning", args=here)
