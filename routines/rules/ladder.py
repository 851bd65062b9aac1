"""The one function that decides what may be done, and says why.

`may` answers "may this person do this now?": it draws the button. `judge` asks that and then
whether what was filled in is enough: it guards the verb. Both answer with the same verdicts, so a
button and its verb never disagree: whatever `may` refuses, `judge` refuses with the same reason.
"""

from routines.rules.codes import Code
from routines.rules.judge import (
    asking,
    climbing,
    overriding,
    plan,
    settling,
    undoing,
    voicing,
)
from routines.rules.judge.checks import Check
from routines.rules.people import may_act_for, still_here
from routines.rules.situation import Deed, Situation
from routines.rules.verdict import ALLOWED, Verdict, allow, refuse

__all__ = ["Code", "Deed", "Situation", "Verdict", "allow", "judge", "may", "refuse"]

_FAMILIES = (plan, asking, voicing, settling, climbing, overriding, undoing)
_MAY: dict[Deed, tuple[Check, ...]] = {}
_ENOUGH: dict[Deed, tuple[Check, ...]] = {}
for _family in _FAMILIES:
    _MAY |= _family.MAY
    _ENOUGH |= _family.ENOUGH


def may(deed: Deed, situation: Situation) -> Verdict:
    """Return whether this person may do this now, whatever is still to be filled in."""
    return _weigh((_present, _acts_for, *_MAY[deed]), still_here(situation))


def judge(deed: Deed, situation: Situation) -> Verdict:
    """Return whether this person may do this now, just as it was filled in."""
    enough = _ENOUGH.get(deed, ())
    return _weigh((_present, _acts_for, *_MAY[deed], *enough), still_here(situation))


def _weigh(checks: tuple[Check, ...], situation: Situation) -> Verdict:
    """Return the first refusal, or the permission when there is none."""
    for check in checks:
        verdict = check(situation)
        if verdict is not None:
            return verdict
    return ALLOWED


def _present(situation: Situation) -> Verdict | None:
    """Who has left the household does nothing in it, and nothing is done in their name."""
    gone = situation.actor.left or situation.speaker.left
    return refuse(Code.LEFT, who=situation.speaker.name) if gone else None


def _acts_for(situation: Situation) -> Verdict | None:
    """Nobody speaks for another, except a parent for who cannot tap themselves."""
    if may_act_for(situation.actor, situation.speaker):
        return None
    return refuse(Code.ACTING_FOR_NOT_YOURS, who=situation.speaker.name)
