"""At the tablet: who looks in, in pictures and spoken words, and a child's own yes or no to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from households.actions.consent_refusals import allow_part, refuse_part
from households.actions.refusal import AlreadyApplied, Missing
from routines.regions.fragment import on_page
from routines.regions.push import pusher_at
from routines.regions.tablet.looking_in import looking_html
from routines.views.posted import Posted
from routines.views.tablet.answers import pusher_of, viewer_of
from routines.views.tablet.limit import tapping
from routines.views.tablet.sentence import by_script

NO = "no"


@require_safe
def tablet_looking_in(request: HttpRequest, member_id: int) -> HttpResponse:
    """Show who sits who looks in; `?q=` says which of them is in sight."""
    html = looking_html(pusher_of(request).room, viewer_of(request), request.GET.get("q", ""))
    return render(request, "tablet/looking_in.html", {"region": on_page(html, request), "member": request.member})


@require_POST
@tapping
def tablet_part(request: HttpRequest, member_id: int, facilitator_id: int) -> HttpResponse:
    """Say no for one's own part (`part=no`), or yes; also from a tap that waited for the net."""
    posted = Posted(request)
    say = refuse_part if posted.raw("part") == NO else allow_part
    try:
        event = say(actor=request.actor, facilitator_id=facilitator_id, at=timezone.now(), tap=posted.tap)
    except AlreadyApplied:
        event = None
    except Missing as missing:
        raise Http404 from missing
    if not by_script(request):
        answered = redirect("tablet_looking_in", member_id)
        answered.status_code = 303
        return answered
    pusher = pusher_at(request.actor.household_id, event.revision if event else None)
    answered = HttpResponse(on_page(looking_html(pusher.room, viewer_of(request), f"look-{facilitator_id}"), request))
    answered["X-Revision"] = str(pusher.household.revision)
    return answered
