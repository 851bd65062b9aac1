"""Which routine is on top, from early morning until past midnight, wherever the household is."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from routines.rules.morning.today import Candidate, Standing, Turn, Why, today

BERLIN = ZoneInfo("Europe/Berlin")
WEEKDAYS, WEEKEND, DAILY = 0b0011111, 0b1100000, 0b1111111
SCHOOL = Candidate(1, WEEKDAYS, time(7, 5), time(8, 0))
HOMEWORK = Candidate(2, WEEKDAYS, time(15, 0), time(16, 0))
BED = Candidate(3, DAILY, time(19, 0), time(20, 0))
CHORES = Candidate(4, DAILY)
SLOW = Candidate(5, WEEKEND, time(9, 0), time(11, 0))
ALL = (CHORES, BED, HOMEWORK, SCHOOL, SLOW)
MONDAY, SATURDAY = (2026, 3, 2), (2026, 3, 7)


def order(candidates, local):
    """Return routines as words: "1 now"."""
    return [f"{each.routine} {each.why or each.state}" for each in today(candidates, local)]


DAYS = [
    ("before dawn", MONDAY, (5, 0), "4 now, 1 later, 2 later, 3 later, 5 weekday"),
    ("an hour before", MONDAY, (6, 5), "1 now, 4 now, 2 later, 3 later, 5 weekday"),
    ("a minute too early", MONDAY, (6, 4), "4 now, 1 later, 2 later, 3 later, 5 weekday"),
    ("in the middle", MONDAY, (7, 30), "1 now, 4 now, 2 later, 3 later, 5 weekday"),
    ("three hours late", MONDAY, (11, 0), "1 now, 4 now, 2 later, 3 later, 5 weekday"),
    ("over", MONDAY, (11, 1), "4 now, 2 later, 3 later, 1 missed, 5 weekday"),
    ("two at once, the closer on top", MONDAY, (18, 30), "3 now, 2 now, 4 now, 1 missed, 5 weekday"),
    ("two at once, whose hours it is", MONDAY, (19, 0), "3 now, 2 now, 4 now, 1 missed, 5 weekday"),
    ("two at once, the one to come is closer", MONDAY, (18, 0), "3 now, 2 now, 4 now, 1 missed, 5 weekday"),
    ("the end of the day", MONDAY, (23, 59), "4 now, 1 missed, 5 weekday, 2 missed, 3 missed"),
    ("past midnight it is another day", (2026, 3, 3), (0, 1), "4 now, 1 later, 2 later, 3 later, 5 weekday"),
    ("a Saturday", SATURDAY, (8, 30), "5 now, 4 now, 3 later, 1 weekday, 2 weekday"),
]


@pytest.mark.parametrize(("day", "clock", "listed"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_through_the_day(day, clock, listed):
    assert ", ".join(order(ALL, datetime(*day, *clock, tzinfo=BERLIN))) == listed


def with_(candidate, **more):
    return Candidate(**{name: getattr(candidate, name) for name in Candidate.__slots__} | more)


STATES = [
    ("it runs", with_(SCHOOL, running=True), Turn.RUNNING, None),
    ("it runs, though it is not its day", with_(SLOW, running=True), Turn.RUNNING, None),
    ("it runs, though there is a break", with_(SCHOOL, running=True, paused=True), Turn.RUNNING, None),
    ("they have left", with_(SCHOOL, finished=True), Turn.DONE, None),
    ("they left, and then the break began", with_(SCHOOL, finished=True, paused=True), Turn.DONE, None),
    ("a break", with_(SCHOOL, paused=True), Turn.NOT_TODAY, Why.PAUSED),
    ("a break on another day", with_(SLOW, paused=True), Turn.NOT_TODAY, Why.WEEKDAY),
    ("nobody here", with_(SCHOOL, somebody_here=False), Turn.NOT_TODAY, Why.NOBODY_HERE),
    ("no day at all", with_(SCHOOL, weekdays=0), Turn.NOT_TODAY, Why.WEEKDAY),
    ("only its start is known", with_(SCHOOL, leave=None), Turn.NOW, None),
    ("only its leave is known", with_(SCHOOL, start=None), Turn.NOW, None),
]


@pytest.mark.parametrize(("candidate", "state", "why"), [row[1:] for row in STATES], ids=[row[0] for row in STATES])
def test_where_one_stands(candidate, state, why):
    local = datetime(*MONDAY, 7, 30, tzinfo=BERLIN)

    assert today([candidate], local) == (Standing(candidate.routine, state, why),)


def test_what_runs_is_on_top_also_past_midnight():
    party = with_(BED, running=True)

    assert order([SCHOOL, CHORES, party], datetime(2026, 3, 3, 0, 30, tzinfo=BERLIN))[0] == "3 running"
    assert order([SCHOOL, CHORES, party], datetime(2026, 3, 3, 7, 30, tzinfo=BERLIN))[0] == "3 running"


def test_what_is_done_comes_after_what_is_still_to_come():
    local = datetime(*MONDAY, 8, 30, tzinfo=BERLIN)

    assert order([with_(SCHOOL, finished=True), HOMEWORK, SLOW], local) == ["2 later", "1 done", "5 weekday"]


def test_alike_ones_stay_as_they_are_listed():
    twins = [with_(SCHOOL, routine=9), with_(SCHOOL, routine=7)]

    assert order(twins, datetime(*MONDAY, 7, 30, tzinfo=BERLIN)) == ["9 now", "7 now"]


@pytest.mark.parametrize(
    ("local", "top"),
    [
        (datetime(2026, 3, 29, 3, 5, tzinfo=BERLIN), "3 later"),
        (datetime(2026, 3, 29, 18, 0, tzinfo=BERLIN), "3 now"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1), "3 later"),
        (datetime(2026, 10, 25, 18, 0, tzinfo=BERLIN), "3 now"),
        (datetime(2026, 3, 29, 18, 0, tzinfo=ZoneInfo("Asia/Tokyo")), "3 now"),
    ],
    ids=["clocks went forward", "that evening", "the hour twice", "that evening too", "on a journey"],
)
def test_only_the_clock_at_home_counts(local, top):
    assert order([BED], local) == [top]


def test_nothing_planned():
    assert today([], datetime(*MONDAY, 7, 30, tzinfo=BERLIN)) == ()
