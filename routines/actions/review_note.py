"""A facilitator's private notes. They change nothing of the household, and its history knows nothing of them."""

from datetime import datetime

from households.actions.refusal import Missing
from households.onlooker import Onlooker
from routines.actions.review_stage import go_on
from routines.models import ReviewNote, Step
from routines.rules.review import may_note


def write_note(*, onlooker: Onlooker, text: str, at: datetime, step_id: int | None = None) -> ReviewNote:
    """Write a note, about a step that is shared or nothing in particular; raises `Refused` and `Missing`."""
    text = _something(text)
    steps = Step.objects.of(onlooker.household_id).filter(routine_id__in=onlooker.routine_ids)
    if step_id is not None and not steps.filter(id=step_id).exists():
        raise Missing
    return ReviewNote.objects.create(
        household_id=onlooker.household_id,
        facilitator_id=onlooker.facilitator_id,
        step_id=step_id,
        text=text,
        written_at=at,
    )


def change_note(*, onlooker: Onlooker, note_id: int, text: str, at: datetime) -> None:
    """Write a note anew; raises `Refused` and `Missing`."""
    text = _something(text)
    if not notes_of(onlooker).filter(id=note_id).update(text=text, changed_at=at):
        raise Missing


def delete_note(*, onlooker: Onlooker, note_id: int) -> None:
    """Delete a note for good; raises `Missing`."""
    deleted, _rows = notes_of(onlooker).filter(id=note_id).delete()
    if not deleted:
        raise Missing


def notes_of(onlooker: Onlooker):
    """Return a facilitator's notes about a household."""
    return ReviewNote.objects.filter(household_id=onlooker.household_id, facilitator_id=onlooker.facilitator_id)


def _something(text: str) -> str:
    text = text.strip()
    go_on(may_note(text), "text")
    return text
