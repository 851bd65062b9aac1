from datetime import timedelta

import pytest

from routines.actions.override import override
from routines.models import AgendaItem, MeetingNote
from tests.routines.morning import missing, refused


@pytest.fixture
def meeting(table):
    return table.begun()


@pytest.fixture
def question(morning):
    return f"question-{morning.ask(morning.dress)}"


@pytest.fixture
def item(morning):
    about = {"ground": "health", "reason": "The milk was off.", "at": morning.now}
    until = morning.now + timedelta(hours=9)
    override(actor=morning.actor(morning.maya), step_id=morning.breakfast.id, expires_at=until, **about)
    return AgendaItem.objects.get()


def test_what_came_of_it_is_kept_with_who_wrote_it(table, morning, meeting, question):
    event = table.note(meeting, question, "  Music first. ", by=morning.leo)
    note = MeetingNote.objects.get()
    assert (note.key, note.title, note.text, note.by_id) == (question, "Get dressed", "Music first.", morning.leo.id)
    assert (event.kind, event.title, event.why) == ("meeting.noted", "Get dressed", "Music first.")


def test_it_stands_on_no_step_so_that_supporters_read_nothing_of_it(table, morning, meeting):
    key = f"question-{morning.ask(morning.breakfast)}"
    event = table.note(meeting, key, "Ivy felt pushed.")
    assert (event.step_key, event.routine_key, event.question_key) == (None, None, None)


def test_no_words_say_that_it_was_talked_about(table, meeting, question):
    assert table.note(meeting, question) is not None
    assert table.notes(meeting) == {question: ""}


def test_a_note_is_changed_not_doubled(table, morning, meeting, question):
    table.note(meeting, question, "Music")
    assert table.note(meeting, question, "Music", by=morning.leo) is None
    table.note(meeting, question, "Music, softly", by=morning.leo)
    assert table.notes(meeting) == {question: "Music, softly"}


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(table, morning, meeting, question):
    table.note(meeting, question, "Music", by=morning.leo)
    with refused("changed_meanwhile"):
        table.note(meeting, question, "Silence", base="")
    table.note(meeting, question, "Music, then silence", base="Music")
    assert table.notes(meeting) == {question: "Music, then silence"}


def test_ones_own_words_may_be_changed_from_an_old_page(table, meeting, question):
    table.note(meeting, question, "Music")
    table.note(meeting, question, "Silence", base="")
    assert table.notes(meeting) == {question: "Silence"}


def test_too_long(table, meeting, question):
    with refused("too_long"):
        table.note(meeting, question, "x" * 501)


class TestTheAgenda:
    def test_what_waited_is_ticked_off_in_the_same_change(self, table, morning, meeting, item):
        event = table.note(meeting, f"agenda-{item.id}", "We smell it first.", by=morning.leo)
        item.refresh_from_db()
        assert (item.done_at, item.done_by_id) == (event.at, morning.leo.id)
        (ticked,) = morning.events("agenda.talked")
        assert (ticked.revision, ticked.why, ticked.step_key) == (event.revision, "", morning.breakfast.id)

    def test_it_stays_in_its_place_until_the_meeting_ends(self, table, meeting, question, item):
        key = f"agenda-{item.id}"
        assert table.keys() == [key, question]
        table.note(meeting, key, "We smell it first.")
        assert table.keys() == [key, question]
        table.end(meeting)
        assert table.keys() == [question]

    def test_what_was_ticked_off_before_is_only_noted(self, table, morning, meeting, item):
        AgendaItem.objects.update(done_at=morning.now, done_by=morning.maya)
        table.note(meeting, f"agenda-{item.id}", "Done.")
        assert not morning.events("agenda.talked")


GONE = [
    "question-999999",
    "agenda-0",
    "felt-x",
    "felt-m999999",
    "nonsense-1",
    "",
    "question-1; DROP",
    "question-" + "9" * 19,
]


@pytest.mark.parametrize("key", GONE)
def test_an_unknown_thing_is_missing(table, meeting, key):
    with missing():
        table.note(meeting, key, "Words")


def test_a_thing_next_door_is_missing(table, morning, question):
    theirs = table.begin(actor=morning.actor(morning.neighbour))
    with missing():
        table.note(theirs.subject_key, question, "Words", by=morning.neighbour)


def test_a_question_settled_meanwhile_can_still_be_noted(table, morning, meeting):
    number, *_ = morning.voted(maya="one", leo="one", ivy="one", bo="two")
    morning.settle(number)
    table.note(meeting, f"question-{number}", "Settled at once.")
    assert table.view().things[-1].note.text == "Settled at once."
    assert table.view().things[-1].title == "The game"


def test_after_the_end_nothing_is_noted(table, meeting, question):
    table.end(meeting)
    with refused("meeting_over"):
        table.note(meeting, question, "Too late")
