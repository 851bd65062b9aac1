"""Today otherwise than planned: who may ask for it, and what must be said."""

from routines.rules.codes import Code
from routines.rules.morning.agreeing import sayers
from routines.rules.morning.blocks import doings
from routines.rules.morning.checks import (
    Check,
    at_most,
    family,
    has_part,
    not_skipped,
    running,
    step_there,
    written,
)
from routines.rules.morning.lateness import may_be_later
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.people import is_parent
from routines.rules.state import Rung
from routines.rules.verdict import Verdict, refuse

MOST_MINUTES = 120


def not_safety(situation: MorningSituation) -> Verdict | None:
    """What keeps people safe is done, and in its place."""
    return refuse(Code.SAFETY_TODAY) if situation.step.safety else None


def still_to_do(situation: MorningSituation) -> Verdict | None:
    """Nothing is changed about what everybody has done."""
    parts = doings(situation.step)
    return refuse(Code.STEP_DONE) if parts and all(doing.done_at for doing in parts) else None


def to_be_done(situation: MorningSituation) -> Verdict | None:
    """More time goes to a step that is not over, where one is named."""
    if situation.step is None:
        return None
    return not_skipped(situation) or still_to_do(situation)


def own_or_theirs(situation: MorningSituation) -> Verdict | None:
    """Somebody's own matter is theirs alone to change."""
    owner = situation.step.own_matter_of
    if owner in (None, situation.speaker.id):
        return None
    return refuse(Code.THEIR_OWN_CHOICE, who=situation.name(owner))


def asks_for_it(situation: MorningSituation) -> Verdict | None:
    """Everybody may ask about Inform; elsewhere those in the step, and parents."""
    step, speaker = situation.step, situation.speaker
    if step.rung is Rung.INFORM or is_parent(speaker) or has_part(step, speaker):
        return None
    return refuse(Code.NOT_IN_IT_TODAY, names=situation.names(step.members))


def not_asked_yet(kind: str) -> Check:
    """Return a check that nobody waits for an answer to the same wish."""

    def check(situation: MorningSituation) -> Verdict | None:
        about = situation.step.id if situation.step and kind != "later" else None
        waiting = (ask for ask in situation.morning.asks if ask.kind == kind)
        same = any(about is None or ask.step == about for ask in waiting)
        return refuse(Code.TODAY_ASKED_ALREADY) if same else None

    return check


def somebody_answers(kind: str) -> Check:
    """Return a check that somebody is here who can say yes."""

    def check(situation: MorningSituation) -> Verdict | None:
        asked = sayers(situation.step, situation.present, kind, situation.speaker.id).asked
        return None if asked else refuse(Code.NOBODY_TO_DECIDE)

    return check


def leaves_at_a_time(situation: MorningSituation) -> Verdict | None:
    """Where no time to leave is known, nobody can be late."""
    return refuse(Code.NOTHING_TO_BE_LATE_FOR) if situation.morning.leave is None else None


def some_minutes_later(situation: MorningSituation) -> Verdict | None:
    """Need how much later: 1 to 120 minutes."""
    verdict = may_be_later(situation.minutes, situation.morning.leave)
    return None if verdict else verdict


def takes_minutes(least: int) -> Check:
    """Return a check that what is put in takes some minutes, at most two hours. 0 of a swap keeps those there were."""

    def check(situation: MorningSituation) -> Verdict | None:
        minutes = situation.minutes or 0
        return None if least <= minutes <= MOST_MINUTES else refuse(Code.TODAY_MINUTES, least=1, most=MOST_MINUTES)

    return check


def to_somewhere_else(situation: MorningSituation) -> Verdict | None:
    """A step moves behind another one of the morning, or to its beginning."""
    there = situation.after is None or situation.morning.step(situation.after)
    return None if there and situation.after != situation.step.id else refuse(Code.WHERE_TO)


def for_people_here(situation: MorningSituation) -> Verdict | None:
    """What is put in is for people who are here."""
    here = {person.id for person in situation.present}
    return None if here.issuperset(situation.affected) else refuse(Code.PERSON_NOT_HERE)


def still_asked(situation: MorningSituation) -> Verdict | None:
    """Need a wish that still waits."""
    return refuse(Code.TODAY_ASK_GONE) if situation.today_ask is None else None


def has_a_say(situation: MorningSituation) -> Verdict | None:
    """Let only those answer whom the rung gives a say."""
    ask = situation.today_ask
    if situation.speaker.id in (*ask.asked, *ask.deciders):
        return None
    return refuse(Code.NOT_ASKED_TODAY, names=situation.names(ask.deciders or ask.asked))


_CHANGED = (running, step_there, not_skipped, still_to_do, own_or_theirs, asks_for_it, not_safety)
_REASON = (written("reason", Code.REASON_FIRST, 500),)

MAY = {
    MorningDeed.SKIP: (*_CHANGED, not_asked_yet("skip"), somebody_answers("skip")),
    MorningDeed.SWAP: (*_CHANGED, not_asked_yet("swap"), somebody_answers("swap")),
    MorningDeed.MOVE: (*_CHANGED, not_asked_yet("move"), somebody_answers("move")),
    MorningDeed.INSERT: (family, running, somebody_answers("insert")),
    MorningDeed.LATER: (
        family,
        running,
        leaves_at_a_time,
        to_be_done,
        not_asked_yet("later"),
        somebody_answers("later"),
    ),
    MorningDeed.AGREE: (running, still_asked, has_a_say),
}

ENOUGH = {
    MorningDeed.SKIP: _REASON,
    MorningDeed.SWAP: (written("title", Code.TODAY_TITLE_FIRST, 80), takes_minutes(0), *_REASON),
    MorningDeed.MOVE: (to_somewhere_else, at_most("reason", 500)),
    MorningDeed.INSERT: (
        written("title", Code.TODAY_TITLE_FIRST, 80),
        takes_minutes(1),
        for_people_here,
        at_most("reason", 500),
    ),
    MorningDeed.LATER: (some_minutes_later, at_most("reason", 500)),
    MorningDeed.AGREE: (at_most("reason", 500),),
}
