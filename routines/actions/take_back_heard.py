"""Taking back what was recorded, or deleted of it."""

from households.models import Event
from routines.actions.built_on import built_on, closed
from routines.actions.stage import Stage
from routines.models import Recording


def _made(scene: Stage, event: Event) -> None:
    """Bring back what was heard before, or nothing."""
    rows = _of_open_question(scene, event)
    if not rows.filter(id=event.subject_key, removed_at=None).update(removed_at=scene.at):
        raise built_on()
    rows.filter(id=event.undo["before"]).update(removed_at=None)


def _removed(scene: Stage, event: Event) -> None:
    """Let it be heard again, unless another has been recorded since."""
    rows = _of_open_question(scene, event)
    option_id = rows.values_list("option_id", flat=True).get(id=event.subject_key)
    if rows.filter(option_id=option_id, removed_at=None).exists():
        raise built_on()
    rows.filter(id=event.subject_key).update(removed_at=None)


def _of_open_question(scene: Stage, event: Event):
    if scene.question is None or scene.question.id != event.question_key:
        raise closed()
    return Recording.objects.filter(household_id=event.household_id, question_id=event.question_key)


HEARD = {"recording.made": _made, "recording.removed": _removed}
