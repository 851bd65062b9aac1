"""Which voices still answer what is asked."""

from dataclasses import replace
from datetime import timedelta

from routines.rules.state import Rung, Say
from routines.rules.voices import has_spoken, heard, live, missing, tabled, to_answer
from tests.rules.household import BO, CLOTHES, IVY, LEO, MUM, NOW, PYJAMAS, question, voice, voices

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung


def test_a_thumb_is_asked_again_when_a_second_idea_comes():
    one = question(CODESIGN, PYJAMAS, voices=voices(Bo="yes", Leo="no"))
    two = replace(one, options=(PYJAMAS, CLOTHES))

    assert missing(one) == (MUM.id,)
    assert missing(two) == (MUM.id, LEO.id, BO.id)


def test_a_choice_is_asked_again_when_its_idea_is_ruled_out():
    out = replace(PYJAMAS, veto_ground="danger", veto_reason="Ice.")
    third = replace(CLOTHES, id=14, text="Half and half")
    asked = question(CODESIGN, out, CLOTHES, third, voices=voices(Bo=PYJAMAS, Leo=CLOTHES))

    assert live(asked) == (CLOTHES, third)
    assert not has_spoken(asked, BO.id)
    assert has_spoken(asked, LEO.id)


def test_no_idea_yet_is_asked_again_when_there_are_ideas():
    idea = replace(PYJAMAS, at=NOW)
    before, after = (
        replace(voice(BO, Say.PASS), at=NOW - timedelta(minutes=5)),
        replace(voice(LEO, Say.PASS), at=NOW + timedelta(minutes=5)),
    )

    assert missing(question(CONSULT, voices=(before,))) == (MUM.id, LEO.id)
    assert missing(question(CONSULT, idea, voices=(before, after))) == (MUM.id, BO.id)


def test_a_pass_counts_as_heard_on_every_rung():
    for rung in Rung:
        asked = question(rung, PYJAMAS, CLOTHES, voices=voices(Mum="pass", Leo="pass", Bo="pass"), table=11)
        assert missing(asked) == ()


def test_voices_belong_to_a_round():
    said = (replace(voice(BO, Say.YES), round=1), replace(voice(LEO, Say.OK), round=2))
    asked = question(COPRODUCE, PYJAMAS, round=2, table=11, voices=said)

    assert [each.member for each in heard(asked)] == [LEO.id]


def test_a_proposal_ruled_out_is_off_the_table():
    out = replace(PYJAMAS, veto_ground="danger", veto_reason="Ice.")
    asked = question(COPRODUCE, out, CLOTHES, table=11, voices=voices(Bo="yes"))

    assert tabled(asked) is None
    assert heard(asked) == ()


def test_only_those_asked_are_counted():
    asked = question(CODESIGN, PYJAMAS, CLOTHES, voices=(voice(IVY, Say.CHOICE, PYJAMAS),))

    assert heard(asked) == ()


def test_whom_an_answer_is_owed_to():
    news = voices(Mum="got_it", Leo="question", Bo="dislike")
    wishes = voices(Mum=CLOTHES, Leo="pass", Bo=PYJAMAS)

    assert to_answer(question(INFORM, voices=news), MUM.id) == (LEO.id, BO.id)
    assert to_answer(question(CONSULT, PYJAMAS, CLOTHES, voices=wishes), MUM.id) == (BO.id,)
    assert to_answer(question(CONSULT, PYJAMAS, CLOTHES, voices=wishes), 2) == (MUM.id, BO.id)
    assert to_answer(question(CODESIGN, PYJAMAS, CLOTHES, voices=wishes), MUM.id) == ()
