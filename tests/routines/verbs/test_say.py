import pytest

from routines.actions.voice import say
from routines.models import Voice
from routines.rules.state import Rung, Say
from routines.rules.voices import heard
from tests.routines.morning import missing, refused


@pytest.mark.parametrize("word", ["got_it", "question", "dislike", "pass"])
def test_what_can_be_said_when_informed(morning, word):
    question = morning.ask(morning.car, "We leave at 8:20.")
    morning.say(question, morning.leo, word)
    assert [(v.member, v.say) for v in morning.question(morning.car).voices] == [(morning.leo.id, Say(word))]


@pytest.mark.parametrize("word", ["choice", "yes", "unsure", "no", "ok"])
def test_nobody_votes_when_informed(morning, word):
    question = morning.ask(morning.car, "We leave at 8:20.")
    with refused("say_not_here"):
        morning.say(question, morning.leo, word)


def test_a_choice_names_its_option_and_is_recorded_as_said_by_oneself(morning):
    question = morning.ask(morning.dress)
    morning.idea(question, "Music")
    pyjamas = morning.idea(question, "Pyjamas", morning.leo)
    event = morning.choose(question, morning.leo, pyjamas)
    voice = Voice.objects.get(question_id=question)
    assert (voice.say, voice.option_id, voice.said_by_id) == ("choice", pyjamas, None)
    assert (event.kind, event.actor_id, event.member_id) == ("voice.said", morning.leo.id, morning.leo.id)


def test_the_event_does_not_tell_what_was_said(morning):
    morning.voted(leo="tickets", maya="dice")
    for event in morning.events("voice.said"):
        assert (event.changes, event.why) == ({}, "")


@pytest.mark.parametrize(("options", "code"), [((), "which_one"), (("other",), "option_gone")])
def test_a_choice_needs_an_option_of_this_question(morning, options, code):
    question = morning.ask(morning.dress)
    morning.idea(question, "Music")
    morning.idea(question, "Pyjamas")
    other = morning.idea(morning.ask(morning.game), "Dice")
    with refused(code):
        morning.say(question, morning.leo, "choice", other if options else None)


def test_a_word_as_the_form_sends_it_is_checked_like_any_other(morning):
    question, _music, _pyjamas = morning.consulted()
    other = morning.idea(morning.ask(morning.game), "Dice")
    with refused("option_gone"):
        say(
            actor=morning.actor(morning.leo),
            question_id=question,
            word="choice",
            option_id=other,
            at=morning.now,
        )


def test_the_only_idea_gets_thumbs(morning):
    question = morning.ask(morning.dress)
    music = morning.idea(question, "Music")
    morning.say(question, morning.leo, "unsure", note="Which music?")
    with refused("say_not_here"):
        morning.choose(question, morning.ivy, music)
    assert Voice.objects.get(question_id=question).note == "Which music?"


def test_thumbs_no_longer_fit_when_a_second_idea_arrives(morning):
    question = morning.ask(morning.dress)
    morning.idea(question, "Music")
    morning.say(question, morning.leo, "yes")
    assert [v.member for v in heard(morning.question(morning.dress))] == [morning.leo.id]
    morning.idea(question, "Pyjamas", morning.ivy)
    assert heard(morning.question(morning.dress)) == ()


def test_a_pass_before_any_idea_is_asked_again_when_there_is_one(morning):
    question = morning.ask(morning.dress)
    morning.say(question, morning.leo, "pass")
    assert len(heard(morning.question(morning.dress))) == 1
    morning.idea(question, "Music")
    assert heard(morning.question(morning.dress)) == ()


def test_a_voice_can_be_changed_while_the_question_is_open(morning):
    question, music, _pyjamas = morning.consulted()
    event = morning.choose(question, morning.leo, music)
    assert event.kind == "voice.changed"
    assert Voice.objects.get(question_id=question, member=morning.leo).option_id == music
    event = morning.say(question, morning.leo, "pass")
    assert event.kind == "voice.passed"
    assert Voice.objects.get(question_id=question, member=morning.leo).option_id is None


