"""Recorded lines: how a question or an idea sounds, in a parent's voice. Never a child's."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.stage import stage
from routines.models import Option, Question, Recording
from routines.models.recording import MOST_BYTES
from routines.rules import sound
from routines.rules.judge.undoing import UNDO
from routines.rules.ladder import Deed


def record_line(
    *,
    actor: Actor,
    question_id: int,
    data: bytes,
    content_type: str,
    at: datetime,
    option_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Keep how a question sounds, or one of its ideas, in place of what was recorded before.

    `content_type` is what the browser says the sound is; its first bytes must say the same.
    """
    kind = _checked(data, content_type)
    with stage(actor=actor, at=at, tap=tap, question_id=question_id) as scene:
        scene.ask(Deed.RECORD, option=option_id)
        before = Recording.objects.filter(
            household_id=actor.household_id, question_id=question_id, option_id=option_id, removed_at=None
        )
        replaced = before.values_list("id", flat=True).first()
        before.update(removed_at=at)
        new = Recording.objects.create(
            household_id=actor.household_id,
            question_id=question_id,
            option_id=option_id,
            sound=data,
            kind=kind,
            recorded_by_id=scene.me.id,
            recorded_at=at,
        )
        event = scene.record("recording.made", member=None, subject=new.id, undo={"before": replaced})
        _forget(actor.household_id, at)
        scene.touch()
        return event


def remove_recording(*, actor: Actor, recording_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Delete a recorded line; the tablet speaks it by itself again."""
    rows = Recording.objects.filter(household_id=actor.household_id, id=recording_id)
    question_id = rows.values_list("question_id", flat=True).first()
    if question_id is None:
        raise Missing
    with stage(actor=actor, at=at, tap=tap, question_id=question_id) as scene:
        scene.ask(Deed.RECORD)
        if not rows.filter(removed_at=None).update(removed_at=at):
            raise Refused("recording_gone")
        event = scene.record("recording.removed", member=None, subject=recording_id)
        _forget(actor.household_id, at)
        scene.touch()
        return event


def move_recordings(
    household_id: int, *, to: Question, option_id: int | None, to_option: Option | None = None, **about: int
) -> None:
    """Let what was recorded go on with a question that is asked anew, and with its ideas."""
    heard = Recording.objects.filter(household_id=household_id, option_id=option_id, removed_at=None, **about)
    heard.update(question=to, option=to_option)


def _forget(household_id: int, at: datetime) -> None:
    """Forget the sound of what was deleted, once that can no longer be taken back."""
    gone = Recording.objects.filter(household_id=household_id, removed_at__lt=at - UNDO).exclude(sound=b"")
    gone.update(sound=b"")


def _checked(data: bytes, content_type: str) -> str:
    """Return the kind of sound it truly is; raises `Refused` for anything else."""
    if not data:
        raise Refused("sound_first")
    if len(data) > MOST_BYTES:
        raise Refused("sound_too_big")
    kind = sound.kind_of(data)
    if kind is None or kind != sound.claimed(content_type):
        raise Refused("sound_unknown")
    return kind
