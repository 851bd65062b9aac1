"""Settling: who ends a question on which rung, when, and what it owes to the voices."""

from collections.abc import Callable
from datetime import timedelta

from routines.rules.codes import Code
from routines.rules.consent import ROUNDS_BEFORE_TRIAL, consent
from routines.rules.count import tally, thumbs
from routines.rules.judge.checks import (
    affected,
    answers_given,
    asked,
    at_most,
    coproduced,
    everybody_heard,
    first_refusal,
    not_supporters,
    option_live,
    plans_own,
    question_open,
    spoken_first,
    step_in_use,
    too_long,
    trial_of_one_to_three,
)
from routines.rules.people import is_parent
from routines.rules.situation import Deed, Situation
from routines.rules.state import Rung
from routines.rules.verdict import Verdict, refuse
from routines.rules.voices import live_ids, to_answer

LONGEST_UNTIL_REVIEW = timedelta(days=366)


def not_owners_choice(situation: Situation) -> Verdict | None:
    """An own matter ends when its person chooses."""
    owner = situation.step.own_matter_of
    if owner is None:
        return None
    return refuse(Code.OWN_MATTER_CHOOSE, who=situation.name(owner))


def settler(situation: Situation) -> Verdict | None:
    """Let those end a question whom its rung lets."""
    return SETTLERS[situation.question.rung](situation)


def ready(situation: Situation) -> Verdict | None:
    """Need everybody heard or the deadline; where it binds all, consent."""
    rung = situation.question.rung
    if rung is Rung.COPRODUCE:
        return consent_reached(situation)
    answers_back = (spoken_first,) if rung <= Rung.CONSULT else ()
    return first_refusal(situation, everybody_heard, *answers_back)


def consent_reached(situation: Situation) -> Verdict | None:
    """Consent is everybody's answer, one yes at least, and no open "not OK"."""
    status = consent(situation.question)
    if status.reached:
        return None
    if not status.all_answered:
        if situation.question.table not in live_ids(situation.question):
            return refuse(Code.NOTHING_ON_TABLE)
        left = status.waiting_for
        return refuse(Code.VOICES_MISSING, names=situation.names(left), count=len(left))
    if status.objections:
        return refuse(Code.NOT_OK_OPEN, names=situation.names(status.objections))
    if not status.yes:
        return refuse(Code.NOBODY_SAID_YES)
    return refuse(Code.TRIAL_NEEDS_ALL, names=situation.names(status.passed))


def owed(situation: Situation) -> Verdict | None:
    """Need what the rung owes to the people it asked."""
    return OWED[situation.question.rung](situation)


def departs(situation: Situation) -> bool:
    """Return whether a consult decision departs from what most wanted."""
    question = situation.question
    if len(live_ids(question)) == 1:
        yes, _, no = thumbs(question)
        return no > yes if situation.option else yes > no
    counted = tally(question)
    most = max((number for _, number in counted), default=0)
    wanted = [option for option, number in counted if number == most]
    return most > 0 and situation.option not in wanted


def unchanged_earned(situation: Situation) -> Verdict | None:
    """Leave everything as it is only after three rounds in which consent was truly sought."""
    status = consent(situation.question)
    if status.reached:
        return refuse(Code.CONSENT_THERE)
    if situation.question.round < ROUNDS_BEFORE_TRIAL:
        return refuse(Code.THREE_ROUNDS_FIRST, round=situation.question.round)
    if status.all_answered:
        return None
    return consent_reached(situation)


def _informs(situation: Situation) -> Verdict | None:
    if is_parent(situation.speaker) or plans_own(situation):
        return None
    return refuse(Code.INFORM_SETTLES_PARENT)


def _decides(situation: Situation) -> Verdict | None:
    decider = situation.question.decider
    if situation.speaker.id == decider:
        return None
    gone = {None} | {each.id for each in situation.members if each.left}
    if decider in gone and is_parent(situation.speaker):
        return None
    return refuse(Code.DECIDER_ONLY, who=situation.name(decider))


def _counts(situation: Situation) -> Verdict | None:
    if is_parent(situation.speaker) or asked(situation):
        return not_supporters(situation)
    return refuse(Code.NOT_AFFECTED, names=situation.names(situation.question.affected))


def _agrees(situation: Situation) -> Verdict | None:
    return first_refusal(situation, affected, not_supporters)


def _owes_answers(situation: Situation) -> Verdict | None:
    return answers_given(situation, to_answer(situation.question, situation.speaker.id))


def _owes_decision(situation: Situation) -> Verdict | None:
    if situation.option is None and not situation.text.strip():
        return refuse(Code.DECISION_FIRST)
    if not situation.reason.strip():
        return refuse(Code.REASON_FOR_DEPARTING if departs(situation) else Code.REASON_FIRST)
    return first_refusal(situation, at_most("reason", 2000), _owes_answers)


def _owes_nothing(situation: Situation) -> Verdict | None:
    return None


def _owes_review(situation: Situation) -> Verdict | None:
    day, today = situation.review_on, situation.today
    if day is None:
        return refuse(Code.REVIEW_FIRST)
    within = today < day <= today + LONGEST_UNTIL_REVIEW
    return None if within else refuse(Code.REVIEW_DATE)


def text_short(situation: Situation) -> Verdict | None:
    """What was decided has at most 500 characters."""
    return too_long(len(situation.text.strip()), 500)


SETTLERS: dict[Rung, Callable[[Situation], Verdict | None]] = {
    Rung.INFORM: _informs,
    Rung.CONSULT: _decides,
    Rung.CODESIGN: _counts,
    Rung.COPRODUCE: _agrees,
}

OWED: dict[Rung, Callable[[Situation], Verdict | None]] = {
    Rung.INFORM: _owes_answers,
    Rung.CONSULT: _owes_decision,
    Rung.CODESIGN: _owes_nothing,
    Rung.COPRODUCE: _owes_review,
}

MAY = {
    Deed.SETTLE: (step_in_use, question_open, not_owners_choice, settler, ready),
    Deed.CLOSE_UNCHANGED: (
        step_in_use,
        question_open,
        coproduced,
        affected,
        not_supporters,
        unchanged_earned,
    ),
}

ENOUGH = {
    Deed.SETTLE: (option_live, owed, text_short, trial_of_one_to_three),
}
