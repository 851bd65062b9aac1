"""Living a morning: starting, doing, leaving, and coming back for what was forgotten."""

from datetime import timedelta

from routines.rules.codes import Code
from routines.rules.morning.checks import (
    family,
    in_step,
    morning_there,
    not_skipped,
    running,
    step_there,
    takes_taps,
)
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.morning.taps import LONGEST, is_running
from routines.rules.verdict import Verdict, refuse

BACK_WITHIN = timedelta(hours=1)


def not_started(situation: MorningSituation) -> Verdict | None:
    """A routine runs once a day."""
    morning = situation.morning
    if morning is None:
        return None
    return refuse(Code.MORNING_RUNS if is_running(morning, situation.now) else Code.MORNING_OVER)


def something_to_do(situation: MorningSituation) -> Verdict | None:
    """Need a step, and somebody here for it, where that was looked at."""
    if situation.paused:
        return refuse(Code.MORNING_PAUSED)
    if situation.planned == 0:
        return refuse(Code.NO_STEPS_YET)
    return refuse(Code.NOBODY_HERE) if situation.for_today == 0 else None


def unfolds(situation: MorningSituation) -> Verdict | None:
    """Need small steps."""
    return None if situation.step.small_steps else refuse(Code.NO_SMALL_STEPS)


def small_step_there(situation: MorningSituation) -> Verdict | None:
    """A small step, if one is named, is on the list."""
    if situation.place is None or 0 <= situation.place < len(situation.step.small_steps):
        return None
    return refuse(Code.WHICH_SMALL_STEP)


def has_left(situation: MorningSituation) -> Verdict | None:
    """Need a morning they have left from."""
    return refuse(Code.NOT_LEFT_YET) if situation.morning.left is None else None


def just_now(situation: MorningSituation) -> Verdict | None:
    """Coming back is for what was forgotten, or for a wrong tap; later, the morning stays as it was."""
    morning, now = situation.morning, situation.now
    late = now - morning.left > BACK_WITHIN or now - morning.started >= LONGEST
    return refuse(Code.BACK_TOO_LATE) if late else None


_DOING = (takes_taps, step_there, in_step, not_skipped)

MAY = {
    MorningDeed.START: (family, not_started, something_to_do),
    MorningDeed.DONE: _DOING,
    MorningDeed.UNDONE: _DOING,
    MorningDeed.TICK: (*_DOING, unfolds),
    MorningDeed.UNFOLD: (*_DOING, unfolds),
    MorningDeed.LEAVE: (family, running),
    MorningDeed.BACK_AFTER_LEAVING: (family, morning_there, has_left, just_now),
}

ENOUGH = {
    MorningDeed.TICK: (small_step_there,),
}
