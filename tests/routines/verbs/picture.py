"""What a family would see of everything, whatever rows hold it: to compare before and after."""

from dataclasses import asdict, replace
from datetime import date

from routines.models import (
    AgendaItem,
    Feeling,
    Meeting,
    MeetingNote,
    Morning,
    Notice,
    Repair,
    ReviewAnswer,
    ReviewItem,
    ReviewSession,
    Routine,
    Step,
    Unfolding,
)
from routines.models.mornings import morning_of
from routines.models.pickings import unsettled
from routines.models.picks import bundles_of, picks_of
from routines.models.presences import exceptions_of, pauses_kept, presences_of
from routines.models.snapshots import step_state
from routines.rules.morning.state import MorningState
from routines.rules.picking.state import PickingState
from routines.rules.state import QuestionState, StepState

ALWAYS = (date.min, date.max)
UNSEEN = {"id", "revision", "opened_at", "closed", "question", "override"}


def picture(household_id: int, at) -> dict:
    """Return the household's routines, steps with all that is said on them, who is here when, and agenda."""
    routines = Routine.objects.of(household_id).order_by("id")
    steps = Step.objects.of(household_id).order_by("id").values_list("id", flat=True)
    agenda = AgendaItem.objects.filter(household_id=household_id).order_by("id")
    return {
        "routines": list(
            routines.filter(archived_at=None).values("title", "weekdays", "anchor", "anchor_time", "tells_minutes")
        ),
        "steps": [_step(state) for step_id in steps if not (state := step_state(household_id, step_id, at)).archived],
        "days": (
            presences_of(household_id),
            exceptions_of(household_id, *ALWAYS),
            pauses_kept(household_id, ALWAYS[0]),
        ),
        "picks": [(pick.text, pick.until, pick.listed, pick.bundle, pick.proposed) for pick in picks_of(household_id)],
        "bundles": bundles_of(household_id),
        "pickings": [_picking(picking) for picking in unsettled(household_id)],
        "mornings": [_morning(row) for row in Morning.objects.of(household_id).order_by("id")],
        "unfolding": list(
            Unfolding.objects.filter(household_id=household_id).values_list("step", "member", "unfolded")
        ),
        "told": _told(household_id),
        "meetings": _meetings(household_id),
        "reviews": _reviews(household_id),
        "agenda": list(agenda.values("step_id", "kind", "due_on", "added_at", "done_at", "done_by_id")),
    }


def _told(household_id: int) -> list:
    """Return everybody's accounts, and the repairs that stand."""
    notices = Notice.objects.filter(household_id=household_id).order_by("id")
    feelings = Feeling.objects.filter(household_id=household_id).order_by("morning_step_id", "member_id")
    repairs = Repair.objects.filter(household_id=household_id, taken_back_at=None).order_by("id")
    return [
        *notices.values_list("morning_id", "member_id", "again", "hard", "hard_picture", "said_by_id"),
        *feelings.values_list("morning_step_id", "member_id", "felt", "words", "said_by_id", "shared_at"),
        *repairs.values_list("morning_id", "kind", "by_id", "to_id", "text", "pictogram", "answer", "answered_by_id"),
    ]


def _meetings(household_id: int) -> list:
    """Return the meetings that stand, with what was written down at them."""
    held = Meeting.objects.filter(household_id=household_id, taken_back_at=None).order_by("id")
    notes = MeetingNote.objects.filter(household_id=household_id, meeting__in=held).order_by("id")
    return [*held.values_list("id", "chair_id", "ended_at"), *notes.values_list("meeting_id", "key", "text")]


def _reviews(household_id: int) -> list:
    """Return what is answered who looks in, the reviews held with them, and what stands on their lists."""
    answers = ReviewAnswer.objects.filter(household_id=household_id).order_by("question_id", "member_id")
    sessions = ReviewSession.objects.filter(household_id=household_id).order_by("id")
    items = ReviewItem.objects.filter(household_id=household_id, taken_back_at=None).order_by("id")
    signed = ("signed_at", "family_signed_at", "family_signed_by_id")
    return [
        *answers.values_list("question_id", "member_id", "text", "pictogram", "said_by_id", "said_at"),
        *sessions.values_list("id", "on", "summary", "version", "called_off_at", *signed),
        *items.values_list("id", "session_id", "text", "by_id", "done_at"),
    ]


def _morning(row: Morning) -> MorningState:
    return replace(morning_of(row), revision=0)


def _picking(picking: PickingState) -> tuple:
    taps = {ballot.member: (ballot.options, ballot.acted_by) for ballot in picking.ballots}
    return taps, picking.options, picking.treat_for, picking.treat_reason


def _step(step: StepState) -> dict:
    seen = {key: value for key, value in asdict(step).items() if key not in UNSEEN | {"last"}}
    seen["asks"] = [(ask.member, ask.to_rung, ask.reason) for ask in step.asks]
    seen["comments"] = [(c.member, c.text, c.sticker) for c in step.comments]
    if step.override:
        replies = [(reply.member, reply.text) for reply in step.override.replies]
        seen["ruled"] = (step.override.ground, step.override.reason, step.override.expires_at, replies)
    return seen | {"open": _question(step.question), "settled": _question(step.last)}


def _question(question: QuestionState | None) -> dict | None:
    if question is None:
        return None
    texts = {option.id: option.text for option in question.options}
    seen = {key: value for key, value in asdict(question).items() if key not in UNSEEN}
    seen["table"] = texts.get(question.table)
    seen["options"] = [(o.text, o.pictogram, o.consequence, o.by, o.acted_by, o.veto_reason) for o in question.options]
    seen["voices"] = sorted(
        (v.member, v.say, texts.get(v.option), v.note, v.round, v.acted_by, v.at) for v in question.voices
    )
    seen["concerns"] = sorted((c.member, c.text, c.acted_by) for c in question.concerns)
    seen["tasks"] = sorted((t.member, t.text) for t in question.tasks)
    seen["comments"] = [(c.member, c.text, c.sticker) for c in question.comments]
    if question.decision:
        decision = question.decision
        seen["decision"] = (decision.kind, texts.get(decision.option), decision.text, decision.at)
    return seen
