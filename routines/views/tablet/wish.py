"""At the tablet: asking for today to be otherwise. What is asked for waits for whoever has a say in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from households import seat
from households.actions.refusal import Refused
from routines.actions.today_ask import TodayDraft, ask_today
from routines.models.mornings import morning_state
from routines.regions.tablet.morning.wish import LATER, MINUTES, SKIP, wish_view
from routines.regions.tablet.room import Room
from routines.rules.codes import Code
from routines.views.posted import Posted
from routines.views.tablet.answers import Tapped, viewer_of
from routines.views.tablet.limit import tapping
from routines.views.tablet.morning_answers import answer_morning
from routines.words.tablet import picture_words
from routines.words.tablet_morning import REASONS


@require_http_methods(["GET", "HEAD", "POST"])
@tapping
def wish(request: HttpRequest, member_id: int, morning_id: int, morning_step_id: int) -> HttpResponse:
    """Show what can be asked for about a step (`?what=`), or ask for it."""
    if request.method == "POST":
        return _ask(request, morning_id, morning_step_id)
    room = Room(request.household, timezone.now())
    look, morning = room.look_from(viewer_of(request)), morning_state(request.household.id, morning_id)
    view = look and morning and wish_view(look, morning, morning_step_id, request.GET.get("what", ""))
    if not view:
        raise Http404
    proof = seat.seat_token(request.tablet, request.member)
    context = {"wish": view, "member": request.member, "proof": proof}
    return render(request, "tablet/wish.html", context)


def _ask(request: HttpRequest, morning_id: int, morning_step_id: int) -> HttpResponse:
    def act(tapped: Tapped):
        return ask_today(
            actor=tapped.actor,
            morning_id=morning_id,
            morning_step_id=morning_step_id,
            draft=_draft(tapped.posted),
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return answer_morning(request, act)


def _draft(posted: Posted) -> TodayDraft:
    minutes = posted.number("minutes")
    if minutes is not None:
        return TodayDraft(kind=LATER, minutes=minutes if minutes in MINUTES else 0)
    reason = picture_words(REASONS, posted.raw("reason"))
    if not reason:
        raise Refused(str(Code.REASON_FIRST))
    return TodayDraft(kind=SKIP, reason=reason)
