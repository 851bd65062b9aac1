"""Telling how a step of a morning felt, and letting others than the family read that one was pushed.

What happened says that somebody told, never what; and sharing is told like any other change, as only "pushed" can be
shared.
"""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.told_in_time import told_in_time
from routines.models import Feeling
from routines.rules.morning.deeds import MorningDeed

KEPT = ("felt", "words", "said_by_id", "shared_at")


def feel(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    felt: str,
    at: datetime,
    words: str | None = None,
    age: float = 0,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Tell how a step felt: a rung, "engaged", "explained" or "pushed"; empty tells nothing about it any more.

    `words` None leaves those there are. `age` is how many seconds ago it was tapped. Returns None where nothing
    changes. What is told otherwise is no longer shared.
    """
    with morning_stage(
        actor=actor,
        at=at,
        tap=tap,
        speaker_id=speaker_id,
        morning_id=morning_id,
        morning_step_id=morning_step_id,
    ) as scene:
        row = _rows(scene).first()
        words = (row.words if row else "") if words is None else words.strip()
        made = told_in_time(scene, MorningDeed.FEEL, age, felt=felt, text=words if felt else "")
        if (row.felt, row.words) == (felt, words) if row else not felt:
            return None
        _keep(scene, felt, words, made)
        return _record(scene, row)


def share_pushed(
    *,
    actor: Actor,
    morning_id: int,
    morning_step_id: int,
    shared: bool,
    at: datetime,
    tap: UUID | None = None,
) -> Event | None:
    """Let others than the family read that one was pushed in a step, or no longer. Returns None where it is so."""
    with morning_stage(actor=actor, at=at, tap=tap, morning_id=morning_id, morning_step_id=morning_step_id) as scene:
        row = _rows(scene).first()
        if row is None:
            raise Missing
        scene.ask(MorningDeed.SHARE_PUSHED, feeling_by=row.member_id, felt=row.felt)
        if (row.shared_at is not None) == shared:
            return None
        _rows(scene).update(shared_at=at if shared else None)
        return _record(scene, row)


def _rows(scene: MorningStage):
    return Feeling.objects.filter(
        household_id=scene.household_id,
        morning_id=scene.morning.id,
        morning_step_id=scene.step.id,
        member_id=scene.speaker.id,
    )


def _keep(scene: MorningStage, felt: str, words: str, made: datetime) -> None:
    if not felt:
        _rows(scene).delete()
        return
    _rows(scene).exclude(felt=felt).update(shared_at=None)
    Feeling.objects.update_or_create(
        household_id=scene.household_id,
        morning_id=scene.morning.id,
        morning_step_id=scene.step.id,
        member_id=scene.speaker.id,
        defaults={"felt": felt, "words": words, "said_by_id": scene.acted_by, "said_at": made},
    )


def _record(scene: MorningStage, row: Feeling | None) -> Event:
    """Record that something was told. It names no step of the plan, so it stands in no supporter's history."""
    was = {field: getattr(row, field) for field in KEPT} if row else None
    if was and was["shared_at"]:
        was["shared_at"] = was["shared_at"].isoformat()
    kind = "feeling.told" if row is None else "feeling.changed"
    return scene.record(kind, step=None, subject=scene.step.id, undo={"was": was})
