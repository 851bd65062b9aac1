"""What a story tells of a round, and the pouring to look at."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from routines.rules.fair_share import (
    Miss,
    Round,
    Scale,
    Stage,
    Waited,
    begin,
    decide,
    history,
    join,
    level,
    replay,
    tell,
)
from routines.rules.fair_share.pouring import stages
from tests.rules.fair_share.households import households
from tests.rules.fair_share.test_ten_days import DAYS, FAMILY, breakfast

MORNINGS = [breakfast(*taps) for *taps, _, _, _ in DAYS]


def day(number):
    """Return the story of one of the ten days, counted from 1."""
    before = replay(FAMILY, MORNINGS[: number - 1])
    return tell(before, *decide(before, MORNINGS[number - 1]))


# Day, whose jar was emptiest, level, runner-up and its level, who missed how many running.
ROWS = [
    (1, None, "1/2", "E", "1", [("Ivy", 1, True)]),
    (2, "Ivy", "2/3", "P", "2/3", [("Maya", 1, True), ("Leo", 1, True)]),
    (3, None, "1/3", "E", "4/3", [("Ivy", 1, True)]),
    (4, None, "1/3", "P", "1", []),
    (5, None, "1", "E", "1", [("Leo", 1, False)]),
    (6, "Leo", "1/4", "W", "1/2", [("Maya", 1, True)]),
    (7, None, "11/12", "W", "11/12", [("Ivy", 1, False)]),
    (8, "Ivy", "5/12", "E", "5/12", [("Maya", 2, False), ("Leo", 1, True)]),
    (9, "Maya", "11/24", "F", "13/12", [("Ivy", 1, True)]),
    (10, "Ivy", "7/16", "F", "7/16", [("Leo", 1, True)]),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"day {row[0]}")
def test_what_is_told_of_ten_breakfasts(row):
    number, emptiest, reached, runner_up, next_level, misses = row
    story = day(number)

    assert story.emptiest == emptiest
    assert (story.level, story.runner_up, story.runner_up_level) == (Fraction(reached), runner_up, Fraction(next_level))
    assert story.misses == tuple(Miss(*miss) for miss in misses)
    assert story.limit == 3


def test_a_cup_is_poured_from_the_emptiest_jar_up():
    """Day 6: Leo's jar is half a cup below Ivy's; it rises to hers, then both rise together."""
    half, quarter, nothing = Fraction(1, 2), Fraction(1, 4), Fraction(0)

    assert day(6).stages == (
        Stage(("Leo",), -half, nothing, left=half),
        Stage(("Leo", "Ivy"), nothing, quarter, left=nothing),
    )


def test_jars_before_in_between_and_after():
    story = day(6)

    assert [(jar.member, str(jar.before), str(jar.full), str(jar.after)) for jar in story.jars] == [
        ("Maya", "1/2", "1/2", "1/6"),
        ("Leo", "-1/2", "1/4", "-1/12"),
        ("Ivy", "0", "1/4", "-1/12"),
    ]
    assert [(jar.took_part, jar.fan, str(jar.taken)) for jar in story.jars] == [
        (True, False, "1/3"),
        (True, True, "1/3"),
        (True, True, "1/3"),
    ]
    assert story.all_took_part
    assert story.scale == Scale(-Fraction(1, 2), Fraction(1, 2))


def test_where_nothing_moves_nothing_is_poured_or_taken():
    story = day(4)

    assert story.stages == ()
    assert {(jar.poured, jar.taken) for jar in story.jars} == {(0, 0)}


def test_whoever_sits_out_is_shown_and_keeps_what_is_in_the_jar():
    story = day(7)

    maya = story.jars[0]
    assert (maya.took_part, maya.fan, maya.before, maya.after) == (False, False, Fraction(1, 6), Fraction(1, 6))
    assert not story.all_took_part


@pytest.mark.parametrize(
    ("jars", "expected"),
    [
        ({"Maya": 0}, [("Maya", "0", "1", "0")]),
        ({"Maya": 0, "Leo": 0}, [("Maya Leo", "0", "1/2", "0")]),
        ({"Maya": 2, "Leo": 0}, [("Leo", "0", "1", "0")]),
        ({"Maya": 1, "Leo": 0}, [("Leo", "0", "1", "0")]),
        ({"Maya": "1/2", "Leo": 0, "Ivy": 0}, [("Leo Ivy", "0", "1/2", "0")]),
        ({"Maya": "1/4", "Leo": 0, "Ivy": 9}, [("Leo", "0", "1/4", "3/4"), ("Leo Maya", "1/4", "5/8", "0")]),
    ],
)
def test_stages_of_pouring(jars, expected):
    poured = stages({member: Fraction(jar) for member, jar in jars.items()})

    assert [(" ".join(each.members), str(each.start), str(each.end), str(each.left)) for each in poured] == expected


@pytest.mark.parametrize(
    ("waits", "taps", "winner", "waited"),
    [
        ((0, 1, 2, 0), "abcc", "c", None),
        ((0, 1, 2, 0), "abcd", "c", Waited(("Ivy",), together=False)),
        ((2, 2, 1, 0), "aabb", "a", Waited(("Maya", "Leo"), together=False)),
        ((2, 1, 2, 0), "aabb", "a", Waited(("Maya", "Leo"), together=True)),
        ((2, 1, 2, 1), "aabb", "a", None),
    ],
)
def test_whose_wait_it_was(waits, taps, winner, waited):
    """Maya, Leo, Ivy and Bo have the same jars, have waited this often, and tap one option each."""
    family = ("Maya", "Leo", "Ivy", "Bo")
    before = replace(begin(family), waits=tuple(zip(family, waits, strict=True)))
    entry = Round.of("bacd", dict(zip(family, taps, strict=True)))

    story = tell(before, *decide(before, entry))

    assert (story.outcome.winner, story.waited) == (winner, waited)


def test_somebody_who_joined_for_the_round_is_in_its_story():
    before = begin(["Maya", "Leo"])
    entry = Round.of("ab", {"Maya": "a", "Leo": "a", "Ivy": "b"}, members=["Maya", "Leo", "Ivy"])

    story = tell(before, *decide(before, entry))

    assert story == tell(join(before, "Ivy"), *decide(before, entry))
    assert [jar.member for jar in story.jars] == ["Maya", "Leo", "Ivy"]


def test_what_was_never_chosen_is_known():
    assert [day(number).first_time for number in (1, 2, 3, 5, 7, 8)] == [True, True, False, True, False, True]


def test_one_option_and_nobody_have_no_runner_up():
    before = begin(FAMILY)
    for options in ("a", "ab"):
        story = tell(before, *decide(before, Round.of(options, {})))
        assert (story.runner_up, story.emptiest, story.misses, story.stages) == (None, None, (), ())


@given(households())
def test_every_story_adds_up(household):
    family, rounds = household
    before = begin(family)
    for outcome, after in history(before, rounds):
        story = tell(before, outcome, after)
        poured = sum(jar.poured for jar in story.jars)
        taken = sum(jar.taken for jar in story.jars)
        heights = [story.scale.height(each) for jar in story.jars for each in (jar.before, jar.full, jar.after)]

        assert poured == taken == outcome.contested
        assert all(jar.after == jar.full - jar.taken for jar in story.jars)
        assert all(0 <= height <= 1 for height in heights)
        if story.stages:
            assert story.stages[-1].end == story.level == level(jar.before for jar in story.jars if jar.fan)
            assert {jar.member for jar in story.jars if jar.poured} == set(story.stages[-1].members)
            assert story.stages[-1].left == 0
        before = after
