"""How long a morning goes on, and when a late tap was made."""

from datetime import UTC, date, datetime, timedelta

import pytest

from routines.rules.morning.taps import accepts_taps, is_running, moment_of, taps_end
from tests.rules.morning.mornings import SEVEN, at, morning


@pytest.mark.parametrize(
    ("left", "hours", "runs"),
    [
        (None, 0, True),
        (None, 17.9, True),
        (None, 18, False),
        (60, 1, False),
    ],
    ids=["begun", "past midnight", "forgotten", "left"],
)
def test_how_long_it_runs(left, hours, runs):
    assert is_running(morning(left=left and at(left)), SEVEN + timedelta(hours=hours)) is runs


ENDS = [
    ("an ordinary day", "Europe/Berlin", date(2026, 3, 2), datetime(2026, 3, 3, 23, tzinfo=UTC)),
    ("the night clocks go forward", "Europe/Berlin", date(2026, 3, 28), datetime(2026, 3, 29, 22, tzinfo=UTC)),
    ("the day after", "Europe/Berlin", date(2026, 3, 29), datetime(2026, 3, 30, 22, tzinfo=UTC)),
    ("the night clocks go back", "Europe/Berlin", date(2026, 10, 24), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ("far west", "America/New_York", date(2026, 3, 2), datetime(2026, 3, 4, 5, tzinfo=UTC)),
    ("far east", "Pacific/Auckland", date(2026, 3, 2), datetime(2026, 3, 3, 11, tzinfo=UTC)),
    ("a midnight the clocks skip", "Africa/Cairo", date(2026, 4, 22), datetime(2026, 4, 23, 22, tzinfo=UTC)),
    ("the turn of the year", "Europe/Berlin", date(2026, 12, 31), datetime(2027, 1, 1, 23, tzinfo=UTC)),
]


@pytest.mark.parametrize(("zone", "on", "ends"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_taps_are_taken_until_the_end_of_the_next_day(zone, on, ends):
    begun = morning()
    begun = type(begun)(begun.id, begun.routine, on, zone, begun.started)

    assert taps_end(begun) == ends
    assert accepts_taps(begun, ends - timedelta(seconds=1))
    assert not accepts_taps(begun, ends)


# When it arrived, its age in minutes, when they left: when it was made.
MOMENTS = [
    ("at once", 10, 0, None, 10),
    ("five minutes old", 10, 5, None, 5),
    ("older than the morning", 10, 45, None, 0),
    ("from the future", 10, -5, None, 10),
    ("absurdly old", 10, 15 * 24 * 60, None, 10),
    ("two weeks old", 10, 14 * 24 * 60, None, 0),
    ("not a number", 10, float("nan"), None, 10),
    ("endless", 10, float("inf"), None, 10),
    ("arrived after they left", 90, 0, 60, 60),
    ("made before they left", 90, 50, 60, 40),
    ("made after they left", 90, 20, 60, 60),
    ("a server clock before the start", -5, 0, None, 0),
]


@pytest.mark.parametrize(("arrived", "age", "left", "made"), [row[1:] for row in MOMENTS], ids=[r[0] for r in MOMENTS])
def test_when_a_late_tap_was_made(arrived, age, left, made):
    begun = morning(left=left and at(left))

    assert moment_of(begun, at(arrived), age * 60) == at(made)
