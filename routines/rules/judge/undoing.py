"""Taking back: who tapped may, for ten minutes, as long as nothing rests on it."""

from datetime import timedelta

from routines.rules.codes import Code
from routines.rules.situation import Deed, Situation
from routines.rules.verdict import Verdict, refuse

UNDO = timedelta(minutes=10)


def made_by_actor(situation: Situation) -> Verdict | None:
    """Let only whoever made it, also when it was said for somebody else."""
    mine = situation.event_actor == situation.actor.id
    return None if mine else refuse(Code.NOT_YOURS_TO_TAKE_BACK)


def in_time(situation: Situation) -> Verdict | None:
    """Ten minutes are enough for a slip, and too short for rewriting history."""
    if situation.now is None or situation.event_at is None:
        return refuse(Code.TOO_LATE_TO_TAKE_BACK)
    late = situation.now - situation.event_at > UNDO
    return refuse(Code.TOO_LATE_TO_TAKE_BACK) if late else None


def once(situation: Situation) -> Verdict | None:
    """Taken back is taken back."""
    return refuse(Code.TAKEN_BACK_ALREADY) if situation.event_taken_back else None


def nothing_rests_on_it(situation: Situation) -> Verdict | None:
    """What others built on, or what a closed question counted, stays."""
    if situation.event_closed:
        return refuse(Code.CLOSED)
    return refuse(Code.OTHERS_BUILT_ON_IT) if situation.event_built_on else None


MAY = {Deed.TAKE_BACK: (made_by_actor, once, in_time, nothing_rests_on_it)}
ENOUGH = {}
