"""Talking: words or a sticker on a step."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.stage import Stage, stage
from routines.models import Comment, Drawing
from routines.rules.ladder import Deed


def comment(
    *,
    actor: Actor,
    step_id: int,
    at: datetime,
    text: str = "",
    sticker: str = "",
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Say something on a step. While a question is open it belongs to that question."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, step_id=step_id) as scene:
        event = remark(scene, text=text, sticker=sticker)
        scene.touch()
        return event


def remark(
    scene: Stage, *, text: str, sticker: str = "", drawing: Drawing | None = None, undo: dict | None = None
) -> Event:
    """Say something on the scene's step; raises `Refused`. `undo` is what taking back needs."""
    scene.ask(Deed.COMMENT, text=text, sticker=sticker)
    said = Comment.objects.create(
        household_id=scene.actor.household_id,
        step_id=scene.step.id,
        question_id=scene.question.id if scene.question else None,
        member_id=scene.speaker.id,
        acted_by_id=scene.acted_by,
        text=text.strip(),
        sticker=sticker,
        drawing=drawing,
        at=scene.at,
    )
    return scene.record("comment.said", subject=said.id, undo=undo)
