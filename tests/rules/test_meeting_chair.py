"""Whose turn it is to chair: it goes round the family, past those who are away or have left."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.codes import Code
from routines.rules.meeting.chair import begins, chair_after, chairs, goes_on, may_chair, next_chair
from tests.rules.household import AUNT, BO, DAD, FAMILY, GRAN, IVY, LEO, MAX, MUM

GONE_LEO = tuple(replace(each, left=True) if each is LEO else each for each in FAMILY)
ONLY_GUESTS = (GRAN, AUNT)


def test_the_family_chairs_small_and_big_but_no_guests():
    assert may_chair(FAMILY) == (MUM, DAD, LEO, BO, IVY, MAX)
    assert LEO.id not in {each.id for each in may_chair(GONE_LEO)}


NEXT = [
    ("the first meeting", FAMILY, None, (), MUM),
    ("after Mum", FAMILY, MUM, (), DAD),
    ("past somebody away", FAMILY, MUM, (DAD,), LEO),
    ("past several", FAMILY, MUM, (DAD, LEO, BO), IVY),
    ("past guests", FAMILY, IVY, (), MAX),
    ("round again", FAMILY, MAX, (), MUM),
    ("round again, past somebody away", FAMILY, MAX, (MUM,), DAD),
    ("past who has left", GONE_LEO, DAD, (), BO),
    ("after who has left", GONE_LEO, LEO, (), BO),
    ("after somebody unknown", FAMILY, GRAN, (), MAX),
    ("the only one there", FAMILY, MUM, (DAD, LEO, BO, IVY, MAX), MUM),
    ("nobody there", FAMILY, MUM, FAMILY, None),
    ("only guests", ONLY_GUESTS, None, (), None),
]


@pytest.mark.parametrize(("people", "last", "away", "who"), [row[1:] for row in NEXT], ids=[row[0] for row in NEXT])
def test_whose_turn_it_is(people, last, away, who):
    found = next_chair(people, last and last.id, {each.id for each in away})
    assert found == (who and who.id)


def test_passing_it_on():
    assert chair_after(FAMILY, MUM.id) == DAD.id
    assert chair_after(FAMILY, MUM.id, {DAD.id, LEO.id}) == BO.id
    assert chair_after((MUM, GRAN), MUM.id) is None
    assert chair_after(FAMILY, MUM.id, {each.id for each in FAMILY}) is None


@given(st.sets(st.sampled_from([MUM, DAD, LEO, BO, IVY, MAX]), max_size=5))
def test_in_a_round_everybody_there_chairs_once(away):
    gone = {each.id for each in away}
    there = [each.id for each in may_chair(FAMILY) if each.id not in gone]
    chair, round_ = None, []
    for _ in there:
        chair = next_chair(FAMILY, chair, gone)
        round_.append(chair)
    assert round_ == there
    assert next_chair(FAMILY, chair, gone) == there[0]


def test_one_meeting_at_a_time_with_somebody_of_the_family():
    assert begins(FAMILY, BO.id, running=False)
    assert begins(FAMILY, BO.id, running=True).code is Code.MEETING_ON
    for nobody in (GRAN.id, None, 99):
        assert begins(FAMILY, nobody, running=False).code is Code.CHAIR_OF_THE_FAMILY
    assert chairs(GONE_LEO, LEO.id).code is Code.CHAIR_OF_THE_FAMILY
    assert goes_on(running=True)
    assert goes_on(running=False).code is Code.MEETING_OVER
