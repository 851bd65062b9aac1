"""Oops: taking back from the tablet, by event and by the mark of a tap."""

from datetime import timedelta
from uuid import uuid4

import pytest

from households.models import Event, Tap
from routines.actions.settle import Ending, settle
from routines.actions.undo_tap import undo_tap
from routines.models import Voice
from tests.routines.morning import facts, refused
from tests.routines.tablet.hand import shown


@pytest.fixture
def dressing(morning):
    question = morning.ask(morning.dress, "How shall we get dressed?")
    return question, morning.idea(question, "With music"), morning.idea(question, "In pyjamas")


@pytest.fixture
def said(morning, kitchen, dressing):
    """Ivy has said something; the answer to her tap."""
    return kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], option=dressing[1])


def spoke(question, who):
    return Voice.objects.filter(question_id=question, member=who).exclude(say="").exists()


class TestByEvent:
    def test_oops_takes_it_back_and_asks_again(self, morning, kitchen, dressing, said):
        answer = kitchen.oops(morning.ivy, said, q=str(dressing[0]))
        assert answer.status_code == 200
        assert not spoke(dressing[0], morning.ivy)
        assert shown(answer).in_sight == [str(dressing[0])]
        assert kitchen.asks(morning.ivy)[str(dressing[0])].open
        assert answer["X-Undo"] == ""

    def test_the_button_is_there_also_without_scripts(self, morning, kitchen, dressing, said):
        page = shown(kitchen.get("tablet_seat", morning.ivy.id, q=dressing[0]))
        assert [each["data-undo"] for each in page.buttons if "data-undo" in each] == [said["X-Undo"]]
        answer = kitchen.tap("undo", morning.ivy, Event.objects.get(kind="voice.said").id, script=False, q=dressing[0])
        assert (answer.status_code, answer["Location"]) == (303, f"/tablet/m/{morning.ivy.id}?q={dressing[0]}")
        assert not spoke(dressing[0], morning.ivy)

    def test_it_is_offered_for_ten_minutes(self, morning, kitchen, dressing, said):
        event = Event.objects.get(kind="voice.said")
        key = str(dressing[0])
        assert kitchen.asks(morning.ivy, at=event.at + timedelta(minutes=9))[key].undo == event.id
        assert kitchen.asks(morning.ivy, at=event.at + timedelta(minutes=11))[key].undo == 0

    def test_after_ten_minutes_it_stays(self, morning, kitchen, dressing, said):
        event = Event.objects.get(kind="voice.said")
        Event.objects.filter(id=event.id).update(at=event.at - timedelta(minutes=11))
        before = facts()
        answer = kitchen.oops(morning.ivy, said)
        assert answer.status_code == 422
        assert answer.content.decode() == "It is too late to take it back. You can change it instead."
        assert facts() == before

    def test_only_what_one_did_oneself(self, morning, kitchen, dressing, said):
        event = Event.objects.get(kind="voice.said")
        kitchen.sit(morning.bo)
        before = facts()
        answer = kitchen.tap("undo", morning.bo, event.id)
        assert (answer.status_code, answer.content.decode()) == (422, "Only the one who did it can take it back.")
        assert facts() == before

    def test_a_second_oops_is_told_so(self, morning, kitchen, said):
        kitchen.oops(morning.ivy, said)
        before = facts()
        answer = kitchen.oops(morning.ivy, said)
        assert (answer.status_code, answer.content.decode()) == (422, "This was taken back already.")
        assert facts() == before

    def test_the_same_oops_twice_is_one(self, morning, kitchen, said):
        tap = str(uuid4())
        kitchen.oops(morning.ivy, said, tap=tap)
        before = facts()
        assert kitchen.oops(morning.ivy, said, tap=tap).status_code == 200
        assert facts() == before

    def test_a_teenagers_plan_is_out_of_reach(self, morning, kitchen):
        morning.settle(_voted(morning), by=morning.leo)
        event = Event.objects.get(kind="question.counted")
        kitchen.sit(morning.leo)
        before = facts()
        assert kitchen.tap("undo", morning.leo, event.id).status_code == 404
        assert facts() == before

    def test_another_household_finds_nothing(self, morning, next_door, said):
        tim = morning.cast.their_child
        next_door.sit(tim)
        before = facts()
        assert next_door.tap("undo", tim, Event.objects.get(kind="voice.said").id).status_code == 404
        assert facts() == before

    def test_get_is_refused(self, morning, kitchen, said):
        assert kitchen.client.get(said["X-Undo"]).status_code == 405


