"""For everybody at every moment: the one thing to do next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from routines.rules.codes import Code
from routines.rules.ladder import Deed, may
from routines.rules.next_thing import next_thing
from routines.rules.state import CommentState, DecisionState, Rung
from tests.rules.household import (
    BO,
    CLOTHES,
    FAMILY,
    GRAN,
    PYJAMAS,
    TODAY,
    WHO,
    ask,
    asks,
    concerns,
    override,
    question,
    situation,
    step,
    tasks,
    voices,
)

INFORM, CONSULT, CODESIGN, COPRODUCE = Rung
TWO = (PYJAMAS, CLOTHES)
ALL_CHOSE = voices(Mum=CLOTHES, Leo=PYJAMAS, Bo=PYJAMAS)
HEARD = {"concerns": concerns(*(WHO[name] for name in ("Mum", "Leo", "Bo")))}
BOS_OWN = step(INFORM, BO, over_to_you=True)
DEEDS = {
    Code.NEXT_OPEN: Deed.OPEN,
    Code.NEXT_REVIEW: Deed.OPEN,
    Code.NEXT_REPLY: Deed.REPLY,
    Code.NEXT_ANSWER_ASK: Deed.ANSWER_ASK,
    Code.NEXT_CHOOSE: Deed.CHOOSE,
    Code.NEXT_ADD_IDEA: Deed.PROPOSE,
    Code.NEXT_GOT_IT: Deed.SAY,
    Code.NEXT_SAY: Deed.SAY,
    Code.NEXT_THUMB: Deed.SAY,
    Code.NEXT_CONSENT: Deed.SAY,
    Code.NEXT_CONCERN: Deed.CONCERN,
    Code.NEXT_TABLE: Deed.TABLE,
    Code.NEXT_CHANGE: Deed.TABLE,
    Code.NEXT_TRIAL_OR_UNCHANGED: Deed.TABLE,
    Code.NEXT_TASK: Deed.TAKE_TASK,
    Code.NEXT_CLOSE: Deed.SETTLE,
    Code.NEXT_ANSWER: Deed.SETTLE,
    Code.NEXT_DECIDE: Deed.SETTLE,
    Code.NEXT_COUNT: Deed.SETTLE,
    Code.NEXT_AGREE: Deed.SETTLE,
}


def co(more=None, **said):
    """Return a co-produced step whose concerns are said and whose table holds pyjamas."""
    values = {**HEARD, "table": 11, **(more or {})}
    given = tuple(replace(each, round=values.get("round", 1)) for each in voices(**said))
    return asks(COPRODUCE, PYJAMAS, voices=given, **values)


def settled(**more):
    """Return a step whose last question was settled."""
    return step(
        CONSULT, last=replace(question(CONSULT, closed=True), decision=DecisionState(1, "decided", CONSULT, **more))
    )


REPLIED = override(replies=(CommentState(1, BO.id, "Brr.", kind="reply"),))
FINE = {"Mum": "yes", "Leo": "ok", "Bo": "ok"}
TASKED = {"tasks": tasks(BO)}

ROWS = [
    ("nothing asked", step(CONSULT), "Mum next_open; Bo next_nothing"),
    ("not shared", step(CONSULT), "Gran next_nothing"),
    ("put away", step(CONSULT, archived=True), "Mum next_nothing"),
    ("settled", settled(), "Mum next_settled; Bo next_settled"),
    ("a trial is over", settled(trial_until=TODAY), "Mum next_review; Bo next_settled"),
    ("a trial runs", settled(trial_until=TODAY + timedelta(days=1)), "Mum next_settled"),
    ("overridden", step(CODESIGN, override=override()), "Bo next_reply; Mum next_open"),
    ("overridden and replied", step(CODESIGN, override=REPLIED), "Bo next_open"),
    ("a wish to climb", step(CONSULT, asks=(ask(BO),)), "Mum next_answer_ask; Bo next_nothing"),
    (
        "a wish, and her voice is missing",
        replace(asks(CONSULT, *TWO), asks=(ask(BO),)),
        "Mum next_say; Dad next_answer_ask",
    ),
    ("told", asks(INFORM), "Bo next_got_it; Dad wait_voices"),
    (
        "told, all got it",
        asks(INFORM, voices=voices(Mum="got_it", Leo="got_it", Bo="pass")),
        "Mum next_close; Bo wait_close",
    ),
    (
        "told, Bo does not like it",
        asks(INFORM, voices=voices(Mum="got_it", Leo="got_it", Bo="dislike")),
        "Mum next_answer; Dad next_answer",
    ),
    (
        "his own, ideas there",
        replace(BOS_OWN, question=question(INFORM, *TWO, affected=(4,))),
        "Bo next_choose; Mum wait_own",
    ),
    (
        "his own, no ideas",
        replace(BOS_OWN, question=question(INFORM, affected=(4,))),
        "Bo next_add_idea; Mum next_add_idea; Ivy wait_own",
    ),
    ("consulted, no idea yet", asks(CONSULT), "Bo next_add_idea; Dad next_add_idea; Ivy wait_voices"),
    ("consulted, one idea", asks(CONSULT, PYJAMAS), "Bo next_thumb"),
    (
        "consulted, Leo missing",
        asks(CONSULT, *TWO, voices=voices(Mum=CLOTHES, Bo=PYJAMAS)),
        "Leo next_say; Mum wait_voices; Bo wait_voices",
    ),
    (
        "consulted, all heard",
        asks(CONSULT, *TWO, voices=ALL_CHOSE),
        "Mum next_decide; Bo wait_decider; Dad wait_decider",
    ),
    (
        "consulted, day came",
        asks(CONSULT, *TWO, voices=voices(Mum=CLOTHES), deadline=TODAY),
        "Mum next_decide; Bo next_say",
    ),
    ("voting", asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES)), "Bo next_say; Mum wait_voices"),
    ("all voted", asks(CODESIGN, *TWO, voices=ALL_CHOSE), "Bo next_count; Dad next_count; Ivy wait_close"),
    (
        "together: what matters",
        asks(COPRODUCE, concerns=concerns(BO)),
        "Mum next_concern; Bo wait_concerns; Dad wait_concerns",
    ),
    ("together: no idea", asks(COPRODUCE, **HEARD), "Bo next_add_idea; Dad wait_ideas"),
    ("together: an idea", asks(COPRODUCE, PYJAMAS, **HEARD), "Bo next_table; Dad wait_table"),
    ("together: on the table", co(Mum="yes"), "Bo next_consent; Mum wait_voices; Dad wait_voices"),
    ("together: not OK", co(Mum="yes", Leo="no", Bo="ok"), "Bo next_change; Dad wait_agreement"),
    ("together: not OK, third time", co({"round": 3}, Mum="yes", Leo="no", Bo="ok"), "Bo next_trial_or_unchanged"),
    ("together: fine", co(**FINE), "Bo next_task; Dad wait_agreement"),
    ("together: fine, Bo has a task", co(TASKED, **FINE), "Bo next_agree; Mum next_task"),
]

ONE_BY_ONE = [
    pytest.param(at, *pair.split(), id=f"{what}: {pair}")
    for what, at, expected in ROWS
    for pair in expected.split("; ")
]


@pytest.mark.parametrize(("at", "name", "code"), ONE_BY_ONE)
def test_what_comes_next(at, name, code):
    coming = next_thing(situation(WHO[name], at))

    assert coming.code == code
    assert coming.deed == DEEDS.get(coming.code)


@pytest.mark.parametrize("person", FAMILY, ids=lambda person: person.name)
@pytest.mark.parametrize("at", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_comes_next_may_always_be_done(at, person):
    asked = situation(person, at)

    coming = next_thing(asked)

    assert coming.deed is None or may(coming.deed, asked)


def test_whom_everybody_waits_for_is_named():
    coming = next_thing(situation(WHO["Mum"], asks(CODESIGN, *TWO, voices=voices(Mum=CLOTHES))))

    assert dict(coming.params) == {"names": ("Leo", "Bo"), "count": 2}


def test_gran_agrees_where_she_is_asked_but_leaves_the_pressing_to_the_family():
    said = voices(Mum="yes", Gran="ok")
    at = asks(
        COPRODUCE,
        PYJAMAS,
        affected=(1, 6),
        table=11,
        voices=said,
        tasks=tasks(GRAN),
        concerns=concerns(WHO["Mum"], GRAN),
    )

    assert next_thing(situation(GRAN, at)).code == Code.WAIT_AGREEMENT
