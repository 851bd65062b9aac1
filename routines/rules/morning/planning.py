"""Who is here and when there are no mornings: pauses and presence."""

from datetime import timedelta

from routines.rules.codes import Code
from routines.rules.morning.checks import at_most
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.people import is_parent
from routines.rules.state import Kind
from routines.rules.verdict import Verdict, refuse

KINDS = ("holiday", "sick", "other")
YEAR = timedelta(days=366)
LONGEST_NOTE = 200


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
    """Need a first day; the last, if there is one, is not before it."""
    first, last = situation.from_on, situation.until_on
    return None if first is not None and (last is None or last >= first) else refuse(Code.PAUSE_DAYS)


def not_over(situation: MorningSituation) -> Verdict | None:
    """A break may have begun, but nobody notes one that is over: those mornings are what they were."""
    last = situation.until_on
    return refuse(Code.PAUSE_OVER) if last is not None and last < situation.today else None


def day_to_come(situation: MorningSituation) -> Verdict | None:
    """Need a day that is not over."""
    if situation.from_on is None:
        return refuse(Code.DAY_FIRST)
    return refuse(Code.DAY_OVER) if situation.from_on < situation.today else None


def within_a_year(situation: MorningSituation) -> Verdict | None:
    """Days are near enough for somebody to have meant them."""
    named = (day for day in (situation.from_on, situation.until_on) if day is not None)
    return refuse(Code.DAYS_FAR) if any(abs(day - situation.today) > YEAR for day in named) else None


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
    MorningDeed.PAUSE: (
        for_themselves,
        person_here,
        kind_known,
        days_in_order,
        not_over,
        within_a_year,
        at_most("text", LONGEST_NOTE),
    ),
    MorningDeed.PRESENCE: (somebody_named, for_themselves, person_here, day_to_come, within_a_year),
}
