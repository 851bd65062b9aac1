"""Voices: who may bring ideas, speak, remark and choose, and in what words."""

from routines.rules.codes import Code
from routines.rules.count import option_key
from routines.rules.judge.checks import (
    affected,
    asked,
    at_most,
    coproduced,
    ground_valid,
    not_own_matter,
    option_live,
    option_named,
    parents,
    question_open,
    step_in_use,
    too_long,
    trial_of_one_to_three,
    written,
)
from routines.rules.people import is_parent
from routines.rules.situation import Deed, Situation
from routines.rules.state import Rung, Say
from routines.rules.verdict import Verdict, refuse
from routines.rules.voices import concerned, live, missing, sayable, tabled

MOST_IDEAS = 12


def brings_ideas(situation: Situation) -> Verdict | None:
    """Let those bring ideas who are asked, who asked, or who are parents."""
    speaker, question = situation.speaker, situation.question
    owner = situation.step.own_matter_of if situation.step else None
    if owner is not None:
        mine = is_parent(speaker) or speaker.id == owner
        return None if mine else refuse(Code.THEIR_OWN_CHOICE, who=situation.name(owner))
    if question.rung is Rung.INFORM:
        return refuse(Code.INFORM_NO_IDEAS)
    if asked(situation) or is_parent(speaker) or speaker.id == question.opened_by:
        return None
    return refuse(Code.IDEA_NOT_YOURS, names=situation.names(question.affected))


def room_for_ideas(situation: Situation) -> Verdict | None:
    """A question holds a dozen ideas."""
    full = len(situation.question.options) >= MOST_IDEAS
    return refuse(Code.IDEAS_ENOUGH, most=MOST_IDEAS) if full else None


def idea_is_new(situation: Situation) -> Verdict | None:
    """An idea is listed once, however it is typed."""
    there = {option_key(option.text) for option in situation.question.options}
    if option_key(situation.text) not in there:
        return None
    return refuse(Code.IDEA_THERE, idea=situation.text.strip())


def something_on_table(situation: Situation) -> Verdict | None:
    """Co-produced voices answer a proposal."""
    question = situation.question
    if question.rung is not Rung.COPRODUCE or tabled(question):
        return None
    return refuse(Code.NOTHING_ON_TABLE)


def voice_fits(situation: Situation) -> Verdict | None:
    """Need something this question takes."""
    if situation.say is None:
        return refuse(Code.SAY_FIRST)
    if situation.say not in sayable(situation.question):
        return refuse(Code.SAY_NOT_HERE)
    return option_named(situation) if situation.say == Say.CHOICE else None


def something_said(situation: Situation) -> Verdict | None:
    """Need words or a sticker."""
    if situation.text.strip() or situation.sticker:
        return too_long(len(situation.text.strip()), 2000)
    return refuse(Code.SAY_SOMETHING)


def concerns_given(situation: Situation) -> Verdict | None:
    """Everybody says what matters to them before anything is proposed."""
    given = concerned(situation.question)
    left = tuple(each for each in situation.question.affected if each not in given)
    if not left:
        return None
    return refuse(Code.CONCERNS_FIRST, names=situation.names(left), count=len(left))


def an_idea_there(situation: Situation) -> Verdict | None:
    """Need an idea that can be put on the table."""
    return None if live(situation.question) else refuse(Code.NO_IDEA_YET)


def another_proposal(situation: Situation) -> Verdict | None:
    """Asking the very same again would only wipe away what was said."""
    question = situation.question
    same = (question.table, question.trial_days) == (situation.option, situation.trial_days)
    return refuse(Code.ALREADY_ON_TABLE) if same else None


def owner_chooses(situation: Situation) -> Verdict | None:
    """Only the person whose own matter it is chooses."""
    owner = situation.step.own_matter_of if situation.step else None
    if owner is None:
        return refuse(Code.NOT_OWN_MATTER)
    if situation.speaker.id == owner:
        return None
    return refuse(Code.THEIR_OWN_CHOICE, who=situation.name(owner))


def option_there(situation: Situation) -> Verdict | None:
    """An option, if one is named, stands on the list; one ruled out is still read aloud."""
    if situation.option in (None, *(each.id for each in situation.question.options)):
        return None
    return refuse(Code.OPTION_GONE)


def not_ruled_out_yet(situation: Situation) -> Verdict | None:
    """An option is ruled out once."""
    named = [each for each in situation.question.options if each.id == situation.option]
    return refuse(Code.RULED_OUT_ALREADY) if named and named[0].veto_ground else None


def enough_remains(situation: Situation) -> Verdict | None:
    """A real choice must remain: two ideas to vote on, one elsewhere."""
    least = 2 if situation.question.rung is Rung.CODESIGN else 1
    if len(live(situation.question)) - 1 >= least:
        return None
    return refuse(Code.REDESIGN, least=least)


def before_the_reveal(situation: Situation) -> Verdict | None:
    """Once a vote is complete, only newly noticed danger rules an idea out."""
    question = situation.question
    revealed = question.rung is Rung.CODESIGN and not missing(question)
    if not revealed or situation.ground in ("", "danger"):
        return None
    return refuse(Code.AFTER_REVEAL_DANGER_ONLY)


MAY = {
    Deed.PROPOSE: (step_in_use, question_open, brings_ideas, room_for_ideas),
    Deed.SAY: (step_in_use, question_open, not_own_matter, affected, something_on_table),
    Deed.COMMENT: (step_in_use,),
    Deed.CONCERN: (step_in_use, question_open, coproduced, affected),
    Deed.TABLE: (
        step_in_use,
        question_open,
        coproduced,
        affected,
        concerns_given,
        an_idea_there,
        option_live,
    ),
    Deed.TAKE_TASK: (step_in_use, question_open, coproduced, affected),
    Deed.CHOOSE: (step_in_use, question_open, owner_chooses, option_live),
    Deed.VETO: (
        step_in_use,
        parents,
        question_open,
        not_ruled_out_yet,
        option_live,
        enough_remains,
    ),
    Deed.RECORD: (step_in_use, parents, question_open),
}

ENOUGH = {
    Deed.PROPOSE: (written("text", Code.IDEA_FIRST, 120), idea_is_new),
    Deed.SAY: (voice_fits, at_most("note", 1000)),
    Deed.COMMENT: (something_said,),
    Deed.CONCERN: (at_most("text", 2000),),
    Deed.TABLE: (option_named, trial_of_one_to_three, another_proposal),
    Deed.TAKE_TASK: (written("text", Code.TASK_FIRST, 200),),
    Deed.CHOOSE: (option_named,),
    Deed.RECORD: (option_there,),
    Deed.VETO: (
        option_named,
        ground_valid,
        before_the_reveal,
        written("reason", Code.REASON_FIRST, 500),
    ),
}
