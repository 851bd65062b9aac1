"""Bundles: picks that share their turns, because everybody who picks there has openly agreed to it."""

from routines.rules.codes import Code
from routines.rules.morning.situation import MorningDeed, MorningSituation
from routines.rules.people import is_parent
from routines.rules.verdict import Verdict, refuse

LEAST_PICKS = 2


def picks_there(situation: MorningSituation) -> Verdict | None:
    """Let those who pick there, where it stands already which picks are meant."""
    bundle = situation.bundle
    if bundle is None or situation.speaker.id in bundle.members:
        return None
    return refuse(Code.BUNDLE_NOT_YOURS, names=situation.names(bundle.members))


def parents_too(situation: MorningSituation) -> Verdict | None:
    """Let those who pick there, and parents."""
    return None if is_parent(situation.speaker) else picks_there(situation)


def two_at_least(situation: MorningSituation) -> Verdict | None:
    """One pick alone shares nothing."""
    return refuse(Code.BUNDLE_TWO) if len(situation.picks) < LEAST_PICKS else None


def free(situation: MorningSituation) -> Verdict | None:
    """A pick shares its turns in one bundle, and waits for one answer at a time."""
    taken = next((pick for pick in situation.picks if pick.bundled), None)
    return refuse(Code.BUNDLE_ALREADY, idea=taken.text) if taken else None


def still_asked(situation: MorningSituation) -> Verdict | None:
    """Need a bundle that waits for answers."""
    bundle = situation.bundle
    return refuse(Code.BUNDLE_GONE) if bundle is None or bundle.over or bundle.agreed else None


def stands(situation: MorningSituation) -> Verdict | None:
    """Need a bundle that is not over."""
    return refuse(Code.BUNDLE_GONE) if situation.bundle is None or situation.bundle.over else None


MAY = {
    MorningDeed.BUNDLE_PROPOSE: (parents_too,),
    MorningDeed.BUNDLE_SAY: (still_asked, picks_there),
    MorningDeed.BUNDLE_END: (stands, parents_too),
}

ENOUGH = {
    MorningDeed.BUNDLE_PROPOSE: (two_at_least, free),
}
