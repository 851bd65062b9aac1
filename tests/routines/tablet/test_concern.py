"""Saying what matters from the tablet, by a picture or in words."""

from uuid import uuid4

import pytest

from routines.models import Voice
from routines.words.tablet import CONCERNS
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def asked(morning):
    return morning.ask(morning.breakfast, "The porridge goes cold.")


def concern(question, who):
    return Voice.objects.get(question_id=question, member=who)


def test_one_picture_says_it(morning, kitchen, asked):
    answer = kitchen.sit(morning.ivy).tap("concern", morning.ivy, asked, picture="time")
    assert answer.status_code == 200
    assert concern(asked, morning.ivy).concern == "I need enough time."
    assert shown(answer).in_sight == [f"concern-{asked}"]


@pytest.mark.parametrize("word", CONCERNS, ids=lambda word: word.name)
def test_every_picture_is_offered_and_taken(morning, kitchen, asked, word):
    kitchen.sit(morning.ivy)
    offered = shown(kitchen.get("tablet_seat", morning.ivy.id)).buttons
    assert word.name in [each.get("value") for each in offered if each.get("name") == "picture"]
    kitchen.tap("concern", morning.ivy, asked, picture=word.name)
    assert concern(asked, morning.ivy).concern == str(word.words)


def test_it_can_be_written_with_somebodys_help(morning, kitchen, asked):
    answer = kitchen.sit(morning.bo).tap("concern", morning.bo, asked, text="Not too hot", helper=morning.maya.id)
    said = concern(asked, morning.bo)
    assert (said.concern, said.concern_by_id) == ("Not too hot", morning.maya.id)
    assert "Maya, for Bo" in shown(answer).text


def test_nothing_is_an_answer(morning, kitchen, asked):
    answer = kitchen.sit(morning.ivy).tap("concern", morning.ivy, asked, nothing="1")
    assert concern(asked, morning.ivy).concern == ""
    assert [each["name"] for each in shown(answer).buttons if each.get("aria-pressed") == "true"] == ["nothing"]


def test_an_empty_tap_is_none(morning, kitchen, asked):
    kitchen.sit(morning.ivy)
    before = facts()
    answer = kitchen.tap("concern", morning.ivy, asked, text="  ")
    assert (answer.status_code, answer.content.decode()) == (422, "Write something, or tap a sticker.")
    assert facts() == before


def test_a_picture_that_is_none_is_nothing_said(morning, kitchen, asked):
    kitchen.sit(morning.ivy)
    before = facts()
    assert kitchen.tap("concern", morning.ivy, asked, picture="dragon").status_code == 422
    assert facts() == before


def test_it_is_applied_once(morning, kitchen, asked):
    tap = str(uuid4())
    kitchen.sit(morning.ivy).tap("concern", morning.ivy, asked, picture="time", tap=tap)
    before = facts()
    assert kitchen.tap("concern", morning.ivy, asked, picture="calm", tap=tap).status_code == 200
    assert facts() == before


def test_others_show_once_mine_is_said(morning, kitchen, asked):
    morning.concern(asked, morning.bo, "No skin on it")
    kitchen.sit(morning.ivy)
    assert "No skin on it" not in kitchen.get("tablet_seat", morning.ivy.id).content.decode()
    answer = kitchen.tap("concern", morning.ivy, asked, picture="time")
    assert "No skin on it" in answer.content.decode()


def test_only_those_asked(morning, kitchen, asked):
    kitchen.sit(morning.leo)
    before = facts()
    assert kitchen.tap("concern", morning.leo, asked, picture="time").status_code == 422
    assert facts() == before


def test_another_household_finds_nothing(morning, next_door, asked):
    tim = morning.cast.their_child
    assert next_door.sit(tim).tap("concern", tim, asked, picture="time").status_code == 404


def test_get_is_refused(morning, kitchen, asked):
    assert kitchen.sit(morning.ivy).get("tablet_concern", morning.ivy.id, asked).status_code == 405
