"""The tablet's regions as HTML: the same for the page, the answer to a tap and the push."""

from secrets import token_hex

from households import seat
from households.live.change import Change, Viewer
from households.models import Member, Tablet
from routines.regions.fragment import fragment, part
from routines.regions.tablet.faces import faces_view
from routines.regions.tablet.room import Room
from routines.regions.tablet.seat import FIRST, Sight, seat_asks, seat_view

# What stands for them in a fragment: all asks, and the proof of who sits. New with every start.
ASKS = f"asks-{token_hex(12)}"
SEAT = f"seat-{token_hex(12)}"
MOVES = frozenset({"board", "people", "rights"})


def moves(change: Change) -> bool:
    """Return whether a change moves what a tablet shows; who is here or what else happened does not."""
    return bool(change.step_ids) or not MOVES.isdisjoint(change.kinds)


def pushed(room: Room, viewer: Viewer) -> str:
    """Return the region of a tablet's page as a live message; nothing where it is not this tablet's any more."""
    tablet = Tablet.objects.of(room.household.id).in_use().filter(id=viewer.tablet_id).first()
    if tablet is None:
        return ""
    if viewer.page == "faces":
        return part("faces", faces_html(room, tablet))
    html = seat_html(room, viewer) if tablet.seat_id == viewer.member_id else ""
    return part("seat", html) if html else ""


def faces_html(room: Room, tablet: Tablet) -> str:
    """Return a tablet's faces."""
    return fragment("tablet/faces_region.html", faces=faces_view(room, tablet))


def seat_html(room: Room, viewer: Viewer, sight: Sight = FIRST) -> str:
    """Return the page of who sits, or nothing where they are no member any more."""
    look = room.look_from(viewer)
    if look is None:
        return ""
    asks = seat_asks(room, look, sight)
    html = fragment("tablet/seat_region.html", seat=seat_view(look, asks), asks=ASKS, proof=SEAT)
    html = html.replace(ASKS, "".join(fragment("tablet/ask.html", ask=ask, proof=SEAT) for ask in asks))
    return html.replace(SEAT, seat.seat_token(Tablet(id=viewer.tablet_id), Member(id=viewer.member_id)))
