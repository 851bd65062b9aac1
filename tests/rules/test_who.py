"""Who may do what, as one table: every deed, every rung where it matters, every person."""

from dataclasses import replace

import pytest

from routines.rules.ladder import Code, Deed, judge, may
from routines.rules.people import sees
from routines.rules.state import Rung
from tests.rules.household import (
    AUNT,
    BO,
    CLOTHES,
    DAD,
    FAMILY,
    GRAN,
    IVY,
    LEO,
    MAX,
    MUM,
    PYJAMAS,
    WHO,
    ask,
    asks,
    concerns,
    override,
    question,
    situation,
    step,
    voices,
)

ALL = (MUM, LEO, BO, GRAN)
EVERYBODY = {"affected": tuple(each.id for each in ALL)}
HEARD_TWO = {**EVERYBODY, "voices": voices(Mum=PYJAMAS, Leo=PYJAMAS, Bo=CLOTHES, Gran=CLOTHES)}
AGREED = {
    **EVERYBODY,
    "table": 11,
    "concerns": concerns(*ALL),
    "voices": voices(Mum="yes", Leo="ok", Bo="ok", Gran="ok"),
}
STUCK = {
    **AGREED,
    "round": 3,
    "voices": tuple(replace(each, round=3) for each in voices(Mum="yes", Leo="no", Bo="ok", Gran="ok")),
}
NEWS = voices(Mum="got_it", Leo="got_it", Bo="got_it", Gran="got_it")
LEOS_OWN = step(Rung.INFORM, LEO, over_to_you=True)
LEOS_QUESTION = replace(LEOS_OWN, question=question(Rung.INFORM, PYJAMAS, affected=(LEO.id,), opened_by=MUM.id))

