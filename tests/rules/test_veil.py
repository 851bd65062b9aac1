"""Rule 8: who has spoken is seen at once; what they said, once one has spoken or passed oneself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from routines.rules.state import CommentState, Rung, Say
from routines.rules.veil import veil, veil_step
from routines.rules.voices import missing
from tests.rules.household import (
    BO,
    CLOTHES,
    DAD,
    IVY,
    LEO,
    MUM,
    NOW,
    PYJAMAS,
    TODAY,
    WHO,
    asks,
    concerns,
    question,
    step,
    tasks,
    voice,
    voices,
)

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
BO_SPOKE = voices(Bo=PYJAMAS)
ALL_SPOKE = voices(Mum=CLOTHES, Leo="pass", Bo=PYJAMAS)
DUE = {"deadline": TODAY}
LATER = {"deadline": TODAY + timedelta(days=1)}


def says(asked, viewer, of=BO):
    """Return what a viewer sees of somebody's voice: its content, None, or nothing at all."""
    seen = veil(asked, viewer, TODAY)
    return next(((each.say, each.note) for each in seen.voices if each.member == of.id), None)


# The question is asked of Mum, Leo and Bo; Mum decides where somebody does.
ROWS = [
    ("Bo sees his own", CONSULT, BO_SPOKE, {}, "Bo", True),
    ("Leo has not spoken", CONSULT, BO_SPOKE, {}, "Leo", False),
    ("Leo has chosen", CONSULT, voices(Bo=PYJAMAS, Leo=CLOTHES), {}, "Leo", True),
    ("Leo has passed", CONSULT, voices(Bo=PYJAMAS, Leo="pass"), {}, "Leo", True),
    ("Leo's thumb no longer fits", CONSULT, voices(Bo=PYJAMAS, Leo="yes"), {}, "Leo", False),
    ("Mum decides, is asked, and is silent", CONSULT, BO_SPOKE, DUE, "Mum", False),
    ("Dad decides, some missing", CONSULT, BO_SPOKE, {"decider": DAD.id}, "Dad", False),
    ("Dad decides, some missing, not due", CONSULT, BO_SPOKE, {"decider": DAD.id} | LATER, "Dad", False),
    ("Dad decides, day came", CONSULT, BO_SPOKE, {"decider": DAD.id} | DUE, "Dad", True),
    ("Dad decides, all heard", CONSULT, ALL_SPOKE, {"decider": DAD.id}, "Dad", True),
    ("Dad does not decide, all heard", CONSULT, ALL_SPOKE, {}, "Dad", False),
    ("Ivy looks on, all heard", CONSULT, ALL_SPOKE, {}, "Ivy", False),
    ("Ivy looks on, closed", CONSULT, ALL_SPOKE, {"closed": True}, "Ivy", True),
    ("Dad looks on at a vote, all voted", CODESIGN, ALL_SPOKE, {}, "Dad", False),
    ("Leo has voted", CODESIGN, voices(Bo=PYJAMAS, Leo=CLOTHES), {}, "Leo", True),
    ("Dad will answer, some missing", INFORM, voices(Bo="dislike"), {}, "Dad", False),
    ("Dad will answer, day came", INFORM, voices(Bo="dislike"), DUE, "Dad", True),
    ("Mum is told too and silent", INFORM, voices(Bo="dislike"), DUE, "Mum", False),
    ("Mum is told too and got it", INFORM, voices(Bo="dislike", Mum="got_it"), {}, "Mum", True),
    ("Leo has answered", COPRODUCE, voices(Bo="no", Leo="ok"), {"table": 11}, "Leo", True),
    ("Leo has not", COPRODUCE, voices(Bo="no"), {"table": 11}, "Leo", False),
    ("Dad looks on at an agreement", COPRODUCE, voices(Bo="no", Leo="ok"), {"table": 11}, "Dad", False),
]


