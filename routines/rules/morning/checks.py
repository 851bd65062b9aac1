"""The checks that several deeds of a morning share. Each returns the refusal, or None to let it pass."""

from collections.abc import Callable

from routines.rules.codes import Code
from routines.rules.morning.blocks import part
from routines.rules.morning.situation import MorningSituation
from routines.rules.morning.state import MorningStepState
from routines.rules.morning.taps import accepts_taps, is_running
from routines.rules.people import is_parent
from routines.rules.state import Kind, Person
from routines.rules.verdict import Verdict, refuse

Check = Callable[[MorningSituation], Verdict | None]
Table = dict[str, tuple[Check, ...]]


def family(situation: MorningSituation) -> Verdict | None:
    """Supporters take part in what names them; the morning itself is the family's."""
    supporter = situation.speaker.kind is Kind.SUPPORTER
    return refuse(Code.SUPPORTER_TAKES_PART) if supporter else None


def parents(situation: MorningSituation) -> Verdict | None:
    """Let only parents."""
    return None if is_parent(situation.speaker) else refuse(Code.PARENTS_ONLY)


def parents_and_teens(situation: MorningSituation) -> Verdict | None:
    """Let parents and teens."""
    if situation.speaker.kind in (Kind.PARENT, Kind.TEEN):
        return None
    return refuse(Code.ASK_PARENT_OR_TEEN)


def morning_there(situation: MorningSituation) -> Verdict | None:
    """Need a morning."""
    return refuse(Code.NO_MORNING) if situation.morning is None else None


def running(situation: MorningSituation) -> Verdict | None:
    """Need a morning that is going on."""
    if situation.morning is None:
        return refuse(Code.NO_MORNING)
    return None if is_running(situation.morning, situation.now) else refuse(Code.MORNING_OVER)


def takes_taps(situation: MorningSituation) -> Verdict | None:
    """Need a morning whose taps are still taken: a tablet may have been without a net until the next day."""
    if situation.morning is None:
        return refuse(Code.NO_MORNING)
    return None if accepts_taps(situation.morning, situation.now) else refuse(Code.TAPS_OVER)


def step_there(situation: MorningSituation) -> Verdict | None:
    """Need a step, for a supporter one that names them."""
    step, speaker = situation.step, situation.speaker
    if step is None:
        return refuse(Code.NO_STEP)
    hidden = speaker.kind is Kind.SUPPORTER and not has_part(step, speaker)
    return refuse(Code.NOT_VISIBLE) if hidden else None


def in_step(situation: MorningSituation) -> Verdict | None:
    """Let only those who have a part in the step today."""
    if part(situation.step, situation.speaker.id):
        return None
    return refuse(Code.NOT_IN_IT_TODAY, names=situation.names(situation.step.members))


def in_morning(situation: MorningSituation) -> Verdict | None:
    """Let only those who had a part in any step of the morning."""
    steps = situation.morning.steps
    return None if any(part(step, situation.speaker.id) for step in steps) else refuse(Code.NOT_IN_THE_MORNING)


def not_skipped(situation: MorningSituation) -> Verdict | None:
    """Nobody does what is skipped today."""
    return refuse(Code.STEP_SKIPPED) if situation.step.skipped else None


def has_part(step: MorningStepState, person: Person) -> bool:
    """Return whether a step names somebody."""
    return person.id in step.members


def written(field: str, missing: Code, longest: int) -> Check:
    """Return a check that something was written in `field`, at most `longest` characters."""

    def check(situation: MorningSituation) -> Verdict | None:
        return at_most(field, longest)(situation) if getattr(situation, field).strip() else refuse(missing)

    return check


def at_most(field: str, longest: int) -> Check:
    """Return a check that `field`, if anything is written, has at most `longest` characters."""

    def check(situation: MorningSituation) -> Verdict | None:
        over = len(getattr(situation, field).strip()) - longest
        return refuse(Code.TOO_LONG, longest=longest, over=over) if over > 0 else None

    return check
