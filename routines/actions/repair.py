"""Repairing after a morning: a sorry, a thank-you, and the answer to them, which nobody has to give."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.models import Repair
from routines.rules.morning.deeds import MorningDeed, RepairState

DEEDS = {"sorry": MorningDeed.SORRY, "thanks": MorningDeed.THANK}
# What is given where nothing was written: a hug, a heart.
PICTURES = {"sorry": "hugging-face", "thanks": "heart-hands"}


@dataclass(frozen=True, slots=True)
class Gift:
    """A "sorry" or "thanks": to whom (None is everybody), in words or a picture, perhaps about a step."""

    kind: str
    to: int | None = None
    text: str = ""
    pictogram: str = ""
    morning_step: int | None = None


def give(
    *,
    actor: Actor,
    morning_id: int,
    gift: Gift,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Say sorry or thank you, in any direction: parents to children, too."""
    with morning_stage(
        actor=actor,
        at=at,
        tap=tap,
        speaker_id=speaker_id,
        morning_id=morning_id,
        morning_step_id=gift.morning_step,
    ) as scene:
        text = gift.text.strip()
        pictogram = gift.pictogram or ("" if text else PICTURES[gift.kind])
        scene.ask(DEEDS[gift.kind], text=text, picture=pictogram, whom=gift.to)
        row = Repair.objects.create(
            household_id=scene.household_id,
            morning_id=morning_id,
            morning_step_id=gift.morning_step,
            step_id=scene.step.step if scene.step else None,
            kind=gift.kind,
            by_id=scene.speaker.id,
            acted_by_id=scene.acted_by,
            to_id=gift.to,
            text=text,
            pictogram=pictogram,
            at=at,
        )
        return _record(scene, row)


def answer_repair(
    *,
    actor: Actor,
    repair_id: int,
    picture: str,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Answer a sorry or a thank-you with a picture. Whoever answered may answer otherwise: "not yet" can pass.

    Returns None where that was the answer already.
    """
    with morning_stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id) as scene:
        rows = Repair.objects.filter(household_id=actor.household_id, id=repair_id, kind__in=DEEDS, taken_back_at=None)
        row = rows.select_related("morning").first()
        if row is None:
            raise Missing
        others = bool(row.answer) and row.answered_by_id != scene.speaker.id
        repair = RepairState(row.by_id, row.to_id, answered=others)
        scene.ask(MorningDeed.ANSWER_REPAIR, repair=repair, picture=picture)
        if row.answer == picture:
            return None
        was = [row.answer, row.answered_by_id, row.answered_at and row.answered_at.isoformat()]
        rows.update(answer=picture, answered_by_id=scene.speaker.id, answered_at=at)
        about = {"morning": row.morning_id, "routine": row.morning.routine_id, "title": row.morning.title}
        return scene.record("repair.answered", subject=repair_id, undo={"was": was}, **about)


def _record(scene: MorningStage, row: Repair) -> Event:
    """Record that it was said, and to whom; what was said stands on the page of repairs."""
    about = {"step": None, "subject": row.id}
    if scene.me.id == scene.speaker.id:
        return scene.record(f"repair.{row.kind}", member=row.to_id, **about)
    to = {"to": [None, row.to_id]} if row.to_id else {}
    return scene.record(f"repair.{row.kind}_for", changes=to, **about)
