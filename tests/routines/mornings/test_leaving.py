"""Leaving with one tap, and not being off after all."""

from datetime import timedelta

import pytest

from routines.models import Morning, TodayAsk
from routines.regions.morning.around import morning_view
from tests.routines.morning import missing, refused


def at_the_door(run, minutes: float):
    """Leave so many minutes after the plan."""
    return run.leave(at=run.state.planned_leave + timedelta(minutes=minutes))


def test_one_tap_ends_it(run, morning):
    event = run.leave(morning.leo)
    assert (event.kind, event.title) == ("morning.left", "Monday")
    assert (run.state.left, run.state.left_by) == (event.at, morning.leo.id)


def test_the_second_tap_does_nothing(run, morning):
    run.leave(morning.leo)
    assert run.leave(morning.maya) is None
    assert run.state.left_by == morning.leo.id


def test_a_tap_that_waited_for_a_net_counts_when_it_was_made(run, morning):
    tapped = morning.now
    run.leave(at=tapped + timedelta(minutes=30), age=1800)
    assert run.state.left == tapped


def test_what_nobody_answered_is_put_away(run, morning):
    run.ask(morning.leo, morning.dress, "skip", reason="Pyjamas are fine.")
    run.leave()
    assert TodayAsk.objects.get().state == "withdrawn"


def test_a_supporter_does_not_say_it(run, morning):
    with refused("supporter_takes_part"):
        run.leave(morning.nana)


def test_one_that_is_much_too_old_cannot_be_left(run, morning):
    with refused("morning_over"):
        run.leave(at=run.state.started + timedelta(hours=18))


def test_the_neighbours_find_nothing(run, morning):
    with missing():
        run.leave(morning.neighbour)


class TestNotOffYet:
    def test_it_goes_on(self, run, morning):
        run.leave()
        assert run.back(morning.leo).kind == "morning.back"
        assert run.state.left is None
        assert run.done(morning.leo, morning.car)

    def test_where_it_goes_on_anyway_nothing_happens(self, run):
        assert run.back() is None

    def test_after_an_hour_it_stays_as_it_was(self, run):
        run.leave()
        with refused("back_too_late"):
            run.back(at=run.state.left + timedelta(minutes=61))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-3, "3 minutes before the plan"),
        (-1, "1 minute before the plan"),
        (0, "Just as planned"),
        (0.4, "Just as planned"),
        (12, "12 minutes later than planned"),
    ],
)
def test_how_it_was_beside_the_plan(run, morning, minutes, words):
    at_the_door(run, minutes)
    assert morning_view(run.scene(morning.maya)).left == words


def test_what_was_chosen_is_said_beside_it(run, morning):
    run.ask(morning.maya, morning.car, "later", minutes=70)
    chosen = round((run.state.leave - run.state.planned_leave).total_seconds() / 60)
    at_the_door(run, 12)
    words = f"12 minutes later than planned, chosen: {chosen}"
    assert morning_view(run.scene(morning.maya)).left == words


@pytest.mark.parametrize("without", [{"tells_minutes": False}, {"planned_leave_at": None, "leave_at": None}])
def test_nothing_is_said_where_nobody_wants_it_or_no_time_is_known(run, morning, without):
    late = run.state.planned_leave + timedelta(minutes=12)
    Morning.objects.filter(id=run.id).update(**without)
    run.leave(at=late)
    assert morning_view(run.scene(morning.maya)).left == ""
