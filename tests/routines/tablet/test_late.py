"""Taps that arrive after the question is over: kept, shown kindly, never counted."""

from uuid import uuid4

import pytest

from households.live import listening
from households.models import Event
from routines.actions.routine import archive_routine
from routines.actions.rung import climb, step_down
from routines.models import LateVoice, Voice
from routines.rules.state import Rung
from tests.cast import client_of
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def decided(morning):
    """Leo and Bo were heard, Ivy passed through Maya, and Maya decided for music."""
    question = morning.ask(morning.dress, "How shall we get dressed?")
    music, pyjamas = morning.idea(question, "With music"), morning.idea(question, "In pyjamas")
    for who in (morning.leo, morning.bo):
        morning.choose(question, who, music)
    morning.say(question, morning.ivy, "pass")
    morning.settle(question, option=music, reason="Most wanted it.", answers=morning.answers(morning.leo, morning.bo))
    return question, music, pyjamas


@pytest.fixture
def late(morning, kitchen, decided):
    """Ivy’s tap for pyjamas arrived too late."""
    return kitchen.sit(morning.ivy).tap("say", morning.ivy, decided[0], option=decided[2], late="1")


def test_it_is_kept_and_never_counted(morning, late, decided):
    assert late.status_code == 409
    kept = LateVoice.objects.get()
    assert (kept.member_id, kept.say, kept.option_id, kept.seen_at) == (morning.ivy.id, "choice", decided[2], None)
    assert Voice.objects.get(question_id=decided[0], member=morning.ivy).say == "pass"
    event = Event.objects.get(kind="voice.late")
    assert (event.actor_id, event.question_key, event.changes, event.why) == (morning.ivy.id, decided[0], {}, "")
    assert late["X-Revision"] == str(event.revision)
    assert late["X-Undo"] == ""


def test_the_child_reads_kindly_what_happened(morning, late):
    page = shown(late)
    assert page.in_sight == [f"late-{LateVoice.objects.get().id}"]
    assert "They decided while you were away." in page.text
    assert "Maya decided: “With music”." in page.text
    assert "Your say was: In pyjamas" in page.text


def test_both_are_seen_as_pictures(morning, kitchen, decided, late):
    """What was decided beside what the child had wanted."""
    kept = kitchen.asks(morning.ivy)[f"late-{LateVoice.objects.get().id}"]
    assert (kept.about.text, kept.outcome.text) == ("In pyjamas", "With music")


def test_it_stays_until_the_child_says_ok(morning, kitchen, late):
    kept = LateVoice.objects.get()
    assert f"late-{kept.id}" in kitchen.asks(morning.ivy)
    answer = kitchen.tap("late", morning.ivy, kept.id)
    assert answer.status_code == 200
    kept.refresh_from_db()
    assert kept.seen_at is not None
    assert f"late-{kept.id}" not in kitchen.asks(morning.ivy)


def test_without_scripts_the_card_comes_first(morning, kitchen, decided):
    kitchen.sit(morning.ivy)
    answer = kitchen.tap("say", morning.ivy, decided[0], option=decided[2], script=False)
    assert answer.status_code == 303
    assert "Your say was: In pyjamas" in shown(kitchen.client.get(answer["Location"])).text


def test_the_family_reads_it_in_the_panel(morning, late):
    page = client_of(morning.maya).get(f"/h/{morning.household.id}/s/{morning.dress.id}/").content.decode()
    assert "Arrived after it was decided" in page
    said = morning.last(morning.dress).late
    assert [(each.member, each.option) for each in said] == [(morning.ivy.id, LateVoice.objects.get().option_id)]


def test_the_history_tells_that_it_came_not_what_it_said(morning, late):
    page = client_of(morning.maya).get(f"/h/{morning.household.id}/history").content.decode()
    assert "What Ivy said on “Get dressed” arrived after it was over. It is kept." in page


def test_a_tap_is_kept_once(morning, kitchen, decided):
    tap = str(uuid4())
    kitchen.sit(morning.ivy).tap("say", morning.ivy, decided[0], option=decided[2], tap=tap)
    before = facts()
    assert kitchen.tap("say", morning.ivy, decided[0], option=decided[2], tap=tap).status_code == 200
    assert facts() == before


def test_the_last_one_stays(morning, kitchen, decided, late):
    kitchen.tap("say", morning.ivy, decided[0], option=decided[1])
    assert [kept.option_id for kept in LateVoice.objects.all()] == [decided[1]]


