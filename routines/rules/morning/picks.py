"""Picks: what is chosen anew each morning, on steps whose people have a vote."""

from routines.rules.codes import Code
from routines.rules.count import option_key
from routines.rules.judge.checks import GROUNDS
from routines.rules.judge.voicing import MOST_IDEAS
from routines.rules.morning.checks import parents, parents_and_teens, running, written
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.morning.state import MorningStepState
from routines.rules.people import is_parent
from routines.rules.state import Rung, StepState
from routines.rules.verdict import Verdict, refuse

LEAST_LIVE = 2
LONGEST_OPTION = 80


def step_votes(situation: MorningSituation) -> Verdict | None:
    """Need a step on Co-design or Co-produce: elsewhere fair turns would only look like a say."""
    step = situation.step
    if step is None:
        return refuse(Code.NO_STEP)
    if step.safety:
        return refuse(Code.PICK_SAFETY)
    if step.own_matter_of is not None:
        return refuse(Code.PICK_OWN_MATTER, who=situation.name(step.own_matter_of))
    return None if step.rung >= Rung.CODESIGN else refuse(Code.PICK_CLIMB_FIRST)


def votes(step: MorningStepState | StepState) -> bool:
    """Return whether fair turns decide on a step: those it is for have a vote there."""
    return step.rung >= Rung.CODESIGN and not step.safety and step.own_matter_of is None


def pick_there(situation: MorningSituation) -> Verdict | None:
    """Need a pick."""
    return refuse(Code.PICK_GONE) if situation.pick is None else None


def not_settled(situation: MorningSituation) -> Verdict | None:
    """What has been revealed is not tapped again."""
    return refuse(Code.PICK_SETTLED) if situation.pick.settled else None


def picks(situation: MorningSituation) -> Verdict | None:
    """Let those tap whom the pick is for, and guests; a treat is one person's alone."""
    pick, me = situation.pick, situation.speaker.id
    if me not in (*pick.asked, *pick.guests):
        return refuse(Code.PICK_NOT_YOURS, names=situation.names(pick.asked))
    if pick.treat_for in (None, me):
        return None
    return refuse(Code.PICK_TREAT, who=situation.name(pick.treat_for))


def adds_options(situation: MorningSituation) -> Verdict | None:
    """Let those bring ideas whom the pick is for, and parents."""
    if situation.speaker.id in situation.pick.asked or is_parent(situation.speaker):
        return None
    return refuse(Code.PICK_NOT_YOURS, names=situation.names(situation.pick.asked))


def room_for_options(situation: MorningSituation) -> Verdict | None:
    """A pick holds a dozen ideas."""
    full = len(situation.pick.options) >= MOST_IDEAS
    return refuse(Code.IDEAS_ENOUGH, most=MOST_IDEAS) if full else None


def enough_options(situation: MorningSituation) -> Verdict | None:
    """A new pick lists at least two things, each once, and each short enough for a picture."""
    texts = [text.strip() for text in situation.texts if text.strip()]
    keys = [option_key(text) for text in texts]
    twice = next((text for place, text in enumerate(texts) if keys[place] in keys[:place]), None)
    if twice is not None:
        return refuse(Code.IDEA_THERE, idea=twice)
    if len(texts) > MOST_IDEAS:
        return refuse(Code.IDEAS_ENOUGH, most=MOST_IDEAS)
    over = max((len(text) for text in texts), default=0) - LONGEST_OPTION
    if over > 0:
        return refuse(Code.TOO_LONG, longest=LONGEST_OPTION, over=over)
    return refuse(Code.PICK_TWO_FIRST, least=LEAST_LIVE) if len(texts) < LEAST_LIVE else None


def treats_one_of_them(situation: MorningSituation) -> Verdict | None:
    """A treat is for one of those who pick today."""
    if situation.whom is None:
        return refuse(Code.WHO_IS_IT_FOR)
    if situation.whom in situation.pick.asked:
        return None
    return refuse(Code.PICK_NOT_YOURS, names=situation.names(situation.pick.asked))


def nothing_later(situation: MorningSituation) -> Verdict | None:
    """What was settled by the same turns since rests on what was revealed."""
    return refuse(Code.PICK_LATER_ONES) if situation.pick.settled and situation.pick.later else None


def option_is_new(situation: MorningSituation) -> Verdict | None:
    """An option is listed once, however it is typed."""
    there = {option_key(text) for _option, text in situation.pick.options}
    return refuse(Code.IDEA_THERE, idea=situation.text.strip()) if option_key(situation.text) in there else None


def options_live(situation: MorningSituation) -> Verdict | None:
    """What is tapped is there. Nothing tapped is a pass."""
    gone = set(situation.options) - set(situation.pick.live)
    return refuse(Code.OPTION_GONE) if gone else None


def one_option_live(situation: MorningSituation) -> Verdict | None:
    """Need the option to rule out, once."""
    if situation.option is None:
        return refuse(Code.WHICH_ONE)
    if situation.option in situation.pick.ruled_out:
        return refuse(Code.RULED_OUT_ALREADY)
    return None if situation.option in situation.pick.live else refuse(Code.OPTION_GONE)


def choice_remains(situation: MorningSituation) -> Verdict | None:
    """Two options remain at least, or it is no choice any more; once it was made, one that can still be had."""
    least = 1 if situation.pick.settled else LEAST_LIVE
    return None if len(situation.pick.live) > least else refuse(Code.REDESIGN, least=least)


def grounds(situation: MorningSituation) -> Verdict | None:
    """Need one of the four grounds; after the reveal, danger just noticed."""
    if not situation.ground:
        return refuse(Code.GROUND_FIRST)
    if situation.ground == "late":
        return refuse(Code.LATE_IS_NO_GROUND)
    if situation.ground not in GROUNDS:
        return refuse(Code.GROUND_NOT_VALID)
    revealed = situation.pick.settled and situation.ground != "danger"
    return refuse(Code.AFTER_REVEAL_DANGER_ONLY) if revealed else None


MAY = {
    MorningDeed.PICK_MAKE: (parents_and_teens, step_votes),
    MorningDeed.PICK_EDIT: (parents_and_teens, pick_there, step_votes),
    MorningDeed.PICK_TAP: (running, pick_there, not_settled, picks),
    MorningDeed.PICK_VETO: (parents, running, pick_there, choice_remains, nothing_later),
    MorningDeed.PICK_ADD_OPTION: (pick_there, adds_options, room_for_options),
    MorningDeed.PICK_DROP_OPTION: (parents_and_teens, pick_there, choice_remains),
    MorningDeed.PICK_TREAT: (parents, running, pick_there, not_settled),
}

ENOUGH = {
    MorningDeed.PICK_MAKE: (written("text", Code.PICK_TEXT_FIRST, 120), enough_options),
    MorningDeed.PICK_EDIT: (written("text", Code.PICK_TEXT_FIRST, 120),),
    MorningDeed.PICK_TAP: (options_live,),
    MorningDeed.PICK_VETO: (one_option_live, grounds, written("reason", Code.REASON_FIRST, 500)),
    MorningDeed.PICK_ADD_OPTION: (written("text", Code.IDEA_FIRST, LONGEST_OPTION), option_is_new),
    MorningDeed.PICK_DROP_OPTION: (one_option_live,),
    MorningDeed.PICK_TREAT: (treats_one_of_them, written("reason", Code.REASON_FIRST, 200)),
}
