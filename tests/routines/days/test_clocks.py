"""The household's own date and clock: on the days clocks change, over midnight, and when a family travels."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from households.actions.household import Home, change_household
from households.models import Household
from routines.actions.doing import mark_done
from routines.actions.leaving import leave_morning
from routines.actions.pause import set_pause
from routines.actions.presence import set_day, set_presence
from routines.actions.routine import RoutineDraft, edit_routine
from routines.actions.stage import local_date
from routines.actions.start_morning import start_morning
from routines.forms.routine import values_of
from routines.models import Morning, MorningStep
from routines.models.presences import away_today
from tests.cast import as_actor
from tests.routines.morning import refused

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # when clocks change in London
DAY = timedelta(days=1)


def utc(day, clock):
    return datetime.combine(day, time.fromisoformat(clock), UTC)


def start(morning, at):
    event = start_morning(actor=as_actor(morning.maya), routine_id=morning.routine.id, at=at)
    return Morning.objects.get(id=event.morning_key) if event else None


def anchored(morning, clock):
    """Let the family leave at another time."""
    draft = RoutineDraft("Monday", 0b1111111, "leave", time.fromisoformat(clock))
    about = {"routine_id": morning.routine.id, "draft": draft, "base": values_of(morning.routine)}
    edit_routine(actor=as_actor(morning.maya), at=morning.now, **about)


def move(morning, zone, at):
    """Let the family travel."""
    household = Household.objects.get(id=morning.household.id)
    home = Home(household.name, zone, household.language)
    change_household(actor=as_actor(morning.maya), home=home, at=at)


@pytest.mark.parametrize(
    ("day", "begun", "leave"),
    [
        (SPRING - DAY, "06:30", "08:20"),
        (SPRING, "06:30", "07:20"),
        (SPRING + DAY, "06:30", "07:20"),
        (AUTUMN - DAY, "06:30", "07:20"),
        (AUTUMN, "06:30", "08:20"),
        (AUTUMN + DAY, "06:30", "08:20"),
    ],
)
def test_leaving_is_by_the_clock_on_the_wall(morning, day, begun, leave):
    started = start(morning, utc(day, begun))
    assert (started.on, started.time_zone) == (day, "Europe/London")
    assert started.leave_at == started.planned_leave_at == utc(day, leave)


@pytest.mark.parametrize(
    ("day", "clock", "leave"),
    [
        (SPRING, "01:30", "01:30"),  # skipped: an hour later on the wall
        (AUTUMN, "01:30", "00:30"),  # shown twice: the first time
    ],
)
def test_a_time_that_is_skipped_or_shown_twice(morning, day, clock, leave):
    anchored(morning, clock)
    assert start(morning, utc(day, "00:10")).leave_at == utc(day, leave)


@pytest.mark.parametrize(
    ("moment", "on"),
    [
        (utc(SPRING - DAY, "23:59"), SPRING - DAY),
        (utc(SPRING, "00:00"), SPRING),
        (utc(SPRING, "22:59"), SPRING),
        (utc(SPRING, "23:00"), SPRING + DAY),
        (utc(AUTUMN - DAY, "22:59"), AUTUMN - DAY),
        (utc(AUTUMN - DAY, "23:00"), AUTUMN),
        (utc(AUTUMN, "23:59"), AUTUMN),
        (utc(AUTUMN + DAY, "00:00"), AUTUMN + DAY),
    ],
)
def test_days_of_23_and_25_hours_begin_and_end_at_midnight_there(morning, moment, on):
    about = {"actor": as_actor(morning.maya), "member_id": morning.bo.id, "at": moment}
    with refused("day_over"):
        set_day(**about, on=on - DAY, here=False)
    assert set_day(**about, on=on, here=False)
    assert start(morning, moment).on == on


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_a_break_ends_with_its_last_day(morning, day):
    actor = as_actor(morning.maya)
    set_pause(actor=actor, kind="holiday", from_on=day, until_on=day, at=utc(day - 2 * DAY, "12:00"))
    last_moment = utc(day, "22:59" if day == SPRING else "23:59")
    with refused("morning_paused"):
        start(morning, last_moment)
    assert start(morning, last_moment + timedelta(minutes=1)).on == day + DAY


@pytest.mark.parametrize("changes", [SPRING, AUTUMN])
def test_week_about_goes_on_over_a_change_of_clocks(morning, changes):
    monday = changes - 6 * DAY
    about = {"actor": as_actor(morning.maya), "member_id": morning.bo.id, "at": utc(monday, "12:00")}
    set_presence(**about, days=0b0000000_1111111, from_on=monday)
    home = [not away_today(morning.household.id, monday + each * DAY, [morning.bo.id], None) for each in range(21)]
    assert home == [True] * 7 + [False] * 7 + [True] * 7


class TestTravelling:
    MONDAY = date(2026, 3, 2)

    def test_a_morning_that_runs_keeps_its_own_clock(self, morning):
        started = start(morning, utc(self.MONDAY, "06:30"))
        move(morning, "America/New_York", utc(self.MONDAY, "06:40"))
        about = {"actor": as_actor(morning.maya), "morning_id": started.id}
        step = MorningStep.objects.filter(morning=started, step=morning.breakfast).get()
        assert mark_done(**about, morning_step_id=step.id, at=utc(self.MONDAY, "06:50"))
        leave_morning(**about, at=utc(self.MONDAY, "08:15"))
        started.refresh_from_db()
        assert (started.on, started.time_zone) == (self.MONDAY, "Europe/London")
        assert (started.leave_at, started.left_at) == (utc(self.MONDAY, "08:20"), utc(self.MONDAY, "08:15"))

    def test_the_next_one_uses_the_new_clock(self, morning):
        start(morning, utc(self.MONDAY, "06:30"))
        move(morning, "America/New_York", utc(self.MONDAY, "20:00"))
        begun = utc(self.MONDAY + DAY, "12:00")
        following = start(morning, begun)
        assert (following.on, following.time_zone) == (self.MONDAY + DAY, "America/New_York")
        assert following.leave_at == utc(self.MONDAY + DAY, "13:20")

    def test_who_flies_west_has_one_morning_on_one_date(self, morning):
        started = start(morning, utc(self.MONDAY, "06:30"))
        leave_morning(actor=as_actor(morning.maya), morning_id=started.id, at=utc(self.MONDAY, "08:00"))
        move(morning, "America/New_York", utc(self.MONDAY, "20:00"))
        with refused("morning_over"):
            start(morning, utc(self.MONDAY + DAY, "03:00"))

    def test_who_flies_east_is_a_day_ahead(self, morning):
        move(morning, "Asia/Tokyo", utc(self.MONDAY, "06:30"))
        started = start(morning, utc(self.MONDAY, "22:00"))
        assert started.on == self.MONDAY + DAY
        assert started.leave_at == utc(self.MONDAY, "23:20")

    def test_breaks_and_days_are_those_where_they_are(self, morning):
        actor = as_actor(morning.maya)
        set_pause(
            actor=actor,
            kind="sick",
            member_id=morning.bo.id,
            from_on=self.MONDAY,
            until_on=self.MONDAY,
            at=utc(self.MONDAY, "06:30"),
        )
        set_day(actor=actor, member_id=morning.ivy.id, on=self.MONDAY + DAY, here=False, at=utc(self.MONDAY, "06:30"))
        late = utc(self.MONDAY, "22:00")
        assert self.gone(morning, late) == {morning.bo.id}
        move(morning, "Asia/Tokyo", late)
        assert self.gone(morning, late) == {morning.ivy.id}
        started = start(morning, late)
        away = {each for step in MorningStep.objects.filter(morning=started) for each in step.away}
        assert away == {morning.ivy.id}

    def gone(self, morning, at):
        today = local_date(at, as_actor(morning.maya).time_zone)
        here = [each.id for each in morning.cast.family]
        return {each.member for each in away_today(morning.household.id, today, here, None)}
