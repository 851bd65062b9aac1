"""Who is here: two homes, alternate weeks, single days, holidays, illness."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.morning.presence import (
    EVERY_DAY,
    Away,
    DayException,
    Pause,
    Presence,
    away_on,
    for_today,
    here_on,
    paused,
)
from tests.rules.household import BO, LEO, MUM
from tests.rules.morning.mornings import ids

MONDAY = date(2026, 3, 2)
WEEK_A = 0b00000001111111
# Weekdays of week A here, of week B with Dad; a weekend at each.
SCHOOL_A = 0b00000000011111


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=each) for each in range(count)]


def week_about(member=BO.id, mask=WEEK_A, begins=MONDAY, since=date(2020, 1, 1)):
    return Presence(member, mask, begins, since)


HERE = [
    ("who has no pattern lives here", (), (), MONDAY, True),
    ("Monday of week A", (week_about(),), (), MONDAY, True),
    ("Sunday of week A", (week_about(),), (), date(2026, 3, 8), True),
    ("Monday of week B", (week_about(),), (), date(2026, 3, 9), False),
    ("Sunday of week B", (week_about(),), (), date(2026, 3, 15), False),
    ("week A again", (week_about(),), (), date(2026, 3, 16), True),
    ("Saturday of a school week", (week_about(mask=SCHOOL_A),), (), date(2026, 3, 7), False),
    ("the week before it began", (week_about(),), (), date(2026, 3, 1), False),
    ("two weeks before it began", (week_about(),), (), date(2026, 2, 22), True),
    ("across the year's end, A", (week_about(begins=date(2025, 12, 29)),), (), date(2026, 1, 4), True),
    ("across the year's end, B", (week_about(begins=date(2025, 12, 29)),), (), date(2026, 1, 5), False),
    ("a year of 53 weeks", (week_about(begins=date(2026, 12, 21)),), (), date(2027, 1, 4), True),
    ("a year of 53 weeks, week 53", (week_about(begins=date(2026, 12, 21)),), (), date(2026, 12, 31), False),
    ("another's pattern", (week_about(LEO.id, 0),), (), MONDAY, True),
    ("not valid yet", (week_about(mask=0, since=date(2026, 3, 3)),), (), MONDAY, True),
    ("valid from just now", (week_about(mask=0, since=MONDAY),), (), MONDAY, False),
    ("a later one takes its place", (week_about(mask=0), week_about(mask=EVERY_DAY, since=MONDAY)), (), MONDAY, True),
    ("however listed", (week_about(mask=EVERY_DAY, since=MONDAY), week_about(mask=0)), (), MONDAY, True),
    ("of two from one day the last said", (week_about(mask=0), week_about(mask=EVERY_DAY)), (), MONDAY, True),
    ("a day otherwise: away", (), (DayException(BO.id, MONDAY, False),), MONDAY, False),
    ("a day otherwise: here", (week_about(mask=0),), (DayException(BO.id, MONDAY, True),), MONDAY, True),
    ("another day's exception", (), (DayException(BO.id, date(2026, 3, 3), False),), MONDAY, True),
    ("another's exception", (), (DayException(LEO.id, MONDAY, False),), MONDAY, True),
    ("a pattern that begins midweek", (week_about(begins=date(2026, 3, 4)),), (), MONDAY, True),
]


@pytest.mark.parametrize(
    ("presences", "exceptions", "day", "here"), [row[1:] for row in HERE], ids=[row[0] for row in HERE]
)
def test_who_is_here(presences, exceptions, day, here):
    assert here_on(BO.id, day, presences, exceptions) is here


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
MASKS = st.integers(0, EVERY_DAY)


@given(MASKS, DAYS, DAYS, st.integers(-60, 60))
def test_every_fortnight_is_alike(mask, begins, day, fortnights):
    pattern = (Presence(BO.id, mask, begins - timedelta(days=begins.weekday()), date.min),)

    assert here_on(BO.id, day, pattern) is here_on(BO.id, day + timedelta(days=14 * fortnights), pattern)


@given(MASKS, DAYS, DAYS)
def test_a_fortnight_has_just_the_days_that_were_chosen(mask, begins, day):
    pattern = (Presence(BO.id, mask, begins - timedelta(days=begins.weekday()), date.min),)

    assert sum(here_on(BO.id, each, pattern) for each in days(day, 14)) == mask.bit_count()


@given(MASKS, DAYS, DAYS, st.booleans())
def test_a_day_otherwise_beats_the_pattern_on_that_day_alone(mask, begins, day, here):
    pattern = (Presence(BO.id, mask, begins - timedelta(days=begins.weekday()), date.min),)
    exceptions = (DayException(BO.id, day, here),)

    assert here_on(BO.id, day, pattern, exceptions) is here
    for other in (day - timedelta(days=1), day + timedelta(days=1)):
        assert here_on(BO.id, other, pattern, exceptions) is here_on(BO.id, other, pattern)


@given(MASKS, MASKS, DAYS, DAYS)
def test_two_homes_that_share_a_child_never_both_have_it(mask, other, begins, day):
    monday = begins - timedelta(days=begins.weekday())
    here = (Presence(BO.id, mask, monday, date.min),)
    there = (Presence(BO.id, EVERY_DAY - mask, monday, date.min),)

    assert here_on(BO.id, day, here) is not here_on(BO.id, day, there)


SICK = Pause(1, "sick", MONDAY, date(2026, 3, 4), member=BO.id)
SKIING = Pause(2, "holiday", MONDAY, date(2026, 3, 8), member=BO.id)
BORED = Pause(3, "other", MONDAY, None, member=BO.id, routine=9)
EASTER = Pause(4, "holiday", date(2026, 3, 30), date(2026, 4, 12))

AWAY = [
    ("nobody", (), (), (), MONDAY, None),
    ("with Dad", (week_about(),), (), (), date(2026, 3, 9), ("other_home", date(2026, 3, 15))),
    ("with Dad, the last day", (week_about(),), (), (), date(2026, 3, 15), ("other_home", date(2026, 3, 15))),
    ("moved out", (week_about(mask=0),), (), (), MONDAY, ("other_home", None)),
    ("a swapped day", (week_about(),), (DayException(BO.id, MONDAY, False),), (), MONDAY, ("other_home", MONDAY)),
    ("sleeping at a friend's", (), (DayException(BO.id, MONDAY, False),), (), MONDAY, ("other", MONDAY)),
    ("sick", (), (), (SICK,), MONDAY, ("sick", date(2026, 3, 4))),
    ("sick, the last day", (), (), (SICK,), date(2026, 3, 4), ("sick", date(2026, 3, 4))),
    ("well again", (), (), (SICK,), date(2026, 3, 5), None),
    ("not sick yet", (), (), (SICK,), date(2026, 3, 1), None),
    ("of two the one that lasts", (), (), (SICK, SKIING), MONDAY, ("holiday", date(2026, 3, 8))),
    ("no end known", (), (), (SKIING, BORED), MONDAY, ("other", None)),
    ("sick at the other home", (week_about(mask=0),), (), (SICK,), MONDAY, ("sick", date(2026, 3, 4))),
    ("here after all, but sick", (), (DayException(BO.id, MONDAY, True),), (SICK,), MONDAY,
     ("sick", date(2026, 3, 4))),
    ("a pause of everybody stops the routine, nobody is away", (), (), (EASTER,), date(2026, 4, 1), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("presences", "exceptions", "pauses", "day", "away"), [row[1:] for row in AWAY], ids=[row[0] for row in AWAY]
)
def test_who_is_away_and_why(presences, exceptions, pauses, day, away):
    found = away_on(day, (MUM.id, BO.id), presences, exceptions, pauses, 9)

    assert found == ((Away(BO.id, *away),) if away else ())


def test_a_pause_of_another_routine_leaves_this_one_alone():
    assert away_on(MONDAY, (BO.id,), (), (), (BORED,), 10) == ()
    assert away_on(MONDAY, (BO.id,), (), (), (BORED,), None) == ()


PAUSED = [
    ("none", (), 9, None),
    ("everybody's", (Pause(1, "holiday", MONDAY, MONDAY),), 9, 1),
    ("one person's is none", (SICK,), 9, None),
    ("of this routine", (Pause(1, "holiday", MONDAY, None, routine=9),), 9, 1),
    ("of another routine", (Pause(1, "holiday", MONDAY, None, routine=8),), 9, None),
    ("over", (Pause(1, "holiday", date(2026, 2, 1), date(2026, 3, 1)),), 9, None),
    ("to come", (Pause(1, "holiday", date(2026, 3, 3), None),), 9, None),
    ("the one that lasts longest", (Pause(1, "sick", MONDAY, MONDAY), Pause(2, "holiday", MONDAY, None)), 9, 2),
]


@pytest.mark.parametrize(("pauses", "routine", "found"), [row[1:] for row in PAUSED], ids=[row[0] for row in PAUSED])
def test_what_stops_a_routine(pauses, routine, found):
    pause = paused(MONDAY, pauses, routine)

    assert (pause.id if pause else None) == found


# Whom a step is for, who does it, who is away: who is left, who helps, who is missed.
LEFT = [
    ("all here", "Mum Bo", "Mum", "", ("Mum Bo", "", "")),
    ("a helper", "Bo", "Mum", "", ("Bo", "Mum", "")),
    ("one away", "Mum Bo", "", "Bo", ("Mum", "", "Bo")),
    ("all away", "Bo Ivy", "Mum", "Bo Ivy", None),
    ("the helper away", "Bo", "Mum", "Mum", ("Bo", "", "")),
    ("for nobody, done by somebody", "", "Mum", "", ("", "Mum", "")),
    ("for nobody, nobody here to do it", "", "Mum", "Mum", None),
    ("for nobody, by nobody", "", "", "", None),
    ("others away", "Mum", "", "Bo", ("Mum", "", "")),
]


@pytest.mark.parametrize(("affected", "doers", "away", "left"), [row[1:] for row in LEFT], ids=[row[0] for row in LEFT])
def test_who_is_left_of_a_step(affected, doers, away, left):
    named = for_today(ids(affected), ids(doers), tuple(Away(member, "sick") for member in ids(away)))

    if left is None:
        assert named is None
    else:
        assert (named.affected, named.helping, named.away) == tuple(ids(each) for each in left)
