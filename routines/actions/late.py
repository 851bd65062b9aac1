"""What was said on a tablet without network, and arrived after the question had closed: kept, never counted."""

from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.stage import stage
from routines.models import LateVoice, Option, Question
from routines.rules.codes import Code
from routines.rules.state import Say
from routines.rules.tablet import may_say_late


def keep_late(
    *,
    actor: Actor,
    question_id: int,
    at: datetime,
    word: Say | None = None,
    option_id: int | None = None,
    note: str = "",
    tap: UUID | None = None,
) -> Event:
    """Keep what somebody said too late: a `word`, perhaps with its option, or only words (`note`).

    The last one of a person on a question counts as theirs. Raises `Refused` with "closed" for somebody who was
    not asked, ValueError for a word that is none, and `Missing` for a question that is unknown or still open.
    """
    step_id = _closed(actor.household_id, question_id).step_id
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        if not may_say_late(scene.step, scene.speaker):
            raise Refused(str(Code.CLOSED))
        option = Option.objects.filter(household_id=actor.household_id, question_id=question_id, id=option_id).first()
        said = {
            "say": "" if word is None else Say(word).value,
            "option": option,
            "note": note.strip()[:1000],
            "said_by_id": scene.acted_by,
            "arrived_at": at,
            "seen_at": None,
        }
        kept, _new = LateVoice.objects.update_or_create(
            household_id=actor.household_id, question_id=question_id, member_id=scene.speaker.id, defaults=said
        )
        event = scene.record("voice.late", question=question_id, subject=kept.id)
        scene.touch()
        return event


def see_late(*, actor: Actor, late_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Note that somebody has seen that their say came too late; `Missing` where it is not theirs."""
    mine = LateVoice.objects.filter(household_id=actor.household_id, member_id=actor.member_id, id=late_id)
    step_id = mine.values_list("question__step_id", flat=True).first()
    if step_id is None:
        raise Missing
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        mine.filter(seen_at=None).update(seen_at=at)
        question_id = mine.values_list("question_id", flat=True).get()
        event = scene.record("voice.late_seen", question=question_id, subject=late_id)
        scene.touch()
        return event


def _closed(household_id: int, question_id: int) -> Question:
    """Return a question nobody can answer any more: it was closed, or put away with its routine."""
    asked = Question.objects.filter(household_id=household_id, id=question_id).select_related("step__routine").first()
    if asked is None or (asked.closed_at is None and asked.step.routine.archived_at is None):
        raise Missing
    return asked
