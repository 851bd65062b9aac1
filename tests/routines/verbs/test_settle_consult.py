from datetime import timedelta

import pytest

from households.actions.people import remove_member
from routines.models import AgendaItem, Answer, Decision
from routines.rules.state import AnswerState, Rung
from tests.routines.morning import refused


@pytest.fixture
def everyone(morning):
    return morning.answers(morning.leo, morning.ivy, morning.bo)


def test_the_decider_decides_and_answers_each_voice(morning, everyone):
    question, music, _pyjamas = morning.consulted()
    event = morning.settle(question, option=music, reason=" We all dance. ", answers=everyone)
    decision = Decision.objects.get()
    assert (decision.kind, decision.called_rung, decision.option_id) == ("decided", Rung.CONSULT, music)
    assert (decision.reason, decision.decided_by_id) == ("We all dance.", morning.maya.id)
    assert Answer.objects.count() == 3
    assert (event.kind, event.changes) == ("question.decided", {"decision": ["", "With music"]})
    last = morning.last(morning.dress)
    assert (last.id, last.closed, last.decision.option) == (question, True, music)
    assert [voice.member for voice in last.voices] == [morning.leo.id, morning.ivy.id, morning.bo.id]


def test_it_can_be_something_of_the_deciders_own(morning, everyone):
    question, *_ = morning.consulted()
    morning.settle(question, text="Clothes out the night before", reason="Calmer.", answers=everyone)
    decision = Decision.objects.get()
    assert (decision.option_id, decision.text) == (None, "Clothes out the night before")


def test_no_voice_stays_without_an_answer(morning):
    question, music, _pyjamas = morning.consulted()
    with refused("answer_each") as refusal:
        morning.settle(question, option=music, reason="Fun.", answers=morning.answers(morning.leo))
    assert refusal.value.params["names"] == ("Ivy", "Bo")


def test_who_passed_needs_no_answer(morning):
    question, music, _pyjamas = morning.consulted()
    morning.say(question, morning.bo, "pass")
    morning.settle(question, option=music, reason="Fun.", answers=morning.answers(morning.leo, morning.ivy))
    assert Answer.objects.count() == 2


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ({"reason": "Fun."}, "decision_first"),
        ({"option": "music"}, "reason_first"),
        ({"option": "pyjamas"}, "reason_for_departing"),
        ({"option": "pyjamas", "reason": "x" * 2001}, "too_long"),
        ({"text": "x" * 501, "reason": "Fun."}, "too_long"),
        ({"option": "other", "reason": "Fun."}, "option_gone"),
        ({"option": "music", "reason": "Fun.", "trial_days": 4}, "trial_length"),
    ],
)
def test_what_a_decision_needs(morning, everyone, ending, code):
    question, music, pyjamas = morning.consulted()
    other = morning.idea(morning.ask(morning.game), "Dice")
    named = {"music": music, "pyjamas": pyjamas, "other": other}
    ending = {**ending, "option": named.get(ending.get("option"))}
    with refused(code):
        morning.settle(question, answers=everyone, **ending)


def test_an_answer_has_at_most_500_characters(morning, everyone):
    question, music, _pyjamas = morning.consulted()
    long = AnswerState(morning.leo.id, "did", "x" * 501)
    with refused("too_long"):
        morning.settle(question, option=music, reason="Fun.", answers=(*everyone[1:], long))


def test_everybody_is_heard_first(morning, everyone):
    question = morning.ask(morning.dress)
    music = morning.idea(question, "Music")
    morning.say(question, morning.leo, "yes")
    with refused("voices_missing") as refusal:
        morning.settle(question, option=music, reason="Fun.", answers=everyone)
    assert refusal.value.params["names"] == ("Ivy", "Bo")


def test_a_second_idea_asks_those_again_who_gave_thumbs_to_the_first(morning, everyone):
    question = morning.ask(morning.dress)
    music = morning.idea(question, "Music")
    for each in (morning.leo, morning.ivy, morning.bo):
        morning.say(question, each, "yes")
    morning.idea(question, "Pyjamas", morning.bo)
    with refused("voices_missing"):
        morning.settle(question, option=music, reason="Fun.", answers=everyone)


def test_after_the_deadline_silence_no_longer_holds_it_up(morning):
    question = morning.ask(morning.dress, deadline=morning.today + timedelta(days=1))
    music = morning.idea(question, "Music")
    morning.say(question, morning.leo, "yes")
    morning.pass_time(days=1)
    morning.settle(question, option=music, reason="Fun.", answers=morning.answers(morning.leo))
    assert Decision.objects.get().option_id == music


@pytest.mark.parametrize("by", ["leo", "sam", "ivy"])
def test_only_the_decider(morning, everyone, by):
    question, music, _pyjamas = morning.consulted()
    with refused("decider_only"):
        morning.settle(question, getattr(morning, by), option=music, reason="Fun.", answers=everyone)


def test_a_decider_who_is_asked_too_speaks_first(morning):
    question = morning.ask(morning.dress, decider_id=morning.leo.id, deadline=morning.today + timedelta(days=1))
    music = morning.idea(question, "Music")
    morning.pass_time(days=1)
    with refused("speak_first"):
        morning.settle(question, morning.leo, option=music, reason="Fun.")


def test_when_the_decider_has_left_a_parent_decides(morning):
    question = morning.ask(morning.dress, decider_id=morning.leo.id)
    music = morning.idea(question, "Music")
    for each in (morning.ivy, morning.bo):
        morning.say(question, each, "yes")
    remove_member(actor=morning.actor(morning.maya), member_id=morning.leo.id, at=morning.now)
    answers = morning.answers(morning.ivy, morning.bo)
    morning.settle(question, morning.sam, option=music, reason="Fun.", answers=answers)
    assert Decision.objects.get().decided_by_id == morning.sam.id


def test_a_trial_comes_back_on_the_agenda_by_its_end(morning, everyone):
    question, music, _pyjamas = morning.consulted()
    event = morning.settle(question, option=music, reason="Let us see.", answers=everyone, trial_days=3)
    until = morning.today + timedelta(days=3)
    assert Decision.objects.get().trial_until == until
    assert [(item.kind, item.due_on) for item in AgendaItem.objects.all()] == [("trial", until)]
    assert event.changes["trial_until"] == ["", until.isoformat()]


def test_the_next_question_finds_the_last_decision(morning, everyone):
    question, music, _pyjamas = morning.consulted()
    morning.settle(question, option=music, reason="Fun.", answers=everyone)
    again = morning.ask(morning.dress, "Still good?")
    state = morning.state(morning.dress)
    assert (state.question.id, state.last.id) == (again, question)
