"""The family meeting: its agenda, what came of each thing, and who chairs."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.models import Event
from routines.actions.meeting import begin_meeting, end_meeting, note, pass_chair
from routines.event_words import done_words
from routines.models.meeting_things import thing_title
from routines.regions.fragment import on_page, part
from routines.regions.look import Look
from routines.regions.meeting.page import Kept, meeting_html
from routines.rules.state import Kind
from routines.views.answers import refusal_sentence, tell, toast, undo_url
from routines.views.asking import answering, look_at
from routines.views.board import live_hook
from routines.views.numbers import number
from routines.views.posted import Posted

LONGEST_KEPT = 4000


@require_safe
@answering
def meeting(request: HttpRequest, household_id: int) -> HttpResponse:
    """Show the meeting that is going on, or the agenda of the next one, and those that were held."""
    return _page(request, _family(request))


@require_POST
def meeting_begin(request: HttpRequest, household_id: int) -> HttpResponse:
    """Begin a meeting."""
    return _answer(request, lambda posted, about: begin_meeting(**about, chair_id=posted.number("chair")))


@require_POST
def meeting_pass(request: HttpRequest, household_id: int, meeting_id: int) -> HttpResponse:
    """Pass the chair on."""
    return _answer(
        request, lambda posted, about: pass_chair(**about, meeting_id=meeting_id, chair_id=posted.number("chair"))
    )


@require_POST
def meeting_note(request: HttpRequest, household_id: int, meeting_id: int) -> HttpResponse:
    """Note what came of one thing."""

    def act(posted: Posted, about: dict) -> Event | None:
        words = {"text": posted.words("text", 500), "base": posted.words("base") if "base" in request.POST else None}
        return note(**about, meeting_id=meeting_id, key=request.POST.get("key", ""), **words)

    return _answer(request, act)


@require_POST
def meeting_end(request: HttpRequest, household_id: int, meeting_id: int) -> HttpResponse:
    """End the meeting."""
    return _answer(request, lambda _posted, about: end_meeting(**about, meeting_id=meeting_id))


def _family(request: HttpRequest) -> Look:
    """Return how the actor looks at their household; a supporter is no part of the family's meeting."""
    look = look_at(request)
    if look.viewer.kind is Kind.SUPPORTER:
        raise Missing
    return look


def _answer(request: HttpRequest, act: Callable[[Posted, dict], Event | None]) -> HttpResponse:
    """Do something in a meeting and show the meeting as it is then; a refusal stands in it with all that was typed."""
    try:
        look = _family(request)
        event = act(posted := Posted(request), {"actor": request.actor, "at": timezone.now(), "tap": posted.tap})
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return _page(request, look, _kept(request, refused), status=422)
    request.household.refresh_from_db(fields=["revision", "people_revision"])
    if not request.htmx:
        tell(request, event)
        return redirect("meeting", request.actor.household_id)
    look = look_at(request)
    html = part("meeting", on_page(meeting_html(look), request))
    answered = HttpResponse(html + (toast(request, done_words(event), undo_url(event)) if event else ""))
    answered["X-Revision"] = str(look.revision)
    return answered


def _kept(request: HttpRequest, refused: Refused) -> Kept:
    """Return why something was refused, with what was written about which thing."""
    key = request.POST.get("key", "")
    title = thing_title(request.actor.household_id, key)
    typed = request.POST.get("text", "")[:LONGEST_KEPT]
    return Kept(refusal_sentence(request, refused), key if title else "", title or "", typed)


def _page(request: HttpRequest, look: Look, kept: Kept | None = None, status: int = 200) -> HttpResponse:
    """Return the page, or for a page that is open already, its one region."""
    html = on_page(meeting_html(look, kept, before=number(request.GET, "before")), request)
    if request.htmx and not request.htmx.history_restore_request:
        return HttpResponse(html, status=status)
    context = {"meeting": html, "nav": "home", "live": live_hook(request, page="meeting")}
    return render(request, "meeting/page.html", context, status=status)
