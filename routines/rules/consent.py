"""Where a co-produced question stands: consent is reached when nobody objects, never by silence."""

from dataclasses import dataclass

from routines.rules.state import QuestionState, Rung, Say
from routines.rules.voices import concerned, heard, missing, tabled

ROUNDS_BEFORE_TRIAL = 3


@dataclass(frozen=True, slots=True)
class Consent:
    """Where a co-produced question stands, members by id.

    `reached` needs everybody's answer this round, one yes at least and no open "not OK"; for a
    trial everybody's yes or OK. `suggest_trial` comes after three rounds without consent.
    """

    all_answered: bool
    waiting_for: tuple[int, ...]
    objections: tuple[int, ...]
    yes: tuple[int, ...]
    passed: tuple[int, ...]
    reached: bool
    needs_concerns_from: tuple[int, ...]
    needs_tasks_from: tuple[int, ...]
    suggest_trial: bool


def consent(question: QuestionState) -> Consent:
    """Return where a co-produced question stands, for one whose voices are not veiled."""
    said = {voice.member: voice.say for voice in heard(question)}
    waiting = missing(question)
    answered = bool(question.affected) and not waiting and tabled(question) is not None
    objections, yes = _who(said, Say.NO), _who(said, Say.YES)
    passed = _who(said, Say.PASS)
    trial_held_up = question.trial_days is not None and bool(passed)
    reached = answered and bool(yes) and not objections and not trial_held_up
    return Consent(
        all_answered=answered,
        waiting_for=waiting,
        objections=objections,
        yes=yes,
        passed=passed,
        reached=reached,
        needs_concerns_from=_without(question, concerned(question)),
        needs_tasks_from=_without(question, _with_task(question)),
        suggest_trial=answered and not reached and question.round >= ROUNDS_BEFORE_TRIAL,
    )


def called_rung(question: QuestionState) -> Rung:
    """Return the rung a question truly ends on: co-produced only if everybody took a task."""
    if question.rung is Rung.COPRODUCE and _without(question, _with_task(question)):
        return Rung.CODESIGN
    return question.rung


def _who(said: dict[int, Say | None], say: Say) -> tuple[int, ...]:
    return tuple(member for member, spoken in said.items() if spoken is say)


def _with_task(question: QuestionState) -> tuple[int, ...]:
    return tuple(task.member for task in question.tasks if task.text.strip())


def _without(question: QuestionState, done: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(member for member in question.affected if member not in done)
