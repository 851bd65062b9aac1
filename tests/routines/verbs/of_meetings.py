"""The verbs of a family meeting, ready to be done."""

from routines.actions.meeting import begin_meeting, end_meeting, note, pass_chair
from tests.routines.verbs.every import of


def _begun(m) -> dict:
    return {"meeting_id": begin_meeting(actor=m.actor(m.maya), at=m.now).subject_key}


@of(begin_meeting)
def _begin(m):
    return m.leo, {"chair_id": m.bo.id}, None


@of(pass_chair)
def _pass(m):
    return m.leo, {**_begun(m), "chair_id": m.bo.id}, None


@of(note)
def _note(m):
    question = m.ask(m.dress)
    return m.leo, {**_begun(m), "key": f"question-{question}", "text": "Music it is."}, None


@of(end_meeting)
def _end(m):
    return m.leo, _begun(m), None
