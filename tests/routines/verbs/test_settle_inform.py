import pytest

from routines.models import Answer, Decision, Question
from routines.rules.state import AnswerState, Rung
from tests.routines.morning import missing, refused


@pytest.fixture
def told(morning):
    """Everybody has heard; Leo has a question."""
    question = morning.ask(morning.car, "We leave at 8:20.")
    morning.say(question, morning.leo, "question", note="Why not 8:25?")
    morning.say(question, morning.ivy, "got_it")
    morning.say(question, morning.bo, "pass")
    return question


def test_it_ends_when_all_have_seen_it_and_who_asked_has_an_answer(morning, told):
    event = morning.settle(told, text="At 8:20", answers=morning.answers(morning.leo))
    decision = Decision.objects.get()
    assert (decision.kind, decision.called_rung, decision.text) == ("informed", Rung.INFORM, "At 8:20")
    assert (decision.reason, decision.decided_by_id) == ("So that we arrive together.", morning.maya.id)
    assert [(a.member_id, a.did, a.because) for a in Answer.objects.all()] == [
        (morning.leo.id, "did", "Leo was heard.")
    ]
    assert Question.objects.get().closed_at == decision.at == event.at
    assert (event.kind, event.subject_key) == ("question.informed", decision.id)
    assert event.changes == {"decision": ["", "At 8:20"]}


def test_the_answers_are_read_back(morning, told):
    morning.settle(told, answers=morning.answers(morning.leo, morning.ivy))
    state = morning.state(morning.car)
    assert state.question is None
    assert {answer.member for answer in state.last.decision.answers} == {morning.leo.id, morning.ivy.id}


def test_a_question_asked_back_is_answered_first(morning, told):
    with refused("answer_each") as refusal:
        morning.settle(told)
    assert refusal.value.params["names"] == ("Leo",)


@pytest.mark.parametrize(("did", "because"), [("did", "  "), ("maybe", "Because.")])
def test_an_answer_says_what_became_of_it_and_because(morning, told, did, because):
    with refused("answer_each"):
        morning.settle(told, answers=(AnswerState(morning.leo.id, did, because),))


def test_a_stray_answer_is_not_stored(morning, told):
    stray = (
        AnswerState(morning.ivy.id, "maybe", "Because."),
        AnswerState(morning.neighbour.id, "did", "Hello."),
        AnswerState(morning.sam.id, "did", "You said nothing."),
    )
    morning.settle(told, answers=(*morning.answers(morning.leo), *stray))
    assert [answer.member_id for answer in Answer.objects.all()] == [morning.leo.id]


def test_an_answer_sent_twice_is_one_answer(morning, told):
    first = AnswerState(morning.leo.id, "didnt", "The bell rings at 8:30.")
    last = AnswerState(morning.leo.id, "partly", "On Fridays we can.")
    morning.settle(told, answers=(first, last))
    assert [(a.did, a.because) for a in Answer.objects.all()] == [("partly", "On Fridays we can.")]


def test_everybody_is_to_have_seen_it(morning):
    question = morning.ask(morning.car)
    morning.say(question, morning.leo, "got_it")
    with refused("voices_missing") as refusal:
        morning.settle(question)
    assert refusal.value.params["names"] == ("Ivy", "Bo")


def test_or_the_deadline_has_come(morning):
    from datetime import timedelta

    question = morning.ask(morning.car, deadline=morning.today + timedelta(days=1))
    with refused("voices_missing"):
        morning.settle(question)
    morning.pass_time(days=1)
    morning.settle(question)
    assert Decision.objects.get().kind == "informed"


@pytest.mark.parametrize("by", ["leo", "ivy"])
def test_parents_close_what_parents_announced(morning, told, by):
    with refused("inform_settles_parent"):
        morning.settle(told, getattr(morning, by), answers=morning.answers(morning.leo))


def test_any_parent_may(morning, told):
    morning.settle(told, morning.sam, answers=morning.answers(morning.leo))
    assert Decision.objects.get().decided_by_id == morning.sam.id


def test_a_supporter_does_not_find_it(morning, told):
    with missing():
        morning.settle(told, morning.nana)


def test_it_ends_once(morning, told):
    morning.settle(told, answers=morning.answers(morning.leo))
    with refused("closed"):
        morning.settle(told, answers=morning.answers(morning.leo))


def test_an_own_matter_is_chosen_not_announced(morning):
    question = morning.ask(morning.own, by=morning.leo)
    with refused("own_matter_choose"):
        morning.settle(question)