def _voted(morning):
    question, _ideas = morning.voted(maya="one", leo="one", ivy="two", bo="one")
    return question


class TestByTap:
    def test_a_tap_that_arrived_is_taken_back(self, morning, kitchen, dressing):
        tap = uuid4()
        kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], option=dressing[1], tap=str(tap))
        answer = kitchen.tap("undo_tap", morning.ivy, tap)
        assert answer.status_code == 200
        assert not spoke(dressing[0], morning.ivy)

    def test_a_tap_that_comes_later_does_nothing_any_more(self, morning, kitchen, dressing):
        tap = uuid4()
        kitchen.sit(morning.ivy)
        assert kitchen.tap("undo_tap", morning.ivy, tap).status_code == 200
        answer = kitchen.tap("say", morning.ivy, dressing[0], option=dressing[1], tap=str(tap))
        assert answer.status_code == 200
        assert not spoke(dressing[0], morning.ivy)

    def test_twice_is_once(self, morning, kitchen, dressing):
        tap = uuid4()
        kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], option=dressing[1], tap=str(tap))
        kitchen.tap("undo_tap", morning.ivy, tap)
        before = facts()
        assert kitchen.tap("undo_tap", morning.ivy, tap).status_code == 200
        assert facts() == before

    def test_nobody_takes_back_anothers(self, morning, kitchen, dressing):
        tap = uuid4()
        kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], option=dressing[1], tap=str(tap))
        kitchen.sit(morning.bo)
        before = facts()
        answer = kitchen.tap("undo_tap", morning.bo, tap)
        assert (answer.status_code, answer.content.decode()) == (422, "Only the one who did it can take it back.")
        assert facts() == before

    def test_what_is_not_said_at_a_tablet_stays(self, morning):
        question, tap = _voted(morning), uuid4()
        settle(actor=morning.actor(morning.leo), question_id=question, ending=Ending(), at=morning.now, tap=tap)
        with refused("closed"):
            undo_tap(actor=morning.actor(morning.leo), of_tap=tap, at=morning.now)

    def test_the_neighbours_spend_only_their_own(self, morning, kitchen, next_door, dressing):
        tap = uuid4()
        tim = morning.cast.their_child
        assert next_door.sit(tim).tap("undo_tap", tim, tap).status_code == 200
        assert [row.household_id for row in Tap.objects.filter(uuid=tap)] == [morning.cast.next_door.id]
        kitchen.sit(morning.ivy).tap("say", morning.ivy, dressing[0], option=dressing[1], tap=str(tap))
        assert spoke(dressing[0], morning.ivy)

    def test_get_is_refused(self, morning, kitchen):
        assert kitchen.sit(morning.ivy).get("tablet_undo_tap", morning.ivy.id, uuid4()).status_code == 405


def test_a_changed_voice_goes_back_to_the_one_before(morning, kitchen, dressing, said):
    question, music, pyjamas = dressing
    again = kitchen.tap("say", morning.ivy, question, option=pyjamas)
    answer = kitchen.oops(morning.ivy, again)
    assert Voice.objects.get(question_id=question, member=morning.ivy).option_id == music
    assert kitchen.asks(morning.ivy)[str(question)].undo == Event.objects.get(kind="voice.said").id
    assert answer.status_code == 200


def test_the_question_itself_and_an_idea_are_no_say(morning, kitchen):
    """Leo may ask and bring ideas; the ask offers to take back his choice alone."""
    question = morning.ask(morning.game, "What do we play?", by=morning.leo)
    dice = morning.idea(question, "Dice", by=morning.leo)
    morning.idea(question, "Cards")
    kitchen.sit(morning.leo)
    assert kitchen.asks(morning.leo)[str(question)].undo == 0
    kitchen.tap("say", morning.leo, question, option=dice)
    assert Event.objects.get(id=kitchen.asks(morning.leo)[str(question)].undo).kind.startswith("voice.")


def test_a_proposal_is_taken_back_where_it_is_answered(morning, kitchen):
    question = morning.ask(morning.breakfast, "The porridge goes cold.")
    morning.concerns(question, morning.maya, morning.ivy, morning.bo)
    idea = morning.idea(question, "Toast")
    kitchen.sit(morning.ivy).tap("table", morning.ivy, question, option=idea)
    assert kitchen.asks(morning.ivy)[str(question)].undo == Event.objects.get(kind="option.tabled").id