def test_an_idea_of_another_question_is_not_kept_as_ones_say(morning, kitchen, decided):
    other = morning.idea(morning.ask(morning.game), "Dice")
    kitchen.sit(morning.ivy).tap("say", morning.ivy, decided[0], option=other)
    assert LateVoice.objects.get().option_id is None


def test_whoever_was_not_asked_says_nothing_late(morning, kitchen):
    question = morning.consented()
    for who in (morning.maya, morning.ivy, morning.bo):
        morning.task(question, who, "I help")
    morning.settle(question, review_on=morning.today.replace(day=20))
    kitchen.sit(morning.leo)
    before = facts()
    answer = kitchen.tap("say", morning.leo, question, say="no")
    assert answer.status_code == 422
    assert answer.content.decode().startswith("This question has just closed.")
    assert facts() == before


def test_words_that_mattered_are_kept_too(morning, kitchen):
    question = morning.ask(morning.breakfast, "The porridge goes cold.")
    step_down(
        actor=morning.actor(morning.maya),
        step_id=morning.breakfast.id,
        to_rung=Rung.CONSULT,
        reason="Nana is ill.",
        at=morning.now,
    )
    answer = kitchen.sit(morning.ivy).tap("concern", morning.ivy, question, picture="warm")
    assert answer.status_code == 409
    kept = LateVoice.objects.get()
    assert (kept.say, kept.note) == ("", "I don’t want to be cold.")
    assert "Your say was: I don’t want to be cold." in shown(answer).text
    assert "This was asked anew while you were away." in shown(answer).text


def test_what_is_asked_anew_stays_veiled(morning, kitchen):
    """It moved to another rung: what Ivy said to it before is shown to her alone."""
    question = morning.ask(morning.dress, "How?")
    music = morning.idea(question, "With music")
    morning.idea(question, "In pyjamas")
    type(morning.dress).objects.filter(id=morning.dress.id).update(limits="Warm enough.")
    climb(actor=morning.actor(morning.maya), step_id=morning.dress.id, to_rung=Rung.COPRODUCE, at=morning.now)
    assert kitchen.sit(morning.ivy).tap("say", morning.ivy, question, option=music).status_code == 409
    kitchen.sit(morning.bo)
    assert "Your say was" not in kitchen.get("tablet_seat", morning.bo.id).content.decode()
    history = client_of(morning.maya).get(f"/h/{morning.household.id}/history").content.decode()
    assert "arrived after it was over" in history


def test_a_plan_that_was_put_away_keeps_it_as_well(morning, kitchen):
    question = morning.ask(morning.car, "We leave at 8:20.")
    archive_routine(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=morning.now)
    answer = kitchen.sit(morning.ivy).tap("say", morning.ivy, question, say="dislike")
    assert answer.status_code == 409
    assert "This was put away while you were away." in shown(answer).text


class TestOk:
    def test_only_ones_own(self, morning, kitchen, late):
        kitchen.sit(morning.bo)
        before = facts()
        assert kitchen.tap("late", morning.bo, LateVoice.objects.get().id).status_code == 404
        assert facts() == before

    def test_another_household_finds_nothing(self, morning, next_door, late):
        tim = morning.cast.their_child
        next_door.sit(tim)
        before = facts()
        assert next_door.tap("late", tim, LateVoice.objects.get().id).status_code == 404
        assert facts() == before

    def test_twice_is_once(self, morning, kitchen, late):
        tap, kept = str(uuid4()), LateVoice.objects.get().id
        kitchen.tap("late", morning.ivy, kept, tap=tap)
        before = facts()
        assert kitchen.tap("late", morning.ivy, kept, tap=tap).status_code == 200
        assert facts() == before

    def test_get_is_refused(self, morning, kitchen, late):
        assert kitchen.get("tablet_late", morning.ivy.id, LateVoice.objects.get().id).status_code == 405


def test_the_screens_are_told(morning, kitchen, decided, django_capture_on_commit_callbacks):
    kitchen.sit(morning.ivy)
    with listening() as heard, django_capture_on_commit_callbacks(execute=True):
        kitchen.tap("say", morning.ivy, decided[0], option=decided[2])
    assert [news.step_ids for news in heard] == [{morning.dress.id}]


def test_the_face_counts_it(morning, kitchen, late):
    kitchen.sit(None)
    assert "1 question waits" in shown(kitchen.get("tablet")).text
