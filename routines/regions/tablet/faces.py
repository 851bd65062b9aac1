"""Everybody who may sit down at a tablet, with how much waits for them."""

from django.utils.translation import ngettext

from households import seat
from households.models import Tablet
from routines.regions.tablet.daily import picks_waiting
from routines.regions.tablet.morning.start import start_view, turn_at
from routines.regions.tablet.morning.values import Signer
from routines.regions.tablet.reading import late_counts
from routines.regions.tablet.room import Room
from routines.regions.tablet.values import FacesView, FaceView
from routines.rules.morning.resting import in_hand
from routines.rules.state import Person


def faces_view(room: Room, tablet: Tablet) -> FacesView:
    """Return a tablet's faces, and the morning that can be begun or told about.

    Two queries beside the room's own, who may sit here and what came too late, and those of today.
    """
    signers = signers_of(room, tablet)
    late = late_counts(room.household.id)
    people = tuple(signer.person for signer in signers)
    told = in_hand(room.told_morning, people) if room.told_morning else ()
    return FacesView(
        revision=room.household.revision,
        faces=tuple(_face(room, each.person, late.get(each.person.id, 0), each.has_code) for each in signers),
        start=start_view(room, signers),
        tellers=tuple(signer for signer in signers if signer.person in told),
        rests=room.morning is not None and bool(in_hand(room.morning, people)),
        changes_at=turn_at(room),
    )


def signers_of(room: Room, tablet: Tablet) -> tuple[Signer, ...]:
    """Return a tablet's faces, and who of them has a picture code. One query."""
    rows = seat.faces_on(tablet).values_list("id", "picture_code__id")
    found = ((room.person(member_id), code) for member_id, code in rows)
    return tuple(Signer(person, code is not None) for person, code in found if person)


def waiting(room: Room, person: Person) -> int:
    """Return how many things wait for somebody; what came too late is not among them."""
    look = room.look(person)
    return picks_waiting(room, look) + sum(matter.open for matter in room.matters(look))


def waiting_words(count: int) -> str:
    """Return how many questions wait, or nothing."""
    return ngettext("%(n)d question waits", "%(n)d questions wait", count) % {"n": count} if count else ""


def _face(room: Room, person: Person, late: int, has_code: bool) -> FaceView:
    count = waiting(room, person) + late
    return FaceView(person, count, waiting_words(count), has_code)
