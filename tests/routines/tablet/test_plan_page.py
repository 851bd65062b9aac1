"""The plan on the tablet: the routine as pictures in order."""

from datetime import UTC, datetime, time

import pytest

from routines.actions.routine import RoutineDraft, create_routine
from routines.actions.step import StepDraft, add_step
from routines.regions.tablet.plan import plan_view
from routines.regions.tablet.room import Room
from tests.routines.tablet.hand import shown

MONDAY_EARLY = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
MONDAY_NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FRIDAY_NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def saturday(morning):
    routine = create_routine(
        actor=morning.actor(morning.maya), draft=RoutineDraft("Saturday", 0b0100000, "start", time(9)), at=morning.now
    )
    draft = StepDraft("Pancakes", 30, "play", (morning.ivy.id,), why="Because.")
    add_step(actor=morning.actor(morning.maya), routine_id=routine.id, draft=draft, at=morning.now)
    return routine


def plan(morning, at, reader=None, routine=None):
    room = Room(type(morning.household).objects.get(id=morning.household.id), at)
    faces = tuple(person for person in room.people if person.name in ("Leo", "Ivy", "Bo"))
    return plan_view(room, faces, reader and room.person(reader.id), routine)


def test_steps_are_there_in_order_with_faces_times_and_the_ladder(morning):
    view = plan(morning, MONDAY_EARLY)
    assert (view.title, view.day, view.leave) == ("Monday", "Today", "8:20")
    assert [step.title for step in view.steps] == [
        "Into the car",
        "Get dressed",
        "The game",
        "Breakfast",
        "Own breakfast",
    ]
    assert [int(step.rung) for step in view.steps] == [1, 2, 3, 4, 1]
    assert [p.name for p in view.steps[1].people] == ["Leo", "Ivy", "Bo"]
    assert (view.steps[0].start, view.steps[0].minutes) == ("7:20", 5)


@pytest.mark.parametrize(
    ("at", "title", "day"),
    [(MONDAY_EARLY, "Monday", "Today"), (MONDAY_NOON, "Monday", "Tomorrow"), (FRIDAY_NOON, "Saturday", "Tomorrow")],
)
def test_the_next_morning_comes_first(morning, saturday, at, title, day):
    view = plan(morning, at)
    assert (view.title, view.day) == (title, day)


def test_another_routine_can_be_looked_at(morning, saturday):
    view = plan(morning, MONDAY_EARLY, routine=saturday.id)
    assert [step.title for step in view.steps] == ["Pancakes"]
    assert [(tab.title, tab.shown) for tab in view.tabs] == [("Monday", False), ("Saturday", True)]


def test_words_are_those_of_who_reads_else_of_the_youngest(morning):
    assert plan(morning, MONDAY_EARLY).steps[0].rung_words == "I tell you what’s next."
    assert plan(morning, MONDAY_EARLY, morning.leo).steps[0].rung_words.startswith("Decided, with reasons.")


def test_somebodys_own_is_said_to_be_theirs(morning):
    assert plan(morning, MONDAY_EARLY).steps[4].rung_words == "Leo chooses this."


def test_what_was_decided_is_read_aloud_with_it(morning):
    question, _music, pyjamas = morning.consulted()
    answers = morning.answers(morning.leo, morning.ivy, morning.bo)
    morning.settle(question, option=pyjamas, reason="Warm.", answers=answers)
    step = plan(morning, MONDAY_EARLY).steps[1]
    assert step.decided == "Maya decided: “In pyjamas”."
    assert step.say == "Get dressed. Leo, Ivy and Bo. Maya decided: “In pyjamas”."


def test_nothing_of_an_open_question_is_there(morning, kitchen):
    question = morning.ask(morning.dress, "How shall we dress?")
    morning.idea(question, "With music")
    morning.say(question, morning.leo, "no", note="It itches")
    page = kitchen.get("tablet_plan").content.decode()
    for words in ("How shall we dress?", "With music", "It itches"):
        assert words not in page


def test_the_page_needs_nobody_to_sit(morning, kitchen):
    page = kitchen.get("tablet_plan")
    text = shown(page).text
    assert "Get dressed" in text
    assert 'data-say="Get dressed. Leo, Ivy and Bo.' in page.content.decode()
    assert "Out of the door at 8:20" in page.content.decode()


def test_without_a_plan_it_says_what_to_do(morning, next_door):
    assert "There is no plan yet. Ask a grown-up." in shown(next_door.get("tablet_plan")).text


def test_an_unpaired_browser_is_led_to_pairing(client, morning):
    answer = client.get("/tablet/plan")
    assert (answer.status_code, answer["Location"]) == (302, "/tablet")


def test_no_post(kitchen):
    assert kitchen.client.post("/tablet/plan").status_code == 405
