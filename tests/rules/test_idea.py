"""What an idea becomes, rung by rung and person by person, and that everybody is told."""

from dataclasses import replace

import pytest

from routines.rules.idea import Becomes, Brings, Follows, Way, became, way
from routines.rules.ladder import Code
from routines.rules.state import Kind, OptionState, Rung
from routines.words.ideas import NEXT, next_words
from tests.rules.household import BO, DAD, GRAN, IVY, LEO, MAX, MUM, PYJAMAS, ask, asks, question, situation, step

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
OPTION, WITH_IDEA, QUESTION, WISH, REMARK, NOTHING = (
    Becomes.OPTION,
    Becomes.QUESTION_WITH_IDEA,
    Becomes.QUESTION,
    Becomes.REMARK_AND_WISH,
    Becomes.REMARK,
    Becomes.NOTHING,
)
A_DOZEN = tuple(OptionState(100 + n, f"Idea {n}") for n in range(12))
BOS_OWN = step(INFORM, BO, over_to_you=True)
LEOS_OWN = step(INFORM, LEO, over_to_you=True)


def own(at, **more):
    return replace(at, question=question(INFORM, PYJAMAS, affected=at.affected, **more))


# Get dressed is for Mum, Leo and Bo. What becomes of an idea, and what happens next:
TABLE = [
    ("on the list of a consult", BO, asks(CONSULT, PYJAMAS), OPTION, Follows.ONE_DECIDES),
    ("on the list of a co-design", BO, asks(CODESIGN, PYJAMAS), OPTION, Follows.ALL_VOTE),
    ("on the list of a co-production", BO, asks(COPRODUCE), OPTION, Follows.ALL_AGREE),
    ("by who decides", MUM, asks(CONSULT, PYJAMAS), OPTION, Follows.YOU_CHOOSE),
    ("on one's own list", BO, own(BOS_OWN), OPTION, Follows.YOU_CHOOSE),
    ("on a child's list by a parent", MUM, own(BOS_OWN), OPTION, Follows.THEY_CHOOSE),
    ("the first on a co-design", BO, step(CODESIGN), WITH_IDEA, Follows.ALL_ARE_ASKED),
    ("the first on a co-production", BO, step(COPRODUCE), WITH_IDEA, Follows.ALL_ARE_ASKED),
    ("the first on a consult, by a teen", LEO, step(CONSULT), WITH_IDEA, Follows.ALL_ARE_ASKED),
    ("the first on a teen's own", LEO, LEOS_OWN, WITH_IDEA, Follows.YOU_CHOOSE),
    ("on inform", BO, step(INFORM), WISH, Follows.SAY_WISHED),
    ("on news being told", BO, asks(INFORM), WISH, Follows.SAY_WISHED),
    ("on a consult nobody asks about", BO, step(CONSULT), WISH, Follows.SAY_WISHED_UNASKED),
    ("after a wish to climb", BO, step(INFORM, asks=(ask(BO),)), REMARK, Follows.SAY_WISHED_BEFORE),
    ("after somebody else's wish", BO, step(INFORM, asks=(ask(LEO),)), WISH, Follows.SAY_WISHED),
    ("on safety", BO, step(INFORM, safety=True), REMARK, Follows.TOLD_SAFETY),
    ("on one's own, nothing asked", BO, BOS_OWN, REMARK, Follows.TOLD_IT_IS_YOURS),
    ("on somebody else's own", IVY, own(BOS_OWN), REMARK, Follows.TOLD_OWNER),
    ("on somebody else's own, nothing asked", IVY, LEOS_OWN, REMARK, Follows.TOLD_OWNER),
    ("by who is not asked", IVY, asks(CODESIGN, PYJAMAS), REMARK, Follows.TOLD_OTHERS),
    ("by who is not named", IVY, step(CODESIGN), REMARK, Follows.TOLD_OTHERS),
    ("by who is not named, on inform", IVY, step(INFORM), REMARK, Follows.TOLD_OTHERS),
    ("on a full list", BO, asks(CODESIGN, *A_DOZEN), REMARK, Follows.TOLD_FULL),
    ("before anybody said what is fixed", BO, step(CODESIGN, limits=""), REMARK, Follows.TOLD),
    ("where nobody decides yet", LEO, step(CONSULT, decider=None), REMARK, Follows.TOLD),
    ("on a teen's own news", MAX, step(INFORM, MAX), REMARK, Follows.TOLD),
    ("on a step for nobody", BO, step(CODESIGN, affected=()), REMARK, Follows.TOLD),
    ("on a step put away", BO, step(CODESIGN, archived=True), NOTHING, Code.ARCHIVED),
    ("where one sees nothing", GRAN, step(CODESIGN), NOTHING, Code.NOT_VISIBLE),
    ("without a step", BO, None, NOTHING, Code.NO_STEP),
]


