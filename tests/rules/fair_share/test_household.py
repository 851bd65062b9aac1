"""Who belongs to a question, and rounds with little in them."""

from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest

from routines.rules.fair_share import (
    DecidedBy,
    Ending,
    Memory,
    Round,
    begin,
    decide,
    follow,
    join,
    leave,
    level,
    replay,
)

MAYA, LEO, IVY, BO = 3, 5, 13, 8
PANCAKES, FRUIT, EGGS = 101, 102, 103
TAPS = {MAYA: [PANCAKES], LEO: [PANCAKES], IVY: [EGGS]}
FIRST = Round.of([PANCAKES, FRUIT, EGGS], TAPS)


def jars(memory):
    return {member: str(jar) for member, jar in memory.jars}


def test_everybody_begins_with_an_empty_jar():
    assert begin([MAYA, LEO]) == Memory(jars=((MAYA, 0), (LEO, 0)), waits=((MAYA, 0), (LEO, 0)), turns=(MAYA, LEO))


def test_somebody_new_begins_at_nothing_and_last_on_the_turn_list():
    memory = join(replay([MAYA, LEO, IVY], [FIRST]), BO)

    assert jars(memory) == {MAYA: "1/6", LEO: "1/6", IVY: "-1/3", BO: "0"}
    assert memory.turns == (MAYA, LEO, IVY, BO)
    assert dict(memory.waits)[BO] == 0


def test_what_somebody_leaves_is_spread_equally_over_those_who_stay():
    memory = leave(replay([MAYA, LEO, IVY], [FIRST]), MAYA)

    assert jars(memory) == {LEO: "1/4", IVY: "-1/4"}
    assert (memory.turns, memory.waits) == ((LEO, IVY), ((LEO, 0), (IVY, 1)))
    assert memory.unbound == {IVY}


def test_somebody_who_comes_back_is_new():
    memory = join(leave(replay([MAYA, LEO, IVY], [FIRST]), IVY), IVY)

    assert jars(memory) == {MAYA: "0", LEO: "0", IVY: "0"}
    assert dict(memory.waits)[IVY] == 0


def test_leavers_spread_over_those_who_stay_and_not_over_those_who_join():
    memory = follow(replay([MAYA, LEO, IVY], [FIRST]), [MAYA, LEO, BO])

    assert jars(memory) == {MAYA: "0", LEO: "0", BO: "0"}
    assert memory.turns == (MAYA, LEO, BO)


def test_a_household_can_change_altogether():
    assert follow(replay([MAYA, LEO], [FIRST]), [IVY]).jars == ((IVY, 0),)
    assert follow(begin([MAYA]), []).jars == ()


def test_the_same_members_in_another_order_change_nothing():
    memory = replay([MAYA, LEO, IVY], [FIRST])

    assert follow(memory, [IVY, MAYA, LEO]) == memory


def test_stored_rounds_let_people_come_and_go_by_themselves():
    members = ([MAYA, LEO, IVY], [MAYA, IVY], [MAYA, IVY, BO])
    rounds = [Round.of(FIRST.options, {**TAPS, BO: [EGGS]}, members=each) for each in members]

    memory = replay(members[0], rounds)
    by_hand = begin(members[0])
    for change in (lambda now: now, lambda now: leave(now, LEO), lambda now: join(now, BO)):
        _, by_hand = decide(change(by_hand), Round.of(FIRST.options, {**TAPS, BO: [EGGS]}))

    assert memory == by_hand
    assert memory.members == (MAYA, IVY, BO)


def test_who_is_neither_member_nor_guest_and_what_is_not_listed_count_for_nothing():
    memory = begin([MAYA, LEO, IVY])
    vetoed = {**TAPS, LEO: [PANCAKES, 999], IVY: [EGGS, 999], BO: [EGGS]}

    assert decide(memory, Round.of(FIRST.options, vetoed)) == decide(memory, FIRST)


def test_whoever_tapped_only_what_was_vetoed_sits_out():
    outcome, memory = decide(begin([MAYA, LEO, IVY]), Round.of([PANCAKES, FRUIT], TAPS))

    assert (outcome.participants, outcome.kind) == ((MAYA, LEO), Ending.AGREED)
    assert jars(memory) == {MAYA: "0", LEO: "0", IVY: "0"}


def test_a_member_who_is_a_guest_only_breaks_ties():
    outcome, _ = decide(begin([MAYA, LEO, IVY]), Round.of([FRUIT, EGGS], {MAYA: [FRUIT], IVY: [EGGS]}, guests=[IVY]))

    assert (outcome.participants, outcome.winner) == ((MAYA,), FRUIT)


def test_one_option_wins_and_nothing_moves():
    before = replay([MAYA, LEO, IVY], [FIRST])

    outcome, after = decide(before, Round.of([FRUIT], {MAYA: [FRUIT], LEO: []}))

    assert (outcome.winner, outcome.kind, outcome.decided_by) == (FRUIT, Ending.NOBODY, DecidedBy.LEVEL)
    assert (after.jars, after.waits, after.turns) == (before.jars, before.waits, before.turns)


@pytest.mark.parametrize(
    ("guests", "winner", "decided_by"),
    [
        ({BO: [EGGS]}, EGGS, DecidedBy.GUESTS),
        ({BO: [PANCAKES, EGGS]}, EGGS, DecidedBy.LEAST_RECENT),
        ({}, FRUIT, DecidedBy.LEAST_RECENT),
    ],
)
def test_where_nobody_takes_part_it_is_guests_then_what_was_longest_ago(guests, winner, decided_by):
    before = replay([MAYA, LEO, IVY], [FIRST])

    entry = Round.of(FIRST.options, {MAYA: FIRST.options, LEO: [], **guests}, guests=guests)
    outcome, after = decide(before, entry)

    assert (outcome.kind, outcome.winner, outcome.decided_by) == (Ending.NOBODY, winner, decided_by)
    assert (outcome.tied, outcome.levels) == (FIRST.options, tuple((option, 0) for option in FIRST.options))
    assert (after.jars, after.waits, after.turns) == (before.jars, before.waits, before.turns)
    assert dict(after.last_chosen)[winner] == 2


def test_nobody_at_all_picks_the_first_listed():
    outcome, _ = decide(begin([]), Round.of([FRUIT, EGGS], {}))

    assert (outcome.winner, outcome.decided_by) == (FRUIT, DecidedBy.LISTED_ORDER)


@pytest.mark.parametrize(("options", "sentence"), [([], "at least one option"), ([EGGS, EGGS], "only once")])
def test_a_list_to_pick_from_has_options_and_each_once(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        Round.of(options, TAPS)


def test_values_are_frozen():
    outcome, memory = decide(begin([MAYA, LEO, IVY]), FIRST)

    for value, name in ((FIRST, "options"), (memory, "jars"), (outcome, "winner")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, ())
    assert len({FIRST, memory, outcome}) == 3


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["0"], "1"),
        (["0", "0"], "1/2"),
        (["-1/2", "0"], "1/4"),
        (["1/2", "-1/2"], "1/2"),
        (["-1", "1", "-1/2"], "-1/4"),
    ],
)
def test_how_high_a_cup_fills_some_jars(before, expected):
    assert level(Fraction(jar) for jar in before) == Fraction(expected)
