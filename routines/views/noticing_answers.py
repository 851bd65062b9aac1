"""How what was told and repaired is answered: the page it was told on as it is now, or why not with nothing lost."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.models import Event
from routines.event_words import done_words
from routines.models import Repair, Slip
from routines.models.mornings import morning_state
from routines.regions.fragment import on_page, part
from routines.regions.look import Look
from routines.regions.noticing.notice import notice_html, speakers
from routines.regions.noticing.told import told_html
from routines.regions.values import RefusalView
from routines.rules.felt import took_part
from routines.rules.morning.state import MorningState
from routines.rules.morning.taps import is_running
from routines.rules.state import Kind, Person
from routines.views.answers import refusal_sentence, tell, toast, undo_url
from routines.views.asking import look_at, page_open, told_no, went
from routines.views.numbers import number
from routines.views.posted import Posted

Act = Callable[[Posted], Event | None]
# The pages whose region an answer holds, and its name.
REGIONS = {"notice": "notice", "morning": "told"}
# What is told on the page on which one tells; the rest is done where a morning is read.
TOLD_THERE = ("notice_again", "notice_hard", "notice_feel", "notice_share", "notice_try", "repair_give")


def answer(request: HttpRequest, morning_id: int, deed: str, act: Act) -> HttpResponse:
    """Call a verb and answer with the page it was tapped on.

    `deed` names the form, so that a refusal stands in it with all that was typed. A tap applied before is answered
    like the first time.
    """
    posted = Posted(request)
    try:
        event = act(posted)
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return _refused(request, morning_id, posted, refused, deed)
    return _done(request, morning_id, posted, event)


def morning_seen(look: Look, morning_id: int) -> MorningState:
    """Return a morning; raises `Missing` where there is none, or a supporter had no part in it."""
    morning = morning_state(look.household_id, morning_id)
    if morning is None or (look.viewer.kind is Kind.SUPPORTER and look.viewer.id not in took_part(morning)):
        raise Missing
    return morning


def morning_of(model: type[Repair] | type[Slip], household_id: int, number: int) -> int:
    """Return the morning a repair or a slip belongs to; 404 for an unknown or foreign one."""
    found = model.objects.filter(household_id=household_id, id=number).values_list("morning_id", flat=True).first()
    if found is None:
        raise Http404
    return found


def speaker_of(look: Look, morning: MorningState, speaker_id: int | None) -> Person | None:
    """Return whose account the viewer tells: the one asked for if they may, else their own, else the first they may.

    None where there is nobody.
    """
    may = speakers(look, morning)
    return next((each for each in may if each.id == speaker_id), may[0] if may else None)


def notice_parts(request: HttpRequest, morning_id: int) -> str:
    """Return the region of an open page on which somebody tells, as a part of an answer."""
    asked = parse_qs(urlsplit(request.htmx.current_url_abs_path or "").query).get("speaker", [""])[0]
    look = look_at(request)
    morning = morning_seen(look, morning_id)
    speaker = speaker_of(look, morning, number({"speaker": asked}, "speaker"))
    return on_page(part("notice", notice_html(look, morning, speaker)), request) if speaker else ""


def _done(request: HttpRequest, morning_id: int, posted: Posted, event: Event | None) -> HttpResponse:
    if not request.htmx:
        tell(request, event)
        return redirect(_where(request, morning_id, posted))
    page = page_open(request)
    if page is None or page.url_name not in REGIONS or _runs(request, page.url_name, morning_id):
        here = request.htmx.current_url_abs_path if page else reverse("household", args=[request.actor.household_id])
        return went(request, here, done_words(event), event)
    html = part(REGIONS[page.url_name], _region(request, page.url_name, morning_id, posted))
    html += toast(request, done_words(event), undo_url(event) if event else "")
    return HttpResponse(on_page(html, request))


def _refused(request: HttpRequest, morning_id: int, posted: Posted, refused: Refused, deed: str) -> HttpResponse:
    """Answer 422 with the sentence in its form; where there is no such morning for them, there is nothing."""
    _seen(look_at(request), morning_id)
    page = page_open(request)
    if page is None or page.url_name not in REGIONS:
        return told_no(request, refused)
    refusal = RefusalView(deed, refusal_sentence(request, refused), posted.typed())
    html = _region(request, page.url_name, morning_id, posted, refusal)
    return HttpResponse(on_page(html, request), status=422)


def _runs(request: HttpRequest, page: str, morning_id: int) -> bool:
    """Return whether the open page is that of a morning that still runs: it has regions of its own."""
    if page != "morning":
        return False
    look = look_at(request)
    return is_running(_seen(look, morning_id), look.now)


def _seen(look: Look, morning_id: int) -> MorningState:
    try:
        return morning_seen(look, morning_id)
    except Missing as missing:
        raise Http404 from missing


def _region(
    request: HttpRequest, page: str, morning_id: int, posted: Posted, refusal: RefusalView | None = None
) -> str:
    """Return the open page's region as it is now."""
    look = look_at(request)
    morning = _seen(look, morning_id)
    speaker = speaker_of(look, morning, posted.speaker)
    if page == "notice" and speaker:
        return notice_html(look, morning, speaker, refusal)
    return told_html(look, morning, refusal)


def _where(request: HttpRequest, morning_id: int, posted: Posted) -> str:
    """Return where to go on without a script: what is told leads back to the page on which one tells."""
    here = [request.actor.household_id, morning_id]
    if request.resolver_match.url_name not in TOLD_THERE:
        return reverse("morning", args=here)
    query = f"?{urlencode({'speaker': posted.speaker})}" if posted.speaker else ""
    return reverse("notice", args=here) + query
