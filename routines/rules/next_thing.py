"""For one person and one step: the one thing to do next, or whom everybody waits for."""

from dataclasses import dataclass
from typing import Any

from routines.rules.codes import Code
from routines.rules.consent import consent
from routines.rules.judge.checks import asked
from routines.rules.judge.overriding import in_force
from routines.rules.ladder import may
from routines.rules.people import is_parent, sees, still_here
from routines.rules.situation import Deed, Situation
from routines.rules.state import Rung
from routines.rules.voices import has_spoken, live, missing, tabled, to_answer


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next. No `deed` means there is nothing to do now: `code` says what is awaited."""

    deed: Deed | None
    code: Code
    params: tuple[tuple[str, Any], ...] = ()


def next_thing(situation: Situation) -> Next:
    """Return the one next thing for the speaker on this step.

    Asked with the values as they are, not veiled ones: the answer names people, never what they
    said.
    """
    situation = still_here(situation)
    step = situation.step
    if step is None or step.archived or not sees(situation.speaker, step):
        return Next(None, Code.NEXT_NOTHING)
    if _owes_reply(situation):
        return Next(Deed.REPLY, Code.NEXT_REPLY)
    question = situation.question
    is_open = question is not None and not question.closed
    coming = _in_question(situation) if is_open else _between_questions(situation)
    if coming.deed in (None, Deed.OPEN) and may(Deed.ANSWER_ASK, situation):
        asking = tuple(ask.member for ask in step.asks) or (step.asked_by,)
        return Next(Deed.ANSWER_ASK, Code.NEXT_ANSWER_ASK, _named(situation, asking))
    return coming


def _owes_reply(situation: Situation) -> bool:
    """A child's reply to an override is asked for once."""
    override = situation.step.override
    if override is None or not in_force(situation) or is_parent(situation.speaker):
        return False
    replied = {reply.member for reply in override.replies}
    return bool(may(Deed.REPLY, situation)) and situation.speaker.id not in replied


def _between_questions(situation: Situation) -> Next:
    last = situation.step.last
    opens = bool(may(Deed.OPEN, situation))
    if last is None or last.decision is None:
        return Next(Deed.OPEN, Code.NEXT_OPEN) if opens else Next(None, Code.NEXT_NOTHING)
    due = (last.decision.trial_until, last.decision.review_on)
    if opens and any(day is not None and day <= situation.today for day in due):
        return Next(Deed.OPEN, Code.NEXT_REVIEW)
    return Next(None, Code.NEXT_SETTLED)


def _in_question(situation: Situation) -> Next:
    if situation.step.own_matter_of is not None:
        return _own(situation)
    if situation.question.rung is Rung.COPRODUCE:
        return _coproduce(situation)
    return _voice(situation) or _settle(situation) or _wait(situation)


def _own(situation: Situation) -> Next:
    owner, ideas = situation.step.own_matter_of, live(situation.question)
    if situation.speaker.id == owner and ideas:
        return Next(Deed.CHOOSE, Code.NEXT_CHOOSE)
    if not ideas and may(Deed.PROPOSE, situation):
        return Next(Deed.PROPOSE, Code.NEXT_ADD_IDEA)
    return Next(None, Code.WAIT_OWN, (("who", situation.name(owner)),))


def _voice(situation: Situation) -> Next | None:
    """What somebody who is asked and has not spoken does."""
    question = situation.question
    if not asked(situation) or has_spoken(question, situation.speaker.id):
        return None
    if question.rung is Rung.INFORM:
        return Next(Deed.SAY, Code.NEXT_GOT_IT)
    ideas = live(question)
    if not ideas:
        return Next(Deed.PROPOSE, Code.NEXT_ADD_IDEA)
    return Next(Deed.SAY, Code.NEXT_SAY if len(ideas) > 1 else Code.NEXT_THUMB)


def _settle(situation: Situation) -> Next | None:
    question = situation.question
    if not may(Deed.SETTLE, situation):
        return None
    if question.rung is Rung.CONSULT:
        return Next(Deed.SETTLE, Code.NEXT_DECIDE)
    if question.rung is Rung.CODESIGN:
        return Next(Deed.SETTLE, Code.NEXT_COUNT)
    owed = to_answer(question, situation.speaker.id)
    if owed:
        return Next(Deed.SETTLE, Code.NEXT_ANSWER, _named(situation, owed))
    return Next(Deed.SETTLE, Code.NEXT_CLOSE)


def _wait(situation: Situation) -> Next:
    question = situation.question
    left = missing(question)
    if not live(question) and question.rung is not Rung.INFORM and may(Deed.PROPOSE, situation):
        return Next(Deed.PROPOSE, Code.NEXT_ADD_IDEA)
    if left:
        return Next(None, Code.WAIT_VOICES, _named(situation, left))
    if question.rung is Rung.CONSULT:
        return Next(None, Code.WAIT_DECIDER, (("who", situation.name(question.decider)),))
    return Next(None, Code.WAIT_CLOSE)


def _coproduce(situation: Situation) -> Next:
    if not asked(situation):
        return _watch(situation)
    return _prepare(situation) or _consent(situation)


def _prepare(situation: Situation) -> Next | None:
    """Concerns first, then ideas, then one of them on the table."""
    question, me = situation.question, situation.speaker.id
    concerns = consent(question).needs_concerns_from
    if me in concerns:
        return Next(Deed.CONCERN, Code.NEXT_CONCERN)
    if tabled(question):
        return None
    if concerns:
        return Next(None, Code.WAIT_CONCERNS, _named(situation, concerns))
    if not live(question):
        return Next(Deed.PROPOSE, Code.NEXT_ADD_IDEA)
    return Next(Deed.TABLE, Code.NEXT_TABLE)


def _consent(situation: Situation) -> Next:
    question, me = situation.question, situation.speaker.id
    status = consent(question)
    if me in status.waiting_for:
        return Next(Deed.SAY, Code.NEXT_CONSENT)
    if status.waiting_for:
        return Next(None, Code.WAIT_VOICES, _named(situation, status.waiting_for))
    if status.suggest_trial:
        return Next(Deed.TABLE, Code.NEXT_TRIAL_OR_UNCHANGED)
    if not status.reached:
        return Next(Deed.TABLE, Code.NEXT_CHANGE, _named(situation, status.objections))
    if me in status.needs_tasks_from:
        return Next(Deed.TAKE_TASK, Code.NEXT_TASK)
    if may(Deed.SETTLE, situation):
        without = status.needs_tasks_from
        return Next(Deed.SETTLE, Code.NEXT_AGREE, _named(situation, without))
    return Next(None, Code.WAIT_AGREEMENT)


def _watch(situation: Situation) -> Next:
    """A co-produced question as seen by somebody it is not asked of."""
    question = situation.question
    concerns = consent(question).needs_concerns_from
    if concerns:
        return Next(None, Code.WAIT_CONCERNS, _named(situation, concerns))
    if not live(question):
        return Next(None, Code.WAIT_IDEAS)
    if tabled(question) is None:
        return Next(None, Code.WAIT_TABLE)
    left = missing(question)
    if left:
        return Next(None, Code.WAIT_VOICES, _named(situation, left))
    return Next(None, Code.WAIT_AGREEMENT)


def _named(situation: Situation, members: tuple[int, ...]) -> tuple[tuple[str, Any], ...]:
    return (("names", situation.names(members)), ("count", len(members)))
