"""Today otherwise than planned: who is asked by the rung, and when it is so."""

import pytest

from households.actions.people import remove_member
from routines.models import Morning, MorningStep, PresenceDay, TodayAsk, mornings
from routines.regions.morning.asks import asks_view
from tests.routines.morning import MONDAY, missing, refused


def state() -> str:
    return TodayAsk.objects.latest("id").state


class TestWhoDecides:
    def test_inform_a_parent_alone(self, run, morning):
        event = run.ask(morning.maya, morning.car, "skip", reason="We walk.")
        assert (event.kind, event.why) == ("today.skipped", "We walk.")
        assert run.step(morning.car).skipped

    def test_inform_a_child_asks_and_a_parent_answers(self, run, morning):
        assert run.ask(morning.leo, morning.car, "skip", reason="I cycle.").kind == "today.asked"
        assert not run.step(morning.car).skipped
        assert run.answer(morning.sam, True).kind == "today.skipped"
        assert run.step(morning.car).reason == "I cycle."

    def test_consult_the_decider_answers(self, run, morning):
        run.ask(morning.leo, morning.dress, "swap", title="Pyjamas", reason="It is warm.")
        assert run.answer(morning.ivy, True).kind == "today.said"
        assert run.answer(morning.maya, True).kind == "today.swapped"
        step = run.step(morning.dress)
        assert (step.title, step.was, step.minutes) == ("Pyjamas", "Get dressed", 15)

    def test_codesign_more_than_half(self, run, morning):
        run.ask(morning.leo, morning.game, "skip", reason="I am tired.")
        assert run.answer(morning.ivy, True).kind == "today.said"
        assert run.answer(morning.bo, True).kind == "today.skipped"

    def test_codesign_a_tie_leaves_it_as_it_is(self, run, morning):
        run.ask(morning.leo, morning.game, "skip", reason="I am tired.")
        run.answer(morning.ivy, False)
        assert run.answer(morning.maya, False).kind == "today.declined"
        assert state() == "declined"

    def test_coproduce_everybody(self, run, morning):
        run.ask(morning.maya, morning.breakfast, "later", minutes=10)
        run.answer(morning.ivy, True)
        assert run.answer(morning.bo, True).kind == "today.later"

    def test_coproduce_one_no_is_enough(self, run, morning):
        run.ask(morning.maya, morning.breakfast, "skip", reason="No milk.")
        assert run.answer(morning.ivy, False, note="I am hungry.").kind == "today.declined"

    def test_ones_own_matter_is_so_at_once(self, run, morning):
        assert run.ask(morning.leo, morning.own, "swap", title="Toast", reason="No eggs.").kind == "today.swapped"
        with refused("their_own_choice"):
            run.ask(morning.maya, morning.own, "skip", reason="No time.")

    def test_nobody_waits_for_a_decider_who_is_not_here(self, run, morning):
        PresenceDay.objects.create(
            household=morning.household,
            member=morning.maya,
            on=morning.today,
            here=False,
            set_by=morning.sam,
            set_at=MONDAY,
        )
        run.ask(morning.leo, morning.dress, "skip", reason="It is warm.")
        assert TodayAsk.objects.get().deciders == [morning.sam.id]

    def test_nobody_waits_for_somebody_who_left_the_household(self, run, morning):
        run.ask(morning.maya, morning.breakfast, "skip", reason="No milk.")
        run.answer(morning.bo, True)
        remove_member(actor=morning.actor(morning.maya), member_id=morning.ivy.id, at=morning.now)
        (ask,) = asks_view(run.scene(morning.maya))
        assert ask.waiting == ()


class TestWhatIsRefused:
    def test_safety_stays(self, run, morning):
        MorningStep.objects.filter(morning_id=run.id, step=morning.car).update(safety=True)
        mornings.forget()
        with refused("safety_today"):
            run.ask(morning.maya, morning.car, "skip", reason="We walk.")

    def test_a_reason_first(self, run, morning):
        with refused("reason_first"):
            run.ask(morning.maya, morning.car, "skip")

    def test_what_is_done_stays(self, run, morning):
        for who in (morning.leo, morning.ivy, morning.bo):
            run.done(who, morning.car)
        with refused("step_done"):
            run.ask(morning.maya, morning.car, "skip", reason="We walk.")

    def test_the_same_wish_twice(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        with refused("today_asked_already"):
            run.ask(morning.ivy, morning.car, "skip", reason="Me too.")

    def test_after_they_left(self, run, morning):
        run.leave()
        with refused("morning_over"):
            run.ask(morning.maya, morning.car, "skip", reason="We walk.")

    @pytest.mark.parametrize("minutes", [0, 121])
    def test_more_time_is_1_to_120_minutes(self, run, morning, minutes):
        with refused("later_minutes"):
            run.ask(morning.maya, morning.car, "later", minutes=minutes)

    def test_where_no_time_is_known_nobody_is_late(self, run, morning):
        Morning.objects.filter(id=run.id).update(leave_at=None, planned_leave_at=None)
        mornings.forget()
        with refused("nothing_to_be_late_for"):
            run.ask(morning.maya, morning.car, "later", minutes=5)

    def test_a_kind_nobody_knows(self, run, morning):
        with missing():
            run.ask(morning.maya, morning.car, "forget")

    def test_a_place_that_is_not_there(self, run, morning):
        with refused("where_to"):
            run.ask(morning.maya, morning.car, "move", after=10**9)

    def test_a_supporter_sees_no_step_that_does_not_name_them(self, run, morning):
        with missing():
            run.ask(morning.nana, morning.car, "skip", reason="We walk.")


class TestAnswers:
    def test_who_is_not_asked_has_no_say(self, run, morning):
        run.ask(morning.ivy, morning.car, "skip", reason="I want to walk.")
        with refused("not_asked_today"):
            run.answer(morning.leo, True)

    def test_one_that_is_settled_already(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        run.answer(morning.maya, False)
        assert run.answer(morning.sam, True) is None
        assert not run.step(morning.car).skipped

    def test_a_voice_can_be_changed(self, run, morning):
        run.ask(morning.leo, morning.game, "skip", reason="I am tired.")
        run.answer(morning.ivy, False)
        run.answer(morning.ivy, True)
        assert run.answer(morning.bo, True).kind == "today.skipped"

    def test_a_wish_about_what_is_done_meanwhile_goes_away(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        for who in (morning.leo, morning.ivy, morning.bo):
            run.done(who, morning.car)
        assert state() == "withdrawn"
        assert run.answer(morning.maya, True) is None

    def test_the_neighbours_find_nothing(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        with missing():
            run.answer(morning.neighbour, True)
        with missing():
            run.withdraw(morning.neighbour)


class TestWithdraw:
    def test_ones_own_wish(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        assert run.withdraw(morning.leo).kind == "today.withdrawn"
        assert asks_view(run.scene(morning.leo)) == ()

    def test_not_anothers(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        with refused("not_yours_to_take_back"):
            run.withdraw(morning.maya)

    def test_one_that_does_not_wait_any_more(self, run, morning):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        run.answer(morning.maya, False)
        assert run.withdraw(morning.leo) is None
