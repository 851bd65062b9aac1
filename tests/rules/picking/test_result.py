"""What comes of a pick: the winner, what is remembered, and what is stored so that it can be replayed."""

from dataclasses import replace

import pytest

from routines.rules.fair_share import begin, replay
from routines.rules.picking.result import record_of, result_of, stored_round
from tests.rules.picking.test_times import BEN, MIA, OPTIONS, ZOE, picking

EGGS, FRUIT = OPTIONS
OUT = replace(EGGS, ground="danger")
FRESH = begin((MIA, BEN, ZOE))


def test_it_is_settled_by_fair_turns():
    result = result_of(picking((MIA, 1, 101), (BEN, 2, 101), (ZOE, 3, 102)), FRESH)

    assert (result.winner, result.kind, result.decided_by) == (101, "shared", "level")
    assert dict(result.after.waits) == {MIA: 0, BEN: 0, ZOE: 1}


@pytest.mark.parametrize(
    ("what", "state", "winner", "kind"),
    [
        ("no taps: the first on the list", picking(), 101, "nobody_took_part"),
        ("all pass", picking((MIA, 1), (BEN, 1), (ZOE, 1)), 101, "nobody_took_part"),
        ("one option", picking((MIA, 1, 102), options=(FRUIT,)), 102, "nobody_took_part"),
        ("all but one ruled out", picking((MIA, 1, 101), options=(OUT, FRUIT)), 102, "nobody_took_part"),
        ("no option", picking((MIA, 1, 101), options=()), None, "nothing"),
        ("all ruled out", picking((MIA, 1, 101), options=(OUT,)), None, "nothing"),
        ("the step is skipped", picking((MIA, 1, 101), skipped=True), None, "skipped"),
        ("a treat", picking((MIA, 1, 101), (ZOE, 1, 102), treat_for=ZOE), 102, "treat"),
        ("a treat not used", picking((MIA, 1, 102), treat_for=ZOE), 101, "treat"),
        ("a treat for two things", picking((ZOE, 1, 102, 101), treat_for=ZOE), 101, "treat"),
    ],
)
def test_nobody_takes_or_loses_a_turn(what, state, winner, kind):
    result = result_of(state, FRESH)

    assert (result.winner, result.kind) == (winner, kind)
    assert result.after.jars == FRESH.jars
    assert result.after.waits == FRESH.waits


def test_a_treat_leaves_no_trace():
    assert result_of(picking((ZOE, 1, 102), treat_for=ZOE), FRESH).after == FRESH


def test_what_is_stored_replays():
    state = picking((MIA, 1, 101), (BEN, 2, 102), (ZOE, 3, 102))
    result, record = result_of(state, FRESH), record_of(state)

    assert replay((), [stored_round(record)]) == result.after
    assert record == {
        "options": [101, 102],
        "ballots": {"1": [101], "2": [102], "3": [102]},
        "guests": [],
        "members": [MIA, BEN, ZOE],
        "asked": [MIA, BEN, ZOE],
    }


def test_who_left_is_not_counted():
    state = picking((MIA, 1, 101), (BEN, 2, 102), (ZOE, 3, 102), guests=(9,))

    assert record_of(state, {ZOE, 9})["members"] == [MIA, BEN]
    assert record_of(state, {ZOE})["ballots"] == {"1": [101], "2": [102]}
    assert record_of(state, {9})["guests"] == []


def test_a_leavers_jar_is_spread_over_the_others():
    first = result_of(picking((MIA, 1, 101), (BEN, 2, 101), (ZOE, 3, 102)), FRESH).after
    second = result_of(picking((MIA, 1), (BEN, 2)), first, {ZOE}).after

    assert [str(jar) for _, jar in first.jars] == ["1/6", "1/6", "-1/3"]
    assert [(member, str(jar)) for member, jar in second.jars] == [(MIA, "0"), (BEN, "0")]


def test_a_guest_only_breaks_ties():
    tied = picking((MIA, 1, 101), (BEN, 2, 102), (9, 2, 102), guests=(9,))
    result = result_of(tied, FRESH)

    assert (result.winner, result.decided_by) == (102, "guests")
    assert 9 not in dict(result.after.jars)
