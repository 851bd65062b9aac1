"""Everybody who may sit down at a tablet, with how much waits for them."""

from collections.abc import Sequence

from django.utils.translation import ngettext

from households import seat
from households.models import Tablet
from routines.regions.asking.waiting import asked_of
from routines.regions.looking_in.known import who_looks_in
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

    Two queries beside the room's own, who may sit here and what came too late, those of today, and where somebody
    looks in those of what they ask.
    """
    signers = signers_of(room, tablet)
    late = late_counts(room.household.id)
    people = tuple(signer.person for signer in signers)
    asked = asked_from_outside(room, people)
    told = in_hand(room.told_morning, people) if room.told_morning else ()
    return FacesView(
        revision=room.household.revision,
        faces=tuple(_face(room, each, late.get(each.person.id, 0) + asked.get(each.person.id, 0)) for each in signers),
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


def asked_from_outside(room: Room, people: Sequence[Person]) -> dict[int, int]:
    """Return how many questions of those who look in wait for each of some people; no query where nobody looks in."""
    look = room.common_look()
    return asked_of(look, [each.id for each in people]) if who_looks_in(room.household, look.today) else {}


def waiting(room: Room, person: Person) -> int:
    """Return how many things the family asks somebody; neither what came too late nor what is asked from outside."""
    look = room.look(person)
    return picks_waiting(room, look) + sum(matter.open for matter in room.matters(look))


def waiting_words(count: int) -> str:
    """Return how many questions wait, or nothing."""
    return ngettext("%(n)d question waits", "%(n)d questions wait", count) % {"n": count} if count else ""


def _face(room: Room, signer: Signer, besides: int) -> FaceView:
    count = waiting(room, signer.person) + besides
    return FaceView(signer.person, count, waiting_words(count), signer.has_code)
