"""Noticing a slip: this turned into pushing. One tap by whoever notices, and it stays with the family."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.told_in_time import told_in_time
from routines.models import Slip
from routines.rules.codes import Code
from routines.rules.morning.deeds import MorningDeed


def notice_slip(
    *,
    actor: Actor,
    morning_id: int,
    at: datetime,
    morning_step_id: int | None = None,
    age: float = 0,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Say that a step, or without one the whole morning, turned into pushing. Until the end of the next day.

    Returns None where the same person has said so already. `age` is how many seconds ago it was tapped.
    """
    with morning_stage(
        actor=actor,
        at=at,
        tap=tap,
        speaker_id=speaker_id,
        morning_id=morning_id,
        morning_step_id=morning_step_id,
    ) as scene:
        made = told_in_time(scene, MorningDeed.SLIP, age)
        if _standing(scene).filter(noticed_by_id=scene.speaker.id, morning_step_id=morning_step_id).exists():
            return None
        slip = Slip.objects.create(
            household_id=scene.household_id,
            morning_id=morning_id,
            morning_step_id=morning_step_id,
            noticed_by_id=scene.speaker.id,
            acted_by_id=scene.acted_by,
            at=made,
        )
        scene.touch()
        return scene.record("slip.noticed", step=None, subject=slip.id)


def withdraw_slip(*, actor: Actor, slip_id: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Say that it was no pushing after all: whoever noticed it, or tapped for them. None where that was said."""
    row = Slip.objects.filter(household_id=actor.household_id, id=slip_id).first()
    if row is None:
        raise Missing
    with morning_stage(
        actor=actor, at=at, tap=tap, morning_id=row.morning_id, morning_step_id=row.morning_step_id
    ) as scene:
        scene.ask(MorningDeed.SLIP)
        if scene.me.id not in (row.noticed_by_id, row.acted_by_id):
            raise Refused(str(Code.NOT_YOURS_TO_TAKE_BACK))
        if not _standing(scene).filter(id=slip_id).update(taken_back_at=at):
            return None
        scene.touch()
        return scene.record("slip.withdrawn", step=None, member=row.noticed_by_id, subject=slip_id)


def _standing(scene: MorningStage):
    return Slip.objects.filter(household_id=scene.household_id, morning_id=scene.morning.id, taken_back_at=None)
