"""How many contested rounds running somebody can miss, and when the limit says nothing."""

import pytest

from routines.rules.fair_share import Round, begin, history, limit

# Each word is a round and each place in it a member, with the one option they tapped or "-". Found by search.
WORST = {
    "three": "ava avv bab baa aaa vab vvv bva bbb abb vbb",
    "four": "cava bcbb bcac vaaa bacv vvcv vvcv cvav vbac vbbc vcbb vacb vaab vcca",
}


def memories(text):
    rows = text.split()
    members = range(len(rows[0]))
    rounds = [Round.of("abcv", {each: row[each] for each in members if row[each] != "-"}) for row in rows]
    return [memory for _, memory in history(begin(members), rounds)]


@pytest.mark.parametrize(("members", "most"), [(1, 0), (2, 1), (3, 3), (4, 5), (5, 7), (6, 9)])
def test_the_limit_is_twice_the_others_less_one(members, most):
    assert limit(members) == most


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_the_limit_is_reached_and_then_it_is_ones_turn(text):
    *_, last = memories(text)

    assert dict(last.waits)[0] == limit(len(last.members))
    assert not last.unbound


def test_somebody_away_voids_it_for_those_who_are_losing_until_they_win():
    together, one_away, together_again = memories("aab -ab aba")

    assert (dict(together.waits), together.unbound) == ({0: 0, 1: 0, 2: 1}, set())
    assert (dict(one_away.waits), one_away.unbound) == ({0: 0, 1: 1, 2: 0}, {1})
    assert (dict(together_again.waits), together_again.unbound) == ({0: 1, 1: 0, 2: 1}, set())


def test_jars_more_than_a_cup_apart_void_it_from_the_first_miss():
    """Nobody is away in the last four rounds, but in the one before them: the first of them misses all four."""
    *_, before, first, _, _, last = memories("aab aab aba a-b vab vaa vba vaa")

    assert dict(before.jars)[0] - dict(before.jars)[1] > 1
    assert (dict(first.waits)[0], 0 in first.unbound) == (1, True)
    assert (dict(last.waits)[0], 0 in last.unbound) == (limit(3) + 1, True)
