"""Drawings and recordings, for those who may see what they belong to."""

from routines.models import Comment, Drawing, Option, Recording
from routines.models.snapshots import step_state
from routines.regions.look import Look
from routines.rules.people import sees
from routines.rules.state import StepState


def drawing_of(household_id: int, drawing_id: int, look: Look | None) -> bytes | None:
    """Return a drawing as a PNG, or None where there is none to see.

    Ideas are everybody's to see who may see their step; a remark is veiled like the voices it was said among.
    `look` is None on a tablet at which nobody sits: it shows ideas only.
    """
    about = {"household_id": household_id, "drawing_id": drawing_id, "taken_back_at": None}
    steps = Option.objects.filter(**about).values_list("question__step_id", flat=True)
    seen = bool(steps) if look is None else any(_step(look, step_id) for step_id in set(steps))
    if not seen and not (look and _remark_seen(look, Comment.objects.filter(**about).first())):
        return None
    png = Drawing.objects.filter(household_id=household_id, id=drawing_id).values_list("png", flat=True).first()
    return None if png is None else bytes(png)


def recording_of(household_id: int, recording_id: int, look: Look | None) -> tuple[bytes, str] | None:
    """Return a recorded line and its kind while its question is open, or None where there is none to hear."""
    heard = Recording.objects.filter(
        household_id=household_id, id=recording_id, removed_at=None, question__closed_at=None
    )
    found = heard.values_list("sound", "kind", "question__step_id").first()
    if found is None or (look and not _step(look, found[2])):
        return None
    return bytes(found[0]), found[1]


def _step(look: Look, step_id: int) -> StepState | None:
    """Return a step the viewer may see."""
    step = step_state(look.household_id, step_id, look.now)
    step = step and look.here(step)
    return step if step and sees(look.viewer, step) else None


def _remark_seen(look: Look, remark: Comment | None) -> bool:
    step = _step(look, remark.step_id) if remark else None
    if step is None:
        return False
    if step.question is None or remark.question_id != step.question.id:
        return True
    return any(each.id == remark.id for each in look.veiled(step).question.comments)
