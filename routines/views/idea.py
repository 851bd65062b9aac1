"""Bringing an idea at a shared tablet: a few screens that need no script, and one tap at the end."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from households import seat
from households.actions.refusal import Refused
from households.models import Event
from households.pictograms import CATEGORIES, exists
from routines.actions.idea import Idea, bring_idea
from routines.actions.try_this import lived_step, try_this
from routines.forms.idea import drawing_sent
from routines.forms.pictures import picture_for
from routines.regions.idea import NO_PICTURE, Begun, IdeaView, idea_name, question_words
from routines.regions.sent_idea import sent_view
from routines.rules.idea import Brings
from routines.views.numbers import number
from routines.views.tablet.answers import Tapped, answer, pusher_of, viewer_of
from routines.views.tablet.limit import tapping
from routines.views.tablet.sentence import by_script
from routines.words import sentence

WAYS = ("picture", "draw", "words")
LONGEST = {Brings.IDEA: 120, Brings.QUESTION: 200}


@require_http_methods(["GET", "HEAD", "POST"])
@tapping
def tablet_idea(request: HttpRequest, member_id: int) -> HttpResponse:
    """Show the screen an idea has got to, or bring it."""
    if request.method == "POST":
        return _bring(request)
    sent = number(request.GET, "sent")
    return _thanks(request, sent) if sent else _screen(request, _begun(request.GET))


def _screen(request: HttpRequest, begun: Begun, refused: Refused | None = None) -> HttpResponse:
    view = _view(request, begun)
    if begun.step and view.step is None:
        raise Http404
    context = {"idea": view, "proof": seat.seat_token(request.tablet, request.member)}
    if refused is None:
        return render(request, "tablet/idea.html", context)
    context |= {"no": _why_not(request, refused), "typed": request.POST.get("words", "")}
    return render(request, "tablet/idea.html", context, status=422)


def _thanks(request: HttpRequest, event_id: int) -> HttpResponse:
    look = pusher_of(request).room.look_from(viewer_of(request))
    sent = sent_view(look, event_id) if look else None
    if sent is None:
        return redirect("tablet_seat", request.member.id)
    context = {"sent": sent, "proof": seat.seat_token(request.tablet, request.member)}
    return render(request, "tablet/idea_sent.html", context)


def _bring(request: HttpRequest) -> HttpResponse:
    """Bring it; a refusal shows the screen again with all that was chosen and written."""
    begun = _begun(request.POST)
    done: list[Event] = []
    refusals: list[Refused] = []

    def act(tapped: Tapped) -> Event:
        try:
            event = _brought(tapped, begun, _idea(request, tapped, begun))
        except Refused as refused:
            refusals.append(refused)
            raise
        done.append(event)
        return event

    answered = answer(request, act)
    if refusals:
        return _refused(request, begun, refusals[0], answered)
    if not done:
        return answered
    thanks = f"{reverse('tablet_idea', args=[request.member.id])}?sent={done[0].id}"
    if not by_script(request):
        return HttpResponse(status=303, headers={"Location": thanks})
    answered["X-Next"] = thanks
    return answered


def _brought(tapped: Tapped, begun: Begun, idea: Idea) -> Event:
    """Bring an idea; one that comes from a morning in which its step was done says so."""
    about = {"actor": tapped.actor, "idea": idea, "at": tapped.at, "tap": tapped.posted.tap}
    actor = tapped.actor
    step = begun.morning and lived_step(actor.household_id, begun.morning, begun.step, actor.member_id)
    if not step:
        return bring_idea(**about, step_id=begun.step or 0)
    return try_this(**about, morning_id=begun.morning, morning_step_id=step)


def _refused(request: HttpRequest, begun: Begun, refused: Refused, answered: HttpResponse) -> HttpResponse:
    if not by_script(request):
        answered = _screen(request, begun, refused)
    if refused.code == "drawing_too_big":
        answered.status_code = 413
    return answered


def _idea(request: HttpRequest, tapped: Tapped, begun: Begun) -> Idea:
    words = tapped.posted.words("words", LONGEST[begun.brings])
    drawing = drawing_sent(request)
    if not (words or drawing or begun.picture):
        raise Refused("idea_first")
    view = _view(request, begun)
    return Idea(
        name=idea_name(view.person, begun.picture, drawn=bool(drawing)),
        question=question_words(view.person, view.step, begun) if view.step else "",
        pictogram=begun.picture or picture_for(words, NO_PICTURE),
        words=words,
        drawing=b"" if begun.brings is Brings.QUESTION else drawing,
        brings=begun.brings,
    )


def _view(request: HttpRequest, begun: Begun) -> IdeaView:
    room = pusher_of(request).room
    look = room.look_from(viewer_of(request))
    if look is None:
        raise Http404
    return IdeaView(room, look, begun)


def _begun(data: Mapping[str, str]) -> Begun:
    """Return an idea as an address or a form tells it; what is unknown is left out."""
    category, picture, how = data.get("category", ""), data.get("picture", ""), data.get("how", "")
    return Begun(
        step=number(data, "step"),
        question=number(data, "question"),
        brings=Brings.QUESTION if data.get("brings") == Brings.QUESTION else Brings.IDEA,
        how=how if how in WAYS else "",
        category=category if category in CATEGORIES else "",
        picture=picture if exists(picture) else "",
        page=number(data, "page") or 0,
        morning=number(data, "morning"),
    )


def _why_not(request: HttpRequest, refused: Refused) -> str:
    member = request.member
    return sentence(refused.code, refused.params, member.kind, member.age_band)
