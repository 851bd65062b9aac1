"""The whole of a morning as a bar, whom one waits for, who left the household, and how late it was left."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.morning.course import course, waited_for
from routines.rules.morning.gone import without_gone
from routines.rules.morning.leaving import Left, chosen_minutes, left_beside_plan
from routines.rules.morning.running import of_all
from tests.rules.morning.mornings import EIGHT, SEVEN, at, ids, morning, names, step, wish


def spans(state, minute: float) -> list[tuple[str, float, float, bool]]:
    """Return the bar of a morning: its steps, from and to which minute after seven, and whether that is done."""
    now = at(minute)
    return [
        (" ".join(each.title for each in span.steps), minutes(span.begins), minutes(span.ends), span.done)
        for span in course(state, of_all(state, now), now)
    ]


def minutes(moment) -> float:
    return round((moment - SEVEN).total_seconds() / 60, 1)


def test_before_anything_is_done_it_is_the_plan():
    assert spans(morning(step(1), step(2, minutes=20)), 0) == [("Step 1", 0, 10, False), ("Step 2", 10, 30, False)]


def test_what_is_done_ended_with_its_last_tap():
    state = morning(step(1, "Mum:8 Bo:12"), step(2, minutes=20))
    assert spans(state, 12) == [("Step 1", 0, 12, True), ("Step 2", 12, 32, False)]


def test_what_takes_longer_moves_the_rest():
    assert spans(morning(step(1), step(2, minutes=20)), 15) == [("Step 1", 0, 15, False), ("Step 2", 15, 35, False)]


def test_steps_side_by_side_are_one_piece():
    state = morning(step(1, "Mum"), step(2, "Bo", 25, alongside=True))
    assert spans(state, 0) == [("Step 1 Step 2", 0, 25, False)]


def test_everybody_goes_at_their_own_pace_and_the_slowest_ends_a_piece():
    state = morning(step(1, "Mum:5 Bo"), step(2))
    assert spans(state, 5) == [("Step 1", 0, 10, False), ("Step 2", 10, 20, False)]


def test_a_step_left_out_is_not_on_it():
    assert spans(morning(step(1, skipped=True), step(2)), 0) == [("Step 2", 0, 10, False)]


def test_as_long_as_nobody_is_short_it_ends_before_the_door():
    state = morning(step(1, "Bo", 30), step(2, "Mum Bo", 30), step(3, "Mum", 10))
    assert spans(state, 20)[-1][2] == 60


def test_when_time_is_short_it_shows_how_much_later():
    assert spans(morning(step(1, minutes=40), step(2, minutes=60)), 40)[-1][2] == 70


@given(
    st.lists(st.tuples(st.sampled_from(["Mum", "Bo", "Mum Bo"]), st.integers(1, 40), st.booleans()), max_size=6),
    st.integers(0, 120),
)
def test_pieces_follow_each_other_without_a_gap(plan, minute):
    steps = [step(n, people, length, alongside=beside) for n, (people, length, beside) in enumerate(plan, start=1)]
    found = spans(morning(*steps), minute)
    assert [span[1] for span in found] == [0, *(span[2] for span in found)][: len(found)]
    assert all(begins <= ends for _title, begins, ends, _done in found)


@pytest.mark.parametrize(
    ("steps", "who", "waited"),
    [
        ((step(1, "Bo"), step(2, "Mum")), "Mum", "Bo"),
        ((step(1, "Bo Dad:3"), step(2, "Mum")), "Mum", "Bo"),
        ((step(1, "Bo:3"), step(2, "Mum")), "Mum", ""),
        ((step(1, "Mum"), step(2, "Bo"), step(3, "Mum")), "Mum", ""),
        ((step(1, "Mum:2"), step(2, "Bo"), step(3, "Mum")), "Mum", "Bo"),
        ((step(1, "Bo"), step(2, "Mum", alongside=True)), "Mum", ""),
        ((step(1, "Bo"),), "Mum", ""),
    ],
)
def test_whom_one_waits_for(steps, who, waited):
    (member,) = ids(who)
    assert names(waited_for(morning(*steps), member)) == waited


class TestGone:
    def test_nobody_waits_for_who_left_the_household(self):
        (bo,) = ids("Bo")
        state = without_gone(morning(step(1, "Bo"), step(2, "Mum")), [bo])
        assert waited_for(state, *ids("Mum")) == ()
        assert state.steps[0].doings == ()

    def test_nor_for_their_answer(self):
        state = morning(step(1), asks=(wish(asked="Mum Dad", deciders="Mum Dad"),))
        (ask,) = without_gone(state, ids("Dad")).asks
        assert (names(ask.asked), names(ask.deciders)) == ("Mum", "Mum")

    def test_a_decider_who_left_decides_nothing(self):
        (dad,) = ids("Dad")
        state = without_gone(morning(step(1, "Mum Dad", decider=dad)), [dad])
        assert state.steps[0].decider is None

    def test_without_anybody_gone_it_is_the_same(self):
        state = morning(step(1))
        assert without_gone(state, ids("Dad")) is state


@pytest.mark.parametrize(
    ("left", "leave", "expected"),
    [
        (57, 60, Left(-3, 0)),
        (60, 60, Left(0, 0)),
        (60.4, 60, Left(0, 0)),
        (72, 60, Left(12, 0)),
        (72, 70, Left(12, 10)),
    ],
)
def test_how_late_it_was_beside_the_plan(left, leave, expected):
    state = morning(step(1), left=at(left), leave=at(leave))
    assert left_beside_plan(state) == expected
    assert chosen_minutes(state) == expected.chosen


@pytest.mark.parametrize(
    "without",
    [{"left": None}, {"leave": None, "planned_leave": None}, {"tells_minutes": False}],
)
def test_where_nothing_is_said(without):
    state = replace(morning(step(1), left=EIGHT + timedelta(minutes=9)), **without)
    assert left_beside_plan(state) is None
