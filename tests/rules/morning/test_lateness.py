"""More fun, more time: what it costs is known first."""

import pytest

from routines.rules.codes import Code
from routines.rules.morning.lateness import cost, may_be_later
from tests.rules.morning.mornings import EIGHT, at, morning, step

# 40 minutes of steps, at seven: free until they leave.
STEPS = (step(1, "Bo", 10), step(2, "Bo", 20), step(3, "Bo", 10))

# Extra minutes, minutes until leaving, now: how much later, out of free time, what the others would give, short.
COSTS = [
    ("all out of free time", 10, 60, 0, 0, 10, {}, 0),
    ("just all of it", 20, 60, 0, 0, 20, {}, 0),
    ("the door moves by the rest", 25, 60, 0, 5, 20, {2: 2.5, 3: 1.25}, 0),
    ("no free time", 10, 40, 0, 10, 0, {2: 5, 3: 2.5}, 0),
    ("free time of half a minute buys nothing", 10, 40.5, 0, 10, 0, {2: 4.75, 3: 2.375}, 0),
    ("scarce already", 4, 32, 0, 4, 0, {2: 2, 3: 1}, 0),
    ("not even the least would do", 30, 40, 0, 30, 0, {2: 10, 3: 5}, 10),
    ("nothing left to give", 10, 15, 0, 10, 0, {}, 15),
    ("after the time to leave", 10, 60, 70, 10, 0, {}, 35),
]


@pytest.mark.parametrize(
    ("extra", "leave", "now", "later", "free", "gives", "short"), [row[1:] for row in COSTS], ids=[r[0] for r in COSTS]
)
def test_what_it_costs(extra, leave, now, later, free, gives, short):
    price = cost(extra, morning(*STEPS, leave=at(leave)), at(now), step=1)

    assert (price.minutes_later, price.from_free, price.short) == (later, free * 60, short * 60)
    assert price.new_leave == at(leave + later)
    assert price.from_free + price.minutes_later * 60 == extra * 60
    assert {each: round(seconds / 60, 1) for each, seconds in price.gives} == pytest.approx(gives, abs=0.06)


def test_without_a_step_of_its_own_all_of_them_give():
    price = cost(10, morning(*STEPS, leave=at(40)), at(0))

    assert dict(price.gives) == {1: 150, 2: 300, 3: 150}


def test_of_several_people_the_one_who_loses_most_of_a_step_counts():
    both = (step(1, "Mum Bo", 10), step(2, "Bo", 20), step(3, "Mum Bo", 10))
    price = cost(10, morning(*both, leave=at(40)), at(0))

    assert dict(price.gives)[2] == 300
    assert price.minutes_later == 10


def test_who_is_done_gives_nothing():
    price = cost(10, morning(step(1, "Mum:1 Bo:1"), leave=at(60)), at(30))

    assert (price.minutes_later, price.from_free, price.gives) == (0, 600, ())


@pytest.mark.parametrize(
    ("minutes", "leave", "code"),
    [
        (1, EIGHT, Code.OK),
        (120, EIGHT, Code.OK),
        (0, EIGHT, Code.LATER_MINUTES),
        (-5, EIGHT, Code.LATER_MINUTES),
        (121, EIGHT, Code.LATER_MINUTES),
        (None, EIGHT, Code.LATER_MINUTES),
        (10, None, Code.NOTHING_TO_BE_LATE_FOR),
    ],
)
def test_how_much_later(minutes, leave, code):
    assert may_be_later(minutes, leave).code is code


def test_the_cost_of_what_may_not_be_is_an_error():
    with pytest.raises(ValueError, match="121"):
        cost(121, morning(*STEPS), at(0))
    with pytest.raises(ValueError, match="10"):
        cost(10, morning(*STEPS, leave=None), at(0))
