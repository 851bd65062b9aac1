"""When a pick ends: by the clock at home, when its step begins, or a moment after all have tapped."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from routines.rules.clock import Slot
from routines.rules.picking.state import BallotState, PickingState, PickOptionState
from routines.rules.picking.times import (
    LAST_MOMENT,
    begins_at,
    by_the_clock,
    closes_at,
    has_tapped,
    is_over,
    over_at,
    waited_for,
)

MON = date(2026, 3, 2)
SEVEN = datetime(2026, 3, 2, 7, tzinfo=UTC)
MIA, BEN, ZOE = 1, 2, 3
OPTIONS = (PickOptionState(101, "Eggs"), PickOptionState(102, "Fruit"))


def after(minutes: float) -> datetime:
    return SEVEN + timedelta(minutes=minutes)


def picking(*ballots: tuple, **about) -> PickingState:
    """Return a pick that began at seven and closes half an hour later; ballots are (who, minutes, *options)."""
    said = tuple(BallotState(who, tuple(options), after(minutes)) for who, minutes, *options in ballots)
    everybody = (MIA, BEN, ZOE)
    about = {"members": everybody, "asked": everybody, "options": OPTIONS} | about
    return PickingState(1, 11, 21, 31, 41, "What?", after(30), ballots=said, **about)


@pytest.mark.parametrize(
    ("what", "wanted", "closes"),
    [
        ("in time", after(20), after(20)),
        ("just after the start", after(2), after(5)),
        ("before the start", after(-20), after(5)),
        ("no hours", None, after(15)),
    ],
)
def test_everybody_gets_five_minutes(what, wanted, closes):
    assert closes_at(SEVEN, wanted) == closes


@pytest.mark.parametrize(
    ("zone", "day", "until", "utc"),
    [
        ("Europe/Berlin", MON, time(7, 40), datetime(2026, 3, 2, 6, 40, tzinfo=UTC)),
        ("Europe/Berlin", date(2026, 3, 29), time(7, 40), datetime(2026, 3, 29, 5, 40, tzinfo=UTC)),
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("Asia/Kathmandu", MON, time(7), datetime(2026, 3, 2, 1, 15, tzinfo=UTC)),
    ],
)
def test_the_clock_at_home(zone, day, until, utc):
    assert by_the_clock(until, day, zone, utc - timedelta(minutes=30)) == utc


def test_after_midnight_it_is_the_next_day():
    began = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)

    assert by_the_clock(time(0, 10), MON, "UTC", began) == datetime(2026, 3, 3, 0, 10, tzinfo=UTC)


SLOTS = (Slot(21, 10), Slot(22, 15), Slot(23, 5, alongside=True), Slot(24, 20))


@pytest.mark.parametrize(("step", "minutes"), [(21, 0), (22, 10), (23, 10), (24, 25)])
def test_when_a_step_begins_before_the_door(step, minutes):
    day = (MON, "UTC", datetime(2026, 3, 2, 6, tzinfo=UTC))

    assert begins_at(step, SLOTS, "leave", time(7, 45), day) == after(minutes)


def test_on_the_day_the_clocks_change_the_door_holds():
    day = (date(2026, 3, 29), "Europe/Berlin", datetime(2026, 3, 28, 23, tzinfo=UTC))

    assert begins_at(24, SLOTS, "leave", time(3, 10), day) == datetime(2026, 3, 29, 0, 50, tzinfo=UTC)


def test_a_slow_morning_counts_from_when_it_began():
    assert begins_at(24, SLOTS, "start", time(6), (MON, "UTC", SEVEN)) == after(25)


@pytest.mark.parametrize(("step", "at"), [(21, None), (99, time(7))])
def test_without_hours_or_without_the_step_nothing_begins(step, at):
    assert begins_at(step, SLOTS, "leave", at, (MON, "UTC", SEVEN)) is None


@pytest.mark.parametrize(
    ("what", "state", "moment"),
    [
        ("nobody", picking(), after(30)),
        ("one is missing", picking((MIA, 1, 101), (BEN, 2, 101)), after(30)),
        ("all", picking((MIA, 1, 101), (BEN, 2, 101), (ZOE, 9, 102)), after(9) + LAST_MOMENT),
        ("a pass counts", picking((MIA, 1), (BEN, 2), (ZOE, 9)), after(9) + LAST_MOMENT),
        ("all at the last second", picking((MIA, 1, 101), (BEN, 2, 101), (ZOE, 29.99, 102)), after(30)),
        ("a guest is not waited for", picking((MIA, 1), (BEN, 2), (ZOE, 3), guests=(9,)), after(3) + LAST_MOMENT),
        ("who is away is not waited for", picking((MIA, 1), (BEN, 2), asked=(MIA, BEN)), after(2) + LAST_MOMENT),
        ("a treat", picking((BEN, 2, 101), treat_for=BEN), after(2) + LAST_MOMENT),
        ("a treat that waits", picking((MIA, 2, 101), treat_for=BEN), after(30)),
        ("nobody is here any more", picking(asked=()), after(30)),
    ],
)
def test_when_it_is_over(what, state, moment):
    assert over_at(state) == moment
    assert not is_over(state, moment - timedelta(seconds=1))
    assert is_over(state, moment)


def test_who_left_is_not_waited_for():
    state = picking((MIA, 1, 101), (BEN, 2, 101))

    assert waited_for(state, {ZOE}) == (MIA, BEN)
    assert over_at(state, {ZOE}) == after(2) + LAST_MOMENT


def test_whose_wishes_were_all_ruled_out_is_asked_again():
    out = replace(OPTIONS[0], ground="danger")
    state = picking((MIA, 1, 101), (BEN, 2, 101, 102), (ZOE, 3), options=(out, OPTIONS[1]))

    assert not has_tapped(state, MIA)
    assert has_tapped(state, BEN)
    assert has_tapped(state, ZOE)
    assert over_at(state) == after(30)


def test_settled_is_over():
    assert is_over(picking(settled_at=after(-60)), after(-30))
