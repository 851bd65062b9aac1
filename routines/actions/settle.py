"""Ending a question: inform, decide and answer each voice, count, agree, choose, or leave it be."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.agenda import put_on_agenda
from routines.actions.question import close
from routines.actions.stage import Stage, stage
from routines.models import Answer, Decision
from routines.models.turns import memory
from routines.rules.consent import called_rung
from routines.rules.count import count
from routines.rules.ladder import Deed
from routines.rules.state import AnswerState, Rung


@dataclass(frozen=True, slots=True)
class Ending:
    """What whoever ends a question filled in; which of it is needed depends on the rung."""

    option: int | None = None
    text: str = ""
    reason: str = ""
    answers: tuple[AnswerState, ...] = ()
    trial_days: int | None = None
    review_on: date | None = None


def settle(
    *,
    actor: Actor,
    question_id: int,
    at: datetime,
    ending: Ending,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """End a question the way its rung ends: by informing, deciding, counting or agreeing.

    The rules say who may, and what must be recorded first; nothing is settled without it.
    """
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        attempt = {**asdict(ending), "answers": ending.answers}
        scene.ask(Deed.SETTLE, **attempt)
        end = {
            Rung.INFORM: _inform,
            Rung.CONSULT: _decide,
            Rung.CODESIGN: _count,
            Rung.COPRODUCE: _agree,
        }[scene.question.rung]
        return end(scene, ending)


def choose(
    *,
    actor: Actor,
    question_id: int,
    option_id: int,
    at: datetime,
    speaker_id: int | None = None,
    tap: UUID | None = None,
) -> Event:
    """Let a person choose in their own matter: theirs at once, no vote."""
    with stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, question_id=question_id) as scene:
        scene.ask(Deed.CHOOSE, option=option_id)
        return _end(scene, kind=Decision.Kind.OWN, rung=scene.question.rung, option_id=option_id)


def close_unchanged(*, actor: Actor, question_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """End a co-produced question that found no agreement: the step stays as it is."""
    with stage(actor=actor, at=at, tap=tap, question_id=question_id) as scene:
        scene.ask(Deed.CLOSE_UNCHANGED)
        return _end(scene, kind=Decision.Kind.UNCHANGED, rung=scene.question.rung)


def _inform(scene: Stage, ending: Ending) -> Event:
    return _end(
        scene,
        kind=Decision.Kind.INFORMED,
        rung=Rung.INFORM,
        text=ending.text,
        reason=ending.reason or scene.step.why,
        answers=ending.answers,
    )


def _decide(scene: Stage, ending: Ending) -> Event:
    return _end(
        scene,
        kind=Decision.Kind.DECIDED,
        rung=Rung.CONSULT,
        option_id=ending.option,
        text=ending.text,
        reason=ending.reason,
        answers=ending.answers,
        trial_days=ending.trial_days,
    )


def _count(scene: Stage, ending: Ending) -> Event:
    household_id = scene.actor.household_id
    result = count(scene.question, memory(household_id, scene.question, scene.people))
    kind = Decision.Kind.UNCHANGED if result.winner is None else Decision.Kind.COUNTED
    return _end(
        scene,
        kind=kind,
        rung=Rung.CODESIGN,
        option_id=result.winner,
        reason=ending.reason,
        tally={str(option): votes for option, votes in result.tally},
        tie_rule=str(result.tie_rule),
        turn_member_id=result.turn_member,
    )


def _agree(scene: Stage, ending: Ending) -> Event:
    return _end(
        scene,
        kind=Decision.Kind.AGREED,
        rung=called_rung(scene.question),
        option_id=scene.question.table,
        text=ending.text,
        reason=ending.reason,
        trial_days=scene.question.trial_days,
        review_on=ending.review_on,
    )


def _end(
    scene: Stage,
    *,
    kind: str,
    rung: int,
    option_id: int | None = None,
    text: str = "",
    reason: str = "",
    answers: Iterable[AnswerState] = (),
    trial_days: int | None = None,
    review_on: date | None = None,
    **more: object,
) -> Event:
    """Write the decision with its answers, close the question, and put its dates on the agenda."""
    household_id = scene.actor.household_id
    trial_until = scene.today + timedelta(days=trial_days) if trial_days else None
    decision = Decision.objects.create(
        household_id=household_id,
        question_id=scene.question.id,
        kind=kind,
        called_rung=rung,
        option_id=option_id,
        text=text.strip(),
        reason=reason.strip(),
        decided_by_id=scene.speaker.id,
        at=scene.at,
        trial_until=trial_until,
        review_on=review_on,
        **more,
    )
    Answer.objects.bulk_create(_answers(scene, decision, answers))
    close(scene, scene.at)
    scene.came_from = scene.question.morning and scene.question.morning.id
    if trial_until:
        put_on_agenda(scene, "trial", trial_until)
    if review_on:
        put_on_agenda(scene, "review", review_on)
    event = scene.record(f"question.{kind}", subject=decision.id, why=reason.strip(), changes=_outcome(scene, decision))
    scene.touch()
    return event


def _answers(scene: Stage, decision: Decision, answers: Iterable[AnswerState]) -> list[Answer]:
    """Return the answers to those who said something; the last one counts for each."""
    spoke = {voice.member for voice in scene.question.voices}
    given = {
        answer.member: answer
        for answer in answers
        if answer.member in spoke and answer.did in Answer.Did and answer.because.strip()
    }
    return [
        Answer(
            household_id=decision.household_id,
            decision=decision,
            member_id=answer.member,
            did=answer.did,
            because=answer.because.strip(),
        )
        for answer in given.values()
    ]


def _outcome(scene: Stage, decision: Decision) -> dict:
    chosen = next((o.text for o in scene.question.options if o.id == decision.option_id), "")
    outcome = {"decision": ["", decision.text or chosen]}
    if decision.trial_until:
        outcome["trial_until"] = ["", decision.trial_until.isoformat()]
    if decision.review_on:
        outcome["review_on"] = ["", decision.review_on.isoformat()]
    return outcome
