from datetime import timedelta

import pytest

from routines.models import AgendaItem, Decision
from routines.rules.state import Rung
from tests.routines.morning import refused


@pytest.fixture
def later(morning):
    return morning.today + timedelta(days=7)


def test_an_agreement_with_everybodys_task_is_co_produced(morning, later):
    question = morning.consented()
    for who, task in ((morning.maya, "I cook"), (morning.ivy, "I stir"), (morning.bo, "Spoons")):
        morning.task(question, who, task)
    event = morning.settle(question, text="Porridge, together", review_on=later)
    decision = Decision.objects.get()
    assert (decision.kind, decision.called_rung) == ("agreed", Rung.COPRODUCE)
    assert decision.option_id == morning.last(morning.breakfast).options[0].id
    assert (decision.text, decision.review_on) == ("Porridge, together", later)
    assert [(item.kind, item.due_on) for item in AgendaItem.objects.all()] == [("review", later)]
    assert event.changes == {
        "decision": ["", "Porridge, together"],
        "review_on": ["", later.isoformat()],
    }


def test_without_everybodys_task_it_is_called_co_design(morning, later):
    question = morning.consented()
    morning.task(question, morning.maya, "I cook")
    morning.settle(question, review_on=later)
    assert Decision.objects.get().called_rung == Rung.CODESIGN
    assert morning.state(morning.breakfast).rung is Rung.COPRODUCE


def test_one_not_ok_is_enough_to_go_on_talking(morning, later):
    question = morning.consented()
    morning.say(question, morning.bo, "no", note="Too hot")
    with refused("not_ok_open") as refusal:
        morning.settle(question, review_on=later)
    assert refusal.value.params["names"] == ("Bo",)


def test_ok_for_now_does_not_block(morning, later):
    question = morning.consented()
    morning.say(question, morning.ivy, "ok")
    morning.say(question, morning.bo, "pass")
    morning.settle(question, review_on=later)
    assert Decision.objects.get().kind == "agreed"


def test_silence_is_never_consent_not_even_after_a_deadline(morning, later):
    question = morning.ask(morning.breakfast, deadline=morning.today + timedelta(days=1))
    morning.concerns(question, morning.maya, morning.ivy, morning.bo)
    morning.table(question, morning.idea(question, "Porridge"))
    morning.say(question, morning.maya, "yes")
    morning.pass_time(days=3)
    with refused("voices_missing"):
        morning.settle(question, review_on=later)


def test_nothing_but_passes_is_no_agreement(morning, later):
    question, _option = morning.proposal()
    for who in (morning.maya, morning.ivy, morning.bo):
        morning.say(question, who, "pass")
    with refused("nobody_said_yes"):
        morning.settle(question, review_on=later)


def test_a_trial_runs_when_all_accept_it(morning, later):
    question = morning.consented(trial=2)
    morning.settle(question, review_on=later)
    until = morning.today + timedelta(days=2)
    assert Decision.objects.get().trial_until == until
    assert {(item.kind, item.due_on) for item in AgendaItem.objects.all()} == {("trial", until), ("review", later)}


def test_a_pass_does_not_accept_a_trial(morning, later):
    question = morning.consented(trial=2)
    morning.say(question, morning.bo, "pass")
    with refused("trial_needs_all"):
        morning.settle(question, review_on=later)


@pytest.mark.parametrize(("days", "code"), [(None, "review_first"), (0, "review_date"), (400, "review_date")])
def test_it_is_looked_at_again_on_a_day(morning, days, code):
    question = morning.consented()
    day = None if days is None else morning.today + timedelta(days=days)
    with refused(code):
        morning.settle(question, review_on=day)


def test_a_proposal_ruled_out_meanwhile_is_no_agreement(morning, later):
    question, option = morning.proposal()
    morning.idea(question, "Toast")
    for who in (morning.maya, morning.ivy, morning.bo):
        morning.say(question, who, "yes")
    morning.veto(question, option)
    with refused("nothing_on_table"):
        morning.settle(question, review_on=later)


@pytest.mark.parametrize("by", ["maya", "ivy", "bo"])
def test_any_of_them_writes_it_down(morning, later, by):
    question = morning.consented()
    event = morning.settle(question, getattr(morning, by), review_on=later)
    assert (event.member_id, event.actor_id) == (getattr(morning, by).id, morning.maya.id)


@pytest.mark.parametrize("by", ["leo", "sam", "nana"])
def test_nobody_else_does(morning, later, by):
    question = morning.consented()
    with refused("not_affected"):
        morning.settle(question, getattr(morning, by), review_on=later)
