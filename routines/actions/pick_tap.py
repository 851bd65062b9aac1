"""Tapping what one would like today: several things, or none of them. Hidden until all have tapped."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.pick_stage import PickStage, pick_stage
from routines.models import Ballot
from routines.rules.codes import Code
from routines.rules.morning.deeds import MorningDeed

# Why a tap is refused that came after the reveal.
TOO_LATE = (str(Code.PICK_SETTLED), str(Code.MORNING_OVER))


def tap_pick(
    *,
    actor: Actor,
    picking_id: int,
    options: Iterable[int],
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Say what somebody would like, as all of it together; nothing is a pass. It may be changed until the reveal.

    Returns None where they have said just this. Raises `Refused` by the rules, with one of `TOO_LATE` where it came
    after the reveal: see `keep_late_tap`.
    """
    wanted = sorted(set(options))
    with pick_stage(actor=actor, picking_id=picking_id, at=at, speaker_id=speaker_id, tap=tap) as stage:
        stage.ask(MorningDeed.PICK_TAP, options=tuple(wanted))
        before = stage.picking.ballot(stage.scene.speaker.id)
        if before is not None and list(before.options) == wanted:
            return None
        _write(stage, wanted, late=False)
        stage.touch()
        return stage.record("pick.tapped", undo={"before": list(before.options) if before else None, "after": wanted})


def keep_late_tap(
    *,
    actor: Actor,
    picking_id: int,
    options: Iterable[int],
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Keep what somebody tapped after the reveal, as on a tablet without a net; it never counts.

    Raises `Refused` for somebody who was not asked, and `Missing` while it can still be tapped.
    """
    with pick_stage(actor=actor, picking_id=picking_id, at=at, speaker_id=speaker_id, tap=tap) as stage:
        picking, speaker = stage.picking, stage.scene.speaker
        if picking.settled_at is None:
            raise Missing
        if speaker.id not in (*picking.asked, *picking.guests):
            raise Refused(str(Code.PICK_SETTLED))
        known = {option.id for option in picking.options}
        _write(stage, sorted(known.intersection(options)), late=True)
        stage.touch()
        return stage.record("pick.late")


def _write(stage: PickStage, options: list[int], *, late: bool) -> None:
    scene = stage.scene
    Ballot.objects.update_or_create(
        household_id=stage.household_id,
        picking_id=stage.picking.id,
        member_id=scene.speaker.id,
        late=late,
        defaults={"options": options, "said_by_id": scene.acted_by, "said_at": scene.at},
    )
