"""The tablet's regions as HTML: the same for the page, the answer to a tap and the push."""

from secrets import token_hex

from households import seat
from households.live.change import ANEW, Change, Viewer
from households.models import Member, Tablet
from routines.regions.fragment import fragment, part
from routines.regions.looking_in.known import who_looks_in
from routines.regions.morning.moment import NOW, at_now
from routines.regions.tablet.daily import picks_change_at
from routines.regions.tablet.faces import faces_view
from routines.regions.tablet.morning.shown import PROOF, now_html, proven, run_html
from routines.regions.tablet.room import Room
from routines.regions.tablet.seat import FIRST, Sight, seat_asks, seat_view
from routines.regions.tablet.telling.page import morning_to_tell
from routines.rules.morning.resting import in_hand
from routines.rules.state import Kind, Person

# What stands for them in a fragment: all asks, and the proof of who sits. New with every start.
ASKS = f"asks-{token_hex(12)}"
SEAT = f"seat-{token_hex(12)}"
MOVES = frozenset({"board", "people", "rights", "picks"})
# What a morning does shows on its own pages, and on the faces, where it begins.
RUNS = frozenset({"morning", "people", "rights", "picks"})


def moves(change: Change, page: str) -> bool:
    """Return whether a change moves what a tablet's page shows; who is here or what else happened does not."""
    if page in ("now", "run"):
        return not RUNS.isdisjoint(change.kinds)
    if page == "faces" and "morning" in change.kinds:
        return True
    return bool(change.step_ids) or not MOVES.isdisjoint(change.kinds)


def pushed(room: Room, viewer: Viewer) -> str:
    """Return the region of a tablet's page as a live message; nothing where it is not this tablet's any more.

    A page of a morning that is over is to be left: `ANEW`.
    """
    tablet = Tablet.objects.of(room.household.id).in_use().filter(id=viewer.tablet_id).first()
    if tablet is None:
        return ""
    if viewer.page == "faces":
        return part("faces", faces_html(room, tablet))
    if viewer.page == "now":
        html = now_html(room, tablet)
        return part("now", html) if html else ANEW
    if tablet.seat_id != viewer.member_id:
        return ""
    if viewer.page == "run":
        if room.look_from(viewer) is None:
            return ""
        html = run_html(room, viewer)
        return part("run", html) if html else ANEW
    html = seat_html(room, viewer)
    return part("seat", html) if html else ""


def faces_html(room: Room, tablet: Tablet) -> str:
    """Return a tablet's faces, with the proof of those who can begin a morning without sitting down."""
    html = fragment("tablet/faces_region.html", faces=faces_view(room, tablet), proof=PROOF, moment=NOW)
    return proven(html, tablet.id, room)


def seat_html(room: Room, viewer: Viewer, sight: Sight = FIRST) -> str:
    """Return the page of who sits, or nothing where they are no member any more."""
    look = room.look_from(viewer)
    if look is None:
        return ""
    asks = seat_asks(room, look, sight)
    tells = morning_to_tell(room, look) is not None
    known, child = who_looks_in(room.household, look.today), look.viewer.kind == Kind.CHILD
    lookers = tuple(each.child_line if child else each.line for each in known)
    around = {"tells": tells, "runs": _runs(room, look.viewer), "lookers": lookers}
    seated = seat_view(look, asks, picks_change_at(room, look), **around)
    html = at_now(fragment("tablet/seat_region.html", seat=seated, asks=ASKS, proof=SEAT, moment=NOW), room.now)
    html = html.replace(ASKS, "".join(fragment("tablet/ask.html", ask=ask, proof=SEAT) for ask in asks))
    return html.replace(SEAT, seat.seat_token(Tablet(id=viewer.tablet_id), Member(id=viewer.member_id)))


def _runs(room: Room, person: Person) -> bool:
    """Return whether somebody has a part in the morning that goes on."""
    return room.runs and bool(in_hand(room.morning, (person,)))
