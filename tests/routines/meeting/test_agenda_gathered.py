"""The agenda as the family's own deeds put it together."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.actions.override import override
from routines.actions.rung import ask_climb
from routines.models import AgendaItem, Morning, Repair
from routines.models.snapshots import forget
from routines.rules.state import Rung


def keys_of(table, kind):
    return [key for key in table.things() if key.startswith(kind)]


def test_an_open_question_says_who_is_still_to_speak_and_names_the_young_ones_ideas(table, morning):
    question, *_ = morning.voted(maya="Cards", leo="Dice")
    idea = morning.idea(question, "Hide and seek", morning.bo)
    thing = table.things()[f"question-{question}"]
    assert thing.sentence == "An open question. Still to speak: Ivy and Bo."
    assert thing.quote == "How shall we do it?"
    assert [(each.text, each.by.name) for each in thing.ideas] == [("Hide and seek", "Bo")]
    assert thing.url == f"/h/{morning.household.id}/s/{morning.game.id}/"
    assert idea


def test_overrides_and_steps_with_two_of_them(table, morning):
    about = {"actor": morning.actor(morning.maya), "step_id": morning.dress.id, "ground": "health", "reason": "Ice."}
    for _ in range(2):
        override(**about, expires_at=morning.now + timedelta(seconds=30), at=morning.now)
        morning.pass_time(hours=1)
    assert [thing.sentence for thing in table.view().things] == [
        "There was a safety override. Talk about it together.",
        "Two safety overrides within two weeks. Talk about the step itself.",
    ]


def test_a_trial_is_there_before_and_after_it_ends(table, morning):
    question, music, _pyjamas = morning.consulted()
    answers = morning.answers(morning.leo, morning.ivy, morning.bo)
    morning.settle(question, option=music, reason="Most.", answers=answers, trial_days=2)
    (key,) = keys_of(table, "agenda")
    assert table.things()[key].sentence == "The trial ends. Does it work for everybody?"
    morning.pass_time(days=3)
    assert table.things()[key].sentence == "The trial is over. Did it work for everybody?"


def test_a_review_is_there_once_it_is_due_within_a_week(table, morning):
    morning.settle(morning.consented(), review_on=morning.today + timedelta(days=10))
    assert table.keys() == []
    morning.pass_time(days=3)
    assert table.keys() == [f"agenda-{AgendaItem.objects.get().id}"]


class TestFelt:
    def told(self, lived, morning):
        lived.feel(morning.ivy, morning.dress, "pushed", "Too fast.")
        lived.feel(morning.leo, morning.dress, "consult")

    def test_it_waits_until_all_of_the_step_have_told(self, table, lived, morning):
        self.told(lived, morning)
        assert keys_of(table, "felt") == []
        lived.pass_over(morning.bo)
        (key,) = keys_of(table, "felt")
        thing = table.things()[key]
        assert (key, thing.sentence) == (
            f"felt-{morning.dress.id}",
            "Planned as Consult. It felt otherwise to Ivy.",
        )
        assert [(each.person.name, [felt.name for felt in each.felt]) for each in thing.accounts] == [
            ("Leo", ["Consult"]),
            ("Ivy", ["Pushed"]),
        ]
        assert thing.accounts[1].felt[0].words == ("Too fast.",)

    def test_or_until_the_morning_can_no_longer_be_noticed(self, table, lived, morning):
        self.told(lived, morning)
        lived.until_tomorrow_evening()
        assert keys_of(table, "felt") == []
        lived.until_the_day_after()
        assert keys_of(table, "felt") == [f"felt-{morning.dress.id}"]

    def test_what_was_veiled_at_one_meeting_comes_to_the_next_and_stays_until_talked_about(self, table, lived, morning):
        self.told(lived, morning)
        table.held()
        assert keys_of(table, "felt") == []
        lived.until_the_day_after()
        (key,) = keys_of(table, "felt")
        table.held()
        assert keys_of(table, "felt") == [key]
        meeting = table.begun()
        table.note(meeting, key, "Slower on Mondays.")
        assert keys_of(table, "felt") == [key]
        table.end(meeting)
        assert keys_of(table, "felt") == []

    def test_felt_as_planned_is_not_there(self, table, lived, morning):
        for who in (morning.leo, morning.ivy, morning.bo):
            lived.feel(who, morning.dress, "consult")
        assert keys_of(table, "felt") == []

    def test_days_stand_together_for_what_felt_the_same(self, table, lived, morning):
        self.told(lived, morning)
        lived.until_the_day_after()
        (key,) = keys_of(table, "felt")
        assert table.things()[key].accounts[1].felt[0].days == "Mon"

    def test_a_morning_that_was_taken_back_is_not_there(self, table, lived, morning):
        self.told(lived, morning)
        lived.until_the_day_after()
        Morning.objects.filter(id=lived.id).update(taken_back_at=morning.now)
        assert keys_of(table, "felt") == []


class TestIdeas:
    @pytest.fixture
    def decided(self, morning):
        """Getting dressed with music, though Bo had another idea."""
        question, music, _pyjamas = morning.consulted()
        bo = morning.idea(question, "In the dark", morning.bo)
        morning.settle(
            question, option=music, reason="Most.", answers=morning.answers(morning.leo, morning.ivy, morning.bo)
        )
        return bo

    def test_not_chosen(self, table, decided):
        (key,) = keys_of(table, f"idea-{decided}")
        thing = table.things()[key]
        assert thing.title == "In the dark"
        assert "An idea of Bo on “Get dressed”." in thing.sentence

    def test_not_after_it_was_talked_about(self, table, decided):
        meeting = table.begun()
        table.note(meeting, f"idea-{decided}", "On Friday.")
        assert keys_of(table, f"idea-{decided}")
        table.end(meeting)
        assert keys_of(table, f"idea-{decided}") == []

    def test_not_after_four_weeks(self, table, morning, decided):
        morning.pass_time(days=29)
        assert keys_of(table, "idea") == []

    def test_not_once_it_is_listed_again(self, table, morning, decided):
        question = morning.ask(morning.dress)
        morning.idea(question, "in the  dark", morning.leo)
        assert keys_of(table, f"idea-{decided}") == []


def test_a_wish_to_climb(table, morning):
    about = {"step_id": morning.car.id, "to_rung": Rung.CONSULT, "reason": "More fun."}
    wish = ask_climb(**morning.acting(morning.bo), **about, at=morning.now)
    thing = table.things()[f"wish-{wish.subject_key}"]
    assert (thing.sentence, thing.quote) == ("Bo asked to climb to Consult and waits for an answer.", "More fun.")


def test_a_change_that_is_asked_stands_there_as_its_question_and_says_where_it_came_from(table, lived, morning):
    lived.try_this(morning.leo, morning.game, "A longer game")
    (thing,) = table.view().things
    assert thing.key == f"question-{morning.question(morning.game).id}"
    assert thing.came_from == "It came from the morning of Monday."


def test_a_change_that_became_a_wish_stands_there_as_the_wish(table, lived, morning):
    lived.try_this(morning.leo, morning.car, "Leave earlier")
    (thing,) = table.view().things
    assert thing.sentence == "Leo asked to climb to Consult and waits for an answer."
    assert (thing.quote, thing.came_from) == ("Leave earlier", "It came from the morning of Monday.")


def test_a_change_kept_as_a_remark_waits(table, lived, morning):
    Repair.objects.create(
        household_id=morning.household.id,
        morning_id=lived.id,
        step=morning.car,
        kind="change",
        by=morning.maya,
        text="Leave earlier",
        at=morning.now,
    )
    (thing,) = table.view().things
    assert thing.title == "Into the car"
    assert thing.sentence == "After Monday, Maya wanted to do this differently. It has not been asked yet."
    assert thing.quote == "Leave earlier"


def test_the_same_queries_for_little_and_much(table, morning, lived):
    def queries():
        forget()
        with CaptureQueriesContext(connection) as caught:
            table.view()
        return len(caught)

    lived.feel(morning.ivy, morning.dress, "pushed")
    morning.idea(morning.ask(morning.game), "Music", morning.bo)
    table.held()
    counts = [queries()]
    for number in range(12):
        step = morning.step(f"Step {number}", 5, (morning.leo, morning.bo), rung=Rung.CODESIGN, limits="None.")
        question = morning.ask(step)
        morning.idea(question, "Music", morning.bo)
    for who in (morning.leo, morning.bo, morning.maya):
        for step in (morning.dress, morning.game, morning.car):
            if who is not morning.maya or step is morning.game:
                lived.feel(who, step, "engaged")
    counts.append(queries())
    assert counts[0] == counts[1]
    assert counts[0] <= 24
