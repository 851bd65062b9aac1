"""A pick in the plan with what asks to share its turns, so that its addresses have something to show."""

from routines.actions.pick_bundle import propose_bundle
from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick
from routines.models import Picking, PickOption

THINGS = (OptionDraft("Tag", "play"), OptionDraft("Ball", "play"), OptionDraft("Race", "play"))


def planned(family) -> dict[str, int]:
    """Make two picks and ask whether they share their turns; return their ids by the names addresses use."""
    maya = family.actor(family.maya)
    picks = [
        make_pick(actor=maya, step_id=family.game.id, draft=PickDraft(text), options=THINGS, at=family.now)
        for text in ("Which game?", "Who begins?", "Which music?")
    ]
    first, *others = (pick.id for pick in picks)
    bundle = propose_bundle(actor=maya, pick_ids=tuple(others), at=family.now)
    option = PickOption.objects.filter(pick=first).order_by("id").first()
    return {"pick_id": first, "choice_id": option.id, "bundle_id": bundle.subject_key}


def picking_of(pick_id: int) -> dict[str, int]:
    """Return the latest picking of a pick, by the name addresses use."""
    return {"picking_id": Picking.objects.filter(pick_id=pick_id).latest("id").id}
