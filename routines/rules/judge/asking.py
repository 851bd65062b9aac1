"""Asking: who may open a question on which rung, and what must be said beforehand."""

from routines.rules.codes import Code
from routines.rules.judge.checks import (
    at_most,
    no_question_open,
    not_supporters,
    plans_own,
    step_in_use,
    too_long,
)
from routines.rules.people import is_parent
from routines.rules.situation import Deed, Situation
from routines.rules.state import Kind, Rung
from routines.rules.verdict import Verdict, refuse


def somebody_affected(situation: Situation) -> Verdict | None:
    """Need somebody the step is for."""
    return None if situation.step.affected else refuse(Code.NOBODY_AFFECTED)


def opens_on_rung(situation: Situation) -> Verdict | None:
    """Let those ask whom the step's rung lets ask."""
    step, speaker = situation.step, situation.speaker
    if is_parent(speaker):
        return None
    if step.rung is Rung.INFORM:
        return None if plans_own(situation) else refuse(Code.INFORM_OPENS_PARENT)
    if step.rung is Rung.CONSULT:
        teen = speaker.kind is Kind.TEEN
        return None if teen else refuse(Code.CONSULT_OPENS_PARENT_OR_TEEN)
    if speaker.id in step.affected:
        return None
    return refuse(Code.NOT_AFFECTED, names=situation.names(step.affected))


def asked_on_its_rung(situation: Situation) -> Verdict | None:
    """A question stands on the rung of its step."""
    if situation.to_rung in (None, situation.step.rung):
        return None
    return refuse(Code.SAFETY_IS_EXPLAINED if situation.step.safety else Code.RUNG_BY_CLIMBING)


def said_beforehand(situation: Situation) -> Verdict | None:
    """Need what the rung wants said first: why, who decides, the limits or the problem."""
    step = situation.step
    limits = step.limits if situation.limits is None else situation.limits
    if step.rung is Rung.INFORM:
        return None if (situation.why.strip() or step.why.strip()) else refuse(Code.WHY_FIRST)
    if step.rung is Rung.CONSULT:
        return _decider_named(situation)
    if step.rung is Rung.CODESIGN:
        return None if limits.strip() else refuse(Code.LIMITS_FIRST)
    return None


def question_worded(situation: Situation) -> Verdict | None:
    """Need the question in words; on co-produce, the problem."""
    if situation.text.strip():
        return too_long(len(situation.text.strip()), 200)
    coproduced = situation.step.rung is Rung.COPRODUCE
    return refuse(Code.PROBLEM_FIRST if coproduced else Code.QUESTION_FIRST)


def deadline_ahead(situation: Situation) -> Verdict | None:
    """A deadline leaves people at least until tomorrow."""
    if situation.deadline is None or situation.deadline > situation.today:
        return None
    return refuse(Code.DEADLINE_AHEAD)


def limits_short(situation: Situation) -> Verdict | None:
    """What is fixed has at most 2,000 characters."""
    return too_long(len(situation.limits or ""), 2000)


def _decider_named(situation: Situation) -> Verdict | None:
    wanted = situation.decider or situation.step.decider
    if wanted is None:
        return refuse(Code.DECIDER_FIRST)
    decider = next((each for each in situation.members if each.id == wanted), None)
    if decider is None or decider.left:
        return refuse(Code.PERSON_NOT_HERE)
    if decider.kind in (Kind.PARENT, Kind.TEEN):
        return None
    return refuse(Code.DECIDER_IS_PARENT_OR_TEEN, who=decider.name)


MAY = {
    Deed.OPEN: (step_in_use, no_question_open, not_supporters, somebody_affected, opens_on_rung),
}

ENOUGH = {
    Deed.OPEN: (
        asked_on_its_rung,
        question_worded,
        said_beforehand,
        deadline_ahead,
        at_most("why", 2000),
        limits_short,
    ),
}
