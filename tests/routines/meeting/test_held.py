import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routines.models import MeetingNote
from tests.routines.plan.browser import text_of


def hold(table, morning, number):
    """Hold so many meetings on days of their own, each with a note."""
    key = f"question-{morning.ask(morning.dress)}"
    for each in range(number):
        meeting = table.begun(morning.bo)
        table.note(meeting, key, f"Note {each}")
        table.end(meeting)
        morning.pass_time(days=7)


def test_the_latest_first_ten_a_page(table, morning):
    hold(table, morning, 12)
    first = table.earlier()
    assert [held.notes[0].text for held in first.meetings] == [f"Note {each}" for each in range(11, 1, -1)]
    assert (first.fresh, first.paged) == (None, False)
    second = table.earlier(first.older)
    assert [held.notes[0].text for held in second.meetings] == ["Note 1", "Note 0"]
    assert (second.older, second.paged) == (None, True)
    assert {held.chair.name for held in second.meetings} == {"Bo"}


def test_pages_lead_to_each_other(maya, table, morning):
    hold(table, morning, 11)
    page = text_of(maya.get("meeting"), raw=True)
    assert f"?before={table.earlier().older}" in page
    older = text_of(maya.get("meeting", before=table.earlier().older))
    assert "Note 0" in older
    assert "Newest" in older


def test_nothing_was_noted(maya, table, morning):
    table.held()
    assert "Nothing was noted." in text_of(maya.get("meeting"))


def test_a_meeting_taken_back_was_not_held(table, morning):
    table.take_back(table.begin())
    assert table.earlier().meetings == ()


@pytest.mark.parametrize("before", ["x", "-1", "99999999999999999999", ""])
def test_nonsense_is_the_first_page(maya, table, morning, before):
    hold(table, morning, 1)
    assert "Note 0" in text_of(maya.get("meeting", before=before))


def test_the_same_queries_for_few_and_many(table, morning):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            table.earlier()
        return len(caught)

    hold(table, morning, 1)
    few = queries()
    hold_more(table, morning)
    assert queries() == few


def hold_more(table, morning):
    key = MeetingNote.objects.first().key
    for each in range(9):
        meeting = table.begun()
        for note in range(3):
            table.note(meeting, f"felt-{morning.dress.id}" if note else key, f"{each} {note}")
        table.end(meeting)
        morning.pass_time(days=7)