@pytest.mark.parametrize(("speaker", "at", "becomes", "code"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE])
def test_what_becomes_of_an_idea(speaker, at, becomes, code):
    found = way(situation(speaker, at))
    assert (found.becomes, found.code) == (becomes, code)
    assert (found.to_rung is not None) == (becomes is WISH)


@pytest.mark.parametrize(
    ("speaker", "at", "becomes"),
    [
        (BO, step(CODESIGN), QUESTION),
        (BO, step(COPRODUCE), QUESTION),
        (LEO, step(CONSULT), QUESTION),
        (BO, step(CONSULT), WISH),
        (BO, step(INFORM), WISH),
        (BO, asks(CODESIGN), REMARK),
        (IVY, step(CODESIGN), REMARK),
        (DAD, step(CODESIGN), QUESTION),
    ],
)
def test_what_becomes_of_something_to_ask(speaker, at, becomes):
    assert way(situation(speaker, at), Brings.QUESTION).becomes is becomes


def test_a_wish_leads_one_rung_up():
    assert way(situation(BO, step(INFORM))).to_rung is CONSULT
    assert way(situation(BO, step(CONSULT))).to_rung is CODESIGN


def test_whoever_has_left_brings_nothing():
    gone = replace(BO, left=True)
    assert way(situation(gone, step(CODESIGN), members=(MUM, gone))) == Way(NOTHING, Code.LEFT, (("who", "Bo"),))


@pytest.mark.parametrize(
    ("becomes", "at", "code"),
    [
        (OPTION, asks(CONSULT, PYJAMAS), Follows.ONE_DECIDES),
        (OPTION, own(BOS_OWN), Follows.YOU_CHOOSE),
        (OPTION, step(CONSULT), Follows.TOLD),
        (OPTION, asks(CODESIGN, *A_DOZEN), Follows.ALL_VOTE),
        (WITH_IDEA, asks(CODESIGN, PYJAMAS), Follows.ALL_ARE_ASKED),
        (QUESTION, asks(CODESIGN), Follows.ALL_TALK),
        (WISH, step(INFORM, asks=(ask(BO),)), Follows.SAY_WISHED),
        (WISH, step(CONSULT, asks=(ask(BO),)), Follows.SAY_WISHED_UNASKED),
        (REMARK, step(INFORM, asks=(ask(BO),)), Follows.SAY_WISHED_BEFORE),
        (REMARK, step(INFORM), Follows.SAY_WISHED_BEFORE),
        (REMARK, step(INFORM, safety=True), Follows.TOLD_SAFETY),
    ],
)
def test_once_it_is_brought_the_same_is_said(becomes, at, code):
    found = became(situation(BO, at), becomes)
    assert (found.becomes, found.code) == (becomes, code)


def test_everything_that_can_follow_stands_in_the_table_and_has_words():
    assert {row[4] for row in TABLE if isinstance(row[4], Follows)} | {Follows.ALL_TALK} == set(Follows) == set(NEXT)


@pytest.mark.parametrize("sent", [False, True])
@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_everybody_is_told_in_words_a_child_can_bear(row, sent):
    _name, speaker, at, *_ = row
    for reader in (speaker, replace(speaker, kind=Kind.CHILD, age_band="3-5")):
        words = next_words(way(situation(speaker, at)), reader, sent=sent)
        assert words.endswith(".")
        assert "%" not in words
        assert len(words.split()) < 24


def test_names_stand_in_the_words():
    assert "Mum decides" in next_words(way(situation(BO, asks(CONSULT, PYJAMAS))), BO)
    assert "Mum, Leo and Bo" in next_words(way(situation(IVY, step(CODESIGN))), IVY)
    assert "Leo chooses" in next_words(way(situation(IVY, LEOS_OWN)), IVY)
