"""What a change of today does, and how it is taken back."""

from datetime import timedelta

import pytest

from routines.actions.take_back import take_back
from routines.models import MorningStep, TodayAsk
from tests.routines.morning import refused
from tests.routines.mornings.run import Run


def back(morning, event, by=None):
    return take_back(actor=morning.actor(by or morning.maya), event_id=event.id, at=morning.now)


@pytest.fixture
def maya(morning):
    return morning.maya


def places(run) -> list[tuple[str, bool]]:
    return [(step.title, step.alongside) for step in run.state.steps]


class TestPutIn:
    def test_it_comes_behind_its_step_for_the_same_people(self, run, morning, maya):
        run.ask(maya, morning.car, "insert", title="Snow!", minutes=10)
        assert run.titles()[:2] == ["Into the car", "Snow!"]
        new = run.step("Snow!")
        assert new.affected == (morning.leo.id, morning.ivy.id, morning.bo.id)
        assert (new.added, new.minutes, new.least, new.rung) == (True, 10, 5, run.step(morning.car).rung)

    def test_or_before_all_else_for_whom_one_names(self, run, morning, maya):
        run.ask(maya, None, "insert", title="Birthday!", minutes=5, members=(morning.leo.id,))
        assert run.titles()[0] == "Birthday!"
        assert run.step("Birthday!").affected == (morning.leo.id,)

    def test_it_does_not_come_between_steps_side_by_side(self, morning, maya):
        morning.step("Draw", 10, (morning.ivy,), alongside=True)
        run = Run(morning)
        run.ask(maya, morning.own, "insert", title="Snow!", minutes=10)
        assert places(run)[-3:] == [("Own breakfast", False), ("Draw", True), ("Snow!", False)]

    def test_it_is_taken_out_again(self, run, morning, maya):
        event = run.ask(maya, morning.car, "insert", title="Snow!", minutes=10)
        back(morning, event)
        assert "Snow!" not in run.titles()
        assert TodayAsk.objects.get().state == "withdrawn"

    def test_but_not_once_somebody_did_it(self, run, morning, maya):
        event = run.ask(maya, morning.car, "insert", title="Snow!", minutes=10)
        run.done(morning.leo, "Snow!")
        with refused("others_built_on_it"):
            back(morning, event)

    @pytest.mark.parametrize(
        ("draft", "code"),
        [({"title": "", "minutes": 5}, "today_title_first"), ({"title": "Snow!", "minutes": 0}, "today_minutes")],
    )
    def test_what_is_missing(self, run, morning, maya, draft, code):
        with refused(code):
            run.ask(maya, morning.car, "insert", **draft)


class TestMove:
    def test_behind_another(self, run, morning, maya):
        run.ask(maya, morning.car, "move", after=run.step(morning.game).id)
        assert run.titles()[:3] == ["Get dressed", "The game", "Into the car"]

    def test_to_the_beginning(self, run, morning, maya):
        run.ask(maya, morning.dress, "move")
        assert run.titles()[:2] == ["Get dressed", "Into the car"]

    def test_whoever_stood_beside_it_begins_for_themselves(self, morning, maya):
        morning.step("Draw", 10, (morning.ivy,), alongside=True)
        run = Run(morning)
        run.ask(morning.leo, morning.own, "move")
        assert places(run)[0] == ("Own breakfast", False)
        assert places(run)[-1] == ("Draw", False)

    def test_a_step_that_stood_beside_one_begins_for_itself(self, morning, maya):
        draw = morning.step("Draw", 10, (morning.ivy,), alongside=True)
        run = Run(morning)
        run.ask(maya, draw, "move", after=run.step(morning.car).id)
        assert places(run)[:3] == [("Into the car", False), ("Draw", False), ("Get dressed", False)]

    def test_the_old_order_comes_back(self, morning, maya):
        morning.step("Draw", 10, (morning.ivy,), alongside=True)
        run = Run(morning)
        before = places(run)
        event = run.ask(morning.leo, morning.own, "move")
        back(morning, event, morning.leo)
        assert places(run) == before

    def test_but_not_over_what_was_put_in_since(self, run, morning, maya):
        event = run.ask(maya, morning.car, "move", after=run.step(morning.game).id)
        run.ask(maya, morning.car, "insert", title="Snow!", minutes=10)
        with refused("others_built_on_it"):
            back(morning, event)


class TestSkipAndSwap:
    def test_a_step_left_out_comes_back(self, run, morning, maya):
        event = run.ask(maya, morning.car, "skip", reason="We walk.")
        back(morning, event)
        assert not run.step(morning.car).skipped

    def test_a_swap_keeps_what_it_was_and_gives_it_back(self, run, morning, maya):
        before = MorningStep.objects.filter(step=morning.car).values().get()
        event = run.ask(maya, morning.car, "swap", title="Bus", pictogram="bus", minutes=12, reason="Snow.")
        step = run.step(morning.car)
        assert (step.title, step.was, step.minutes, step.pictogram) == ("Bus", "Into the car", 12, "bus")
        assert event.changes["instead"] == ["Into the car", "Bus"]
        back(morning, event)
        assert MorningStep.objects.filter(step=morning.car).values().get() == before

    def test_swapped_twice_it_still_knows_the_plan(self, run, morning, maya):
        first = run.ask(maya, morning.car, "swap", title="Bus", reason="Snow.")
        run.ask(maya, morning.car, "swap", title="Sledge", reason="Much snow.")
        assert run.step(morning.car).was == "Into the car"
        with refused("others_built_on_it"):
            back(morning, first)