def test_acting_for_a_child_is_recorded(morning):
    question = morning.ask(morning.car)
    event = morning.say(question, morning.bo, "got_it")
    voice = Voice.objects.get(question_id=question)
    assert (voice.member_id, voice.said_by_id) == (morning.bo.id, morning.maya.id)
    assert (event.actor_id, event.member_id) == (morning.maya.id, morning.bo.id)


def test_whoever_speaks_for_themself_later_takes_the_word_back_to_themself(morning):
    question = morning.ask(morning.car)
    morning.say(question, morning.bo, "got_it")
    with refused("acting_for_not_yours"):
        _say_for(morning, question, by=morning.leo, speaker=morning.bo)
    assert Voice.objects.get(question_id=question).said_by_id == morning.maya.id


def _say_for(morning, question, *, by, speaker):
    return say(
        actor=morning.actor(by),
        speaker_id=speaker.id,
        question_id=question,
        word=Say.GOT_IT,
        at=morning.now,
    )


@pytest.mark.parametrize(("by", "speaker"), [("leo", "ivy"), ("maya", "leo"), ("nana", "bo"), ("maya", "sam")])
def test_nobody_speaks_for_somebody_who_can_speak(morning, by, speaker):
    question = morning.ask(morning.breakfast if by == "nana" else morning.car)
    with refused("acting_for_not_yours"):
        _say_for(morning, question, by=getattr(morning, by), speaker=getattr(morning, speaker))


@pytest.mark.parametrize("who", ["maya", "sam"])
def test_who_is_not_affected_has_no_voice(morning, who):
    question = morning.ask(morning.car)
    with refused("not_affected"):
        morning.say(question, getattr(morning, who), "got_it")


def test_a_supporter_does_not_see_what_does_not_name_them(morning):
    question = morning.ask(morning.car)
    with missing():
        morning.say(question, morning.nana, "got_it")


def test_a_supporter_who_sees_it_without_being_affected_has_no_voice(morning):
    question, _option = morning.proposal()
    with refused("not_affected"):
        morning.say(question, morning.nana, "yes")


def test_nothing_is_said_to_a_closed_question(morning):
    question, _music, pyjamas = morning.consulted()
    morning.settle(question, text="Pyjamas", reason="Fun", answers=morning.answers(*morning.cast.family[1:4]))
    with refused("closed"):
        morning.choose(question, morning.leo, pyjamas)


def test_nobody_votes_on_somebodys_own_matter(morning):
    question = morning.ask(morning.own, by=morning.leo)
    with refused("own_matter"):
        morning.say(question, morning.leo, "got_it")


def test_a_co_produced_question_takes_voices_on_what_lies_on_the_table(morning):
    question = morning.ask(morning.breakfast)
    with refused("nothing_on_table"):
        morning.say(question, morning.maya, "yes")
    morning.concerns(question, morning.maya, morning.ivy, morning.bo)
    morning.table(question, morning.idea(question, "Porridge"))
    with refused("say_not_here"):
        morning.say(question, morning.maya, "unsure")
    morning.say(question, morning.maya, "no", note="Less sugar")
    voice = Voice.objects.get(question_id=question, member=morning.maya)
    assert (voice.say, voice.note, voice.concern) == ("no", "Less sugar", "")


def test_a_note_as_long_as_it_may_be_is_kept_whole(morning):
    question, _option = morning.proposal()
    morning.say(question, morning.maya, "no", note="ü" * 1000)
    assert Voice.objects.get(question_id=question, member=morning.maya).note == "ü" * 1000
    with refused("too_long"):
        morning.say(question, morning.maya, "no", note="ü" * 1001)


def test_the_rung_of_the_question_counts_not_the_words(morning):
    assert morning.state(morning.car).rung is Rung.INFORM
    with pytest.raises(ValueError, match="shout"):
        say(actor=morning.actor(morning.leo), question_id=1, word="shout", at=morning.now)
