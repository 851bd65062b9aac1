"""Today's picks: tapping, ruling out, treats, and looking at how one came out."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.models import Event
from routines.actions.pick_tap import TOO_LATE, keep_late_tap, tap_pick
from routines.actions.pick_veto import give_treat, veto_option
from routines.event_words import done_words
from routines.forms.pick import options_sent
from routines.models.mornings import morning_state
from routines.models.pickings import morning_of_picking, pickings_of
from routines.regions.fragment import on_page, part
from routines.regions.look import Look
from routines.regions.morning.moment import at_now
from routines.regions.picks.page import PickingPage, picking_html, picking_page
from routines.regions.picks.strip import picks_html
from routines.rules.morning.state import MorningState
from routines.rules.state import Kind
from routines.views.answers import now, refusal_sentence, tell, toast, undo_url
from routines.views.asking import answering, look_at, went
from routines.views.board import live_hook
from routines.views.numbers import number
from routines.views.posted import Posted

STRIP = "strip"


@require_safe
@answering
def picks_strip(request: HttpRequest, household_id: int, morning_id: int) -> HttpResponse:
    """Answer with a morning's picks as they are now, for a page that is open already."""
    look = look_at(request)
    morning = morning_state(household_id, morning_id)
    if morning is None or not _takes_part(look, morning):
        raise Missing
    return HttpResponse(on_page(at_now(picks_html(look, morning), look.now), request))


@require_safe
@answering
def picking(request: HttpRequest, household_id: int, picking_id: int) -> HttpResponse:
    """Show a pick of a morning: what to tap, perhaps in somebody's name (`?speaker=`), or how it came out."""
    page = _page(request, picking_id, number(request.GET, "speaker"))
    html = on_page(picking_html(page), request)
    if request.htmx and not request.htmx.history_restore_request:
        return HttpResponse(html)
    context = {"region": html, "card": page.card, "day": page.day, "live": live_hook(request, page="picks")}
    return render(request, "routines/picks/picking.html", context)


@require_POST
def picking_tap(request: HttpRequest, household_id: int, picking_id: int) -> HttpResponse:
    """Tap what one would like, as all of it together. What comes after the reveal is kept, and said to be late."""

    def act(posted: Posted):
        if morning_of_picking(household_id, picking_id) is None:
            raise Missing
        about = {"actor": request.actor, "picking_id": picking_id, "options": options_sent(request.POST.get("options"))}
        about |= {"speaker_id": posted.speaker, "at": now(), "tap": posted.tap}
        try:
            return tap_pick(**about)
        except Refused as refused:
            if refused.code not in TOO_LATE:
                raise
        return keep_late_tap(**about)

    return _answer(request, picking_id, act)


@require_POST
@answering
def picking_veto(request: HttpRequest, household_id: int, picking_id: int) -> HttpResponse:
    """Rule something out for today."""
    posted = Posted(request)
    event = veto_option(
        actor=request.actor,
        picking_id=picking_id,
        option_id=posted.number("option"),
        ground=posted.raw("ground")[:10],
        reason=posted.words("reason"),
        at=now(),
        tap=posted.tap,
    )
    return went(request, picking_url(request, picking_id), done_words(event), event)


@require_POST
@answering
def picking_treat(request: HttpRequest, household_id: int, picking_id: int) -> HttpResponse:
    """Give somebody a treat."""
    posted = Posted(request)
    event = give_treat(
        actor=request.actor,
        picking_id=picking_id,
        member_id=posted.number("member"),
        reason=posted.words("reason", 200),
        at=now(),
        tap=posted.tap,
    )
    return went(request, picking_url(request, picking_id), done_words(event), event)


def picking_url(request: HttpRequest, picking_id: int, speaker: int | None = None) -> str:
    """Return the address of a morning's pick."""
    url = reverse("picking", args=[request.actor.household_id, picking_id])
    return f"{url}?speaker={speaker}" if speaker else url


def _answer(request: HttpRequest, picking_id: int, act: Callable[[Posted], Event | None]) -> HttpResponse:
    """Do what was tapped and answer with the region it was tapped in, or with the reason why not."""
    posted = Posted(request)
    try:
        event = act(posted)
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return _refused(request, picking_id, posted, refusal_sentence(request, refused))
    if not request.htmx:
        tell(request, event)
        return redirect(_from(request, picking_id, posted))
    said = toast(request, done_words(event), undo_url(event)) if event else ""
    return HttpResponse(_region(request, picking_id, posted) + said)


def _refused(request: HttpRequest, picking_id: int, posted: Posted, sentence: str) -> HttpResponse:
    if request.htmx:
        return HttpResponse(_region(request, picking_id, posted) + toast(request, sentence), status=422)
    return render(request, "routines/refused.html", {"sentence": sentence}, status=422)


def _region(request: HttpRequest, picking_id: int, posted: Posted) -> SafeString:
    """Return where it was tapped, as it is now."""
    page = _page(request, picking_id, posted.speaker)
    if posted.raw("where") == STRIP:
        html = at_now(picks_html(page.look, page.morning), page.look.now)
        return on_page(part("morning-picks", html), request)
    return on_page(part("picking", picking_html(page)), request)


def _from(request: HttpRequest, picking_id: int, posted: Posted) -> str:
    if posted.raw("where") == STRIP:
        morning_id = morning_of_picking(request.actor.household_id, picking_id)
        return reverse("morning", args=[request.actor.household_id, morning_id])
    return picking_url(request, picking_id, posted.speaker)


def _page(request: HttpRequest, picking_id: int, speaker_id: int | None) -> PickingPage:
    """Return a morning's pick as the reader sees it; 404 where they do not."""
    look = look_at(request)
    morning_id = morning_of_picking(look.household_id, picking_id)
    morning = morning_state(look.household_id, morning_id) if morning_id else None
    found = pickings_of(look.household_id, morning) if morning else ()
    page = picking_page(look, morning, found, picking_id, speaker_id)
    if page is None:
        raise Http404
    return page


def _takes_part(look: Look, morning: MorningState) -> bool:
    supporter = look.viewer.kind is Kind.SUPPORTER
    return not supporter or any(step.doing(look.viewer.id) for step in morning.steps)
