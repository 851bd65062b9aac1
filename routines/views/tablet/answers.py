"""How taps are answered: the seat as it is now, a kind word that it came too late, or why not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from households import seat
from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.late import keep_late
from routines.actions.take_back import takes_back
from routines.regions.fragment import on_page
from routines.regions.push import Pusher, pusher_at
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.shown import seat_html
from routines.rules.codes import Code
from routines.rules.state import Say
from routines.rules.tablet import BESIDE
from routines.views.posted import Posted
from routines.views.tablet.sentence import by_script, told
from routines.words import sentence

# A question that is over, or was put away with its routine: what was said is kept.
OVER = (str(Code.CLOSED), str(Code.ARCHIVED), str(Code.NO_QUESTION))


@dataclass(frozen=True, slots=True)
class Tapped:
    """One tap: who sits (with who helped them), what was posted, and when it arrived by the server's clock."""

    actor: Actor
    posted: Posted
    at: datetime


@dataclass(frozen=True, slots=True)
class Saying:
    """What a tap says to a question, to be kept if that is over by now."""

    question_id: int
    word: Say | None = None
    option_id: int | None = None
    note: str = ""


Act = Callable[[Tapped], Event | None]


def answer(request: HttpRequest, act: Act, *, shown: str = "", late: Callable[[Posted], Saying] | None = None):
    """Do what was tapped and answer with the seat; `shown` is the key of what stays in sight, else the same step.

    A tap that was applied before is answered like the first time. `late` reads what is kept where the question
    is over by now.
    """
    tapped = Tapped(_helped(request), Posted(request), timezone.now())
    try:
        event = act(tapped)
        return done(request, event, shown or _about(event))
    except AlreadyApplied as applied:
        return done(request, _event(request, applied.revision), shown, again=True)
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        if late is None or refused.code not in OVER:
            return refusal(request, refused)
    return _too_late(request, tapped, late(tapped.posted))


def done(
    request: HttpRequest, event: Event | None, shown: str = "", status: int = 200, *, again: bool = False
) -> HttpResponse:
    """Answer with the seat as it is now, and where this tap can be taken back; `again` for one applied before."""
    if not by_script(request):
        return _back(request, shown)
    pusher = pusher_at(request.actor.household_id, event.revision if event and not again else None)
    html = seat_html(pusher.room, viewer_of(request), Sight(shown))
    if not html:
        raise Http404
    answered = HttpResponse(on_page(html, request), status=status)
    answered["X-Revision"] = str(pusher.household.revision)
    answered["X-Undo"] = undo_url(request, event)
    return answered


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Answer 422 with the reason, in the words of who sits."""
    member, posted = request.member, Posted(request)
    words = posted.raw("note").strip() or posted.raw("text").strip()
    return told(request, sentence(refused.code, refused.params, member.kind, member.age_band), 422, words)


def viewer_of(request: HttpRequest):
    """Return the viewer this tablet is while its member sits."""
    return seat.viewer_at(request.tablet, request.member)


def pusher_of(request: HttpRequest) -> Pusher:
    """Return what draws the tablet's pages for this request."""
    return Pusher(request.household)


def live_of(request: HttpRequest, **query: object) -> dict[str, object]:
    """Return where a tablet page's stream and its fallback are, and the revision it shows."""
    words = urlencode(query)
    return {
        "url": f"/live/h/{request.household.id}/?{words}",
        "poll": f"{reverse('tablet_poll')}?{words}",
        "revision": request.household.revision,
    }


def _helped(request: HttpRequest) -> Actor:
    """Return who sits, with who helped them as they said; whether those may, the verb asks."""
    helper = Posted(request).number("helper")
    return request.actor if helper is None else replace(request.actor, helped_by=helper)


def _too_late(request: HttpRequest, tapped: Tapped, saying: Saying) -> HttpResponse:
    try:
        event = keep_late(
            actor=tapped.actor,
            question_id=saying.question_id,
            word=saying.word,
            option_id=saying.option_id,
            note=saying.note,
            at=tapped.at,
            tap=tapped.posted.tap,
        )
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return refusal(request, refused)
    return done(request, event, f"late-{event.subject_key}", 409)


def _about(event: Event | None) -> str:
    """Return what stays in sight after something was done, where the tap itself does not say it."""
    return f"step-{event.step_key}" if event is not None and event.step_key else ""


def _event(request: HttpRequest, revision: int) -> Event | None:
    """Return what a tap did that was applied before."""
    made = Event.objects.of(request.actor.household_id).filter(revision=revision).exclude(kind=BESIDE)
    return made.order_by("id").first()


def undo_url(request: HttpRequest, event: Event | None) -> str:
    """Return where who sits can take back what they have just done, or nothing."""
    mine = event is not None and event.actor_id == request.member.id and event.taken_back_at is None
    if not mine or not takes_back(event.kind):
        return ""
    return reverse("tablet_undo", args=[request.member.id, event.id])


def _back(request: HttpRequest, shown: str) -> HttpResponse:
    url = reverse("tablet_seat", args=[request.member.id])
    answered = redirect(f"{url}?{urlencode({'q': shown})}" if shown else url)
    answered.status_code = 303
    return answered
