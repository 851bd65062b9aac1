"""What an idea becomes that somebody brings to a step: the rung decides, and whoever brings it is told.

An idea is never refused for want of a say. Where the rung gives none it becomes a remark, and, where the rung
is what stands in the way, a wish to climb.
"""

from dataclasses import dataclass, replace
from enum import StrEnum, auto
from typing import Any

from routines.rules.ladder import Code, Deed, Situation, Verdict, judge, may
from routines.rules.people import still_here
from routines.rules.state import QuestionState, Rung, StepState


class Brings(StrEnum):
    """What somebody brings: a way to do it, or something to talk about."""

    IDEA = auto()
    QUESTION = auto()


class Becomes(StrEnum):
    """What is stored of it."""

    OPTION = auto()
    QUESTION_WITH_IDEA = auto()
    QUESTION = auto()
    REMARK_AND_WISH = auto()
    REMARK = auto()
    NOTHING = auto()


class Follows(StrEnum):
    """What happens next with it. The words stand in `routines/words/ideas.py`."""

    ONE_DECIDES = auto()
    ALL_VOTE = auto()
    ALL_AGREE = auto()
    YOU_CHOOSE = auto()
    THEY_CHOOSE = auto()
    ALL_ARE_ASKED = auto()
    ALL_TALK = auto()
    SAY_WISHED = auto()
    SAY_WISHED_UNASKED = auto()
    SAY_WISHED_BEFORE = auto()
    TOLD = auto()
    TOLD_OTHERS = auto()
    TOLD_OWNER = auto()
    TOLD_IT_IS_YOURS = auto()
    TOLD_SAFETY = auto()
    TOLD_FULL = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """What becomes of an idea, and what happens next; `code` is a refusal's where nothing can become of it.

    `to_rung` is where a wish to climb leads. `params` are pairs of name and value for the sentence.
    """

    becomes: Becomes
    code: Follows | Code
    params: tuple[tuple[str, Any], ...] = ()
    to_rung: Rung | None = None


ON_THE_LIST = {
    Rung.CONSULT: Follows.ONE_DECIDES,
    Rung.CODESIGN: Follows.ALL_VOTE,
    Rung.COPRODUCE: Follows.ALL_AGREE,
}
# Refusals a higher rung would lift.
RUNG_IN_THE_WAY = (Code.INFORM_NO_IDEAS, Code.INFORM_OPENS_PARENT, Code.CONSULT_OPENS_PARENT_OR_TEEN)
NOT_ASKED = (Code.IDEA_NOT_YOURS, Code.NOT_AFFECTED)


def way(situation: Situation, brings: Brings = Brings.IDEA) -> Way:
    """Return what becomes of an idea that the speaker brings to the step as it is now."""
    situation = still_here(situation)
    talks = may(Deed.COMMENT, situation)
    if not talks:
        return Way(Becomes.NOTHING, talks.code, talks.params)
    proposes, opens = _verdicts(situation)
    if brings is Brings.IDEA and proposes:
        return Way(Becomes.OPTION, *_on_the_list(situation))
    if opens and brings is Brings.QUESTION:
        return Way(Becomes.QUESTION, Follows.ALL_TALK)
    if opens and may(Deed.PROPOSE, replace(situation, question=_new_question(situation))):
        return Way(Becomes.QUESTION_WITH_IDEA, *_first_of_all(situation))
    return _told(situation, proposes if situation.question else opens)


def became(situation: Situation, becomes: Becomes) -> Way:
    """Return what happens next with an idea of the speaker's that was brought before and became this."""
    situation = still_here(situation)
    if becomes is Becomes.OPTION:
        return Way(becomes, *_on_the_list(situation)) if situation.question else Way(becomes, Follows.TOLD)
    if becomes is Becomes.QUESTION_WITH_IDEA:
        return Way(becomes, *_first_of_all(situation))
    if becomes is Becomes.QUESTION:
        return Way(becomes, Follows.ALL_TALK)
    if becomes is Becomes.REMARK_AND_WISH:
        return Way(becomes, _wish_words(situation.step))
    told = _told(situation, _verdicts(situation)[0 if situation.question else 1])
    wished = told.becomes is Becomes.REMARK_AND_WISH
    return Way(becomes, Follows.SAY_WISHED_BEFORE) if wished else told


def _verdicts(situation: Situation) -> tuple[Verdict, Verdict]:
    """Return whether an idea may be listed, and whether something may be asked."""
    return may(Deed.PROPOSE, situation), judge(Deed.OPEN, replace(situation, text="?"))


def _on_the_list(situation: Situation) -> tuple:
    owner, question = situation.step.own_matter_of, situation.question
    if owner is not None:
        if owner == situation.speaker.id:
            return (Follows.YOU_CHOOSE,)
        return Follows.THEY_CHOOSE, (("who", situation.name(owner)),)
    if question.rung is Rung.CONSULT:
        if question.decider == situation.speaker.id:
            return (Follows.YOU_CHOOSE,)
        return Follows.ONE_DECIDES, (("who", situation.name(question.decider)),)
    return (ON_THE_LIST[question.rung],)


def _first_of_all(situation: Situation) -> tuple:
    """An own matter is asked of nobody else."""
    mine = situation.step.own_matter_of == situation.speaker.id
    return (Follows.YOU_CHOOSE if mine else Follows.ALL_ARE_ASKED,)


def _new_question(situation: Situation) -> QuestionState:
    """Return the question as it would be opened now."""
    step = situation.step
    return QuestionState(0, "?", step.rung, affected=step.affected, opened_by=situation.speaker.id)


def _told(situation: Situation, refused: Verdict) -> Way:
    """Return a remark with whatever else the rung allows; `refused` is why it is no more than that."""
    step, me = situation.step, situation.speaker.id
    if step.safety:
        return Way(Becomes.REMARK, Follows.TOLD_SAFETY)
    owner = step.own_matter_of
    if owner == me:
        return Way(Becomes.REMARK, Follows.TOLD_IT_IS_YOURS)
    if owner is not None:
        return Way(Becomes.REMARK, Follows.TOLD_OWNER, (("who", situation.name(owner)),))
    if me not in step.affected and refused.code in (*NOT_ASKED, *RUNG_IN_THE_WAY) and step.affected:
        return Way(Becomes.REMARK, Follows.TOLD_OTHERS, (("names", situation.names(step.affected)),))
    if refused.code in RUNG_IN_THE_WAY:
        return _wished(situation)
    full = refused.code == Code.IDEAS_ENOUGH
    return Way(Becomes.REMARK, Follows.TOLD_FULL if full else Follows.TOLD)


def _wished(situation: Situation) -> Way:
    step = situation.step
    climbs = may(Deed.ASK_CLIMB, situation)
    if climbs:
        return Way(Becomes.REMARK_AND_WISH, _wish_words(step), to_rung=Rung(step.rung + 1))
    before = climbs.code == Code.ASKED_ALREADY
    return Way(Becomes.REMARK, Follows.SAY_WISHED_BEFORE if before else Follows.TOLD)


def _wish_words(step: StepState) -> Follows:
    """On inform it is decided; higher up nobody is asking just now."""
    return Follows.SAY_WISHED if step.rung is Rung.INFORM else Follows.SAY_WISHED_UNASKED
