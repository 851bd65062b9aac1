"""A facilitator's questions to a family: asked, taken back within ten minutes, closed. They decide nothing."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.models import Event
from households.onlooker import Onlooker
from routines.actions.review_stage import ReviewStage, go_on, review_stage
from routines.models import ReviewQuestion, Step
from routines.rules.codes import Code
from routines.rules.review import STARTERS, may_ask, may_take_back


def ask_family(
    *,
    onlooker: Onlooker,
    text: str,
    at: datetime,
    starter: str = "",
    step_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Ask the family something, about a step that is shared or nothing in particular. Whoever wants to answers.

    Raises `Refused` without words or with too many open questions, `Missing` for a step that is not shared.
    """
    text = text.strip()
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        waiting = ReviewQuestion.objects.of(onlooker.household_id).filter(
            consent__facilitator_id=onlooker.facilitator_id, closed_at=None
        )
        go_on(may_ask(text, waiting.count()), "text")
        step = _shared_step(onlooker, step_id)
        asked = ReviewQuestion.objects.create(
            household_id=onlooker.household_id,
            consent_id=onlooker.consent_id,
            routine_id=step.routine_id if step else None,
            step=step,
            starter=starter if starter in STARTERS else "",
            text=text,
            asked_at=at,
        )
        return scene.record("review.asked", subject=asked.id, why=text)


def take_back_question(*, onlooker: Onlooker, question_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Take a question back; raises `Refused` after ten minutes or once somebody the facilitator sees has answered."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        question = scene.question(question_id)
        go_on(may_take_back(question.asked_at, at, answered=_answered(onlooker, question)))
        ReviewQuestion.objects.filter(id=question.id).update(taken_back_at=at)
        _asked_event(scene, question).update(taken_back_at=at)
        return scene.record("review.ask_withdrawn", subject=question.id)


def close_question(*, onlooker: Onlooker, question_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Close a question: it is no longer asked, what was answered stays. Raises `Refused` where it is closed."""
    with review_stage(onlooker=onlooker, at=at, tap=tap) as scene:
        question = scene.question(question_id)
        if question.closed_at is not None:
            raise Refused(str(Code.REVIEW_CLOSED))
        ReviewQuestion.objects.filter(id=question.id).update(closed_at=at)
        return scene.record("review.ask_closed", subject=question.id)


def _shared_step(onlooker: Onlooker, step_id: int | None) -> Step | None:
    if step_id is None:
        return None
    steps = Step.objects.of(onlooker.household_id).filter(id=step_id, routine_id__in=onlooker.routine_ids)
    found = steps.first()
    if found is None:
        raise Missing
    return found


def _answered(onlooker: Onlooker, question: ReviewQuestion) -> bool:
    """Return whether an answer is there as far as the facilitator can know: a refusal must not tell of others."""
    given = question.answers.filter(member_id__in=onlooker.member_ids)
    return given.given().exists()


def _asked_event(scene: ReviewStage, question: ReviewQuestion):
    events = Event.objects.of(question.household_id)
    return events.filter(kind="review.asked", subject_key=question.id)
