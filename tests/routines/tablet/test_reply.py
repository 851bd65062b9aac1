"""Answering a safety override from the tablet."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from routines.actions.override import end_override, override
from routines.models import Comment
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def ruled(morning):
    """Ice on the road: Maya rules how everybody dresses until the evening."""
    now = timezone.now()
    override(
        actor=morning.actor(morning.maya),
        step_id=morning.dress.id,
        ground="health",
        reason="It is ten below zero.",
        expires_at=now + timedelta(hours=8),
        at=now,
    )
    return morning.dress


def test_the_reason_is_there_and_one_picture_answers_it(morning, kitchen, ruled):
    kitchen.sit(morning.ivy)
    page = shown(kitchen.get("tablet_seat", morning.ivy.id))
    assert page.in_sight == [f"reply-{ruled.id}"]
    assert "It is ten below zero." in page.text
    answer = kitchen.tap("reply", morning.ivy, ruled.id, sticker="crying-face")
    assert answer.status_code == 200
    said = Comment.objects.get()
    assert (said.kind, said.sticker, said.text) == ("reply", "crying-face", "It makes me sad.")
    assert answer["X-Undo"]
    assert not kitchen.asks(morning.ivy)[f"reply-{ruled.id}"].open


def test_it_can_be_written_with_help(morning, kitchen, ruled):
    kitchen.sit(morning.ivy).tap("reply", morning.ivy, ruled.id, text="I have a warm hat", helper=morning.leo.id)
    said = Comment.objects.get()
    assert (said.text, said.acted_by_id) == ("I have a warm hat", morning.leo.id)


def test_a_question_beside_it_can_still_be_answered(morning, kitchen, ruled):
    question = morning.ask(morning.dress)
    morning.idea(question, "Two jumpers")
    asks = kitchen.sit(morning.ivy).asks(morning.ivy)
    assert [ask.kind for ask in asks.values()] == ["reply", "pick"]


def test_an_answer_that_comes_after_its_end_is_kept_as_a_remark(morning, kitchen, ruled):
    end_override(actor=morning.actor(morning.maya), step_id=ruled.id, at=timezone.now())
    tap = str(uuid4())
    kitchen.sit(morning.ivy)
    assert kitchen.tap("reply", morning.ivy, ruled.id, sticker="angry-face", tap=tap, late="1").status_code == 200
    said = Comment.objects.get()
    assert (said.kind, said.sticker, said.member_id) == ("comment", "angry-face", morning.ivy.id)
    before = facts()
    assert kitchen.tap("reply", morning.ivy, ruled.id, sticker="angry-face", tap=tap, late="1").status_code == 200
    assert facts() == before


def test_nothing_said_is_refused(morning, kitchen, ruled):
    kitchen.sit(morning.ivy)
    before = facts()
    answer = kitchen.tap("reply", morning.ivy, ruled.id, sticker="dragon")
    assert (answer.status_code, answer.content.decode()) == (422, "Write something, or tap a sticker.")
    assert facts() == before


def test_too_long_is_told_kindly(morning, kitchen, ruled):
    kitchen.sit(morning.ivy)
    before = facts()
    answer = kitchen.tap("reply", morning.ivy, ruled.id, text="x" * 2001)
    assert (answer.status_code, answer.content.decode()) == (422, "Make this a bit shorter.")
    assert facts() == before


def test_another_household_finds_nothing(morning, next_door, ruled):
    tim = morning.cast.their_child
    assert next_door.sit(tim).tap("reply", tim, ruled.id, sticker="thumbs-up").status_code == 404


def test_get_is_refused(morning, kitchen, ruled):
    assert kitchen.sit(morning.ivy).get("tablet_reply", morning.ivy.id, ruled.id).status_code == 405