# The step is for Mum, Leo, Bo and Gran; not for Dad and Ivy. Who may, of Mum, Dad, Leo, Bo, Ivy, Gran:
TABLE = [
    ("add a step", Deed.ADD_STEP, None, "Mum Dad Leo"),
    ("edit everybody's step", Deed.EDIT_STEP, step(Rung.CONSULT, *ALL), "Mum Dad"),
    ("edit Leo's own step", Deed.EDIT_STEP, step(Rung.INFORM, LEO), "Mum Dad Leo"),
    ("edit Bo's own step", Deed.EDIT_STEP, step(Rung.INFORM, BO), "Mum Dad"),
    ("move everybody's step", Deed.ORDER_STEPS, step(Rung.CONSULT, *ALL), "Mum Dad"),
    ("move Leo's own step", Deed.ORDER_STEPS, step(Rung.INFORM, LEO), "Mum Dad Leo"),
    ("put a step away", Deed.ARCHIVE_STEP, step(Rung.CONSULT, *ALL), "Mum Dad"),
    (
        "bring a step back",
        Deed.RESTORE_STEP,
        step(Rung.CONSULT, *ALL, archived=True),
        "Mum Dad",
    ),
    ("edit the routine", Deed.EDIT_ROUTINE, None, "Mum Dad"),
    ("put the routine away", Deed.ARCHIVE_ROUTINE, None, "Mum Dad"),
    ("bring the routine back", Deed.RESTORE_ROUTINE, None, "Mum Dad"),
    ("edit people", Deed.EDIT_PEOPLE, None, "Mum Dad"),
    ("invite", Deed.INVITE, None, "Mum Dad"),
    ("edit the household", Deed.EDIT_HOUSEHOLD, None, "Mum Dad"),
    ("tick the agenda off", Deed.TALKED_ABOUT, None, "Mum Dad Leo"),
    ("explain", Deed.OPEN, step(Rung.INFORM, *ALL), "Mum Dad"),
    ("explain Leo's own matter", Deed.OPEN, step(Rung.INFORM, LEO), "Mum Dad Leo"),
    ("explain Bo's own matter", Deed.OPEN, step(Rung.INFORM, BO), "Mum Dad"),
    ("explain safety", Deed.OPEN, step(Rung.INFORM, *ALL, safety=True), "Mum Dad"),
    ("consult", Deed.OPEN, step(Rung.CONSULT, *ALL), "Mum Dad Leo"),
    ("begin a co-design", Deed.OPEN, step(Rung.CODESIGN, *ALL), "Mum Dad Leo Bo"),
    ("begin a co-production", Deed.OPEN, step(Rung.COPRODUCE, *ALL), "Mum Dad Leo Bo"),
    ("bring ideas on inform", Deed.PROPOSE, asks(Rung.INFORM, **EVERYBODY), ""),
    ("bring ideas to Leo's own", Deed.PROPOSE, LEOS_QUESTION, "Mum Dad Leo"),
    ("bring ideas on consult", Deed.PROPOSE, asks(Rung.CONSULT, **EVERYBODY), "Mum Dad Leo Bo Gran"),
    (
        "bring ideas as the teen who asks",
        Deed.PROPOSE,
        asks(Rung.CONSULT, affected=(BO.id,), opened_by=LEO.id),
        "Mum Dad Leo Bo",
    ),
    (
        "bring ideas on co-design",
        Deed.PROPOSE,
        asks(Rung.CODESIGN, **EVERYBODY),
        "Mum Dad Leo Bo Gran",
    ),
    (
        "bring ideas on co-produce",
        Deed.PROPOSE,
        asks(Rung.COPRODUCE, **EVERYBODY),
        "Mum Dad Leo Bo Gran",
    ),
    ("speak on inform", Deed.SAY, asks(Rung.INFORM, **EVERYBODY), "Mum Leo Bo Gran"),
    ("speak on Leo's own", Deed.SAY, LEOS_QUESTION, ""),
    ("speak on consult", Deed.SAY, asks(Rung.CONSULT, **EVERYBODY), "Mum Leo Bo Gran"),
    ("speak on co-design", Deed.SAY, asks(Rung.CODESIGN, **EVERYBODY), "Mum Leo Bo Gran"),
    (
        "speak on co-produce, nothing on the table",
        Deed.SAY,
        asks(Rung.COPRODUCE, PYJAMAS, **EVERYBODY),
        "",
    ),
    (
        "speak on co-produce",
        Deed.SAY,
        asks(Rung.COPRODUCE, PYJAMAS, **EVERYBODY, table=11),
        "Mum Leo Bo Gran",
    ),
    ("comment where Gran is named", Deed.COMMENT, step(Rung.CONSULT, *ALL), "Mum Dad Leo Bo Ivy Gran"),
    ("comment where she is not", Deed.COMMENT, step(Rung.CONSULT, BO), "Mum Dad Leo Bo Ivy"),
    (
        "say what matters",
        Deed.CONCERN,
        asks(Rung.COPRODUCE, **EVERYBODY),
        "Mum Leo Bo Gran",
    ),
    ("say what matters on consult", Deed.CONCERN, asks(Rung.CONSULT, **EVERYBODY), ""),
    (
        "put on the table",
        Deed.TABLE,
        asks(Rung.COPRODUCE, PYJAMAS, **EVERYBODY, concerns=concerns(*ALL)),
        "Mum Leo Bo Gran",
    ),
    ("take a task", Deed.TAKE_TASK, asks(Rung.COPRODUCE, **EVERYBODY), "Mum Leo Bo Gran"),
    ("take a task on co-design", Deed.TAKE_TASK, asks(Rung.CODESIGN, **EVERYBODY), ""),
    (
        "choose in Leo's own matter",
        Deed.CHOOSE,
        LEOS_QUESTION,
        "Leo",
    ),
    ("choose in everybody's", Deed.CHOOSE, asks(Rung.CODESIGN, PYJAMAS, **EVERYBODY), ""),
    ("close inform", Deed.SETTLE, asks(Rung.INFORM, **EVERYBODY, voices=NEWS), "Mum Dad"),
    ("decide consult", Deed.SETTLE, asks(Rung.CONSULT, PYJAMAS, CLOTHES, **HEARD_TWO), "Mum"),
    (
        "count co-design",
        Deed.SETTLE,
        asks(Rung.CODESIGN, PYJAMAS, CLOTHES, **HEARD_TWO),
        "Mum Dad Leo Bo",
    ),
    ("agree", Deed.SETTLE, asks(Rung.COPRODUCE, PYJAMAS, **AGREED), "Mum Leo Bo"),
    ("settle Leo's own", Deed.SETTLE, LEOS_QUESTION, ""),
    ("leave it unchanged", Deed.CLOSE_UNCHANGED, asks(Rung.COPRODUCE, PYJAMAS, **STUCK), "Mum Leo Bo"),
    ("rule an idea out", Deed.VETO, asks(Rung.CONSULT, PYJAMAS, CLOTHES, **EVERYBODY), "Mum Dad"),
    ("record how it sounds", Deed.RECORD, asks(Rung.CONSULT, PYJAMAS, **EVERYBODY), "Mum Dad"),
    ("climb", Deed.CLIMB, step(Rung.CONSULT, *ALL), "Mum Dad"),
    ("climb with Leo's own step", Deed.CLIMB, step(Rung.INFORM, LEO), "Mum Dad Leo"),
    ("climb with safety", Deed.CLIMB, step(Rung.INFORM, *ALL, safety=True), ""),
    ("climb with what is handed over", Deed.CLIMB, LEOS_OWN, ""),
    ("climb from the top", Deed.CLIMB, step(Rung.COPRODUCE, *ALL), ""),
    ("step down", Deed.STEP_DOWN, step(Rung.CONSULT, *ALL), "Mum Dad"),
    ("step down from the bottom", Deed.STEP_DOWN, step(Rung.INFORM, *ALL), ""),
    ("ask to climb", Deed.ASK_CLIMB, step(Rung.CONSULT, *ALL), "Leo Ivy Bo Gran"),
    ("answer a wish to climb", Deed.ANSWER_ASK, step(Rung.CONSULT, *ALL, asks=(ask(BO),)), "Mum Dad"),
    ("override", Deed.OVERRIDE, step(Rung.CODESIGN, *ALL), "Mum Dad"),
    (
        "reply to an override",
        Deed.REPLY,
        step(Rung.CODESIGN, *ALL, override=override()),
        "Mum Leo Bo Gran",
    ),
    ("end an override", Deed.END_OVERRIDE, step(Rung.CODESIGN, *ALL, override=override()), "Mum Dad"),
]


