from uuid import uuid4

import pytest

from routines.models import AgendaItem, MeetingNote
from tests.routines.plan.browser import text_of


@pytest.fixture
def question(morning):
    return f"question-{morning.ask(morning.dress)}"


@pytest.fixture
def meeting(table):
    return table.begun()


class TestBefore:
    def test_what_there_is_to_talk_about_and_who_chairs(self, maya, table, question):
        table.held()
        page = text_of(maya.get("meeting"))
        assert "The chair goes round. It is Leo’s turn." in page
        assert "An open question. Still to speak: Leo, Ivy and Bo." in page
        assert "Begin the meeting" in page
        assert "What came of it?" not in page

    def test_nothing_waits(self, maya):
        page = text_of(maya.get("meeting"))
        assert "Nothing waits" in page
        assert "Begin the meeting" in page

    def test_begin_with_whom_was_chosen(self, leo, table, morning):
        answer = leo.post("meeting_begin", chair=morning.bo.id)
        assert answer["Location"] == leo.url("meeting")
        page = text_of(leo.get("meeting"))
        assert "Bo chairs" in page
        assert "The family meeting has begun." in page

    def test_it_is_a_sheet_of_paper_too(self, maya, question):
        page = text_of(maya.get("meeting"), raw=True)
        assert "data-print" in page
        assert page.count("writing-lines") == 2

    @pytest.mark.parametrize("who", ["nana", "neighbour"])
    def test_nobody_else_finds_it(self, browse, question, who):
        browser = browse(who)
        assert browser.get("meeting").status_code == 404
        assert browser.post("meeting_begin").status_code == 404


class TestDuring:
    def test_one_thing_after_the_other(self, maya, table, morning, meeting, question):
        also = f"question-{morning.ask(morning.game)}"
        now = [thing.key for thing in table.view().things if thing.now]
        assert now == [question]
        maya.post("meeting_note", meeting, key=question, text="Music")
        assert [thing.key for thing in table.view().things if thing.now] == [also]
        page = text_of(maya.get("meeting"))
        assert "Talked about" in page
        assert "1 thing to talk about" in page
        assert "1 thing without a note stands on the next agenda again." in page

    def test_a_note_from_a_script_answers_with_the_meeting_as_it_is(self, maya, morning, meeting, question):
        answer = maya.post("meeting_note", meeting, key=question, text="Music", htmx=True)
        page = text_of(answer, raw=True)
        assert page.startswith('<hx-partial hx-target="#meeting"')
        assert "Music" in page
        assert "Noted." in page
        assert "/undo" in page
        assert answer["X-Revision"] == str(morning.revision)
        assert "<html" not in page

    def test_the_same_tap_notes_once_and_shows_the_meeting(self, maya, morning, meeting, question):
        tap = str(uuid4())
        for htmx in (False, True):
            answer = maya.post("meeting_note", meeting, key=question, text="Music", tap=tap, htmx=htmx)
            assert answer.status_code == (200 if htmx else 302)
        assert len(morning.events("meeting.noted")) == 1

    def test_too_long_keeps_every_word(self, maya, meeting, question):
        text = "Music and " * 60
        for htmx in (False, True):
            answer = maya.post("meeting_note", meeting, key=question, text=text, htmx=htmx)
            assert answer.status_code == 422
            page = text_of(answer)
            assert text.strip() in page
            assert "too long" in page or "shorter" in page or "Shorten" in page
        assert not MeetingNote.objects.exists()

    def test_what_somebody_else_wrote_is_shown_beside_ones_own(self, maya, leo, meeting, question):
        leo.post("meeting_note", meeting, key=question, text="Silence")
        answer = maya.post("meeting_note", meeting, key=question, text="Music", base="")
        page = text_of(answer)
        assert answer.status_code == 422
        assert "Somebody changed this while you were writing." in page
        assert "Silence" in page
        assert "Music" in page
        assert 'name="base" value="Silence"' in text_of(answer, raw=True)

    def test_words_about_what_has_left_the_agenda_are_kept_too(self, maya, morning, meeting):
        number, *_ = morning.voted(maya="one", leo="one", ivy="one", bo="two")
        morning.settle(number)
        answer = maya.post("meeting_note", meeting, key=f"question-{number}", text="x" * 501)
        assert answer.status_code == 422
        assert "x" * 501 in text_of(answer)

    def test_an_unknown_thing_is_404(self, maya, meeting):
        assert maya.post("meeting_note", meeting, key="question-99", text="Music").status_code == 404

    def test_hidden_signs_are_refused(self, maya, meeting, question):
        assert maya.post("meeting_note", meeting, key=question, text="Mu\u202esic").status_code == 422

    def test_the_chair_is_passed_on(self, maya, table, morning, meeting):
        maya.post("meeting_pass", meeting, chair=morning.bo.id)
        assert table.row(meeting).chair_id == morning.bo.id
        maya.post("meeting_pass", meeting, chair="nonsense")
        assert table.row(meeting).chair_id == morning.sam.id

    def test_two_begin_at_once(self, leo, meeting):
        answer = leo.post("meeting_begin")
        assert answer.status_code == 422
        assert "A family meeting is going on already." in text_of(answer)

    def test_one_forgotten_since_yesterday(self, maya, table, morning, meeting):
        morning.pass_time(days=1)
        assert table.view().began == "Monday 2 March"
        assert table.view().id == meeting


