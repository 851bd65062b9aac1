"""The tablet's pages of a running morning: everybody side by side, and the morning of who sits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from households import seat
from routines.regions.fragment import on_page
from routines.regions.tablet.morning.shown import now_html, run_html
from routines.regions.tablet.morning.start import start_view
from routines.regions.tablet.morning.values import Signer
from routines.regions.tablet.room import Room
from routines.views.tablet.answers import live_of, pusher_of


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Show everybody who has a part in the morning; without one, or while somebody sits, lead to where they belong."""
    tablet = request.tablet
    if tablet.seat_id and seat.face_on(tablet, tablet.seat_id):
        return redirect("tablet_run", tablet.seat_id)
    html = now_html(pusher_of(request).room, tablet)
    if not html:
        return redirect("tablet")
    context = {"region": on_page(html, request), "live": live_of(request, page="now")}
    return render(request, "tablet/now.html", context)


@require_safe
def run(request: HttpRequest, member_id: int) -> HttpResponse:
    """Show who sits their own morning; where none is on, the one they can begin, else what they are asked."""
    viewer = seat.viewer_at(request.tablet, request.member, "run")
    room = pusher_of(request).room
    html = run_html(room, viewer)
    if not html:
        return _start(request, room)
    context = {
        "region": on_page(html, request),
        "member": request.member,
        "live": live_of(request, page="run", member=member_id),
    }
    return render(request, "tablet/run.html", context)


def _start(request: HttpRequest, room: Room) -> HttpResponse:
    """Offer the morning whose turn it is to who sits."""
    person = room.person(request.member.id)
    start = person and start_view(room, (Signer(person, has_code=False),))
    if not start:
        return redirect("tablet_seat", request.member.id)
    proof = seat.seat_token(request.tablet, request.member)
    return render(request, "tablet/start.html", {"start": start, "member": request.member, "proof": proof})
