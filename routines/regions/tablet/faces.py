"""Everybody who may sit down at a tablet, with how much waits for them."""

from django.utils.translation import ngettext

from households import seat
from households.models import Tablet
from routines.regions.tablet.reading import late_counts
from routines.regions.tablet.room import Room
from routines.regions.tablet.values import FacesView, FaceView
from routines.rules.state import Person


def faces_view(room: Room, tablet: Tablet) -> FacesView:
    """Return a tablet's faces. Two queries beside the room's own: who may sit here, and what came too late."""
    rows = seat.faces_on(tablet).values_list("id", "picture_code__id")
    late = late_counts(room.household.id)
    faces = ((room.person(member_id), code) for member_id, code in rows)
    return FacesView(
        revision=room.household.revision,
        faces=tuple(_face(room, person, late.get(person.id, 0), code is not None) for person, code in faces if person),
    )


def waiting(room: Room, person: Person) -> int:
    """Return how many things wait for somebody; what came too late is not among them."""
    return sum(matter.open for matter in room.matters(room.look(person)))


def _face(room: Room, person: Person, late: int, has_code: bool) -> FaceView:
    count = waiting(room, person) + late
    words = ngettext("%(n)d question waits", "%(n)d questions wait", count) % {"n": count}
    return FaceView(person, count, words if count else "", has_code)
