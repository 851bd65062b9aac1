"""How a facilitator reads a family's facts."""

from datetime import date

from households.onlooker import Onlooker
from routines.rules.mirror.lens import ALL_KINDS, Lens


def onlooker_lens(onlooker: Onlooker, today: date) -> Lens:
    """Return the lens of whoever looks in: the kinds, routines and members shared now. `today` is the family's date."""
    return Lens(
        today=today,
        reader=None,
        members=onlooker.member_ids,
        routines=onlooker.routine_ids,
        kinds=onlooker.kinds & ALL_KINDS,
    )
