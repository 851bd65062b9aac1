"""Telling how a morning was at the tablet: the page of who sits, and its taps, also those sent later."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import Missing, Refused
from households.models import Event
from routines.actions.feel import feel, share_pushed
from routines.actions.notice import PASSED, Noticed, notice
from routines.actions.repair import Gift, answer_repair, give
from routines.actions.take_back import take_back
from routines.actions.undo_tap import undo_tap as undo_by_tap
from routines.regions.fragment import on_page
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.telling.asks import EVERYBODY
from routines.regions.tablet.telling.page import tell_html
from routines.rules.codes import Code
from routines.rules.tablet import NOTICED_HERE
from routines.views.numbers import number
from routines.views.tablet.answers import Tapped, pusher_of, viewer_of
from routines.views.tablet.limit import tapping
from routines.views.tablet.telling_answers import answer
from routines.words.noticing import ANSWERS, HARD, word_of


@require_safe
def tablet_notice(request: HttpRequest, member_id: int) -> HttpResponse:
    """Show what who sits is asked about a morning: `?m=` says which, `?q=` what is in sight, `?g=` which choices."""
    sight = Sight(request.GET.get("q", ""), number(request.GET, "g"))
    html = tell_html(pusher_of(request).room, viewer_of(request), sight, number(request.GET, "m"))
    return render(request, "tablet/tell.html", {"region": on_page(html, request), "member": request.member})


@require_POST
@tapping
def tablet_again(request: HttpRequest, member_id: int, morning_id: int) -> HttpResponse:
    """Say whether they would like it again, or pass."""

    def act(tapped: Tapped):
        posted = tapped.posted
        again = posted.raw("again")[:5]
        if not again and not posted.raw("pass"):
            raise Refused(str(Code.AGAIN_FIRST))
        noticed = Noticed(again=again) if again else PASSED
        return notice(**_tapped(tapped, morning_id), noticed=noticed, age=_age(tapped))

    return answer(request, act, f"again-{morning_id}", morning_id)


@require_POST
@tapping
def tablet_hard(request: HttpRequest, member_id: int, morning_id: int) -> HttpResponse:
    """Say what was hard, with a picture."""

    def act(tapped: Tapped):
        known = word_of(HARD, tapped.posted.raw("picture"))
        if known is None:
            raise Refused(str(Code.SAY_SOMETHING))
        return notice(**_tapped(tapped, morning_id), noticed=Noticed(picture=known.name), age=_age(tapped))

    return answer(request, act, f"hard-{morning_id}", morning_id)


@require_POST
@tapping
def tablet_feel(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Say how a step felt."""

    def act(tapped: Tapped):
        felt = tapped.posted.raw("felt")[:10] or "-"
        about = {"morning_step_id": morning_step_id, "felt": felt, "age": _age(tapped)}
        return feel(**_tapped(tapped, morning_id), **about)

    return answer(request, act, f"felt-{morning_step_id}", morning_id)


@require_POST
@tapping
def tablet_share(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Let others than the family read that one was pushed in a step, or no longer."""

    def act(tapped: Tapped):
        shared = tapped.posted.raw("shared") == "1"
        return share_pushed(**_tapped(tapped, morning_id), morning_step_id=morning_step_id, shared=shared)

    return answer(request, act, f"felt-{morning_step_id}", morning_id)


@require_POST
@tapping
def tablet_thanks(request: HttpRequest, member_id: int, morning_id: int, to_id: int) -> HttpResponse:
    """Thank somebody, or with 0 everybody."""
    return _give(request, "thanks", morning_id, to_id)


@require_POST
@tapping
def tablet_sorry(request: HttpRequest, member_id: int, morning_id: int, to_id: int) -> HttpResponse:
    """Say sorry to somebody, or with 0 to everybody."""
    return _give(request, "sorry", morning_id, to_id)


@require_POST
@tapping
def tablet_answer(request: HttpRequest, member_id: int, repair_id: int) -> HttpResponse:
    """Answer a sorry or a thank-you with a picture."""

    def act(tapped: Tapped):
        known = next((each for each in ANSWERS if each.pictogram == tapped.posted.raw("picture")), None)
        return answer_repair(
            actor=tapped.actor,
            repair_id=repair_id,
            picture=known.pictogram if known else "",
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer(request, act, f"got-{repair_id}")


@require_POST
@tapping
def tablet_notice_undo(request: HttpRequest, member_id: int, event_id: int) -> HttpResponse:
    """Say "oops": take back what was told, for ten minutes."""

    def act(tapped: Tapped):
        told = Event.objects.of(request.actor.household_id).filter(id=event_id, kind__in=NOTICED_HERE)
        if not told.exists():
            raise Missing
        return take_back(actor=tapped.actor, event_id=event_id, at=tapped.at, tap=tapped.posted.tap)

    return answer(request, act, request.POST.get("q", ""))


@require_POST
@tapping
def tablet_notice_undo_tap(request: HttpRequest, member_id: int, uuid: UUID) -> HttpResponse:
    """Say "oops" to a tap whose answer has not come yet."""

    def act(tapped: Tapped):
        return undo_by_tap(actor=tapped.actor, of_tap=uuid, at=tapped.at)

    return answer(request, act, request.POST.get("q", ""))


def _give(request: HttpRequest, kind: str, morning_id: int, to_id: int) -> HttpResponse:
    def act(tapped: Tapped):
        gift = Gift(kind, None if to_id == EVERYBODY else to_id)
        return give(**_tapped(tapped, morning_id), gift=gift)

    return answer(request, act, f"{kind}-{morning_id}", morning_id)


def _tapped(tapped: Tapped, morning_id: int) -> dict:
    return {"actor": tapped.actor, "morning_id": morning_id, "at": tapped.at, "tap": tapped.posted.tap}


def _age(tapped: Tapped) -> int:
    """Return how many seconds ago a tap was made, as the tablet measured it; 0 where it does not say."""
    return tapped.posted.number("age") or 0
