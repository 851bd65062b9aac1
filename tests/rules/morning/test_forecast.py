"""When to start, by how long it really took; nothing is claimed on fewer than five mornings."""

from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.morning.forecast import (
    Forecast,
    StepForecast,
    forecast,
    median,
    nearest_rank,
    step_forecasts,
)

BERLIN = ZoneInfo("Europe/Berlin")
EIGHT = datetime(2026, 3, 2, 8, 0, tzinfo=BERLIN)

# Real minutes, newest first: on how many it rests, how many are missing, usual, careful, start by.
ROWS = [
    ("no morning yet", (), 0, 5, None, None, None),
    ("four", (50, 60, 55, 70), 4, 1, None, None, None),
    ("five", (50, 60, 55, 70, 65), 5, 0, 60, 65, "06:55"),
    ("six, two in the middle", (50, 60, 55, 70, 65, 61), 6, 0, 61, 65, "06:55"),
    ("ten", tuple(range(41, 51)), 10, 0, 46, 48, "07:12"),
    ("always alike", (45,) * 7, 7, 0, 45, 45, "07:15"),
    ("one that went wrong moves nothing", (45, 45, 45, 45, 300), 5, 0, 45, 45, "07:15"),
    ("only the last twenty", (45,) * 20 + (300,) * 30, 20, 0, 45, 45, "07:15"),
]


@pytest.mark.parametrize(
    ("minutes", "rests_on", "missing", "usual", "careful", "start_by"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_when_to_start(minutes, rests_on, missing, usual, careful, start_by):
    said = forecast(minutes, 45, EIGHT)

    assert (said.enough, said.rests_on, said.missing) == (missing == 0, rests_on, missing)
    assert (said.usual_minutes, said.careful_minutes) == (usual, careful)
    assert (said.start_by.strftime("%H:%M") if said.start_by else None) == start_by


def test_beside_the_plan():
    assert forecast((50,) * 5, 45, EIGHT).over_plan == 5
    assert forecast((40,) * 5, 45, EIGHT).over_plan == -5
    assert forecast((40,) * 4, 45, EIGHT) == Forecast(False, 4, 1)


def test_without_a_time_to_leave_there_is_none_to_start():
    said = forecast((50,) * 5, 45, None)

    assert (said.usual_minutes, said.start_by) == (50, None)


@pytest.mark.parametrize(
    ("leave", "start_by"),
    [
        (datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN), "01:30+0100"),
        (datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN), "02:30+0100"),
        (datetime(2026, 3, 2, 0, 30, tzinfo=BERLIN), "23:00+0100"),
    ],
    ids=["clocks go forward", "clocks go back", "past midnight"],
)
def test_real_minutes_also_when_the_clocks_change(leave, start_by):
    assert forecast((90,) * 5, 45, leave).start_by.strftime("%H:%M%z") == start_by


def test_each_step():
    real = {1: (10, 12, 11, 30, 9), 2: (5, 5, 5, 5), 4: (1,) * 30}

    assert step_forecasts(real, [(1, 10), (2, 5), (3, 20), (4, 2)]) == (
        StepForecast(1, 10, True, 5, 11),
        StepForecast(2, 5, False, 4),
        StepForecast(3, 20, False, 0),
        StepForecast(4, 2, True, 20, 1),
    )


MINUTES = st.lists(st.integers(0, 600), min_size=1, max_size=40)


@given(MINUTES)
def test_the_median_has_as_many_above_as_below(minutes):
    middle = median(minutes)

    assert 2 * sum(each < middle for each in minutes) <= len(minutes)
    assert 2 * sum(each > middle for each in minutes) <= len(minutes)


@given(MINUTES, st.fractions(0, 1))
def test_so_many_kept_to_it(minutes, share):
    value = nearest_rank(minutes, share)

    assert Fraction(sum(each <= value for each in minutes), len(minutes)) >= share
    assert Fraction(sum(each < value for each in minutes), len(minutes)) < max(share, Fraction(1, 1000))


@given(st.lists(st.integers(0, 600), max_size=40))
def test_careful_is_never_less_than_usual_and_nothing_is_claimed_on_few(minutes):
    said = forecast(minutes, 45, EIGHT)

    assert said.enough is (len(minutes) >= 5)
    if said.enough:
        assert said.careful_minutes >= said.usual_minutes
        assert said.start_by <= EIGHT
