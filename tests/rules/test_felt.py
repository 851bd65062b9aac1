"""Who may read what of whose account: who told is known at once, what they told once one has told oneself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.felt import AccountState, FeelingState, may_tell, seen_accounts, steps_of, took_part
from routines.rules.morning.noticing import FELT, PUSHED
from tests.rules.household import BO, DAD, FAMILY, GRAN, LEO, MUM
from tests.rules.morning.mornings import SEVEN, at, morning, step

OVER = SEVEN + timedelta(hours=47)
# Mum, Leo and Bo in the first step, which Gran helps with; Leo and Bo in the second.
MORNING = morning(step(1, "Mum Leo Bo", helping="Gran"), step(2, "Leo Bo"), left=at(60))
MUMS = AccountState(MUM.id, True, "no", "I was loud.", "angry-face", None, (FeelingState(1, PUSHED, "I pushed."),))
LEOS = AccountState(LEO.id, True, "yes", feelings=(FeelingState(1, "consult"), FeelingState(2, PUSHED)))
BOS = AccountState(BO.id, True, "maybe", "Shoes", "", MUM.id, (FeelingState(2, PUSHED, "", MUM.id),))
TOLD = (MUMS, LEOS, BOS)


def seen(viewer, accounts=TOLD, now=None, members=FAMILY):
    found = seen_accounts(accounts, viewer, MORNING, members, now or at(70))
    return {each.member: each for each in found}


def test_who_has_told_reads_everybody_side_by_side():
    assert tuple(seen(LEO).values()) == TOLD


def test_who_has_not_told_sees_only_who_has():
    others = seen(LEO, (MUMS, BOS))
    assert others[MUM.id] == AccountState(MUM.id, veiled=True)
    assert others[MUM.id].told
    assert not others[MUM.id].passed


def test_a_pass_lifts_the_veil():
    passed = AccountState(LEO.id, True)
    assert passed.passed
    assert seen(LEO, (MUMS, passed))[MUM.id] == MUMS


def test_one_step_told_lifts_it_too():
    assert seen(LEO, (MUMS, AccountState(LEO.id, feelings=(FeelingState(2, "inform"),))))[MUM.id] == MUMS


def test_who_entered_it_knows_it_and_nothing_more():
    """Mum told for Bo before she told herself; what Bo told at the tablet she does not see."""
    both = replace(BOS, feelings=(*BOS.feelings, FeelingState(1, "explained", "He showed me.")))
    mine = seen(MUM, (both, LEOS))
    assert mine[BO.id] == replace(both, feelings=BOS.feelings, veiled=True)
    assert mine[LEO.id] == AccountState(LEO.id, veiled=True)
    own_words = replace(both, said_by=None)
    assert seen(MUM, (own_words,))[BO.id] == AccountState(BO.id, feelings=BOS.feelings, veiled=True)


def test_when_the_time_is_over_everybody_reads():
    assert seen(LEO, (MUMS, BOS), OVER)[MUM.id] == MUMS


def test_who_had_no_part_waits_for_all_who_had():
    assert seen(DAD, (MUMS, LEOS))[MUM.id].veiled
    assert seen(DAD, (*TOLD, AccountState(GRAN.id, True)))[MUM.id] == MUMS


def test_nobody_waits_for_who_left():
    gone = tuple(replace(each, left=each.id == GRAN.id) for each in FAMILY)
    assert seen(DAD, TOLD, members=gone)[MUM.id] == MUMS


def test_a_supporter_reads_how_their_own_steps_felt_and_of_pushed_no_trace():
    mine = AccountState(GRAN.id, True, "yes")
    accounts = seen(GRAN, (*TOLD, mine))
    assert accounts[GRAN.id] == mine
    assert accounts[MUM.id] == AccountState(MUM.id, veiled=True)
    assert accounts[LEO.id] == AccountState(LEO.id, feelings=(FeelingState(1, "consult"),), veiled=True)
    assert accounts[BO.id] == AccountState(BO.id, veiled=True)


def test_pushed_in_a_supporters_step_shows_once_it_is_shared():
    shared = replace(MUMS, feelings=(FeelingState(1, PUSHED, "I pushed.", shared=True),))
    assert seen(GRAN, (shared, AccountState(GRAN.id, True)))[MUM.id].feelings == shared.feelings
    elsewhere = replace(LEOS, feelings=(FeelingState(2, PUSHED, shared=True),))
    assert seen(GRAN, (elsewhere, AccountState(GRAN.id, True)))[LEO.id].feelings == ()


feelings = st.builds(
    FeelingState,
    step=st.sampled_from([1, 2]),
    felt=st.sampled_from(FELT),
    words=st.sampled_from(["", "words"]),
    said_by=st.sampled_from([None, MUM.id]),
    shared=st.just(False),
)
accounts = st.builds(
    AccountState,
    member=st.just(BO.id),
    noticed=st.booleans(),
    again=st.sampled_from(["", "no"]),
    hard=st.sampled_from(["", "hard"]),
    feelings=st.lists(feelings, max_size=3).map(tuple),
)


@given(accounts, st.sampled_from([70, 60 * 47]))
def test_no_supporter_can_tell_pushed_from_nothing(account, minute):
    """Whether somebody felt pushed or told nothing of a step looks the same, whatever else they told."""
    gran = AccountState(GRAN.id, True)
    without = replace(account, feelings=tuple(each for each in account.feelings if each.felt != PUSHED), noticed=True)
    if not account.told:
        return
    first = seen(GRAN, (account, gran), at(minute))[BO.id]
    second = seen(GRAN, (without, gran), at(minute))[BO.id]
    assert first == second
    assert all(each.felt != PUSHED for each in first.feelings)


@given(accounts)
def test_nothing_shines_through_the_veil(account):
    assert seen(LEO, (account,))[BO.id] in (account, AccountState(BO.id, veiled=True))
    if account.told:
        assert seen(LEO, (account,))[BO.id].veiled


@pytest.mark.parametrize(
    ("about", "minute", "asked"),
    [
        ({}, 30, False),
        ({}, 60, True),
        ({"left": at(40)}, 41, True),
        ({"leave": None, "planned_leave": None}, 300, False),
        ({"leave": None, "planned_leave": None}, 18 * 60, True),
        ({"left": at(40)}, 41 * 60 - 1, True),
        ({"left": at(40)}, 41 * 60, False),
    ],
)
def test_when_people_are_asked(about, minute, asked):
    """Once they are off or the door stands open, until the next day ends: also if nobody said "we're off"."""
    assert may_tell(morning(step(1), **about), at(minute)) is asked


def test_when_all_is_done_they_are_asked():
    assert may_tell(morning(step(1, "Mum:9 Bo:10"), leave=None, planned_leave=None), at(20))


def test_whose_steps():
    away = morning(step(2, "Leo Bo"), step(1, "Mum Leo", away=(LEO.id,), position=0))
    assert [each.id for each in steps_of(away, LEO.id)] == [2]
    assert took_part(away) == {MUM.id, LEO.id, BO.id}
    assert [each.id for each in steps_of(morning(step(2, "Mum"), step(1, "Mum")), MUM.id)] == [1, 2]
