import pytest

from routines.actions.voice import record_concern
from routines.models import Voice
from tests.routines.morning import missing, refused


def test_each_says_what_matters_first(morning):
    question = morning.ask(morning.breakfast)
    event = morning.concern(question, morning.maya, "  I want to sit down.  ")
    voice = Voice.objects.get(question_id=question)
    assert (voice.concern, voice.concern_by_id, voice.say) == ("I want to sit down.", None, "")
    assert (event.kind, event.member_id) == ("concern.said", morning.maya.id)
    state = morning.question(morning.breakfast)
    assert [(c.member, c.text) for c in state.concerns] == [(morning.maya.id, "I want to sit down.")]
    assert (state.voices, state.comments) == ((), ())


def test_nothing_from_me_is_a_concern_given(morning):
    question = morning.ask(morning.breakfast)
    morning.concern(question, morning.bo)
    voice = Voice.objects.get(question_id=question)
    assert (voice.concern, voice.concern_by_id) == ("", morning.maya.id)


def test_a_concern_can_be_changed_and_leaves_the_voice_alone(morning):
    question, _option = morning.proposal()
    morning.say(question, morning.maya, "yes")
    morning.concern(question, morning.maya, "Quiet, please")
    voice = Voice.objects.get(question_id=question, member=morning.maya)
    assert (voice.concern, voice.say) == ("Quiet, please", "yes")


def test_a_long_concern_is_kept_whole(morning):
    question = morning.ask(morning.breakfast)
    morning.concern(question, morning.maya, "ж" * 2000)
    assert Voice.objects.get(question_id=question).concern == "ж" * 2000
    with refused("too_long"):
        morning.concern(question, morning.maya, "ж" * 2001)


@pytest.mark.parametrize("step", ["car", "dress", "game"])
def test_concerns_belong_to_co_producing(morning, step):
    question = morning.ask(getattr(morning, step))
    with refused("only_coproduce"):
        morning.concern(question, morning.leo, "No")


@pytest.mark.parametrize(("who", "code"), [("leo", "not_affected"), ("sam", "not_affected"), ("nana", "not_affected")])
def test_only_those_it_is_for_have_a_concern(morning, who, code):
    question = morning.ask(morning.breakfast)
    with refused(code):
        morning.concern(question, getattr(morning, who), "Me too")


def test_a_teen_does_not_speak_for_a_child(morning):
    question = morning.ask(morning.breakfast)
    with refused("acting_for_not_yours"):
        record_concern(
            actor=morning.actor(morning.leo),
            speaker_id=morning.ivy.id,
            question_id=question,
            text="More jam",
            at=morning.now,
        )


def test_a_closed_question_takes_no_concern(morning):
    question = morning.consented()
    morning.settle(question, review_on=morning.today.replace(day=9))
    with refused("closed"):
        morning.concern(question, morning.maya, "Oh, and")


def test_an_unknown_question_is_missing(morning):
    with missing():
        morning.concern(10**6, morning.maya, "Hello?")
