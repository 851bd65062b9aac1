"""A facilitator's private notes about a family."""

from routines.actions.review_note import notes_of
from routines.models import ReviewNote
from routines.regions.review.questions import moment
from routines.regions.review.scene import ReviewScene
from routines.regions.review.values import NoteView


def notes(scene: ReviewScene) -> list[ReviewNote]:
    """Return the notes, newest first. One query."""
    return list(notes_of(scene.onlooker).select_related("step").order_by("-id"))


def note_views(scene: ReviewScene, rows: list[ReviewNote]) -> tuple[NoteView, ...]:
    """Return notes as their writer reads them; a step that is no longer shared is not named."""
    return tuple(
        NoteView(
            token=scene.token("note", row.id),
            text=row.text,
            when=moment(scene, row.written_at),
            changed=moment(scene, row.changed_at) if row.changed_at else "",
            step=row.step.title if row.step and row.step.routine_id in scene.onlooker.routine_ids else "",
        )
        for row in rows
    )