class TestAfter:
    def test_what_came_of_it(self, maya, table, morning, meeting, question):
        maya.post("meeting_note", meeting, key=question, text="Music, <b>softly</b>")
        answer = maya.post("meeting_end", meeting)
        assert answer["Location"] == maya.url("meeting")
        held = table.earlier()
        assert (held.fresh.id, [note.text for note in held.fresh.notes]) == (meeting, ["Music, <b>softly</b>"])
        page = text_of(maya.get("meeting"), raw=True)
        assert "Music, &lt;b&gt;softly&lt;/b&gt;" in page

    def test_words_written_after_the_end_are_kept(self, maya, table, meeting, question):
        table.end(meeting)
        answer = maya.post("meeting_note", meeting, key=question, text="Too late, but kept.")
        assert answer.status_code == 422
        assert "Too late, but kept." in text_of(answer)
        assert "The family meeting is over." in text_of(answer)

    def test_it_is_taken_back_on_the_same_page(self, maya, table, morning, meeting):
        maya.post("meeting_end", meeting)
        (event,) = morning.events("meeting.ended")
        answer = maya.post("undo", event.id, htmx=True, at=maya.url("meeting"))
        assert answer["HX-Redirect"] == maya.url("meeting")
        assert table.view().id == meeting

    def test_the_history_tells_it_to_the_family_alone(self, maya, browse, table, morning, meeting):
        item = AgendaItem.objects.create(
            household_id=morning.household.id,
            step=morning.breakfast,
            kind="review",
            due_on=morning.today,
            added_at=morning.now,
        )
        table.note(meeting, f"agenda-{item.id}", "SECRET", by=morning.leo)
        page = text_of(maya.get("history"))
        assert "Leo noted what the family meeting said on “Breakfast”." in page
        assert "SECRET" in page
        assert "Maya began a family meeting and chairs it." in page
        theirs = text_of(browse("nana").get("history"))
        assert "SECRET" not in theirs
        assert "family meeting" not in theirs


class TestHome:
    def test_one_line_leads_there(self, maya, table, question):
        page = text_of(maya.get("household"))
        assert "Family meeting: 1 thing, Maya chairs" in page
        assert maya.url("meeting") in page
        table.begin()
        assert "The family meeting is going on: Maya chairs" in text_of(maya.get("household"))

    def test_nothing_waits(self, maya):
        assert "Family meeting: nothing waits, Maya chairs" in text_of(maya.get("household"))

    def test_supporters_are_not_led_there(self, browse, question):
        assert "amily meeting" not in text_of(browse("nana").get("household"))