@pytest.mark.parametrize(
    ("rung", "said", "more", "viewer", "open_to"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_who_sees_what_bo_said(rung, said, more, viewer, open_to):
    asked = question(rung, PYJAMAS, CLOTHES, voices=said, **more)

    seen = says(asked, WHO[viewer])

    assert seen is not None
    assert (seen[0] is not None) is open_to


def test_a_veiled_voice_keeps_who_and_when_and_nothing_else():
    said = replace(voice(BO, Say.CHOICE, PYJAMAS), note="Warm!", sticker="heart", acted_by=MUM.id, at=NOW)
    asked = question(CONSULT, PYJAMAS, CLOTHES, voices=(said,))

    (seen,) = veil(asked, LEO, TODAY).voices

    assert seen == replace(said, say=None, option=None, note="", sticker="")


def test_who_entered_it_for_somebody_still_sees_that():
    said = (replace(voice(BO, Say.CHOICE, PYJAMAS), acted_by=MUM.id), voice(LEO, Say.CHOICE, CLOTHES))
    asked = question(CONSULT, PYJAMAS, CLOTHES, voices=said)

    assert says(asked, MUM)[0] is Say.CHOICE
    assert says(asked, MUM, of=LEO)[0] is None


def test_a_voice_that_no_longer_fits_is_not_shown_as_heard():
    asked = question(CONSULT, PYJAMAS, CLOTHES, voices=voices(Bo="yes", Leo=CLOTHES))

    assert says(asked, MUM) is None
    assert says(asked, BO)[0] is Say.YES


@pytest.mark.parametrize("viewer", [MUM, DAD, LEO, BO, IVY], ids=lambda person: person.name)
@pytest.mark.parametrize("rung", Rung)
def test_whose_voice_is_missing_is_the_same_for_everybody(rung, viewer):
    said = {INFORM: "got_it", CONSULT: PYJAMAS, CODESIGN: CLOTHES, COPRODUCE: "no"}[rung]
    asked = question(rung, PYJAMAS, CLOTHES, voices=voices(Bo=said), table=11)

    assert missing(veil(asked, viewer, TODAY)) == missing(asked) == (MUM.id, LEO.id)


REMARKS = (
    CommentState(1, BO.id, "Pyjamas are warm.", question=31),
    CommentState(2, LEO.id, "Hm.", question=31),
    CommentState(3, IVY.id, "", sticker="sock", question=31, acted_by=MUM.id),
)


@pytest.mark.parametrize(
    ("viewer", "said", "shown", "hidden"),
    [
        (LEO, BO_SPOKE, [2], 2),
        (BO, BO_SPOKE, [1, 2, 3], 0),
        (MUM, BO_SPOKE, [3], 2),
        (DAD, BO_SPOKE, [], 3),
        (IVY, BO_SPOKE, [3], 2),
        (LEO, voices(Leo="pass"), [1, 2, 3], 0),
    ],
    ids=["Leo silent", "Bo spoke", "Mum wrote for Ivy", "Dad", "Ivy", "Leo passed"],
)
def test_remarks_are_veiled_like_voices_and_counted(viewer, said, shown, hidden):
    asked = question(CONSULT, PYJAMAS, CLOTHES, voices=said, comments=REMARKS)

    seen = veil(asked, viewer, TODAY)

    assert [comment.id for comment in seen.comments] == shown
    assert seen.hidden_comments == hidden


@pytest.mark.parametrize(
    ("viewer", "given", "readable"),
    [(BO, (BO, LEO), True), (MUM, (BO, LEO), False), (DAD, (MUM, BO, LEO), False)],
    ids=["Bo said his", "Mum has not", "Dad looks on"],
)
def test_what_matters_to_others_is_read_once_one_said_ones_own(viewer, given, readable):
    asked = question(COPRODUCE, PYJAMAS, concerns=concerns(*given))

    leos = next(each for each in veil(asked, viewer, TODAY).concerns if each.member == LEO.id)

    assert bool(leos.text) is readable
    assert leos.veiled is not readable


def test_that_a_concern_was_given_is_always_known():
    asked = question(COPRODUCE, PYJAMAS, concerns=concerns(BO, LEO))

    assert [each.member for each in veil(asked, DAD, TODAY).concerns] == [BO.id, LEO.id]


def test_before_a_proposal_the_talk_of_a_co_production_is_open_to_who_said_what_matters():
    asked = question(COPRODUCE, PYJAMAS, concerns=concerns(LEO), comments=REMARKS)

    assert veil(asked, LEO, TODAY).hidden_comments == 0
    assert veil(asked, MUM, TODAY).hidden_comments == 2
    assert veil(replace(asked, table=11), LEO, TODAY).hidden_comments == 2


def test_what_was_said_to_an_earlier_proposal_helps_the_next_one():
    said = (replace(voice(BO, Say.NO), note="It itches.", round=1),)
    asked = question(COPRODUCE, PYJAMAS, CLOTHES, voices=said, round=2, table=12, concerns=concerns(LEO))

    assert says(asked, LEO) == (Say.NO, "It itches.")
    assert says(asked, DAD) is None


def test_tasks_and_ideas_are_never_veiled():
    asked = question(COPRODUCE, PYJAMAS, table=11, tasks=tasks(BO), voices=voices(Bo="yes"))

    seen = veil(asked, LEO, TODAY)

    assert (seen.tasks, seen.options) == (asked.tasks, asked.options)


def test_in_an_own_matter_nobody_votes_so_nothing_is_veiled():
    asked = question(INFORM, PYJAMAS, affected=(BO.id,), comments=REMARKS)
    own = replace(step(INFORM, BO, over_to_you=True), question=asked)

    assert veil_step(own, DAD, TODAY) is own
    assert veil_step(replace(own, over_to_you=False), BO, TODAY).question.hidden_comments == 2


def test_a_step_is_veiled_with_the_remarks_listed_on_it():
    earlier = CommentState(9, BO.id, "Last week.", question=30)
    asked = asks(CONSULT, PYJAMAS, CLOTHES, voices=BO_SPOKE, comments=REMARKS)
    told = replace(asked, comments=(earlier, *REMARKS))

    assert [each.id for each in veil_step(told, LEO, TODAY).comments] == [9, 2]
    assert veil_step(told, BO, TODAY) == told


def test_a_step_without_an_open_question_is_as_it_is():
    quiet = step(CONSULT)
    closed = replace(asks(CONSULT, PYJAMAS, closed=True), comments=REMARKS)

    assert veil_step(quiet, IVY, TODAY) is quiet
    assert veil_step(closed, IVY, TODAY) is closed
