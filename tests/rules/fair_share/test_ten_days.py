"""Ten breakfasts of Maya, Leo and Ivy, as a table a parent could read.

The letters are pancakes, porridge (O), fruit, eggs and, from day 6, waffles. A gap says that somebody is away;
on day 7 Maya likes everything, and on day 8 there is a guest, Bo. The turn list begins as Maya, Leo, Ivy.
"""

from fractions import Fraction

from routines.rules.fair_share import Round, begin, decide, history, tally

FAMILY = ("Maya", "Leo", "Ivy")
FOUR, FIVE = "POFE", "POFEW"
DAYS = (
    # Listed, Maya, Leo, Ivy, guest, won, because of, jars after it: Maya, Leo, Ivy
    (FOUR, "P", "P", "E", "", "P", "level", "1/6 1/6 -1/3"),
    (FOUR, "P", "P", "E", "", "E", "longest_wait", "-1/6 -1/6 1/3"),
    (FOUR, "P", "P", "E", "", "P", "level", "0 0 0"),
    (FOUR, "FP", "F", "FE", "", "F", "level", "0 0 0"),
    (FOUR, "O", "E", "", "", "O", "turn_list", "1/2 -1/2 0"),
    (FIVE, "W", "WE", "E", "", "E", "level", "1/6 -1/12 -1/12"),
    (FIVE, "POFEW", "O", "W", "", "O", "turn_list", "1/6 5/12 -7/12"),
    (FIVE, "P", "O", "EW", "WP", "W", "guests", "-1/6 1/12 1/12"),
    (FIVE, "P", "FP", "W", "", "P", "level", "1/8 1/8 -1/4"),
    (FIVE, "PW", "F", "WF", "", "W", "turn_list", "5/48 -5/24 5/48"),
)


def breakfast(listed, maya, leo, ivy, guest):
    return Round.of(listed, {"Maya": maya, "Leo": leo, "Ivy": ivy, "Bo": guest}, guests=["Bo"])


def test_ten_breakfasts():
    memory = begin(FAMILY)

    for *taps, won, because, jars in DAYS:
        outcome, memory = decide(memory, breakfast(*taps))

        assert (outcome.winner, outcome.decided_by) == (won, because)
        assert [jar for _, jar in memory.jars] == [Fraction(jar) for jar in jars.split()]


def test_who_got_their_wish_in_ten_breakfasts():
    told = history(begin(FAMILY), [breakfast(*taps) for *taps, _, _, _ in DAYS])

    counted = {each.member: (each.happy, each.contested) for each in tally(told)}

    assert counted == {"Maya": (5, 8), "Leo": (5, 9), "Ivy": (4, 8)}
