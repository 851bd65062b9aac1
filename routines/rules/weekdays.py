"""Days of the week as a bit mask: Monday is 1, Sunday 64."""

from collections.abc import Iterable
from datetime import date, timedelta


def days_of(mask: int) -> tuple[int, ...]:
    """Return the days in a mask, Monday = 0 to Sunday = 6, in order."""
    return tuple(day for day in range(7) if mask >> day & 1)


def mask_of(days: Iterable[int]) -> int:
    """Return the mask of some days, Monday = 0 to Sunday = 6; ValueError for any other day."""
    mask = 0
    for day in days:
        if not 0 <= day <= 6:
            raise ValueError(day)
        mask |= 1 << day
    return mask


def next_day(mask: int, today: date) -> date | None:
    """Return the next day in the mask, today included; None when the mask has no day."""
    coming = (today + timedelta(days=ahead) for ahead in range(7))
    return next((day for day in coming if mask >> day.weekday() & 1), None)
