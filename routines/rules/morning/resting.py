"""Which morning a shared tablet rests on while it is nobody's, and which one can still be told about there."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from routines.rules.morning.living import BACK_WITHIN
from routines.rules.morning.state import MorningState
from routines.rules.morning.taps import accepts_taps, is_running
from routines.rules.state import Person


def rests_on(mornings: Iterable[MorningState], now: datetime) -> MorningState | None:
    """Return the morning a tablet shows by itself: the one that runs, else one they have just left from.

    Of several the one begun last counts. Who is off can come back for an hour; after it the tablet shows its faces.
    """
    begun = sorted(mornings, key=lambda each: (each.started, each.id), reverse=True)
    running = (each for each in begun if is_running(each, now))
    return next(running, None) or next((each for each in begun if _just_left(each, now)), None)


def rests_until(morning: MorningState) -> datetime | None:
    """Return when a tablet stops to rest on a morning that was left; None while nobody has left."""
    return None if morning.left is None else morning.left + BACK_WITHIN


def tells_of(mornings: Iterable[MorningState], now: datetime) -> MorningState | None:
    """Return the morning that can still be told about, the latest of several: left, and the next day not yet over."""
    left = (each for each in mornings if each.left is not None and accepts_taps(each, now))
    return max(left, key=lambda each: (each.started, each.id), default=None)


def in_hand(morning: MorningState, faces: Sequence[Person]) -> tuple[Person, ...]:
    """Return which of a tablet's faces have a part in a morning."""
    named = {doing.member for step in morning.steps for doing in step.doings if doing.member not in step.away}
    return tuple(person for person in faces if person.id in named)


def _just_left(morning: MorningState, now: datetime) -> bool:
    until = rests_until(morning)
    return until is not None and timedelta() <= until - now
