"""Noticing how it was, each for themselves, and repairing it."""

from routines.rules.codes import Code
from routines.rules.morning.checks import (
    at_most,
    family,
    in_morning,
    in_step,
    morning_there,
    parents_and_teens,
    step_there,
    takes_taps,
    written,
)
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.morning.taps import accepts_taps
from routines.rules.verdict import Verdict, refuse

PUSHED = "pushed"
FELT = ("inform", "consult", "codesign", "coproduce", "engaged", "explained", PUSHED)
AGAIN = ("yes", "maybe", "no")


def while_fresh(situation: MorningSituation) -> Verdict | None:
    """An account is given until the end of the next day, while it is still one's own."""
    return None if accepts_taps(situation.morning, situation.now) else refuse(Code.FELT_TOO_LATE)


def felt_known(situation: MorningSituation) -> Verdict | None:
    """Need one of the seven: four rungs, and three that can only be felt."""
    return None if situation.felt in FELT else refuse(Code.FELT_FIRST)


def again_known(situation: MorningSituation) -> Verdict | None:
    """Need yes, maybe or no, or else what was hard, in words or a picture."""
    said = situation.again in AGAIN or (not situation.again and (situation.text.strip() or situation.picture))
    return None if said else refuse(Code.AGAIN_FIRST)


def their_account(situation: MorningSituation) -> Verdict | None:
    """Only who was pushed shares it; nobody does it for them."""
    by = situation.feeling_by
    mine = by is not None and by == situation.speaker.id == situation.actor.id
    return None if mine else refuse(Code.NOT_YOUR_ACCOUNT, who=situation.name(by))


def only_pushed(situation: MorningSituation) -> Verdict | None:
    """All else is seen by the family anyway; "pushed" stays private until its author shares it."""
    return None if situation.felt == PUSHED else refuse(Code.ONLY_PUSHED_IS_SHARED)


def in_it(situation: MorningSituation) -> Verdict | None:
    """Need a step the speaker has a part in, if it is about a step at all; else a part in the morning."""
    if situation.step is None:
        return in_morning(situation)
    return in_step(situation)


def about_a_step(situation: MorningSituation) -> Verdict | None:
    """A step, if one is named, is one the speaker may see."""
    return None if situation.step is None else step_there(situation)


def to_another(situation: MorningSituation) -> Verdict | None:
    """It goes to a member who is here, or to everybody, and not to oneself."""
    if situation.whom is None:
        return None
    if situation.whom == situation.speaker.id:
        return refuse(Code.NOT_TO_YOURSELF)
    there = {person.id for person in situation.members if not person.left}
    return None if situation.whom in there else refuse(Code.PERSON_NOT_HERE)


def something_given(situation: MorningSituation) -> Verdict | None:
    """Need words or a picture."""
    return None if situation.text.strip() or situation.picture else refuse(Code.SAY_SOMETHING)


def repair_there(situation: MorningSituation) -> Verdict | None:
    """Need something to answer."""
    return refuse(Code.REPAIR_GONE) if situation.repair is None else None


def got_it(situation: MorningSituation) -> Verdict | None:
    """Let whom it was for answer: one person, or everybody but the one it came from."""
    repair, me = situation.repair, situation.speaker.id
    if me == repair.by:
        return refuse(Code.NOT_TO_YOURSELF)
    if repair.to in (None, me):
        return None
    return refuse(Code.REPAIR_NOT_TO_YOU, who=situation.name(repair.to))


def answered_once(situation: MorningSituation) -> Verdict | None:
    """One answer is enough."""
    return refuse(Code.REPAIR_ANSWERED) if situation.repair.answered else None


_TO = (to_another, something_given, at_most("text", 500))

MAY = {
    MorningDeed.SLIP: (family, takes_taps, about_a_step),
    MorningDeed.NOTICE: (morning_there, while_fresh, in_morning),
    MorningDeed.FEEL: (morning_there, while_fresh, step_there, in_step),
    MorningDeed.SHARE_PUSHED: (their_account, only_pushed),
    MorningDeed.SORRY: (morning_there, in_morning, about_a_step),
    MorningDeed.TRY_THIS: (morning_there, about_a_step, in_it),
    MorningDeed.THANK: (morning_there, in_morning, about_a_step),
    MorningDeed.ANSWER_REPAIR: (repair_there, got_it, answered_once),
    MorningDeed.MEETING: (parents_and_teens,),
}

ENOUGH = {
    MorningDeed.NOTICE: (again_known, at_most("text", 500)),
    MorningDeed.FEEL: (felt_known, at_most("text", 500)),
    MorningDeed.SORRY: _TO,
    MorningDeed.TRY_THIS: (written("text", Code.IDEA_FIRST, 500),),
    MorningDeed.THANK: _TO,
    MorningDeed.ANSWER_REPAIR: (something_given, at_most("text", 500)),
}
