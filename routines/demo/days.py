"""The days of the story: a Monday at least two days ago, six weeks before it, and since then."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TIME_ZONE = "Europe/London"
ZONE = ZoneInfo(TIME_ZONE)

FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = range(-3, 2)
# The Mondays before it, the earliest first. The household is founded on the Friday before them all.
WEEKS = FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH = tuple(range(-42, 0, 7))
FOUNDED = FIRST - 3


class Days:
    """The clock of the story. Each moment is later than all before it, and none is in the future."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.today = now.astimezone(ZONE).date()
        self.monday = self.today - timedelta(days=2)
        self.monday -= timedelta(days=self.monday.weekday())
        self._told = datetime.min.replace(tzinfo=ZONE)

    def on(self, day: int, clock: str) -> None:
        """Go to a time of a day, counted from the Monday: `on(SUNDAY, "18:30")`."""
        self._go(datetime.combine(self.date(day), time.fromisoformat(clock), ZONE))

    def yesterday(self, clock: str) -> None:
        """Go to a time of the day before now."""
        self._go(datetime.combine(self.today - timedelta(days=1), time.fromisoformat(clock), ZONE))

    def minutes_ago(self, minutes: int) -> None:
        """Go to some minutes before now."""
        self._go(self.now - timedelta(minutes=minutes))

    def date(self, day: int) -> date:
        """Return the date of a day, counted from the Monday."""
        return self.monday + timedelta(days=day)

    def tick(self, seconds: int = 40) -> datetime:
        """Return the next moment: people take their time, so many seconds of it."""
        self._told += timedelta(seconds=seconds)
        return self._told

    def later(self, since: datetime, minutes: int) -> datetime:
        """Go to some minutes after a moment, and return it."""
        moment = since + timedelta(minutes=minutes)
        self._go(moment)
        return moment

    @property
    def told(self) -> datetime:
        """Return up to when the story has been told."""
        return self._told

    @property
    def until(self) -> int:
        """Return yesterday, counted from the Monday."""
        return (self.today - self.monday).days - 1

    def end_of(self, day: int) -> datetime:
        """Return the last minute of a day."""
        return datetime.combine(self.date(day), time(23, 59), ZONE)

    def _go(self, moment: datetime) -> None:
        self._told = max(self._told, moment)
