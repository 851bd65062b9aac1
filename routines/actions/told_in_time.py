"""Asking the rules about what a tablet without a net brings late: what was told in time counts."""

from dataclasses import replace
from datetime import datetime

from households.actions.refusal import Refused
from routines.actions.morning_stage import MorningStage
from routines.rules.felt import told_at
from routines.rules.morning.deeds import MorningDeed, may_today, offered_today


def told_in_time(scene: MorningStage, deed: MorningDeed, age: float, **attempt: object) -> datetime:
    """Return when it was told; raises `Refused` with the rules' reason, as of then.

    `age` is how many seconds ago it was tapped. An attempt in which nothing is filled in is a pass: only whether it is
    theirs to tell is asked.
    """
    made = told_at(scene.at, age)
    ask = may_today if any(attempt.values()) or not attempt else offered_today
    verdict = ask(deed, replace(scene.situation(**attempt), now=made))
    if not verdict:
        raise Refused(str(verdict.code), **dict(verdict.params))
    return made
