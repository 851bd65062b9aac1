import pytest

from routines.actions.late import keep_late, see_late
from routines.models import LateVoice
from routines.rules.state import Say
from tests.routines.morning import missing, refused


@pytest.fixture
def over(morning):
    """The dressing question, decided for music."""
    question, music, pyjamas = morning.consulted()
    morning.settle(
        question, option=music, reason="Most.", answers=morning.answers(morning.leo, morning.ivy, morning.bo)
    )
    return question, music, pyjamas


def late(morning, who, question, **said):
    return keep_late(actor=morning.actor(who), question_id=question, at=morning.now, **said)


def test_it_is_kept_beside_what_was_counted(morning, over):
    question, music, pyjamas = over
    late(morning, morning.leo, question, word=Say.CHOICE, option_id=music, note=" Because ")
    assert LateVoice.objects.values_list("say", "option_id", "note").get() == ("choice", music, "Because")
    assert [v.option for v in morning.last(morning.dress).voices if v.member == morning.leo.id] == [pyjamas]


def test_words_alone_are_kept(morning, over):
    late(morning, morning.leo, over[0], note="Warm, please")
    said = morning.last(morning.dress).late[0]
    assert (said.member, said.say, said.note) == (morning.leo.id, None, "Warm, please")


def test_the_last_one_counts_and_is_shown_again(morning, over):
    event = late(morning, morning.leo, over[0], word=Say.PASS)
    see_late(actor=morning.actor(morning.leo), late_id=event.subject_key, at=morning.now)
    again = late(morning, morning.leo, over[0], word=Say.CHOICE, option_id=over[2])
    assert again.subject_key == event.subject_key
    assert LateVoice.objects.values_list("say", "seen_at").get() == ("choice", None)


def test_an_open_question_takes_nothing_late(morning):
    question = morning.ask(morning.car)
    with missing():
        late(morning, morning.leo, question, word=Say.GOT_IT)


def test_only_those_asked(morning, over):
    with refused("closed"):
        late(morning, morning.sam, over[0], word=Say.PASS)


def test_nobody_sees_anothers_away(morning, over):
    event = late(morning, morning.leo, over[0], word=Say.PASS)
    with missing():
        see_late(actor=morning.actor(morning.maya), late_id=event.subject_key, at=morning.now)


def test_a_word_that_is_none(morning, over):
    with pytest.raises(ValueError, match="shout"):
        late(morning, morning.leo, over[0], word="shout")
