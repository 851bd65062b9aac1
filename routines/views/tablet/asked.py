"""What somebody who looks in asks, at the tablet: the page of who sits, and its taps, also those sent later."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.models import Event
from households.pictograms import exists
from routines.actions.review_answer import answer_review
from routines.actions.take_back import take_back
from routines.actions.undo_tap import undo_tap as undo_by_tap
from routines.regions.fragment import on_page
from routines.regions.push import pusher_at
from routines.regions.tablet.asked import asked_html
from routines.regions.tablet.seat import Sight
from routines.rules.tablet import ANSWERED_HERE
from routines.views.numbers import number
from routines.views.posted import Posted
from routines.views.tablet.answers import Act, Tapped, pusher_of, refusal, viewer_of
from routines.views.tablet.limit import tapping
from routines.views.tablet.sentence import by_script


@require_safe
def tablet_asked(request: HttpRequest, member_id: int) -> HttpResponse:
    """Show what is asked: `?q=` says which is in sight, `?g=` which choices."""
    sight = Sight(request.GET.get("q", ""), number(request.GET, "g"))
    html = asked_html(pusher_of(request).room, viewer_of(request), sight)
    return render(request, "tablet/tell.html", {"region": on_page(html, request), "member": request.member})


@require_POST
@tapping
def tablet_asked_answer(request: HttpRequest, member_id: int, review_question_id: int) -> HttpResponse:
    """Answer with a picture or in words, or pass."""

    def act(tapped: Tapped) -> Event | None:
        picture = tapped.posted.raw("picture")
        return answer_review(
            actor=tapped.actor,
            question_id=review_question_id,
            text=tapped.posted.words("text", 500),
            pictogram=picture if exists(picture) else "",
            passed=bool(tapped.posted.raw("pass")),
            at=tapped.at,
            tap=tapped.posted.tap,
        )

    return _answer(request, act, f"asked-{review_question_id}")


@require_POST
@tapping
def tablet_asked_undo(request: HttpRequest, member_id: int, event_id: int) -> HttpResponse:
    """Say "oops": take back what was answered, for ten minutes."""

    def act(tapped: Tapped) -> Event:
        told = Event.objects.of(request.actor.household_id).filter(id=event_id, kind__in=ANSWERED_HERE)
        if not told.exists():
            raise Missing
        return take_back(actor=tapped.actor, event_id=event_id, at=tapped.at, tap=tapped.posted.tap)

    return _answer(request, act, request.POST.get("q", ""))


@require_POST
@tapping
def tablet_asked_undo_tap(request: HttpRequest, member_id: int, uuid: UUID) -> HttpResponse:
    """Say "oops" to a tap whose answer has not come yet."""

    def act(tapped: Tapped) -> Event | None:
        return undo_by_tap(actor=tapped.actor, of_tap=uuid, at=tapped.at)

    return _answer(request, act, request.POST.get("q", ""))


def _answer(request: HttpRequest, act: Act, shown: str) -> HttpResponse:
    """Do what was tapped and answer with the page; a tap that was applied before is answered like the first time."""
    try:
        event = act(Tapped(request.actor, Posted(request), timezone.now()))
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return refusal(request, refused)
    if not by_script(request):
        answered = redirect(f"{reverse('tablet_asked', args=[request.member.id])}?{urlencode({'q': shown})}")
        answered.status_code = 303
        return answered
    pusher = pusher_at(request.actor.household_id, event.revision if event else None)
    answered = HttpResponse(on_page(asked_html(pusher.room, viewer_of(request), Sight(shown)), request))
    answered["X-Revision"] = str(pusher.household.revision)
    return answered
