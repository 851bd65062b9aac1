"""Climbing and stepping down: parents move a step, everybody may ask, every asking is answered."""

from routines.rules.codes import Code
from routines.rules.judge.checks import (
    at_most,
    parents,
    plans_own,
    step_in_use,
    written,
)
from routines.rules.people import is_parent
from routines.rules.situation import Deed, Situation
from routines.rules.state import Rung
from routines.rules.verdict import Verdict, refuse


def moves(situation: Situation) -> Verdict | None:
    """Let parents move a step, and teens a step that is for them alone."""
    if is_parent(situation.speaker) or plans_own(situation):
        return None
    return refuse(Code.CLIMB_IS_FOR_PARENTS)


def can_climb(situation: Situation) -> Verdict | None:
    """Safety is explained, an own matter is its person's already, and there is a top."""
    step = situation.step
    if step.safety:
        return refuse(Code.SAFETY_IS_EXPLAINED)
    if step.own_matter_of is not None:
        return refuse(Code.OWN_ALREADY, who=situation.name(step.own_matter_of))
    return refuse(Code.TOP_RUNG) if step.rung is Rung.COPRODUCE else None


def can_step_down(situation: Situation) -> Verdict | None:
    """There is a bottom."""
    return refuse(Code.BOTTOM_RUNG) if situation.step.rung is Rung.INFORM else None


def higher(situation: Situation) -> Verdict | None:
    """Need a rung above."""
    if situation.to_rung is None:
        return refuse(Code.WHICH_RUNG)
    return None if situation.to_rung > situation.step.rung else refuse(Code.NOT_HIGHER)


def limits_stated(situation: Situation) -> Verdict | None:
    """An open question starts again as co-design only with limits that were said beforehand."""
    question = situation.question
    if situation.to_rung != Rung.CODESIGN or question is None or question.closed:
        return None
    stated = situation.limits or question.limits or situation.step.limits
    return None if stated.strip() else refuse(Code.LIMITS_BEFORE_CODESIGN)


def lower(situation: Situation) -> Verdict | None:
    """Need a rung below."""
    if situation.to_rung is None:
        return refuse(Code.WHICH_RUNG)
    return None if situation.to_rung < situation.step.rung else refuse(Code.NOT_LOWER)


def asks_rather_than_climbs(situation: Situation) -> Verdict | None:
    """Who may climb need not ask."""
    return refuse(Code.CLIMB_DIRECTLY) if moves(situation) is None else None


def asked_once(situation: Situation) -> Verdict | None:
    """One open wish per person and step."""
    asking = {each.member for each in situation.step.asks}
    return refuse(Code.ASKED_ALREADY) if situation.speaker.id in asking else None


def somebody_asks(situation: Situation) -> Verdict | None:
    """Need an open wish, and the one named if one is."""
    asks = [each.id for each in situation.step.asks]
    there = bool(asks) or situation.step.has_asks
    return None if there and situation.ask in (None, *asks) else refuse(Code.ASK_GONE)


def ask_answered(situation: Situation) -> Verdict | None:
    """Need yes or no to a wish; a no says why, a yes leads up unless it is there already."""
    ask = next((each for each in situation.step.asks if each.id == situation.ask), None)
    if ask is None:
        return refuse(Code.ASK_GONE)
    if situation.grant is None:
        return refuse(Code.YES_OR_NO)
    if not situation.grant:
        return None if situation.reason.strip() else refuse(Code.ANSWER_WHY)
    there_already = ask.to_rung <= situation.step.rung
    return None if there_already else can_climb(situation)


MAY = {
    Deed.CLIMB: (step_in_use, moves, can_climb),
    Deed.STEP_DOWN: (step_in_use, moves, can_step_down),
    Deed.ASK_CLIMB: (step_in_use, asks_rather_than_climbs, can_climb, asked_once),
    Deed.ANSWER_ASK: (step_in_use, parents, somebody_asks),
}

ENOUGH = {
    Deed.CLIMB: (higher, limits_stated, at_most("reason", 500)),
    Deed.STEP_DOWN: (lower, limits_stated, written("reason", Code.REASON_ALL_SEE, 500)),
    Deed.ASK_CLIMB: (higher, written("reason", Code.REASON_FIRST, 500)),
    Deed.ANSWER_ASK: (ask_answered, at_most("reason", 500)),
}
