"""The page of one morning's pick: tapping it, perhaps for a child, and the story of how it came out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.morning.bar import milliseconds
from routines.regions.morning.moment import NOW, at_now
from routines.regions.picks.cards import card_view, sees_picking
from routines.regions.picks.cups import frames_of
from routines.regions.picks.reveal import gone_from, reveals
from routines.regions.picks.values import Frame, PickCard
from routines.rules.morning.state import MorningState
from routines.rules.people import may_act_for
from routines.rules.picking.state import PickingState
from routines.rules.picking.times import over_at
from routines.rules.state import Person
from routines.words.days import date_words


@dataclass(frozen=True, slots=True)
class PickingPage:
    """A pick of a morning as one reader sees it. `treatable` are those a parent may give a treat."""

    look: Look
    morning: MorningState
    card: PickCard
    frames: tuple[Frame, ...]
    day: str
    changes_at: int
    treatable: tuple[Person, ...]


def picking_page(
    look: Look,
    morning: MorningState | None,
    pickings: Iterable[PickingState],
    picking_id: int,
    speaker_id: int | None = None,
) -> PickingPage | None:
    """Return one of a morning's picks, or None where the reader sees none of that number.

    `speaker_id` is for whom they tap; somebody they may not tap for counts as themselves.
    """
    picking = next((each for each in pickings if each.id == picking_id), None)
    if morning is None or picking is None or not sees_picking(look, picking):
        return None
    reveal = reveals(look, pickings).get(picking_id)
    card = card_view(look, morning, picking, reveal, _speaker(look, speaker_id))
    gone = gone_from(look)
    return PickingPage(
        look=look,
        morning=morning,
        card=card,
        frames=frames_of(look, picking, reveal) if reveal else (),
        day=date_words(morning.on),
        changes_at=0 if reveal else milliseconds(over_at(picking, gone)),
        treatable=look.persons(picking.asked),
    )


def picking_html(page: PickingPage) -> str:
    """Return the region of the page, which asks for itself anew when the pick is revealed by the clock."""
    card = page.card
    here = reverse("picking", args=[card.household_id, card.id])
    html = fragment(
        "routines/picks/picking_region.html",
        card=card,
        frames=page.frames,
        treatable=page.treatable,
        changes_at=page.changes_at,
        revision=page.morning.revision,
        here=f"{here}?speaker={card.speaker.id}" if card.speaker.id != card.viewer.id else here,
        moment=NOW,
    )
    return at_now(html, page.look.now)


def _speaker(look: Look, speaker_id: int | None) -> Person | None:
    speaker = look.person(speaker_id) if speaker_id else look.viewer
    return speaker if not speaker.left and may_act_for(look.viewer, speaker) else None
