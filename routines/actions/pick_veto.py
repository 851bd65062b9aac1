"""What parents may do to today's pick, never in silence: rule something out on one of four grounds, give a treat."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.pick_stage import PickStage, pick_stage
from routines.models import Picking, PickVeto
from routines.models.pick_memory import memories_before
from routines.models.pickings import picking_state
from routines.rules.morning.deeds import MorningDeed
from routines.rules.picking.result import record_of, result_of


def veto_option(
    *,
    actor: Actor,
    picking_id: int,
    option_id: int,
    ground: str,
    reason: str,
    at: datetime,
    tap: UUID | None = None,
) -> Event:
    """Rule an option out for today; it stays in sight, crossed out, with the ground and a reason a child can read.

    Two options must remain. After the reveal only for danger just noticed: the same taps are then counted again.
    """
    with pick_stage(actor=actor, picking_id=picking_id, at=at, tap=tap) as stage:
        stage.ask(MorningDeed.PICK_VETO, option=option_id, ground=ground, reason=reason)
        PickVeto.objects.create(
            household_id=stage.household_id,
            picking_id=picking_id,
            option_id=option_id,
            ground=ground,
            reason=reason.strip(),
            vetoed_by_id=stage.scene.me.id,
            vetoed_at=at,
        )
        if stage.picking.settled_at is not None:
            _count_again(stage)
        stage.touch()
        text = next(option.text for option in stage.picking.options if option.id == option_id)
        return stage.record(
            "pick.vetoed",
            member=None,
            why=reason.strip(),
            changes={"idea": [text, ""], "ground": ["", ground]},
            undo={"option": option_id},
        )


def give_treat(
    *, actor: Actor, picking_id: int, member_id: int, reason: str, at: datetime, tap: UUID | None = None
) -> Event:
    """Let one of those who pick today choose alone, for a reason everybody can read. No turns are used, none given."""
    with pick_stage(actor=actor, picking_id=picking_id, at=at, tap=tap) as stage:
        stage.ask(MorningDeed.PICK_TREAT, whom=member_id, reason=reason)
        Picking.objects.filter(household_id=stage.household_id, id=picking_id).update(
            treat_for_id=member_id, treat_reason=reason.strip()
        )
        stage.touch()
        before = {"treat_for": stage.picking.treat_for, "treat_reason": stage.picking.treat_reason}
        return stage.record("pick.treat", member=member_id, why=reason.strip(), undo=before)


def _count_again(stage: PickStage) -> None:
    """Count the same taps once more, without what was ruled out. Nothing was settled by the same turns since."""
    picking = picking_state(stage.household_id, stage.picking.id)
    before = memories_before(stage.household_id, [picking.moment])[picking.id]
    result = result_of(picking, before)
    Picking.objects.filter(household_id=stage.household_id, id=picking.id).update(
        settled_at=stage.scene.at,
        winner_id=result.winner,
        kind=result.kind,
        decided_by=result.decided_by,
        record=record_of(picking),
    )