@pytest.mark.parametrize("name", ["Mum", "Dad", "Leo", "Bo", "Ivy", "Gran"])
@pytest.mark.parametrize(("deed", "at", "those"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE])
def test_who_may(deed, at, those, name):
    verdict = may(deed, situation(WHO[name], at))

    assert bool(verdict) is (name in those.split()), verdict


@pytest.mark.parametrize("name", ["Mum", "Dad", "Leo", "Bo", "Ivy", "Gran"])
@pytest.mark.parametrize(("deed", "at"), [row[1:3] for row in TABLE], ids=[r[0] for r in TABLE])
def test_what_may_not_be_done_is_refused_with_the_same_reason_however_it_is_filled_in(deed, at, name):
    asked = situation(WHO[name], at)

    if not (verdict := may(deed, asked)):
        assert judge(deed, asked) == verdict


def test_every_deed_stands_in_the_table():
    assert {row[1] for row in TABLE} == set(Deed) - {Deed.TAKE_BACK}


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("person", FAMILY, ids=lambda person: person.name)
def test_who_has_left_does_nothing(deed, person):
    gone = replace(person, left=True)
    members = tuple(gone if each.id == person.id else each for each in FAMILY)

    verdict = may(deed, situation(gone, step(Rung.CONSULT, *ALL), members=members))

    assert verdict.code == Code.LEFT


@pytest.mark.parametrize(
    ("by", "speaker", "fine"),
    [
        (MUM, BO, True),
        (DAD, IVY, True),
        (MUM, MAX, True),
        (MUM, AUNT, True),
        (MUM, LEO, False),
        (MUM, GRAN, False),
        (MUM, DAD, False),
        (LEO, BO, False),
        (BO, IVY, False),
        (GRAN, IVY, False),
        (MAX, IVY, False),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_acting_for_somebody(by, speaker, fine):
    at = asks(Rung.CONSULT, affected=tuple(each.id for each in FAMILY))

    verdict = may(Deed.SAY, situation(speaker, at, by=by))

    assert bool(verdict) is fine
    assert fine or verdict.code == Code.ACTING_FOR_NOT_YOURS


def test_nobody_acts_for_who_has_left():
    gone = replace(BO, left=True)

    verdict = may(Deed.SAY, situation(gone, asks(Rung.CONSULT), by=MUM))

    assert verdict.code == Code.LEFT
    assert dict(verdict.params) == {"who": "Bo"}


def test_acting_for_a_child_gives_the_childs_rights_not_the_parents():
    assert may(Deed.CLIMB, situation(BO, step(Rung.CONSULT), by=MUM)).code == Code.CLIMB_IS_FOR_PARENTS


@pytest.mark.parametrize("deed", [d for d in Deed if d not in (Deed.ORDER_STEPS, Deed.RESTORE_STEP)])
def test_what_was_put_away_rests(deed):
    at = replace(asks(Rung.COPRODUCE, PYJAMAS, **AGREED), archived=True, override=override())
    about_steps = {row[1] for row in TABLE if row[2] is not None}

    if deed in about_steps:
        assert may(deed, situation(MUM, at)).code == Code.ARCHIVED


def test_nobody_waits_for_who_has_left():
    members = (MUM, DAD, LEO, replace(BO, left=True))
    at = asks(Rung.CODESIGN, PYJAMAS, CLOTHES, voices=voices(Mum=PYJAMAS, Leo=PYJAMAS))

    assert may(Deed.SETTLE, situation(MUM, at, members=members))


def test_a_decider_who_has_left_leaves_the_deciding_to_the_parents():
    members = (MUM, replace(DAD, left=True), LEO, BO)
    said = voices(Mum=PYJAMAS, Leo=PYJAMAS, Bo=PYJAMAS)
    at = asks(Rung.CONSULT, PYJAMAS, CLOTHES, decider=DAD.id, voices=said)

    assert may(Deed.SETTLE, situation(MUM, at, members=members))
    assert may(Deed.SETTLE, situation(LEO, at, members=members)).code == Code.DECIDER_ONLY


def test_who_has_left_sees_nothing():
    assert not sees(replace(MUM, left=True), step(Rung.CONSULT))


def test_without_a_step_there_is_nothing_to_do():
    assert may(Deed.COMMENT, situation(MUM)).code == Code.NO_STEP


def test_children_and_gran_see_different_steps():
    for_bo = step(Rung.CONSULT, BO)

    assert may(Deed.COMMENT, situation(IVY, for_bo))
    assert may(Deed.COMMENT, situation(GRAN, for_bo)).code == Code.NOT_VISIBLE
    assert may(Deed.COMMENT, situation(GRAN, replace(for_bo, doers=(GRAN.id,))))
