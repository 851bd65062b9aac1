from datetime import timedelta

import pytest

from routines.actions.override import override, reply
from routines.models import Comment, Override
from tests.routines.morning import refused


@pytest.fixture
def ruled(morning):
    at = morning.now
    override(
        actor=morning.actor(morning.maya),
        step_id=morning.dress.id,
        ground="health",
        reason="Ten below zero.",
        expires_at=at + timedelta(hours=9),
        at=at,
    )


def _reply(morning, who="leo", **said):
    said = said or {"text": "I was warm."}
    return reply(**morning.acting(getattr(morning, who)), step_id=morning.dress.id, at=morning.now, **said)


@pytest.mark.parametrize("who", ["leo", "ivy", "bo"])
def test_those_it_is_for_answer_back(morning, ruled, who):
    event = _reply(morning, who)
    said = Comment.objects.get()
    assert (said.kind, said.text, said.override_id) == ("reply", "I was warm.", Override.objects.get().id)
    assert said.acted_by_id == (None if who == "leo" else morning.maya.id)
    assert (event.kind, event.subject_key) == ("override.replied", said.id)
    state = morning.state(morning.dress)
    assert [r.text for r in state.override.replies] == ["I was warm."]
    assert state.comments == ()


def test_with_a_sticker(morning, ruled):
    _reply(morning, "bo", sticker="crying-face")
    assert Comment.objects.get().sticker == "crying-face"


def test_also_while_a_question_is_open_and_not_as_part_of_it(morning, ruled):
    morning.ask(morning.dress)
    _reply(morning)
    assert Comment.objects.get().question_id is None


@pytest.mark.parametrize("said", [{"text": " "}, {"sticker": ""}])
def test_something_is_said(morning, ruled, said):
    with refused("say_something"):
        _reply(morning, **said)


@pytest.mark.parametrize("who", ["maya", "sam"])
def test_only_those_it_is_for(morning, ruled, who):
    with refused("not_affected"):
        _reply(morning, who)


def test_nothing_to_reply_to(morning):
    with refused("no_override"):
        _reply(morning)


def test_when_it_has_ended_it_is_over(morning, ruled):
    morning.pass_time(hours=9)
    with refused("no_override"):
        _reply(morning)
