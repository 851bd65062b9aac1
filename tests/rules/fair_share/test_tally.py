"""Counting wishes that came true."""

from routines.rules.fair_share import Round, Tally, begin, history, replay, tally
from tests.rules.fair_share.test_story import MORNINGS
from tests.rules.fair_share.test_ten_days import FAMILY


def test_ten_breakfasts_counted():
    assert tally(history(begin(FAMILY), MORNINGS)) == (
        Tally("Maya", happy=5, contested=8, agreed=1, running=0, longest=2, bound=True),
        Tally("Leo", happy=5, contested=9, agreed=1, running=1, longest=1, bound=True),
        Tally("Ivy", happy=4, contested=8, agreed=1, running=0, longest=1, bound=True),
    )


def test_the_last_days_alone_with_what_came_before_remembered():
    before = replay(FAMILY, MORNINGS[:7])

    maya, leo, ivy = tally(history(before, MORNINGS[7:]))

    assert (maya.happy, maya.contested, maya.longest) == (2, 3, 2)
    assert (leo.happy, leo.contested, leo.longest) == (1, 3, 1)
    assert (ivy.happy, ivy.contested, ivy.longest) == (2, 3, 1)


def test_only_members_at_the_end_are_counted_and_newcomers_from_their_first_round():
    rounds = [
        Round.of("ab", {"Maya": "a", "Leo": "b", "Ivy": "b"}, members=["Maya", "Leo", "Ivy"]),
        Round.of("ab", {"Maya": "a", "Leo": "b", "Bo": "b"}, members=["Maya", "Leo", "Bo"]),
    ]

    counted = {each.member: (each.happy, each.contested) for each in tally(history(begin(()), rounds))}

    assert counted == {"Maya": (0, 2), "Leo": (2, 2), "Bo": (1, 1)}


def test_no_rounds_no_counts():
    assert tally(()) == ()
