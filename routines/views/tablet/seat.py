"""The tablet's pages: its faces, and the page of who sits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from households import seat
from households.live.change import ANEW
from households.views import pairing
from routines.regions.fragment import on_page
from routines.regions.push import catch_up
from routines.regions.tablet.seat import Sight
from routines.regions.tablet.shown import faces_html, seat_html
from routines.views.numbers import number
from routines.views.tablet.answers import pusher_of, viewer_of


@require_safe
def tablet(request: HttpRequest) -> HttpResponse:
    """Show who may sit down; a tablet at which somebody sits leads to their page, one that is nobody's to pairing."""
    if request.tablet is None:
        return pairing.page(request)
    if request.tablet.seat_id and seat.face_on(request.tablet, request.tablet.seat_id):
        return redirect("tablet_seat", request.tablet.seat_id)
    html = faces_html(pusher_of(request).room, request.tablet)
    context = {"region": on_page(html, request), "live": _live(request, page="faces")}
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
        "live": _live(request, page="seat", member=member_id),
    }
    return render(request, "tablet/seat.html", context)


@require_safe
def poll(request: HttpRequest) -> HttpResponse:
    """Answer 204 when nothing is new, 205 when the page is not this tablet's any more, else the region."""
    viewer = seat.tablet_viewer(request.COOKIES, request.tablet.household_id, request.GET)
    if viewer is None:
        return HttpResponse(status=205)
    revision, html = catch_up(viewer, number(request.GET, "revision") or 0)
    if not html:
        return HttpResponse(status=204)
    answer = HttpResponse(status=205) if html == ANEW else HttpResponse(html)
    answer["X-Revision"] = str(revision)
    return answer


def _live(request: HttpRequest, **query: object) -> dict[str, object]:
    """Return where a tablet page's stream and its fallback are, and the revision it shows."""
    words = urlencode(query)
    return {
        "url": f"/live/h/{request.household.id}/?{words}",
        "poll": f"{reverse('tablet_poll')}?{words}",
        "revision": request.household.revision,
    }
