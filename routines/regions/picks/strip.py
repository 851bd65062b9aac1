"""Today's picks on the pages of a running morning: what to tap, who has tapped, and what came of it."""

from routines.models.pickings import pickings_of
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.morning.bar import milliseconds
from routines.regions.morning.moment import NOW
from routines.regions.picks.cards import card_view, sees_picking, shows
from routines.regions.picks.reveal import gone_from, reveals
from routines.regions.picks.values import StripView
from routines.rules.morning.state import MorningState
from routines.rules.picking.times import over_at


def picks_html(look: Look, morning: MorningState) -> str:
    """Return the picks of a morning for one reader as "morning-picks", hidden where there is none for them.

    Two queries, one more when something is revealed; none if nothing changed. It asks for itself anew when something
    is revealed by the clock. Whoever sends it says what time it is (`at_now`).
    """
    return fragment("routines/picks/strip.html", strip=strip_view(look, morning), moment=NOW)


def strip_view(look: Look, morning: MorningState) -> StripView:
    """Return the picks of a morning that one reader sees, first those they may tap."""
    pickings = [each for each in pickings_of(look.household_id, morning) if sees_picking(look, each)]
    found, gone = reveals(look, pickings), gone_from(look)
    moments = [over_at(picking, gone) for picking in pickings if picking.id not in found]
    cards = (
        card_view(look, morning, picking, found.get(picking.id))
        for picking in pickings
        if shows(picking, found.get(picking.id))
    )
    return StripView(
        household_id=look.household_id,
        morning_id=morning.id,
        revision=morning.revision,
        cards=tuple(sorted(cards, key=lambda card: not card.may_tap)),
        changes_at=milliseconds(min(moments)) if moments else 0,
    )
