"""The safety override: parents only, on four grounds, with a reason and an end, and a reply."""

from datetime import datetime, timedelta

from routines.rules.codes import Code
from routines.rules.judge.checks import ground_valid, parents, step_in_use, written
from routines.rules.judge.voicing import something_said
from routines.rules.situation import Deed, Situation
from routines.rules.verdict import Verdict, refuse

LONGEST = timedelta(days=7)


def none_in_force(situation: Situation) -> Verdict | None:
    """One override at a time."""
    return refuse(Code.OVERRIDE_THERE) if in_force(situation) else None


def one_in_force(situation: Situation) -> Verdict | None:
    """Need an override."""
    return None if in_force(situation) else refuse(Code.NO_OVERRIDE)


def in_force(situation: Situation) -> bool:
    """Return whether a safety override rules the step now."""
    override = situation.step.override
    if override is None:
        return situation.step.has_override
    return situation.now is None or override.expires_at > situation.now


def for_those_affected(situation: Situation) -> Verdict | None:
    """Everybody the step is for may reply, whatever is being asked."""
    if situation.speaker.id in situation.step.affected:
        return None
    return refuse(Code.NOT_AFFECTED, names=situation.names(situation.step.affected))


def expires_soon(situation: Situation) -> Verdict | None:
    """Need an end that is ahead, and within seven days."""
    if situation.expires_at is None:
        return refuse(Code.EXPIRY_FIRST)
    start = situation.now or _midnight(situation)
    if start < situation.expires_at <= start + LONGEST:
        return None
    return refuse(Code.EXPIRY_AHEAD)


def _midnight(situation: Situation) -> datetime:
    zone = situation.expires_at.tzinfo
    return datetime.combine(situation.today, datetime.min.time(), tzinfo=zone)


MAY = {
    Deed.OVERRIDE: (step_in_use, parents, none_in_force),
    Deed.REPLY: (step_in_use, one_in_force, for_those_affected),
    Deed.END_OVERRIDE: (step_in_use, parents, one_in_force),
}

ENOUGH = {
    Deed.OVERRIDE: (ground_valid, written("reason", Code.REASON_FIRST, 500), expires_soon),
    Deed.REPLY: (something_said,),
}
