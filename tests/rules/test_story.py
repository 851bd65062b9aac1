"""A step's story: every feeling counts once, in its month, for whose it is; and where the step stood on every day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.lanes import LANES, NOTICED_ONLY, PLANNED_AS, as_planned
from routines.rules.state import Rung
from routines.rules.story import (
    Felt,
    Move,
    Stand,
    Times,
    month_before,
    month_end,
    months_until,
    story,
)

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
IVY, LEO = 5, 3


def felt(day, felt, member=IVY, morning=None):
    return Felt(day, morning or day.toordinal(), member, felt)


def test_it_counts_each_person_and_feeling_in_its_month():
    told = [
        felt(date(2026, 2, 2), "pushed"),
        felt(date(2026, 2, 3), "pushed"),
        felt(date(2026, 2, 3), "consult", LEO),
        felt(date(2026, 2, 28), "consult"),
        felt(date(2026, 3, 1), "pushed"),
        felt(date(2025, 12, 31), "pushed"),
    ]
    january, february, march = story([Move(JAN, CONSULT)], told, (JAN, FEB, MAR))
    assert january.times == january.mornings == ()
    assert february.times == (Times("consult", LEO, 1), Times("consult", IVY, 1), Times("pushed", IVY, 2))
    assert [on for _id, on in february.mornings] == [date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 28)]
    assert march.times == (Times("pushed", IVY, 1),)


STANDS = [
    ("from the beginning", [Move(date(2025, 6, 1), INFORM)], [(INFORM, 1, 28)]),
    ("not yet there", [Move(MAR, INFORM)], []),
    ("added in the month", [Move(date(2026, 2, 10), CONSULT)], [(CONSULT, 10, 28)]),
    ("on its last day", [Move(date(2026, 2, 28), CONSULT)], [(CONSULT, 28, 28)]),
    ("climbed", [Move(JAN, INFORM), Move(date(2026, 2, 10), CONSULT)], [(INFORM, 1, 9), (CONSULT, 10, 28)]),
    ("climbed on the first", [Move(JAN, INFORM), Move(FEB, CONSULT)], [(CONSULT, 1, 28)]),
    ("climbed later", [Move(JAN, INFORM), Move(MAR, CONSULT)], [(INFORM, 1, 28)]),
    (
        "up and down",
        [Move(JAN, INFORM), Move(date(2026, 2, 5), COPRODUCE), Move(date(2026, 2, 20), CONSULT)],
        [(INFORM, 1, 4), (COPRODUCE, 5, 19), (CONSULT, 20, 28)],
    ),
    (
        "twice on a day",
        [Move(JAN, INFORM), Move(date(2026, 2, 5), COPRODUCE), Move(date(2026, 2, 5), CODESIGN)],
        [(INFORM, 1, 4), (CODESIGN, 5, 28)],
    ),
    (
        "there and back on a day",
        [Move(JAN, INFORM), Move(date(2026, 2, 5), CONSULT), Move(date(2026, 2, 5), INFORM)],
        [(INFORM, 1, 28)],
    ),
]


@pytest.mark.parametrize(("moves", "stands"), [row[1:] for row in STANDS], ids=[row[0] for row in STANDS])
def test_where_it_stood(moves, stands):
    (february,) = story(moves, (), (FEB,))
    wanted = [Stand(rung, date(2026, 2, first), date(2026, 2, last)) for rung, first, last in stands]
    assert list(february.stands) == wanted


def test_months():
    assert months_until(date(2026, 3, 9), date(2026, 1, 31), 12) == (JAN, FEB, MAR)
    assert months_until(date(2026, 3, 9), date(2020, 1, 31), 2) == (FEB, MAR)
    assert months_until(date(2026, 1, 9), date(2025, 11, 3), 12) == (date(2025, 11, 1), date(2025, 12, 1), JAN)
    assert months_until(date(2026, 1, 9), MAR, 12) == ()
    assert month_before(JAN) == date(2025, 12, 1)
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)
    assert month_end(date(2025, 12, 1)) == date(2025, 12, 31)


def test_the_lanes_hold_every_rung_and_what_is_only_noticed():
    assert set(LANES) == {*PLANNED_AS.values(), *NOTICED_ONLY}
    assert [as_planned(lane, CONSULT) for lane in LANES] == [False, False, True, False, False, False, False]


DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
TOLD = st.lists(st.tuples(DAYS, st.integers(1, 4), st.sampled_from(LANES)), max_size=60)
MONTHS = st.tuples(DAYS, DAYS).map(lambda days: months_until(max(days), min(days), 12))


@given(TOLD, MONTHS)
def test_nothing_is_counted_twice_and_nothing_is_lost(told, months):
    feelings = [Felt(on, number, member, lane) for number, (on, member, lane) in enumerate(told)]
    found = story([Move(date(2022, 1, 1), CONSULT)], feelings, months)
    inside = [each for each in feelings if each.on.replace(day=1) in months]
    assert sum(times.times for month in found for times in month.times) == len(inside)
    for month in found:
        of_month = [each for each in inside if each.on.replace(day=1) == month.month]
        counted = {(times.felt, times.member): times.times for times in month.times}
        assert len(counted) == len(month.times)
        assert counted == Counter((each.felt, each.member) for each in of_month)
        assert sorted(id_ for id_, _on in month.mornings) == [each.morning for each in sorted(of_month, key=_number)]


def _number(each):
    return each.morning


@given(st.lists(st.tuples(DAYS, st.sampled_from(Rung)), min_size=1, max_size=8), MONTHS)
def test_on_every_day_it_stands_in_one_place(moved, months):
    moves = [Move(on, rung) for on, rung in sorted(moved, key=lambda each: each[0])]
    for month in story(moves, (), months):
        day = month.month
        while day <= month_end(month.month):
            there = [stand.rung for stand in month.stands if stand.first <= day <= stand.last]
            before = [move.rung for move in moves if move.on <= day]
            assert there == before[-1:]
            day += timedelta(days=1)
        for earlier, later in zip(month.stands, month.stands[1:], strict=False):
            assert earlier.rung is not later.rung
