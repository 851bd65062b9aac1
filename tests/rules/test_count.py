"""Counting a vote, and the turns that settle a tie."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.count import Count, Memory, count, option_key, tally, thumbs
from routines.rules.state import OptionState, Rung, Say, VoiceState
from tests.rules.household import BO, CLOTHES, GAME, MUM, PYJAMAS, question, voices

P, C, G = PYJAMAS, CLOTHES, GAME
FOUR = (1, 2, 3, 4)


def vote(*options, memory=None, affected=FOUR, **said):
    """Count what was said by Mum (1), Dad (2), Leo (3) and Bo (4)."""
    asked = question(Rung.CODESIGN, *options, affected=affected, voices=voices(**said))
    return count(asked, memory)


CHOSEN = Memory(last_chosen=(("in pyjamas", 5), ("CLOTHES  first", 2)))
TURNS = Memory(turns=(4, 3, 1, 2))
FIVE = {"Mum": C, "Dad": C, "Leo": P, "Bo": G, "Gran": P}
NOBODYS_TURN = Memory(turns=(9,), last_chosen=CHOSEN.last_chosen)

ROWS = [
    ("most votes win", (P, C), {"Mum": C, "Leo": P, "Bo": P}, None, P, "", None),
    ("passes do not count", (P, C), {"Mum": C, "Leo": "pass", "Bo": "pass"}, None, C, "", None),
    ("old thumbs do not count", (P, C), {"Mum": C, "Leo": "yes", "Bo": "yes"}, None, C, "", None),
    ("nobody voted", (P, C), {"Mum": "pass"}, None, None, "", None),
    ("no ideas", (), {"Mum": "pass"}, None, None, "", None),
    ("a tie by turns", (C, P), {"Mum": C, "Bo": P}, TURNS, P, "turn_list", 4),
    ("a tie by the first with a tied wish", (C, P, G), FIVE, TURNS, P, "turn_list", 3),
    ("a tie by what was chosen longest ago", (P, C), {"Mum": C, "Bo": P}, CHOSEN, C, "least_recent", None),
    ("a tie by what was never chosen", (P, C, G), {"Mum": C, "Bo": P, "Leo": G}, CHOSEN, G, "least_recent", None),
    ("nobody on the turn list voted", (P, C), {"Mum": C, "Bo": P}, NOBODYS_TURN, C, "least_recent", None),
    ("a tie by the list", (C, P), {"Mum": C, "Bo": P}, None, C, "listed_order", None),
    ("a tie by the list, both new", (P, C, G), {"Mum": G, "Bo": C}, Memory(), C, "listed_order", None),
    ("one idea, more yes", (P,), {"Mum": "yes", "Leo": "yes", "Bo": "no"}, None, P, "", None),
    ("one idea, as many no", (P,), {"Mum": "yes", "Bo": "no"}, None, None, "", None),
    ("one idea, not sure", (P,), {"Mum": "unsure", "Bo": "unsure"}, None, None, "", None),
    ("one idea, one yes", (P,), {"Mum": "yes", "Bo": "unsure"}, None, P, "", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "said", "memory", "winner", "rule", "turn"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_who_wins_and_by_which_rule(options, said, memory, winner, rule, turn):
    result = vote(*options, memory=memory, affected=(1, 2, 3, 4, 6), **said)

    assert result.winner == (winner and winner.id)
    assert (result.tie_rule, result.turn_member) == (rule, turn)
    assert bool(result.tied) is bool(rule)


def test_the_count_is_listed_in_order_with_who_wanted_something_else():
    result = vote(P, C, G, Mum=C, Leo=P, Bo=P)

    assert result == Count(P.id, ((P.id, 2), (C.id, 1), (G.id, 0)), dissent=(MUM.id,))


def test_an_idea_ruled_out_is_not_counted():
    out = replace(G, veto_ground="danger", veto_reason="Slippery.")

    assert vote(P, C, out, Mum=C, Leo=G, Bo=C).tally == ((P.id, 0), (C.id, 2))


def test_dissent_on_a_single_idea_is_who_was_outvoted():
    assert vote(P, Mum="no", Leo="yes", Bo="yes").dissent == (MUM.id,)
    assert vote(P, Mum="no", Leo="no", Bo="yes").dissent == (BO.id,)


def test_three_counts_for_a_single_idea():
    asked = question(Rung.CONSULT, P, voices=voices(Mum="yes", Leo="unsure", Bo="no"))

    assert thumbs(asked) == (1, 1, 1)
    assert tally(asked) == ((P.id, 1),)


def test_an_idea_is_remembered_however_it_was_typed():
    assert option_key("  In\tPYJAMAS ") == option_key("in pyjamas")


OPTIONS = tuple(OptionState(100 + n, f"Idea {n}") for n in range(4))
BALLOTS = st.lists(st.sampled_from([None, *(option.id for option in OPTIONS)]), min_size=1, max_size=8)
TURN_LISTS = st.permutations(range(1, 9))


def ballots(chosen, order=None):
    """Return a question with one ballot per member, numbered from 1."""
    said = [
        VoiceState(member, Say.PASS if option is None else Say.CHOICE, option)
        for member, option in enumerate(chosen, start=1)
    ]
    members = tuple(range(1, len(chosen) + 1))
    return question(Rung.CODESIGN, *(order or OPTIONS), affected=members, voices=tuple(said))


@given(BALLOTS, TURN_LISTS)
def test_the_winner_always_has_the_most_votes(chosen, turns):
    result = count(ballots(chosen), Memory(turns=tuple(turns)))

    most = max(number for _, number in result.tally)
    assert (result.winner is None) is (most == 0)
    if result.winner is not None:
        assert dict(result.tally)[result.winner] == most
        assert set(result.dissent) == {
            member for member, option in enumerate(chosen, 1) if option not in (None, result.winner)
        }


@given(BALLOTS, TURN_LISTS, st.permutations(OPTIONS))
def test_with_everybody_on_the_turn_list_the_order_of_ideas_decides_nothing(chosen, turns, order):
    memory = Memory(turns=tuple(turns))

    assert count(ballots(chosen), memory).winner == count(ballots(chosen, order), memory).winner


@given(BALLOTS)
def test_one_more_vote_never_hurts_an_idea(chosen):
    before = count(ballots(chosen))
    if before.winner is not None:
        assert count(ballots([*chosen, before.winner])).winner == before.winner


def test_leo_is_on_no_list_and_still_counts():
    assert vote(P, C, memory=Memory(turns=(1,)), Leo=P).winner == P.id
