"""How taps of a morning are answered: the page they were made on as it is now, or why not."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from households import seat
from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.models import Event
from routines.regions.fragment import on_page
from routines.regions.push import pusher_at
from routines.regions.tablet.morning.shown import now_html, run_html
from routines.views.posted import Posted
from routines.views.tablet.answers import Act, Tapped, refusal, undo_url
from routines.views.tablet.sentence import by_script

# The page is not to be seen any more: the script goes back to what the tablet rests on.
RESET = 205


def answer_morning(request: HttpRequest, act: Act) -> HttpResponse:
    """Do what was tapped and answer with the page it was tapped on. A tap applied before is answered like then."""
    tapped = Tapped(request.actor, Posted(request), timezone.now())
    try:
        return _shown(request, act(tapped))
    except AlreadyApplied:
        return _shown(request, None)
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return refusal(request, refused)


def _shown(request: HttpRequest, event: Event | None) -> HttpResponse:
    page = "now" if request.POST.get("on") == "now" else "run"
    if not by_script(request):
        return _back(request, page)
    pusher = pusher_at(request.actor.household_id, event.revision if event else None)
    member = None if page == "now" else request.member
    viewer = seat.viewer_at(request.tablet, member, page)
    with translation.override(viewer.language):
        html = now_html(pusher.room, request.tablet) if page == "now" else run_html(pusher.room, viewer)
    answered = HttpResponse(on_page(html, request)) if html else HttpResponse(status=RESET)
    answered["X-Revision"] = str(pusher.household.revision)
    answered["X-Undo"] = undo_url(request, event)
    return answered


def _back(request: HttpRequest, page: str) -> HttpResponse:
    answered = redirect("tablet_now") if page == "now" else redirect("tablet_run", request.member.id)
    answered.status_code = 303
    return answered
