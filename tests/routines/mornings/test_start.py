"""Starting a morning."""

from datetime import UTC, datetime, time, timedelta

import pytest

from households.actions.people import remove_member
from households.models import Household
from routines.actions.routine import RoutineDraft, archive_routine, create_routine
from routines.actions.start_morning import start_morning
from routines.actions.step import StepDraft, add_step
from routines.models import Doing, Morning, MorningStep, Pause, PresenceDay, Unfolding
from routines.models.mornings import morning_state
from tests.cast import as_actor
from tests.routines.morning import MONDAY, missing, refused
from tests.routines.mornings.run import Run


def start(morning, by=None, **about):
    about = {"actor": morning.actor(by or morning.maya), "routine_id": morning.routine.id, "at": morning.now, **about}
    return start_morning(**about)


def away(morning, *who):
    for each in who:
        PresenceDay.objects.create(
            household=morning.household, member=each, on=morning.today, here=False, set_by=morning.maya, set_at=MONDAY
        )


def steps(morning):
    return morning_state(morning.household.id, Morning.objects.get().id).steps


def test_the_plan_is_copied_with_its_people(run, morning):
    found = {step.title: step for step in run.state.steps}
    assert list(found) == ["Into the car", "Get dressed", "The game", "Breakfast", "Own breakfast"]
    breakfast = found["Breakfast"]
    assert breakfast.affected == (morning.maya.id, morning.ivy.id, morning.bo.id)
    assert breakfast.doing(morning.nana.id).helps
    assert found["Get dressed"].decider == morning.maya.id
    assert found["Own breakfast"].own_matter_of == morning.leo.id
    assert (found["Get dressed"].minutes, found["Get dressed"].least) == (15, 8)


def test_it_wants_to_leave_when_the_plan_says(run):
    assert run.state.leave == datetime(2026, 3, 2, 8, 20, tzinfo=UTC)
    assert run.state.planned_leave == run.state.leave
    assert (run.state.on.isoformat(), run.state.zone) == ("2026-03-02", "Europe/London")


def test_everybody_of_the_family_may_start_it(morning):
    assert start(morning, morning.leo).kind == "morning.started"


def test_a_second_tap_on_another_screen_starts_nothing(run, morning):
    assert run.start(morning.leo) is None
    assert Morning.objects.count() == 1


def test_what_is_over_is_not_started_again_that_day(run):
    run.leave()
    with refused("morning_over"):
        run.start()


def test_tomorrow_it_starts_anew(run, morning):
    run.leave()
    morning.pass_time(days=1)
    assert run.start() is not None


def test_one_that_goes_on_past_midnight_is_not_started_beside_itself(morning):
    late = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
    assert start(morning, at=late)
    assert start(morning, at=late + timedelta(hours=4)) is None


def test_one_nobody_ended_does_not_stand_in_the_way_of_the_next_day(run, morning):
    morning.pass_time(days=1)
    assert run.start() is not None


def test_who_is_not_here_has_no_part_and_steps_for_nobody_are_left_out(morning):
    away(morning, morning.leo)
    start(morning)
    found = {step.title: step for step in steps(morning)}
    assert "Own breakfast" not in found
    assert found["Into the car"].affected == (morning.ivy.id, morning.bo.id)
    assert found["Into the car"].away == (morning.leo.id,)


def test_a_step_beside_one_that_is_left_out_begins_for_itself(morning):
    morning.step("Read", 10, (morning.leo,))
    morning.step("Draw", 10, (morning.ivy,), alongside=True)
    away(morning, morning.leo)
    start(morning)
    assert not steps(morning)[-1].alongside


def test_a_step_beside_another_stays_beside_it(morning):
    morning.step("Draw", 10, (morning.ivy,), alongside=True)
    start(morning)
    assert steps(morning)[-1].alongside


def test_nobody_here(morning):
    away(morning, *morning.cast.family)
    with refused("nobody_here"):
        start(morning)


def test_a_break(morning):
    Pause.objects.create(
        household=morning.household, kind="holiday", from_on=morning.today, set_by=morning.maya, set_at=MONDAY
    )
    with refused("morning_paused"):
        start(morning)


def test_no_steps_yet(morning):
    empty = create_routine(
        actor=morning.actor(morning.maya), draft=RoutineDraft("Empty", 127, "leave", time(9)), at=morning.now
    )
    with refused("no_steps_yet"):
        start(morning, routine_id=empty.id)


