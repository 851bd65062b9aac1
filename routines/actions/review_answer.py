"""Answering who looks in: in words or with a picture, or passing; each their own, to be changed and taken back."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Consent, ConsentRefusal, Event
from households.rules.consent import is_over
from routines.actions.review_stage import go_on
from routines.actions.stage import Stage, stage
from routines.models import ReviewAnswer, ReviewQuestion
from routines.rules.codes import Code
from routines.rules.review import may_answer

KEPT = ("text", "pictogram", "said_by_id")


def answer_review(
    *,
    actor: Actor,
    question_id: int,
    at: datetime,
    text: str = "",
    pictogram: str = "",
    passed: bool = False,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Answer a facilitator's question for oneself, or write down what a child says; with `passed`, say nothing to it.

    Returns None where nothing changes. Raises `Missing` and `Refused`.
    """
    text = text.strip()
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id) as scene:
        question = question_of(actor.household_id, question_id)
        over = question.closed_at is not None or not _stands(question.consent, scene)
        go_on(may_answer(scene.me, scene.speaker, closed=over))
        if not (text or pictogram or passed):
            raise Refused(str(Code.REVIEW_ASK_FIRST), field="text")
        row = question.answers.filter(member_id=scene.speaker.id).first()
        if row and (row.text, row.pictogram) == (text, pictogram):
            return None
        kept = {"text": text, "pictogram": pictogram, "said_by_id": scene.acted_by, "said_at": at}
        put_answer(scene, question, scene.speaker.id, kept)
        was = {field: getattr(row, field) for field in KEPT} | {"said_at": row.said_at.isoformat()} if row else None
        by = question.consent.facilitator.name
        return scene.record("review.answered", subject=question.id, title=by, undo={"was": was})


def question_of(household_id: int, question_id: int) -> ReviewQuestion:
    """Return a question asked of a household, with its consent; raises `Missing`."""
    found = ReviewQuestion.objects.of(household_id).select_related("consent__facilitator")
    question = found.filter(id=question_id).first()
    if question is None:
        raise Missing
    return question


def put_answer(scene: Stage, question: ReviewQuestion, member_id: int, kept: dict | None) -> None:
    """Store what somebody answers, or with None that they have not; whoever asked is shown it if it is shared."""
    answers = ReviewAnswer.objects.filter(household_id=scene.actor.household_id, question_id=question.id)
    before = answers.filter(member_id=member_id).first()
    if kept is None:
        answers.filter(member_id=member_id).delete()
    else:
        ReviewAnswer.objects.update_or_create(
            household_id=scene.actor.household_id, question_id=question.id, member_id=member_id, defaults=kept
        )
    scene.change.tells("agenda")
    said = bool(before and (before.text or before.pictogram))
    says = bool(kept and (kept["text"] or kept["pictogram"]))
    if said or says:
        tell_shared(scene, question.consent.facilitator_id, member_id)


def tell_shared(scene: Stage, facilitator_id: int, member_id: int) -> None:
    """Let a facilitator's open pages show what somebody did, if they may see that person's part: else nothing moves."""
    refused = ConsentRefusal.objects.filter(
        household_id=scene.actor.household_id, facilitator_id=facilitator_id, member_id=member_id, taken_back_at=None
    )
    if refused.exists():
        return
    for consent in Consent.objects.of(scene.actor.household_id).standing().to(facilitator_id):
        if member_id in consent.member_ids:
            scene.change.turns_on(consent.id)


def _stands(consent: Consent, scene: Stage) -> bool:
    """Return whether whoever asked still looks in, through this consent or a later one."""
    standing = Consent.objects.of(consent.household_id).standing().to(consent.facilitator_id)
    return any(not is_over(each.until_on, scene.today) for each in standing)
