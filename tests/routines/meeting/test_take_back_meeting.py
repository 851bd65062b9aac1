import pytest

from routines.models import AgendaItem, Meeting
from tests.routines.morning import refused


@pytest.fixture
def meeting(table):
    return table.begun()


@pytest.fixture
def question(morning):
    return f"question-{morning.ask(morning.dress)}"


def test_a_meeting_begun_by_mistake(table, morning):
    event = table.begin()
    table.take_back(event)
    assert Meeting.objects.get().taken_back_at is not None
    assert table.view().id is None
    assert table.view().chair.name == "Maya"
    table.begin()


def test_not_once_something_came_of_it_or_it_ended(table, morning, question):
    event = table.begin()
    table.note(event.subject_key, question, "Music")
    with refused("others_built_on_it"):
        table.take_back(event)
    again = table.begin(actor=morning.actor(morning.neighbour))
    table.end(again.subject_key, by=morning.neighbour)
    with refused("others_built_on_it"):
        table.take_back(again, by=morning.neighbour)


def test_passing_the_chair(table, morning, meeting):
    event = table.pass_on(meeting, morning.bo)
    table.take_back(event)
    assert table.row(meeting).chair_id == morning.maya.id


def test_not_a_chair_passed_on_since(table, morning, meeting):
    event = table.pass_on(meeting, morning.bo)
    table.pass_on(meeting, morning.leo)
    with refused("others_built_on_it"):
        table.take_back(event)


def test_a_note_and_a_changed_note(table, meeting, question):
    first = table.note(meeting, question, "Music")
    second = table.note(meeting, question, "Silence")
    table.take_back(second)
    assert table.notes(meeting) == {question: "Music"}
    table.take_back(first)
    assert table.notes(meeting) == {}


def test_not_a_note_somebody_changed_since(table, morning, meeting, question):
    event = table.note(meeting, question, "Music")
    table.note(meeting, question, "Silence", by=morning.leo)
    with refused("others_built_on_it"):
        table.take_back(event)


@pytest.mark.parametrize("which", ["meeting.noted", "agenda.talked"])
def test_a_note_with_what_it_ticked_off(table, morning, meeting, which):
    morning.settle(morning.consented(), review_on=morning.today.replace(day=6))
    item = AgendaItem.objects.get()
    table.note(meeting, f"agenda-{item.id}", "It works.")
    table.take_back(morning.events(which)[-1])
    item.refresh_from_db()
    assert (item.done_at, table.notes(meeting)) == (None, {})
    assert {event.kind for event in morning.events() if event.taken_back_at} == {"meeting.noted", "agenda.talked"}


def test_an_end(table, meeting):
    table.take_back(table.end(meeting))
    assert table.view().id == meeting


def test_not_an_end_after_which_another_began(table, meeting):
    event = table.end(meeting)
    table.begin()
    with refused("others_built_on_it"):
        table.take_back(event)