def test_one_that_was_put_away(morning):
    archive_routine(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=morning.now)
    with refused("archived"):
        start(morning)


def test_a_supporter_takes_part_but_does_not_start(morning):
    with refused("supporter_takes_part"):
        start(morning, morning.nana)


def test_the_neighbours_find_nothing(morning):
    with missing():
        start(morning, morning.neighbour)


def test_a_routine_without_hours_has_no_time_to_leave(morning):
    calm = create_routine(
        actor=morning.actor(morning.maya), draft=RoutineDraft("Sunday", 127, "start", None), at=morning.now
    )
    draft = StepDraft("Sleep in", 30, "zzz", (morning.leo.id,))
    add_step(actor=morning.actor(morning.maya), routine_id=calm.id, draft=draft, at=morning.now)
    start(morning, routine_id=calm.id)
    assert morning_state(morning.household.id, Morning.objects.get().id).leave is None


def test_one_that_starts_at_a_time_ends_when_its_minutes_are_over(morning):
    slow = create_routine(
        actor=morning.actor(morning.maya), draft=RoutineDraft("Saturday", 127, "start", time(9)), at=morning.now
    )
    for title, beside, who in (
        ("Cook", False, morning.leo),
        ("Set the table", True, morning.ivy),
        ("Eat", False, morning.leo),
    ):
        draft = StepDraft(title, 20, "pancakes", (who.id,), alongside=beside)
        add_step(actor=morning.actor(morning.maya), routine_id=slow.id, draft=draft, at=morning.now)
    event = start(morning, routine_id=slow.id)
    state = morning_state(morning.household.id, event.morning_key)
    assert state.leave - state.started == timedelta(minutes=40)


@pytest.mark.parametrize(
    ("zone", "at", "on", "leave"),
    [
        # The night the clocks go forward in Europe, and back; a household that has moved to New York.
        ("Europe/Berlin", "2026-03-29T05:00+00:00", "2026-03-29", "2026-03-29T06:20+00:00"),
        ("Europe/Berlin", "2026-03-28T06:00+00:00", "2026-03-28", "2026-03-28T07:20+00:00"),
        ("Europe/Berlin", "2026-10-25T06:00+00:00", "2026-10-25", "2026-10-25T07:20+00:00"),
        ("America/New_York", "2026-03-03T02:00+00:00", "2026-03-02", "2026-03-02T13:20+00:00"),
        ("Pacific/Auckland", "2026-03-02T18:00+00:00", "2026-03-03", "2026-03-02T19:20+00:00"),
    ],
)
def test_its_date_and_door_are_those_of_the_clock_at_home(morning, zone, at, on, leave):
    Household.objects.filter(id=morning.household.id).update(time_zone=zone)
    event = start(morning, actor=as_actor(morning.maya), at=datetime.fromisoformat(at))
    state = morning_state(morning.household.id, event.morning_key)
    assert (state.on.isoformat(), state.zone) == (on, zone)
    assert state.leave == datetime.fromisoformat(leave)


def test_a_morning_keeps_its_zone_when_the_household_moves(run, morning):
    Household.objects.filter(id=morning.household.id).update(time_zone="Asia/Tokyo")
    assert run.state.zone == "Europe/London"
    assert run.scene(morning.maya).local(run.state.leave).hour == 8


def test_small_steps_unfold_by_age_until_somebody_says_otherwise(morning):
    wash = morning.step("Wash", 5, (morning.leo, morning.ivy, morning.bo), small_steps="Water\nSoap")
    Unfolding.objects.create(household=morning.household, step=wash, member=morning.bo, unfolded=False)
    Run(morning)
    unfolded = dict(Doing.objects.filter(morning_step__step=wash).values_list("member__name", "unfolded"))
    assert unfolded == {"Leo": False, "Ivy": True, "Bo": False}


def test_a_later_change_of_the_plan_pulls_nothing_away(run, morning):
    from routines.actions.step import archive_step

    archive_step(actor=morning.actor(morning.maya), step_id=morning.dress.id, at=morning.now)
    assert "Get dressed" in run.titles()
    assert run.done(morning.leo, morning.dress).kind == "morning.done"


def test_nobody_waits_for_somebody_who_left_the_household(run, morning):
    remove_member(actor=morning.actor(morning.maya), member_id=morning.ivy.id, at=morning.now)
    assert [person.name for person in run.scene(morning.maya).people] == ["Maya", "Leo", "Bo", "Nana"]
    assert MorningStep.objects.filter(doings__member=morning.ivy).exists()
