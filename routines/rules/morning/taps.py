"""How long a morning goes on, how long its taps are taken, and when a late one was made."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from routines.rules.morning.state import MorningState

LONGEST = timedelta(hours=18)
OLDEST_TAP = timedelta(days=14)


def is_running(morning: MorningState, now: datetime) -> bool:
    """Return whether a morning is going on: nobody has said "we're off", and it began less than 18 hours ago."""
    return morning.left is None and now - morning.started < LONGEST


def accepts_taps(morning: MorningState, now: datetime) -> bool:
    """Return whether what was tapped in a morning is still taken: until the end of the next day at home."""
    return now < taps_end(morning)


def taps_end(morning: MorningState) -> datetime:
    """Return the moment at which the day after a morning is over, in UTC."""
    return day_after_ends(morning.on, morning.zone)


def day_after_ends(on: date, zone: str) -> datetime:
    """Return the moment at which the day after a date is over, by the clock of an IANA zone, in UTC."""
    return datetime.combine(on + timedelta(days=2), time(), ZoneInfo(zone)).astimezone(UTC)


def moment_of(morning: MorningState, arrived: datetime, age_seconds: float) -> datetime:
    """Return when a tap was made that has arrived now and waited so many seconds for a connection.

    The tablet measures the age as a difference, so that a wrong clock does no harm. An age that cannot be is none.
    The moment lies within the morning.
    """
    age = age_seconds if 0 <= age_seconds <= OLDEST_TAP.total_seconds() else 0
    made = arrived - timedelta(seconds=age)
    return max(morning.started, min(made, morning.left or arrived))
