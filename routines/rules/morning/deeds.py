"""The one function that decides what may be done in a morning, and says why.

`offered_today` answers "may this person do this now?": it draws the button. `may_today` asks that and then whether what
was filled in is enough: it guards the verb. Both answer with the same verdicts, so whatever `offered_today` refuses,
`may_today` refuses with the same reason.
"""

from routines.rules.codes import Code
from routines.rules.morning import bundles, changing, living, noticing, picks, planning
from routines.rules.morning.checks import Check
from routines.rules.morning.situation import (
    BundleState,
    MorningDeed,
    MorningSituation,
    PickState,
    RepairState,
)
from routines.rules.people import may_act_for
from routines.rules.verdict import ALLOWED, Verdict, refuse

__all__ = ["BundleState", "MorningDeed", "MorningSituation", "PickState", "RepairState", "may_today", "offered_today"]

_FAMILIES = (living, changing, planning, picks, bundles, noticing)
_MAY: dict[MorningDeed, tuple[Check, ...]] = {}
_ENOUGH: dict[MorningDeed, tuple[Check, ...]] = {}
for _family in _FAMILIES:
    _MAY |= _family.MAY
    _ENOUGH |= _family.ENOUGH


def offered_today(deed: MorningDeed, situation: MorningSituation) -> Verdict:
    """Return whether this person may do this now, whatever is still to be filled in."""
    return _weigh((_present, _acts_for, *_MAY[deed]), situation)


def may_today(deed: MorningDeed, situation: MorningSituation) -> Verdict:
    """Return whether this person may do this now, just as it was filled in."""
    return _weigh((_present, _acts_for, *_MAY[deed], *_ENOUGH.get(deed, ())), situation)


def _weigh(checks: tuple[Check, ...], situation: MorningSituation) -> Verdict:
    for check in checks:
        verdict = check(situation)
        if verdict is not None:
            return verdict
    return ALLOWED


def _present(situation: MorningSituation) -> Verdict | None:
    """Who has left the household does nothing in it, and nothing is done in their name."""
    gone = situation.actor.left or situation.speaker.left
    return refuse(Code.LEFT, who=situation.speaker.name) if gone else None


def _acts_for(situation: MorningSituation) -> Verdict | None:
    """Nobody taps for another, except a parent for who cannot tap themselves."""
    if may_act_for(situation.actor, situation.speaker):
        return None
    return refuse(Code.ACTING_FOR_NOT_YOURS, who=situation.speaker.name)
