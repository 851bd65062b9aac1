"""A period of one household, by its own clock."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Span:
    """From one local date to another, both included: the moments from `begins` on and before `ends`."""

    household_id: int
    first: date
    last: date
    zone: ZoneInfo
    begins: datetime
    ends: datetime

    def day(self, at: datetime) -> date:
        """Return the household's date of a moment."""
        return at.astimezone(self.zone).date()

    def holds(self, at: datetime | None) -> bool:
        """Return whether a moment lies in it."""
        return at is not None and self.begins <= at < self.ends
