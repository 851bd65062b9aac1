"""Co-producing: concerns, proposals, rounds, trials and tasks."""

from dataclasses import replace

import pytest

from routines.rules.consent import called_rung, consent
from routines.rules.state import Rung, TaskState
from tests.rules.household import BO, LEO, MUM, PYJAMAS, concerns, question, tasks, voices

NO_TABLE = {"table": None}
TRIAL = {"trial_days": 2}
THIRD = {"round": 3}


def co(more=None, **said):
    """Return a co-produced question of Mum, Leo and Bo with pyjamas on the table."""
    values = {"table": PYJAMAS.id, **(more or {})}
    given = tuple(replace(each, round=values.get("round", 1)) for each in voices(**said))
    return question(Rung.COPRODUCE, PYJAMAS, voices=given, **values)


ROWS = [
    ("yes from all", co(Mum="yes", Leo="yes", Bo="yes"), True, True, False),
    ("one yes, the rest can live with it", co(Mum="yes", Leo="ok", Bo="ok"), True, True, False),
    ("one yes, two pass", co(Mum="yes", Leo="pass", Bo="pass"), True, True, False),
    ("nobody wants it", co(Mum="ok", Leo="ok", Bo="ok"), True, False, False),
    ("everybody passes", co(Mum="pass", Leo="pass", Bo="pass"), True, False, False),
    ("one not OK", co(Mum="yes", Leo="yes", Bo="no"), True, False, False),
    ("somebody is silent", co(Mum="yes", Leo="yes"), False, False, False),
    ("nothing on the table", co(NO_TABLE, Mum="yes", Leo="yes", Bo="yes"), False, False, False),
    ("a trial all accept", co(TRIAL, Mum="yes", Leo="ok", Bo="ok"), True, True, False),
    ("a trial somebody passes on", co(TRIAL, Mum="yes", Leo="ok", Bo="pass"), True, False, False),
    ("not OK in the third round", co(THIRD, Mum="yes", Leo="yes", Bo="no"), True, False, True),
    ("silence in the third round", co(THIRD, Mum="yes", Bo="no"), False, False, False),
    ("yes in the third round", co(THIRD, Mum="yes", Leo="ok", Bo="ok"), True, True, False),
]


@pytest.mark.parametrize(
    ("asked", "answered", "reached", "trial"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_where_it_stands(asked, answered, reached, trial):
    status = consent(asked)

    assert (status.all_answered, status.reached, status.suggest_trial) == (answered, reached, trial)


def test_a_new_proposal_asks_everybody_again():
    first = co(Mum="yes", Leo="ok", Bo="no")
    second = replace(first, round=2)

    assert consent(first).objections == (BO.id,)
    assert consent(second).waiting_for == (MUM.id, LEO.id, BO.id)
    assert consent(second).objections == ()


def test_nobody_asked_is_no_consent():
    assert not consent(question(Rung.COPRODUCE, PYJAMAS, affected=(), table=11)).reached


def test_who_has_not_said_what_matters_and_who_has_no_task():
    status = consent(co({"concerns": concerns(BO), "tasks": tasks(MUM, BO)}))

    assert status.needs_concerns_from == (MUM.id, LEO.id)
    assert status.needs_tasks_from == (LEO.id,)


@pytest.mark.parametrize(
    ("rung", "taken", "called"),
    [
        (Rung.COPRODUCE, tasks(MUM, LEO, BO), Rung.COPRODUCE),
        (Rung.COPRODUCE, tasks(MUM, BO), Rung.CODESIGN),
        (Rung.COPRODUCE, (*tasks(MUM, LEO), TaskState(BO.id, "  ")), Rung.CODESIGN),
        (Rung.COPRODUCE, (), Rung.CODESIGN),
        (Rung.CODESIGN, (), Rung.CODESIGN),
        (Rung.CONSULT, (), Rung.CONSULT),
    ],
    ids=["everybody has a task", "Leo has none", "Bo's is empty", "nobody has", "co-design", "consult"],
)
def test_without_everybodys_task_it_is_called_what_it_was(rung, taken, called):
    assert called_rung(question(rung, tasks=taken)) is called
