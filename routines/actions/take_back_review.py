"""Taking back what was answered who looks in: what was said before stands again."""

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.review_answer import put_answer, question_of
from routines.actions.stage import Stage


def _answered(scene: Stage, event: Event) -> None:
    later = Event.objects.of(event.household_id).filter(
        kind=event.kind, subject_key=event.subject_key, member_id=event.member_id, taken_back_at=None, id__gt=event.id
    )
    if later.exists():
        raise built_on()
    was = event.undo["was"]
    question = question_of(event.household_id, event.subject_key)
    put_answer(scene, question, event.member_id, {**was, "said_at": event.at} if was else None)


ANSWERED = {"review.answered": _answered}
