"""Doing a step, not having done it after all, small steps, and how far they unfold."""

from datetime import timedelta

import pytest

from households.actions.people import remove_member
from routines.models import Unfolding
from tests.routines.morning import MONDAY, missing, refused
from tests.routines.mornings.run import Run

LATER = timedelta(hours=1)


@pytest.fixture
def washing(morning) -> Run:
    """A morning with a step that unfolds, for Leo, Ivy and Bo."""
    small = (morning.leo, morning.ivy, morning.bo)
    morning.wash = morning.step("Wash", 5, small, small_steps="Water on\nSoap\nTowel")
    return Run(morning)


class TestDone:
    def test_somebody_is_done_for_themselves(self, run, morning):
        event = run.done(morning.leo, morning.car)
        assert (event.kind, event.member_id, event.morning_key) == ("morning.done", morning.leo.id, run.id)
        assert event.step_key == morning.car.id
        assert run.part(morning.leo, morning.car).done_at == event.at
        assert run.part(morning.ivy, morning.car).done_at is None

    def test_a_parent_taps_for_a_child(self, run, morning):
        event = run.done(morning.ivy, morning.car)
        assert (event.actor_id, event.member_id) == (morning.maya.id, morning.ivy.id)
        assert run.part(morning.ivy, morning.car).done_by == morning.maya.id

    def test_together_marks_all_a_parent_may_tap_for(self, run, morning):
        event = run.done(morning.maya, morning.breakfast, together=True)
        assert event.changes["together"][1] == [morning.maya.id, morning.ivy.id, morning.bo.id]
        assert run.part(morning.nana, morning.breakfast).done_at is None

    def test_together_leaves_alone_who_was_done_before(self, run, morning):
        first = run.done(morning.ivy, morning.breakfast)
        run.done(morning.maya, morning.breakfast, together=True)
        assert run.part(morning.ivy, morning.breakfast).done_at == first.at

    def test_two_devices_finishing_the_same_step_are_one_finish(self, run, morning):
        first = run.done(morning.leo, morning.car)
        assert run.done(morning.leo, morning.car) is None
        assert run.part(morning.leo, morning.car).done_at == first.at
        assert len(morning.events("morning.done")) == 1

    def test_a_tap_that_arrives_an_hour_late_counts_when_it_was_made(self, run, morning):
        tapped = morning.now
        run.done(morning.leo, morning.car, at=tapped + LATER, age=LATER.total_seconds())
        assert run.part(morning.leo, morning.car).done_at == tapped

    def test_a_tablet_whose_clock_is_wrong_does_no_harm(self, run, morning):
        at = morning.now
        run.done(morning.leo, morning.car, at=at, age=-500)
        assert run.part(morning.leo, morning.car).done_at == at

    def test_a_tap_from_before_the_morning_counts_from_its_start(self, run, morning):
        run.done(morning.leo, morning.car, at=morning.now, age=86400)
        assert run.part(morning.leo, morning.car).done_at == run.state.started

    def test_a_tap_that_arrives_after_everybody_left_is_kept_within_the_morning(self, run, morning):
        run.leave()
        left = run.state.left
        run.done(morning.leo, morning.car, at=left + LATER)
        assert run.part(morning.leo, morning.car).done_at == left

    def test_it_goes_on_past_midnight_and_ends_a_day_later(self, run, morning):
        run.done(morning.leo, morning.car, at=MONDAY + timedelta(hours=20))
        with refused("taps_over"):
            run.done(morning.leo, morning.dress, at=MONDAY + timedelta(days=2))

    def test_nobody_taps_for_a_teenager_with_a_screen_of_their_own(self, run, morning):
        about = run.about(morning.leo, morning.car) | {"actor": morning.actor(morning.maya)}
        with refused("acting_for_not_yours"):
            run.done(morning.leo, morning.car, **about, speaker_id=morning.leo.id)

    def test_who_has_no_part_cannot_be_done(self, run, morning):
        with refused("not_in_it_today"):
            run.done(morning.sam, morning.car)

    def test_a_supporter_does_their_step_and_sees_no_other(self, run, morning):
        assert run.done(morning.nana, morning.breakfast)
        with missing():
            run.done(morning.nana, morning.car)

    def test_what_is_left_out_today_is_not_done(self, run, morning):
        run.ask(morning.maya, morning.car, "skip", reason="We walk.")
        with refused("step_skipped"):
            run.done(morning.leo, morning.car)

    def test_a_step_of_another_morning_is_not_there(self, run, morning):
        with missing():
            run.done(morning.leo, morning.car, morning_id=run.id + 1)
        with missing():
            run.done(morning.leo, morning.car, morning_step_id=10**9)

    def test_who_left_the_household_does_nothing_more(self, run, morning):
        about = run.about(morning.ivy, morning.car)
        remove_member(actor=morning.actor(morning.maya), member_id=morning.ivy.id, at=morning.now)
        with missing():
            run.done(morning.ivy, morning.car, **about)


class TestUndone:
    def test_one_tap_brings_it_back(self, run, morning):
        run.done(morning.leo, morning.car)
        assert run.undone(morning.leo, morning.car).kind == "morning.undone"
        assert run.part(morning.leo, morning.car).done_at is None

    def test_what_was_not_done_stays_so(self, run, morning):
        assert run.undone(morning.leo, morning.car) is None


class TestSmallSteps:
    def test_they_are_ticked_one_by_one_and_back(self, washing, morning):
        washing.tick(morning.ivy, morning.wash, 2)
        washing.tick(morning.ivy, morning.wash, 0)
        assert washing.part(morning.ivy, morning.wash).ticked == (0, 2)
        washing.tick(morning.ivy, morning.wash, 2, done=False)
        assert washing.part(morning.ivy, morning.wash).ticked == (0,)
        assert washing.part(morning.bo, morning.wash).ticked == ()

    def test_the_same_tick_twice_is_one(self, washing, morning):
        washing.tick(morning.ivy, morning.wash, 1)
        assert washing.tick(morning.ivy, morning.wash, 1) is None

    def test_a_small_step_that_is_not_on_the_list(self, washing, morning):
        with refused("which_small_step"):
            washing.tick(morning.ivy, morning.wash, 3)

    def test_a_step_without_small_steps(self, run, morning):
        with refused("no_small_steps"):
            run.tick(morning.ivy, morning.car)

    def test_who_can_do_it_without_keeps_it_folded_on_other_mornings(self, washing, morning):
        event = washing.unfold(morning.ivy, morning.wash, False)
        assert event.kind == "morning.folded"
        assert not washing.part(morning.ivy, morning.wash).unfolded
        assert Unfolding.objects.get(step=morning.wash, member=morning.ivy).unfolded is False
        assert washing.unfold(morning.ivy, morning.wash, False) is None

    def test_and_can_have_them_shown_again(self, washing, morning):
        washing.unfold(morning.ivy, morning.wash, False)
        assert washing.unfold(morning.ivy, morning.wash, True).kind == "morning.unfolded"
        assert Unfolding.objects.get(step=morning.wash, member=morning.ivy).unfolded is True
