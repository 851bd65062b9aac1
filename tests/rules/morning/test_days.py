"""The two weeks somebody lives by, read from any week; and breaks that meet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.morning.presence import (
    EVERY_DAY,
    Pause,
    Presence,
    away_by_pattern,
    here_on,
    monday,
    overlap,
    pattern_on,
    seen_from,
    turned,
)
from tests.rules.household import BO, LEO

MONDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 8)
WEEK = timedelta(days=7)
MASKS = st.integers(0, EVERY_DAY)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(DAYS)
def test_a_week_begins_on_its_monday(day):
    assert monday(day).weekday() == 0
    assert 0 <= (day - monday(day)).days < 7


@given(MASKS)
def test_turning_twice_is_nothing(days):
    assert turned(turned(days)) == days
    assert 0 <= turned(days) <= EVERY_DAY


@given(MASKS, DAYS, DAYS)
def test_a_pattern_means_the_same_from_whatever_week_it_is_read(days, begins, day):
    pattern = Presence(BO.id, days, monday(begins), date(2020, 1, 1))
    read = Presence(BO.id, seen_from(pattern, day), monday(day), date(2020, 1, 1))
    for ahead in range(-15, 15):
        other = day + timedelta(days=ahead)
        assert here_on(BO.id, other, (pattern,)) == here_on(BO.id, other, (read,))


def test_the_pattern_of_a_day_is_the_last_that_has_begun():
    first, later = Presence(BO.id, 1, MONDAY, MONDAY), Presence(BO.id, 2, MONDAY, SUNDAY)
    both = (later, first, Presence(LEO.id, 3, MONDAY, MONDAY))
    assert pattern_on(BO.id, MONDAY - WEEK, both) is None
    assert pattern_on(BO.id, MONDAY, both) == first
    assert pattern_on(BO.id, SUNDAY, both) == later


def test_where_somebody_is_who_is_not_here():
    weekdays = Presence(BO.id, 0b0011111_0011111, MONDAY, MONDAY)
    assert away_by_pattern(BO.id, MONDAY, (weekdays,)) == ""
    assert away_by_pattern(BO.id, SUNDAY, (weekdays,)) == "other_home"
    assert away_by_pattern(LEO.id, SUNDAY, (weekdays,)) == ""


ALL = Pause(1, "holiday", MONDAY, SUNDAY)
MEETING = [
    ("the same days", Pause(2, "sick", MONDAY, SUNDAY), True),
    ("from its last day", Pause(2, "sick", SUNDAY, None), True),
    ("from the day after", Pause(2, "sick", SUNDAY + timedelta(days=1), None), False),
    ("until its first day", Pause(2, "sick", MONDAY - WEEK, MONDAY), True),
    ("before it", Pause(2, "sick", MONDAY - WEEK, MONDAY - timedelta(days=1)), False),
    ("one person's in everybody's", Pause(2, "sick", MONDAY, MONDAY, member=BO.id), True),
    ("one routine's in all", Pause(2, "sick", MONDAY, MONDAY, routine=9), True),
]


@pytest.mark.parametrize(("other", "meet"), [row[1:] for row in MEETING], ids=[row[0] for row in MEETING])
def test_breaks_that_meet(other, meet):
    assert overlap(ALL, other) is overlap(other, ALL) is meet


def test_breaks_of_two_people_or_two_routines_do_not_meet():
    bos = Pause(1, "sick", MONDAY, None, member=BO.id)
    assert not overlap(bos, Pause(2, "sick", MONDAY, None, member=LEO.id))
    assert overlap(bos, Pause(2, "sick", MONDAY, None, member=BO.id, routine=9))
    assert not overlap(Pause(1, "other", MONDAY, routine=8), Pause(2, "other", MONDAY, routine=9))
