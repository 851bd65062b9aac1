"""Talking: words or a sticker on a step."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.stage import stage
from routines.models import Comment
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
        scene.ask(Deed.COMMENT, text=text, sticker=sticker)
        said = Comment.objects.create(
            household_id=actor.household_id,
            step_id=step_id,
            question_id=scene.question.id if scene.question else None,
            member_id=scene.speaker.id,
            acted_by_id=scene.acted_by,
            text=text.strip(),
            sticker=sticker,
            at=at,
        )
        event = scene.record("comment.said", subject=said.id)
        scene.touch()
        return event
