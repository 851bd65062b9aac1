import pytest

from routines.models import Question, Voice
from routines.rules.voices import heard
from tests.routines.morning import refused


def test_an_idea_is_put_on_the_table_when_all_concerns_are_heard(morning):
    question, option = morning.proposal()
    row = Question.objects.get(id=question)
    assert (row.table_id, row.round, row.trial_days) == (option, 1, None)
    event = morning.events("option.tabled")[0]
    assert (event.subject_key, event.changes) == (option, {"proposal": ["", "Porridge together"]})


def test_concerns_come_first(morning):
    question = morning.ask(morning.breakfast)
    option = morning.idea(question, "Porridge")
    morning.concerns(question, morning.maya, morning.ivy)
    with refused("concerns_first") as refusal:
        morning.table(question, option)
    assert refusal.value.params["names"] == ("Bo",)


def test_whoever_left_is_not_waited_for(morning):
    from households.actions.people import remove_member

    question = morning.ask(morning.breakfast)
    option = morning.idea(question, "Porridge")
    morning.concerns(question, morning.maya, morning.ivy)
    remove_member(actor=morning.actor(morning.maya), member_id=morning.bo.id, at=morning.now)
    morning.table(question, option)
    assert Question.objects.get(id=question).table_id == option


def test_another_proposal_asks_everybody_anew_and_keeps_what_was_said(morning):
    question = morning.consented()
    morning.task(question, morning.maya, "I cook")
    other = morning.idea(question, "Toast", morning.bo)
    morning.table(question, other, morning.ivy)
    assert Question.objects.get(id=question).round == 2
    rows = Voice.objects.filter(question_id=question)
    assert {(row.say, row.round, row.concern) for row in rows} == {("yes", 1, "")}
    assert rows.get(member=morning.maya).task == "I cook"
    assert heard(morning.question(morning.breakfast)) == ()
    morning.say(question, morning.bo, "ok")
    assert [voice.member for voice in heard(morning.question(morning.breakfast))] == [morning.bo.id]


@pytest.mark.parametrize("days", [1, 2, 3])
def test_a_trial_lasts_one_to_three_days(morning, days):
    question, option = morning.proposal()
    morning.table(question, option, trial=days)
    row = Question.objects.get(id=question)
    assert (row.trial_days, row.round) == (days, 2)


@pytest.mark.parametrize("days", [0, 4, -1])
def test_a_trial_is_short(morning, days):
    question, option = morning.proposal()
    with refused("trial_length"):
        morning.table(question, option, trial=days)


def test_the_very_same_is_not_asked_again(morning):
    question, option = morning.proposal()
    with refused("already_on_table"):
        morning.table(question, option)


def test_an_idea_of_another_question_is_not_put_on_this_table(morning):
    question, _option = morning.proposal()
    dice = morning.idea(morning.ask(morning.game), "Dice")
    with refused("option_gone"):
        morning.table(question, dice)


def test_what_was_ruled_out_is_not_put_on_the_table(morning):
    question, _option = morning.proposal()
    knives = morning.idea(question, "Sharp knives")
    morning.veto(question, knives)
    with refused("option_gone"):
        morning.table(question, knives)


@pytest.mark.parametrize("step", ["dress", "game"])
def test_only_co_producing_has_a_table(morning, step):
    question = morning.ask(getattr(morning, step))
    option = morning.idea(question, "This")
    with refused("only_coproduce"):
        morning.table(question, option, morning.leo)


@pytest.mark.parametrize("who", ["leo", "sam", "nana"])
def test_only_those_it_is_for_put_ideas_on_the_table(morning, who):
    question, _option = morning.proposal()
    other = morning.idea(question, "Toast")
    with refused("not_affected"):
        morning.table(question, other, getattr(morning, who))


def test_a_child_puts_an_idea_on_the_table_through_a_parent(morning):
    question, _option = morning.proposal()
    event = morning.table(question, morning.idea(question, "Toast"), morning.bo)
    assert (event.actor_id, event.member_id) == (morning.maya.id, morning.bo.id)


def test_what_is_agreed_has_no_table_any_more(morning):
    question = morning.consented()
    toast = morning.idea(question, "Toast")
    morning.settle(question, review_on=morning.today.replace(day=9))
    with refused("closed"):
        morning.table(question, toast)
