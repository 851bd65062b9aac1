"""The plan on the tablet: how the next morning looks, in pictures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from households import seat
from routines.regions.fragment import fragment
from routines.regions.tablet.plan import plan_view
from routines.views.numbers import number
from routines.views.tablet.answers import pusher_of


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Show a routine as pictures in order: `?routine=` says which, else the next."""
    room = pusher_of(request).room
    here = {member.id for member in seat.faces_on(request.tablet)}
    faces = tuple(person for person in room.people if person.id in here)
    reader = next((person for person in faces if person.id == request.tablet.seat_id), None)
    view = plan_view(room, faces, reader, number(request.GET, "routine"))
    context = {"region": fragment("tablet/plan_region.html", plan=view), "seat_id": reader.id if reader else None}
    return render(request, "tablet/plan.html", context)
