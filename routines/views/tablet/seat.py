"""The tablet's pages: its faces, and the page of who sits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from households import seat
from households.live.change import ANEW
from households.views import pairing
from routines.regions.fragment import on_page
from routines.regions.push import catch_up
from routines.regions.tablet.morning.now import rests_here
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.shown import faces_html, seat_html
from routines.views.numbers import number
from routines.views.tablet.answers import live_of, pusher_of, viewer_of

# Before every revision.
NEVER = -1


@require_safe
def tablet(request: HttpRequest) -> HttpResponse:
    """Show who may sit down; a tablet at which somebody sits leads to their page, one that is nobody's to pairing.

    While a morning runs it rests there, unless somebody wants to say something (`?say=1`).
    """
    if request.tablet is None:
        return pairing.page(request)
    if request.tablet.seat_id and seat.face_on(request.tablet, request.tablet.seat_id):
        return redirect("tablet_seat", request.tablet.seat_id)
    room = pusher_of(request).room
    if "say" not in request.GET and rests_here(room, request.tablet):
        return redirect("tablet_now")
    html = faces_html(room, request.tablet)
    context = {"region": on_page(html, request), "live": live_of(request, page="faces")}
    return render(request, "tablet/faces.html", context)


@require_safe
def seated(request: HttpRequest, member_id: int) -> HttpResponse:
    """Show what who sits is asked: `?q=` says what is in sight, `?g=` and `?x=` which of its choices."""
    sight = Sight(request.GET.get("q", ""), number(request.GET, "g"), number(request.GET, "x"))
    html = seat_html(pusher_of(request).room, viewer_of(request), sight)
    if not html:
        raise Http404
    context = {
        "region": on_page(html, request),
        "member": request.member,
        "live": live_of(request, page="seat", member=member_id),
    }
    return render(request, "tablet/seat.html", context)


@require_safe
def poll(request: HttpRequest) -> HttpResponse:
    """Answer 204 when nothing is new, 205 when the page is not this tablet's any more, else the region.

    `?anew=1` asks for it although nothing happened: time has passed, and a morning looks different by itself.
    """
    viewer = seat.tablet_viewer(request.COOKIES, request.tablet.household_id, request.GET)
    if viewer is None:
        return HttpResponse(status=205)
    since = NEVER if "anew" in request.GET else number(request.GET, "revision") or 0
    revision, html = catch_up(viewer, since)
    if not html:
        return HttpResponse(status=204)
    answer = HttpResponse(status=205) if html == ANEW else HttpResponse(html)
    answer["X-Revision"] = str(revision)
    return answer
