"""Who looks in, for who sits at the tablet: one facilitator in sight, what they see in pictures, yes and no."""

from dataclasses import dataclass

from households import seat
from households.consent_words import KINDS, KindWords, day_words
from households.live.change import Viewer
from households.models import Member, Tablet
from households.regions.looking_in import Looker
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.looking_in.known import who_looks_in
from routines.regions.looking_in.page import part_of
from routines.regions.looking_in.values import Part
from routines.regions.tablet.room import Room
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class LookAsk:
    """Somebody who looks in, as a child reads it; `shown` is the one in sight, `next` the key of the one after it."""

    key: str
    facilitator_id: int
    name: str
    about: str
    kinds: tuple[KindWords, ...]
    until: str
    part: Part
    shown: bool
    next: str


@dataclass(frozen=True, slots=True)
class LookingView:
    """The tablet's page of who looks in."""

    revision: int
    person: Person
    asks: tuple[LookAsk, ...]
    done: bool


def looking_html(room: Room, viewer: Viewer, shown: str = "") -> str:
    """Return the page of who sits, or nothing where they are no member any more."""
    look = room.look_from(viewer)
    if look is None:
        return ""
    proof = seat.seat_token(Tablet(id=viewer.tablet_id), Member(id=viewer.member_id))
    return fragment("tablet/looking_region.html", looking=looking_view(room, look, shown), proof=proof)


def looking_view(room: Room, look: Look, shown: str = "") -> LookingView:
    """Return who looks in today, with one of them in sight, or none for the end. No query where nothing changed."""
    known = who_looks_in(room.household, look.today)
    keys = [_key(each) for each in known]
    sight = shown if shown in (*keys, "done") else next(iter(keys), "done")
    after = [*keys[1:], "done"]
    asks = tuple(_ask(look, each, sight, later) for each, later in zip(known, after, strict=False))
    return LookingView(look.revision, look.viewer, asks, sight == "done")


def _key(looker: Looker) -> str:
    return f"look-{looker.facilitator_id}"


def _ask(look: Look, looker: Looker, sight: str, after: str) -> LookAsk:
    return LookAsk(
        key=_key(looker),
        facilitator_id=looker.facilitator_id,
        name=looker.name,
        about=looker.about,
        kinds=tuple(words for kind, words in KINDS.items() if kind in looker.terms.kinds),
        until=day_words(looker.terms.until_on),
        part=part_of(look, looker),
        shown=_key(looker) == sight,
        next=after,
    )
