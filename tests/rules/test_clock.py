"""When each step starts, also on mornings on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.clock import Slot, on, timetable
from routines.rules.codes import Code

MONDAY = [
    Slot(1, 10, affected=(1, 4)),
    Slot(2, 25, affected=(1, 4)),
    Slot(3, 15, alongside=True, affected=(3,)),
    Slot(4, 20, affected=(1, 3, 4)),
]


def test_anchored_by_leaving():
    plan = timetable(MONDAY, "leave", time(8, 0))

    assert (plan.start, plan.leave, plan.total_minutes) == (time(7, 5), time(8, 0), 55)
    assert plan.starts == ((1, time(7, 5)), (2, time(7, 15)), (3, time(7, 15)), (4, time(7, 40)))
    assert (plan.fits, plan.code) == (True, Code.OK)


def test_anchored_by_starting():
    plan = timetable(MONDAY, "start", time(7, 0))

    assert (plan.start, plan.leave) == (time(7, 0), time(7, 55))
    assert plan.starts_at(4) == time(7, 35)
    assert plan.starts_at(99) is None


def test_steps_side_by_side_last_as_long_as_the_longest():
    plan = timetable([(1, 5, False, ()), (2, 30, True, ()), (3, 10, True, ()), (4, 1, False, ())], "start", time(7))

    assert plan.offsets == ((1, 0), (2, 0), (3, 0), (4, 30))


def test_a_first_step_alongside_nothing_begins():
    assert timetable([(1, 5, True, ()), (2, 5, False, ())], "start", time(7)).offsets == ((1, 0), (2, 5))


def test_no_steps_take_no_time():
    plan = timetable([], "leave", time(8))

    assert (plan.start, plan.leave, plan.starts) == (time(8), time(8), ())


def test_without_a_time_only_lengths_are_known():
    plan = timetable(MONDAY, "leave", None)

    assert (plan.code, plan.fits, plan.start, plan.leave) == (Code.NO_TIME, True, None, None)
    assert plan.offsets == ((1, 0), (2, 10), (3, 10), (4, 35))
    assert set(plan.starts) == {(1, None), (2, None), (3, None), (4, None)}


@pytest.mark.parametrize(
    ("anchor", "at", "minutes", "fits", "over"),
    [
        ("leave", time(0, 30), 30, True, 0),
        ("leave", time(0, 30), 31, False, 1),
        ("start", time(23, 0), 59, True, 0),
        ("start", time(23, 0), 60, False, 1),
        ("start", time(23, 30), 600, False, 571),
    ],
    ids=["just after midnight", "a minute too early", "just before midnight", "a minute too late", "far too late"],
)
def test_minutes_that_do_not_fit_into_the_day(anchor, at, minutes, fits, over):
    plan = timetable([Slot(1, minutes)], anchor, at)

    assert plan.fits is fits
    if not fits:
        assert (plan.code, plan.start, plan.leave) == (Code.DOES_NOT_FIT, None, None)
        assert dict(plan.params) == {
            "total": minutes,
            "room": minutes - over,
            "over": over,
            "at": at,
        }


def test_nobody_is_in_two_places_at_once():
    slots = [Slot(1, 10, affected=(1, 4)), Slot(2, 5, alongside=True, affected=(4, 3)), Slot(3, 5, affected=(4,))]

    plan = timetable(slots, "leave", time(8))

    assert (plan.code, plan.fits) == (Code.TWO_PLACES, True)
    assert dict(plan.params) == {"members": (4,), "steps": (1, 2)}
    assert plan.start == time(7, 45)


def test_one_after_the_other_is_not_two_places():
    assert timetable([Slot(1, 10, affected=(4,)), Slot(2, 5, affected=(4,))], "leave", time(8)).code == Code.OK


def test_two_places_are_seen_without_a_time_too():
    slots = [Slot(1, 10, affected=(4,)), Slot(2, 5, alongside=True, affected=(4,))]

    assert timetable(slots, "leave", None).code == Code.TWO_PLACES


BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
US_SPRING, US_AUTUMN = date(2026, 3, 8), date(2026, 11, 1)

DAYS = [
    ("an ordinary Monday", BERLIN, date(2026, 3, 2), "leave", time(8), 55, "07:05", "08:00", 0),
    ("spring, after the change", BERLIN, SPRING, "leave", time(8), 55, "07:05", "08:00", 0),
    ("spring, across the change", BERLIN, SPRING, "leave", time(4), 90, "01:30", "04:00", -60),
    ("spring, starting before", BERLIN, SPRING, "start", time(1, 30), 60, "01:30", "03:30", 60),
    ("spring, leaving at an hour skipped", BERLIN, SPRING, "leave", time(2, 30), 60, "01:30", "03:30", 0),
    ("spring, starting at an hour skipped", BERLIN, SPRING, "start", time(2, 30), 60, "03:30", "04:30", 60),
    ("autumn, across the change", BERLIN, AUTUMN, "leave", time(4), 120, "02:00", "04:00", 0),
    ("autumn, far across the change", BERLIN, AUTUMN, "leave", time(4), 210, "01:30", "04:00", 60),
    ("autumn, leaving at an hour shown twice", BERLIN, AUTUMN, "leave", time(2, 30), 60, "01:30", "02:30", 0),
    ("autumn, starting at an hour shown twice", BERLIN, AUTUMN, "start", time(2, 30), 60, "02:30", "02:30", -60),
    ("New York, spring", NEW_YORK, US_SPRING, "leave", time(3, 30), 60, "01:30", "03:30", -60),
    ("New York, autumn", NEW_YORK, US_AUTUMN, "leave", time(3), 150, "01:30", "03:00", 60),
    ("New York, when only Berlin changes", NEW_YORK, SPRING, "leave", time(4), 90, "02:30", "04:00", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "day", "anchor", "at", "minutes", "start", "leave", "shift"),
    [row[1:] for row in DAYS],
    ids=[row[0] for row in DAYS],
)
def test_real_mornings(zone, day, anchor, at, minutes, start, leave, shift):
    morning = on(day, zone, timetable([Slot(1, minutes)], anchor, at))

    assert f"{morning.start:%H:%M}" == start
    assert f"{morning.leave:%H:%M}" == leave
    assert morning.shift_minutes == shift
    assert elapsed(morning.start, morning.leave) == minutes


def test_the_hour_shown_twice_is_the_first_one():
    morning = on(AUTUMN, BERLIN, timetable([Slot(1, 60)], "start", time(2, 30)))

    assert (morning.start.fold, morning.leave.fold) == (0, 1)
    assert morning.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_every_step_has_its_real_time():
    morning = on(SPRING, BERLIN, timetable([Slot(1, 30), Slot(2, 30), Slot(3, 30)], "leave", time(4)))

    assert [f"{start:%H:%M%z}" for _, start in morning.starts] == ["01:30+0100", "03:00+0200", "03:30+0200"]


def test_without_times_there_is_no_morning():
    assert on(SPRING, BERLIN, timetable(MONDAY, "leave", None)) is None
    assert on(SPRING, BERLIN, timetable([Slot(1, 90)], "leave", time(1))) is None


def test_an_unknown_zone_is_an_error():
    with pytest.raises(ZoneInfoNotFoundError):
        on(SPRING, "Kitchen/Table", timetable(MONDAY, "leave", time(8)))


SLOTS = st.lists(
    st.builds(Slot, st.integers(1, 10**6), st.integers(0, 120), st.booleans()),
    max_size=10,
    unique_by=lambda slot: slot.id,
)


@given(SLOTS, st.sampled_from(["leave", "start"]), st.times(timezones=st.none()))
def test_steps_never_run_backwards_and_never_past_the_end(slots, anchor, at):
    plan = timetable(slots, anchor, at)
    offsets = [offset for _, offset in plan.offsets]

    assert offsets == sorted(offsets)
    assert all(offset + slot.minutes <= plan.total_minutes for offset, slot in zip(offsets, slots, strict=True))
    assert plan.total_minutes <= sum(slot.minutes for slot in slots)
    assert (plan.start is None) is (plan.code == Code.DOES_NOT_FIT)


@given(
    SLOTS,
    st.sampled_from(["leave", "start"]),
    st.times(timezones=st.none()),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.sampled_from([BERLIN, NEW_YORK, "UTC", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_on_any_day_in_any_zone_a_minute_is_a_minute(slots, anchor, at, day, zone):
    plan = timetable(slots, anchor, at)
    morning = on(day, zone, plan)

    if morning is None:
        assert plan.code == Code.DOES_NOT_FIT
        return
    assert elapsed(morning.start, morning.leave) == plan.total_minutes
    for (_, offset), (_, start) in zip(plan.offsets, morning.starts, strict=True):
        assert elapsed(morning.start, start) == offset
    assert str(morning.start.tzinfo) == zone
    assert abs(morning.shift_minutes) <= 60


def elapsed(since, until):
    """Return real minutes between two moments; subtracting local times would compare the wall clock."""
    return (until.astimezone(UTC) - since.astimezone(UTC)) / timedelta(minutes=1)


def test_elapsed_is_not_fooled_by_the_clocks():
    berlin = ZoneInfo(BERLIN)

    assert elapsed(datetime(2026, 3, 29, 1, tzinfo=berlin), datetime(2026, 3, 29, 4, tzinfo=berlin)) == 120
