"""How taps about a morning are answered: the page they were made on as it is now, or why not."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from households.actions.refusal import AlreadyApplied, Missing, Refused
from households.models import Event
from routines.regions.fragment import on_page
from routines.regions.push import pusher_at
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.telling.page import tell_html
from routines.views.posted import Posted
from routines.views.tablet.answers import Act, Tapped, refusal, viewer_of
from routines.views.tablet.sentence import by_script


def answer(request: HttpRequest, act: Act, shown: str, morning_id: int | None = None) -> HttpResponse:
    """Do what was tapped and answer with the page; `shown` is the key of what stays in sight.

    A tap that was applied before is answered like the first time.
    """
    try:
        event = act(Tapped(request.actor, Posted(request), timezone.now()))
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    except Refused as refused:
        return refusal(request, refused)
    return _done(request, event, shown, morning_id or (event.morning_key if event else None))


def _done(request: HttpRequest, event: Event | None, shown: str, morning_id: int | None) -> HttpResponse:
    if not by_script(request):
        query = {name: value for name, value in {"q": shown, "m": morning_id}.items() if value}
        answered = redirect(f"{reverse('tablet_notice', args=[request.member.id])}?{urlencode(query)}")
        answered.status_code = 303
        return answered
    pusher = pusher_at(request.actor.household_id, event.revision if event else None)
    html = tell_html(pusher.room, viewer_of(request), Sight(shown), morning_id)
    if not html:
        raise Http404
    answered = HttpResponse(on_page(html, request))
    answered["X-Revision"] = str(pusher.household.revision)
    return answered
