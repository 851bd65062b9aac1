"""What a safety override puts on the family's agenda. Lengths are in days."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

REVIEW_WITHIN = 7
WATCHED = 14


def review_by(set_on: date) -> date:
    """Return the day by which an override is talked about."""
    return set_on + timedelta(days=REVIEW_WITHIN)


def two_overrides(times: Iterable[date | datetime], today: date) -> bool:
    """Return whether a step had two overrides within the 14 days that end today."""
    days = (each.date() if isinstance(each, datetime) else each for each in times)
    return sum(today - timedelta(days=WATCHED) < day <= today for day in days) >= 2
