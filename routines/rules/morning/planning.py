"""Who is here and when there are no mornings: pauses and presence."""

from routines.rules.codes import Code
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.people import is_parent
from routines.rules.state import Kind
from routines.rules.verdict import Verdict, refuse

KINDS = ("holiday", "sick", "other")


def plans_days(situation: MorningSituation) -> Verdict | None:
    """Let parents, and teens, who say it for themselves."""
    return None if situation.speaker.kind in (Kind.PARENT, Kind.TEEN) else refuse(Code.PARENTS_ONLY)


def for_themselves(situation: MorningSituation) -> Verdict | None:
    """Let parents say it for everybody, and teens for themselves."""
    own = situation.whom == situation.speaker.id
    return None if own or is_parent(situation.speaker) else refuse(Code.ONLY_FOR_YOURSELF)


def person_here(situation: MorningSituation) -> Verdict | None:
    """Somebody who is named belongs to the household."""
    there = {person.id for person in situation.members if not person.left}
    return None if situation.whom is None or situation.whom in there else refuse(Code.PERSON_NOT_HERE)


def somebody_named(situation: MorningSituation) -> Verdict | None:
    """Presence is always somebody's."""
    return refuse(Code.WHO_IS_IT_FOR) if situation.whom is None else None


def kind_known(situation: MorningSituation) -> Verdict | None:
    """Need what kind of pause it is."""
    return None if situation.kind in KINDS else refuse(Code.PAUSE_KIND)


def days_in_order(situation: MorningSituation) -> Verdict | None:
    """Need a first day; the last, if there is one, is not before it and not before today."""
    first, last = situation.from_on, situation.until_on
    if first is not None and (last is None or last >= max(first, situation.today)):
        return None
    return refuse(Code.PAUSE_DAYS)


def pause_there(situation: MorningSituation) -> Verdict | None:
    """Need a pause that is not over."""
    pause = situation.pause
    over = pause is None or (pause.until_on is not None and pause.until_on < situation.today)
    return refuse(Code.NO_PAUSE) if over else None


def own_pause(situation: MorningSituation) -> Verdict | None:
    """Let parents end every pause, and teens their own."""
    own = situation.pause.member == situation.speaker.id
    return None if own or is_parent(situation.speaker) else refuse(Code.ONLY_FOR_YOURSELF)


MAY = {
    MorningDeed.PAUSE: (plans_days,),
    MorningDeed.END_PAUSE: (plans_days, pause_there, own_pause),
    MorningDeed.PRESENCE: (plans_days,),
}

ENOUGH = {
    MorningDeed.PAUSE: (for_themselves, person_here, kind_known, days_in_order),
    MorningDeed.PRESENCE: (somebody_named, for_themselves, person_here),
}
