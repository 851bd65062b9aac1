"""The tablet's pages of a morning as HTML: the same for the page, the answer to a tap and the push."""

import re
from secrets import token_hex

from households import seat
from households.live.change import Viewer
from households.models import Member, Tablet
from routines.regions.fragment import fragment
from routines.regions.morning.moment import NOW, at_now
from routines.regions.tablet.morning.now import now_view
from routines.regions.tablet.morning.run import run_view
from routines.regions.tablet.room import Room

# What stands in a fragment for the proof that somebody sits or could sit here: with their number. New with every start.
PROOF = f"proof-{token_hex(12)}-"
_PROOF = re.compile(PROOF + r"(\d+)")


def now_html(room: Room, tablet: Tablet) -> str:
    """Return everybody side by side, or nothing where the tablet rests on its faces.

    It carries the proof of each face that could sit down without a picture code, of no other.
    """
    view = now_view(room, tablet)
    if view is None:
        return ""
    return proven(fragment("tablet/now_region.html", now=view, proof=PROOF, moment=NOW), tablet.id, room)


def run_html(room: Room, viewer: Viewer) -> str:
    """Return the morning of who sits, or nothing where there is none, or they are no member any more."""
    look = room.look_from(viewer)
    view = look and run_view(room, look)
    if not view:
        return ""
    return proven(fragment("tablet/run_region.html", run=view, proof=PROOF, moment=NOW), viewer.tablet_id, room)


def proven(html: str, tablet_id: int, room: Room) -> str:
    """Return a region with the proofs of those it may carry them for, and the moment it was drawn at."""

    def proof(found: re.Match) -> str:
        member = int(found[1])
        if member not in made:
            made[member] = seat.seat_token(Tablet(id=tablet_id), Member(id=member))
        return made[member]

    made: dict[int, str] = {}
    return at_now(_PROOF.sub(proof, html), room.now)
