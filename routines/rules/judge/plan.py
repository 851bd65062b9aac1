"""Planning: who may shape the routine and its steps, and what an open question keeps fixed."""

from routines.rules import small_steps
from routines.rules.codes import Code
from routines.rules.judge.checks import (
    no_question_open,
    parents,
    parents_and_teens,
    plans_own,
    step_in_use,
)
from routines.rules.people import is_parent
from routines.rules.situation import Deed, Situation
from routines.rules.state import Kind, Rung
from routines.rules.verdict import Verdict, refuse


def plans(situation: Situation) -> Verdict | None:
    """Let parents plan every step, and teens the steps that are for them alone."""
    if is_parent(situation.speaker) or plans_own(situation):
        return None
    if situation.speaker.kind is Kind.TEEN:
        return refuse(Code.PLAN_NOT_YOURS)
    return refuse(Code.PROPOSE_INSTEAD)


def adds(situation: Situation) -> Verdict | None:
    """Let parents and teens add steps."""
    if situation.speaker.kind in (Kind.PARENT, Kind.TEEN):
        return None
    return refuse(Code.PROPOSE_INSTEAD)


def step_there(situation: Situation) -> Verdict | None:
    """Need a step."""
    return refuse(Code.NO_STEP) if situation.step is None else None


def archived(situation: Situation) -> Verdict | None:
    """Need a step that is archived."""
    return None if situation.step.archived else refuse(Code.NOT_ARCHIVED)


def archive_settled(situation: Situation) -> Verdict | None:
    """Keep a step while people are being asked about it."""
    return refuse(Code.ARCHIVE_QUESTION_OPEN) if no_question_open(situation) is not None else None


def only_for_themselves(situation: Situation) -> bool:
    """Return whether the people filled in are the speaker and nobody else."""
    return tuple(situation.affected or ()) == (situation.speaker.id,)


def teens_add_for_themselves(situation: Situation) -> Verdict | None:
    """Let a teen add a step for themselves alone, or one that people have a say in."""
    if is_parent(situation.speaker) or only_for_themselves(situation):
        return None
    rung = situation.to_rung or Rung.INFORM
    return None if rung >= Rung.CODESIGN else refuse(Code.ADD_FOR_YOURSELF)


def teens_keep_to_themselves(situation: Situation) -> Verdict | None:
    """A teen's step stays for them alone."""
    if is_parent(situation.speaker) or situation.affected is None:
        return None
    if only_for_themselves(situation):
        return None
    return refuse(Code.ONLY_YOURSELF)


def parents_say_safety(situation: Situation) -> Verdict | None:
    """Only parents call a step a matter of safety, or end that."""
    before = situation.step.safety if situation.step else False
    if is_parent(situation.speaker) or situation.safety in (None, before):
        return None
    return refuse(Code.SAFETY_IS_FOR_PARENTS)


def parents_hand_over(situation: Situation) -> Verdict | None:
    """Only parents hand an existing step over, or take it back."""
    if is_parent(situation.speaker) or situation.over_to_you in (None, situation.step.over_to_you):
        return None
    return refuse(Code.HANDING_OVER_IS_FOR_PARENTS)


def fits_its_rung(situation: Situation) -> Verdict | None:
    """Safety and "over to you" stand on inform."""
    rung = situation.to_rung or (situation.step.rung if situation.step else Rung.INFORM)
    if rung == Rung.INFORM:
        return None
    if situation.safety:
        return refuse(Code.SAFETY_STAYS_INFORM)
    return refuse(Code.OVER_TO_YOU_IS_INFORM) if situation.over_to_you else None


def rung_only_climbs(situation: Situation) -> Verdict | None:
    """Editing never moves a step to another rung."""
    if situation.to_rung in (None, situation.step.rung):
        return None
    return refuse(Code.RUNG_BY_CLIMBING)


def fixed_while_open(situation: Situation) -> Verdict | None:
    """Keep limits, people and what the rung means while a question is open."""
    if no_question_open(situation) is None:
        return None
    step = situation.step
    if situation.limits is not None and situation.limits.strip() != step.limits.strip():
        return refuse(Code.LIMITS_FIXED)
    if situation.affected is not None and set(situation.affected) != set(step.affected):
        return refuse(Code.PEOPLE_FIXED)
    same_safety = situation.safety in (None, step.safety)
    same_hand = situation.over_to_you in (None, step.over_to_you)
    return None if same_safety and same_hand else refuse(Code.RUNG_FIXED)


def people_here(situation: Situation) -> Verdict | None:
    """Newly named people must belong to the household now."""
    here = {each.id for each in situation.members if not each.left}
    before = set(situation.step.affected) if situation.step else set()
    strangers = set(situation.affected or ()) - before - here
    return refuse(Code.PERSON_NOT_HERE) if strangers else None


def least_within_minutes(situation: Situation) -> Verdict | None:
    """What a step needs at the least fits into its minutes."""
    minutes, least = situation.minutes, situation.least
    if minutes is None or least is None or least <= minutes:
        return None
    return refuse(Code.LEAST_OVER_MINUTES, least=least, total=minutes)


def small_steps_few_and_short(situation: Situation) -> Verdict | None:
    """Small steps are few, and short enough to be read at a glance."""
    small = small_steps.lines(situation.small_steps)
    if len(small) > small_steps.MOST:
        return refuse(Code.SMALL_STEPS_MANY, most=small_steps.MOST)
    longest = max(small, key=len, default="")
    if len(longest) <= small_steps.LONGEST:
        return None
    return refuse(Code.SMALL_STEP_LONG, idea=longest, longest=small_steps.LONGEST)


MAY = {
    Deed.ADD_STEP: (adds,),
    Deed.EDIT_STEP: (step_in_use, plans),
    Deed.ORDER_STEPS: (plans,),
    Deed.ARCHIVE_STEP: (step_in_use, plans, archive_settled),
    Deed.RESTORE_STEP: (step_there, plans, archived),
    Deed.EDIT_ROUTINE: (parents,),
    Deed.ARCHIVE_ROUTINE: (parents,),
    Deed.RESTORE_ROUTINE: (parents,),
    Deed.EDIT_PEOPLE: (parents,),
    Deed.INVITE: (parents,),
    Deed.EDIT_HOUSEHOLD: (parents,),
    Deed.TALKED_ABOUT: (parents_and_teens,),
}

ENOUGH = {
    Deed.ADD_STEP: (
        teens_add_for_themselves,
        parents_say_safety,
        fits_its_rung,
        people_here,
        least_within_minutes,
        small_steps_few_and_short,
    ),
    Deed.EDIT_STEP: (
        rung_only_climbs,
        fixed_while_open,
        teens_keep_to_themselves,
        parents_say_safety,
        parents_hand_over,
        fits_its_rung,
        people_here,
        least_within_minutes,
        small_steps_few_and_short,
    ),
}
