"""Taking back what was done in a family meeting."""

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.stage import Stage
from routines.models import MeetingNote
from routines.models.meetings import meetings_of


def _begun(scene: Stage, event: Event) -> None:
    """Let the meeting not have been, unless something came of it already."""
    if MeetingNote.objects.filter(household_id=event.household_id, meeting_id=event.subject_key).exists():
        raise built_on()
    meetings = meetings_of(event.household_id).filter(id=event.subject_key, ended_at=None)
    if not meetings.update(taken_back_at=scene.at):
        raise built_on()
    scene.change.tells("agenda")


def _passed(scene: Stage, event: Event) -> None:
    before, after = event.undo["chair"]
    meetings = meetings_of(event.household_id).filter(id=event.subject_key, ended_at=None, chair_id=after)
    if not meetings.update(chair_id=before):
        raise built_on()


def _noted(scene: Stage, event: Event) -> None:
    """Bring back the note that stood there before, or none."""
    before, after = event.undo["text"]
    notes = MeetingNote.objects.filter(
        household_id=event.household_id, meeting_id=event.subject_key, key=event.undo["key"], text=after
    )
    changed = notes.delete()[0] if before is None else notes.update(text=before, by_id=event.undo["by"])
    if not changed:
        raise built_on()
    scene.change.tells("agenda")


def _ended(scene: Stage, event: Event) -> None:
    """Go on with the meeting, unless another one has begun since."""
    meetings = meetings_of(event.household_id)
    if meetings.filter(id__gt=event.subject_key).exists():
        raise built_on()
    meetings.filter(id=event.subject_key).update(ended_at=None)
    scene.change.tells("agenda")


MEETING = {
    "meeting.begun": _begun,
    "meeting.passed": _passed,
    "meeting.noted": _noted,
    "meeting.ended": _ended,
}