class TestLater:
    def test_free_time_goes_first_and_the_door_moves_by_the_rest(self, run, morning, maya):
        planned = run.state.leave
        run.ask(maya, morning.car, "later", minutes=5)
        assert run.state.leave == planned
        assert run.step(morning.car).minutes == 10
        run.ask(maya, morning.car, "later", minutes=100)
        assert run.state.leave > planned
        assert run.state.planned_leave == planned

    def test_the_door_comes_back(self, run, morning, maya):
        before, least = run.state.leave, run.step(morning.car).least
        event = run.ask(maya, morning.car, "later", minutes=100, reason="Snow!")
        back(morning, event)
        step = run.step(morning.car)
        assert (run.state.leave, step.minutes, step.least, step.reason) == (before, 5, least, "")

    def test_but_not_once_it_has_moved_on(self, run, morning, maya):
        event = run.ask(maya, morning.car, "later", minutes=100)
        run.ask(maya, morning.car, "later", minutes=10)
        with refused("others_built_on_it"):
            back(morning, event)


class TestAnswersTakenBack:
    def test_a_yes_that_made_it_so(self, run, morning, maya):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        back(morning, run.answer(maya, True))
        assert not run.step(morning.car).skipped
        assert TodayAsk.objects.get().state == "waiting"
        assert run.answer(maya, False).kind == "today.declined"

    def test_a_no_that_ended_it(self, run, morning, maya):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        back(morning, run.answer(maya, False))
        assert TodayAsk.objects.get().state == "waiting"

    def test_one_voice_of_several(self, run, morning, maya):
        run.ask(morning.leo, morning.game, "skip", reason="I am tired.")
        run.answer(maya, True)
        event = run.answer(maya, False)
        back(morning, event)
        assert [voice.agrees for voice in run.state.asks[0].voices] == [True]

    def test_a_wish_while_nobody_has_answered(self, run, morning, maya):
        event = run.ask(morning.leo, morning.game, "skip", reason="I am tired.")
        back(morning, event, morning.leo)
        assert TodayAsk.objects.get().state == "withdrawn"

    def test_a_wish_taken_back_waits_again(self, run, morning):
        run.ask(morning.leo, morning.game, "skip", reason="I am tired.")
        back(morning, run.withdraw(morning.leo), morning.leo)
        assert TodayAsk.objects.get().state == "waiting"

    def test_what_was_otherwise_stays_so_once_they_left(self, run, morning, maya):
        event = run.ask(maya, morning.car, "skip", reason="We walk.")
        run.leave()
        with refused("others_built_on_it"):
            back(morning, event)


class TestTapsTakenBack:
    def test_a_start_while_nothing_happened(self, run, morning, maya):
        event = morning.events("morning.started")[0]
        back(morning, event)
        assert run.start().kind == "morning.started"

    def test_but_not_a_start_something_rests_on(self, run, morning, maya):
        event = morning.events("morning.started")[0]
        run.done(morning.leo, morning.car)
        with refused("others_built_on_it"):
            back(morning, event)

    def test_done_and_undone(self, run, morning, maya):
        event = run.done(maya, morning.breakfast, together=True)
        back(morning, event)
        assert not run.part(morning.ivy, morning.breakfast).done_at
        first = run.done(morning.leo, morning.car)
        back(morning, run.undone(morning.leo, morning.car), morning.leo)
        assert run.part(morning.leo, morning.car).done_at == first.at

    def test_leaving_and_what_waited_then(self, run, morning, maya):
        run.ask(morning.leo, morning.car, "skip", reason="I cycle.")
        back(morning, run.leave())
        assert run.state.left is None
        assert TodayAsk.objects.get().state == "waiting"

    def test_not_off_yet(self, run, morning, maya):
        left = run.leave().at
        back(morning, run.back())
        assert run.state.left == left

    def test_small_steps(self, morning, maya):
        wash = morning.step("Wash", 5, (morning.ivy,), small_steps="Water\nSoap")
        run = Run(morning)
        back(morning, run.tick(morning.ivy, wash, 1))
        assert run.part(morning.ivy, wash).ticked == ()
        back(morning, run.unfold(morning.ivy, wash, False))
        assert run.part(morning.ivy, wash).unfolded

    def test_after_ten_minutes_it_stays(self, run, morning, maya):
        event = run.done(morning.leo, morning.car)
        with refused("too_late_to_take_back"):
            take_back(actor=morning.actor(morning.leo), event_id=event.id, at=event.at + timedelta(minutes=11))
