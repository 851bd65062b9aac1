"""The reveal: when all have tapped, when picking time is over, or when they are off. Nobody has to be there for it."""

from datetime import timedelta

import pytest

from routines.actions.today_ask import TodayDraft, ask_today
from routines.models import Morning, MorningStep, Picking
from routines.models.pickings import pickings_of, unsettled
from routines.rules.picking.times import LAST_MOMENT


def test_hidden_until_all_have_tapped(today):
    m = today.family
    today.tap(m.leo, "P")
    today.tap(m.ivy, "P")
    assert today.winner() is None
    today.tap(m.bo, "E")
    assert today.winner() is None
    m.pass_time(seconds=LAST_MOMENT.total_seconds())

    assert today.winner() == "P"


def test_a_pass_ends_the_waiting_too(today):
    assert today.all_tap("", "", "").winner() == "P"


def test_by_the_clock_with_whoever_has_tapped(today):
    today.tap(today.family.bo, "E")
    today.family.pass_time(hours=1, minutes=39)
    assert today.winner() is None
    today.family.pass_time(minutes=2)

    assert today.winner() == "E"


def test_what_a_page_shows_is_what_the_next_verb_writes(today):
    today.all_tap("P", "O", "E")
    shown = today.reveal()
    assert today.state().settled_at is None
    today.settle()

    state = today.state()
    assert (state.winner, state.kind) == (shown.winner, shown.kind)
    assert today.reveal().story == shown.story


def test_it_is_written_down_as_of_when_it_was_over(today):
    m = today.family
    m.pass_time(hours=2)
    today.settle()

    assert today.state().settled_at == Picking.objects.get().closes_at
    assert [event.title for event in m.events("pick.settled")] == ["What do we eat?"]
    assert m.events("pick.settled")[0].changes == {"picked": ["", "Pancakes"]}


def test_leaving_settles_with_the_taps_there_are(today):
    today.tap(today.family.bo, "E")
    today.leave()

    assert today.state().winner == today.letters["E"]
    assert today.state().settled_at < Picking.objects.get().closes_at


def test_the_next_start_settles_a_forgotten_one(today):
    today.tap(today.family.bo, "E")
    forgotten = today.picking()
    today.next_day().start()

    assert Picking.objects.get(id=forgotten).winner_id == today.letters["E"]
    assert today.picking() != forgotten


def test_agreement_costs_nobody_a_turn(today):
    today.all_tap("PF", "F", "FE").settle()

    assert (today.winner(), today.state().kind) == ("F", "agreed")
    assert set(today.jars().values()) == {"0"}


def test_nobody_tapped(today):
    today.family.pass_time(hours=2)
    today.settle()

    assert (today.winner(), today.state().kind) == ("P", "nobody_took_part")
    assert set(today.jars().values()) == {"0"}


def test_what_was_picked_longest_ago_comes_next_when_nobody_cares(today):
    first = []
    for _ in range(4):
        today.leave()
        first.append(today.winner())
        today.next_day().start()

    assert first == ["P", "O", "F", "E"]


def test_a_step_left_out_today_is_not_picked(today):
    m = today.family
    step = next(each for each in today.morning_state().steps if each.step == today.step.id)
    for who in (m.leo, m.ivy):
        today.tap(who, "P")
    ask_today(
        actor=m.actor(m.leo),
        morning_id=today.morning,
        morning_step_id=step.id,
        draft=TodayDraft("skip", reason="No hunger."),
        at=m.now,
    )
    from routines.actions.today_ask import answer_today
    from routines.models import TodayAsk

    for who in (m.ivy, m.bo):
        ask = TodayAsk.objects.latest("id")
        if ask.state == "waiting":
            answer_today(**m.acting(who), ask_id=ask.id, agrees=True, at=m.now)
    today.leave()

    assert (today.state().kind, today.state().winner) == ("skipped", None)
    assert today.memory().rounds == 0


def test_what_came_out_before_a_step_was_left_out_stays(today):
    m = today.family
    today.all_tap("P", "P", "E")
    step = next(each for each in today.morning_state().steps if each.step == today.step.id)
    MorningStep.objects.filter(id=step.id).update(rung=1)
    Morning.objects.update(revision=m.revision + 10_000)
    draft = TodayDraft("skip", reason="No hunger.")
    ask_today(actor=m.actor(m.maya), morning_id=today.morning, morning_step_id=step.id, draft=draft, at=m.now)

    assert today.morning_state().step(step.id).skipped
    assert today.state().winner == today.letters["P"]


def test_a_morning_taken_back_does_not_count(today):
    today.all_tap("P", "P", "E").settle()
    Morning.objects.update(taken_back_at=today.family.now)

    assert today.memory().rounds == 0
    assert unsettled(today.family.household.id) == ()


def test_two_that_end_in_another_order_than_they_began(morning, picks):
    game = picks.make(morning.game, "Which game?", "Tag", "Ball")
    picks.start()
    closing = Picking.objects.get(pick=picks.pick).closes_at
    assert Picking.objects.get(pick=game).closes_at < closing
    morning.pass_time(hours=3)
    picks.settle()

    settled = Picking.objects.order_by("settled_at").values_list("pick_id", flat=True)
    assert list(settled) == [game.id, picks.pick.id]


@pytest.mark.django_db
def test_a_clock_that_goes_back_rewrites_nothing(today):
    today.all_tap("P", "P", "E").settle()
    later = today.state().settled_at + timedelta(days=9)
    Picking.objects.update(settled_at=later)
    today.next_day().start().all_tap("P", "P", "E").settle()

    assert today.state().settled_at > later
    assert today.memory().rounds == 2


def test_it_is_read_in_two_queries_and_then_none(today, django_assert_num_queries):
    today.all_tap("P", "P", "E")
    from routines.models import pickings

    pickings.forget()
    morning, household = today.morning_state(), today.family.household.id
    with django_assert_num_queries(2):
        first = pickings_of(household, morning)
    with django_assert_num_queries(0):
        assert pickings_of(household, morning) is first
