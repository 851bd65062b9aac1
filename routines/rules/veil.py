"""Rule 8: who has spoken is seen by all at once, what they said once one has spoken oneself.

So the small do not copy the big. Nothing leaves the server for a viewer before it went through
here.
"""

from dataclasses import replace
from datetime import date

from routines.rules.people import is_parent
from routines.rules.state import (
    CommentState,
    Person,
    QuestionState,
    Rung,
    StepState,
    VoiceState,
)
from routines.rules.voices import concerned, fits, has_spoken, missing, tabled


def veil(question: QuestionState, viewer: Person, today: date, *, own_matter: bool = False) -> QuestionState:
    """Return a question as this viewer may see it.

    Veiled voices keep who and when, with `say` None; veiled comments are left out and counted in
    `hidden_comments`; veiled concerns keep who, marked `veiled`. Ideas, tasks and what the viewer
    said or entered for somebody are always seen. On an own matter nobody votes, so nothing is
    veiled.
    """
    if own_matter or sees_voices(question, viewer, today):
        return question
    voices = tuple(each for voice in question.voices if (each := _veiled_voice(voice, question, viewer)) is not None)
    comments = tuple(
        each for comment in question.comments if (each := _veiled_comment(comment, question, viewer)) is not None
    )
    return replace(
        question,
        voices=voices,
        comments=comments,
        concerns=tuple(_veiled_concern(each, question, viewer) for each in question.concerns),
        hidden_comments=len(question.comments) - len(comments),
    )


def veil_step(step: StepState, viewer: Person, today: date) -> StepState:
    """Return a step as this viewer may see it, with what is said on its open question veiled."""
    question = step.question
    if question is None or question.closed:
        return step
    veiled = veil(question, viewer, today, own_matter=step.own_matter_of is not None)
    if veiled is question:
        return step
    shown = {comment.id for comment in veiled.comments}
    comments = tuple(comment for comment in step.comments if comment.question != question.id or comment.id in shown)
    return replace(step, question=veiled, comments=comments)


def sees_voices(question: QuestionState, viewer: Person, today: date) -> bool:
    """Return whether somebody may see what the others said.

    Once closed everybody; before that those asked who have spoken or passed, and whoever must
    answer the voices without being asked, when all were heard or the deadline came.
    """
    if question.closed:
        return True
    if viewer.id in question.affected:
        return has_spoken(question, viewer.id)
    due = question.deadline is not None and today >= question.deadline
    return must_answer(question, viewer) and (due or not missing(question))


def must_answer(question: QuestionState, viewer: Person) -> bool:
    """Return whether somebody answers the voices of a question, whether asked themselves or not."""
    if question.rung is Rung.CONSULT:
        return viewer.id == question.decider
    return question.rung is Rung.INFORM and is_parent(viewer)


def _veiled_voice(voice: VoiceState, question: QuestionState, viewer: Person) -> VoiceState | None:
    if viewer.id in (voice.member, voice.acted_by):
        return voice
    if fits(voice, question):
        return replace(voice, say=None, option=None, note="", sticker="")
    # What was said to an earlier proposal is why there is another one: those who work on it see it.
    earlier = question.rung is Rung.COPRODUCE and voice.round < question.round
    return voice if earlier and viewer.id in concerned(question) else None


def _veiled_comment(comment: CommentState, question: QuestionState, viewer: Person) -> CommentState | None:
    if viewer.id in (comment.member, comment.acted_by):
        return comment
    talking = question.rung is Rung.COPRODUCE and tabled(question) is None
    return comment if talking and viewer.id in concerned(question) else None


def _veiled_concern(concern: CommentState, question: QuestionState, viewer: Person) -> CommentState:
    mine = viewer.id in (concern.member, concern.acted_by)
    if mine or viewer.id in concerned(question):
        return concern
    return replace(concern, text="", sticker="", veiled=True)
