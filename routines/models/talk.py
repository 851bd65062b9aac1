"""Reads what was said on a step into the frozen values of the rules: remarks, wishes, replies, answers."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from routines.models.comment import Comment
from routines.models.decision import Answer
from routines.models.late import LateVoice
from routines.models.override import Override
from routines.models.rung import ClimbAsk
from routines.rules.state import (
    AnswerState,
    AskState,
    CommentState,
    DecisionState,
    LateState,
    OverrideState,
    Rung,
    Say,
    StepState,
)


def with_talk(household_id: int, step: StepState, now: datetime) -> StepState:
    """Return the step with comments, wishes to climb, the last answers and what was said too late for them.

    One query, one more for wishes where there are any, and two for a decision.
    """
    said = [_comment(c) for c in _comments(household_id, step.id)]
    question, last = step.question, step.last
    if question:
        own = tuple(c for c in said if c.kind == "comment" and c.question == question.id)
        question = replace(question, comments=own)
    if last and last.decision:
        last = replace(last, decision=_with_answers(household_id, last.decision), late=_late(household_id, last.id))
    return replace(
        step,
        question=question,
        last=last,
        asks=_asks(household_id, step.id) if step.has_asks else (),
        comments=tuple(c for c in said if c.kind == "comment" and (question is None or c.question != question.id)),
    )


def overrides_of(household_id: int, step_ids: list[int], now: datetime) -> dict[int, OverrideState]:
    """Return the override in force of each step that has one, with its replies. Two queries."""
    rows = Override.objects.filter(household_id=household_id, step_id__in=step_ids, ended_at=None, expires_at__gt=now)
    latest = {row.step_id: row for row in rows.order_by("id")}
    replies: dict[int, list[CommentState]] = defaultdict(list)
    said = Comment.objects.filter(
        household_id=household_id,
        override_id__in=[row.id for row in latest.values()],
        taken_back_at=None,
    )
    for reply in said.order_by("id"):
        replies[reply.override_id].append(_comment(reply))
    return {
        step_id: OverrideState(
            id=row.id,
            ground=row.ground,
            reason=row.reason,
            by=row.set_by_id,
            set_at=row.set_at,
            expires_at=row.expires_at,
            replies=tuple(replies[row.id]),
        )
        for step_id, row in latest.items()
    }


def _asks(household_id: int, step_id: int) -> tuple[AskState, ...]:
    rows = ClimbAsk.objects.filter(household_id=household_id, step_id=step_id, answered_at=None, taken_back_at=None)
    return tuple(
        AskState(
            id=row.id,
            member=row.member_id,
            to_rung=Rung(row.to_rung),
            reason=row.reason,
            acted_by=row.acted_by_id,
            at=row.asked_at,
        )
        for row in rows.order_by("id")
    )


def _with_answers(household_id: int, decision: DecisionState) -> DecisionState:
    rows = Answer.objects.filter(household_id=household_id, decision_id=decision.id)
    return replace(
        decision,
        answers=tuple(
            AnswerState(member=row.member_id, did=row.did, because=row.because) for row in rows.order_by("id")
        ),
    )


def _late(household_id: int, question_id: int) -> tuple[LateState, ...]:
    rows = LateVoice.objects.filter(household_id=household_id, question_id=question_id).order_by("id")
    return tuple(
        LateState(row.member_id, Say(row.say) if row.say else None, row.option_id, row.note, row.said_by_id)
        for row in rows
    )


def _comments(household_id: int, step_id: int, most: int = 60) -> list[Comment]:
    """Return the latest remarks on a step, oldest first; the history page has them all."""
    latest = Comment.objects.filter(household_id=household_id, step_id=step_id, taken_back_at=None).order_by("-id")[
        :most
    ]
    return list(latest)[::-1]


def _comment(row: Comment) -> CommentState:
    return CommentState(
        id=row.id,
        member=row.member_id,
        text=row.text,
        sticker=row.sticker,
        kind=row.kind,
        question=row.question_id,
        override=row.override_id,
        acted_by=row.acted_by_id,
        at=row.at,
        drawing=row.drawing_id,
    )
