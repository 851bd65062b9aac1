"""Bad input comes back on its own page: the sentence by the field, everything typed kept, and nothing stored."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from households.models import Consent
from routines.actions import review_session as theirs
from routines.actions.review_note import write_note
from routines.actions.review_question import ask_family
from routines.models import ReviewItem, ReviewNote, ReviewQuestion, ReviewSession
from routines.regions.review.scene import review_scene
from routines.rules.review import MOST_OPEN
from tests.review.lookers import browser_of, onlooker

FIRST, HIDDEN = "Write something first.", "There are signs in here that cannot be shown. Type it again without pasting."
HIDING = "Come\u202ehome"


@pytest.fixture
def tim(consent):
    return browser_of(consent)


@pytest.fixture
def session(morning, consent):
    on = morning.today + timedelta(days=3)
    return theirs.plan_session(onlooker=onlooker(consent), on=on, at=morning.now).subject_key


def token(morning, consent, kind, number):
    return review_scene(onlooker(consent), morning.now).token(kind, number)


def send(tim, consent, name, *tokens, **data):
    return tim.post(reverse(name, args=[consent.key, *tokens]), data | {"tap": str(uuid4())})


def field(answer, at) -> str:
    """Return the tag of a field, with what follows up to the end of a text."""
    page = answer.content.decode()
    return unescape(re.search(rf'<(?:textarea|input)[^>]* id="{at}"[^>]*>(?:[^<]*</textarea>)?', page)[0])


def said(answer, at) -> str:
    """Return the sentence that stands by a field, which names it."""
    assert f'aria-describedby="{at}-no"' in field(answer, at)
    assert 'aria-invalid="true"' in field(answer, at)
    page = answer.content.decode()
    found = re.search(rf'class="refused" id="{at}-no" role="alert">(.*?)</(?:p|div)>', page, re.DOTALL)
    assert page.count('role="alert"') == 1
    return unescape(re.sub(r"<[^>]+>", "", found[1])).strip()


def above(answer) -> str:
    """Return what stands above the page."""
    found = re.search(r'review-refused" role="alert">(.*?)</div></div>', answer.content.decode(), re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", found[1]))


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("", "Choose a day for the review."),
        ("soon", "This is not a date. Choose one from the calendar."),
        ("2026-03-01", "This day is over. Choose today or a later one."),
        ("2027-03-02", "Choose a day within half a year."),
    ],
)
def test_a_day_that_cannot_be_planned(consent, tim, session, on, sentence):
    answer = send(tim, consent, "review_sessions", on=on)
    assert answer.status_code == 422
    assert said(answer, "plan-on") == sentence
    assert f'value="{on}"' in field(answer, "plan-on")
    page = answer.content.decode()
    assert "Plan a review" in page
    assert "Thursday 5 March" in page
    assert ReviewSession.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", FIRST), ("  ", FIRST), (HIDING, HIDDEN), ("Why? " * 70, "300 characters fit, 49 are too many.")],
)
def test_a_question_that_cannot_be_asked(consent, tim, text, sentence):
    answer = send(tim, consent, "review_ask", text=text, starter="next")
    assert answer.status_code == 422
    assert sentence in said(answer, "ask-text")
    assert f">{text}</textarea>" in field(answer, "ask-text")
    page = answer.content.decode()
    assert re.search(r'value="next"[^>]* checked', page)
    assert "Planned and felt" in page
    assert not ReviewQuestion.objects.exists()


def test_one_question_too_many(morning, consent, tim):
    for each in range(MOST_OPEN):
        ask_family(onlooker=onlooker(consent), text=f"Question {each}", at=morning.now)
    answer = send(tim, consent, "review_ask", text="One more?")
    assert said(answer, "ask-text").startswith(f"{MOST_OPEN} questions are open already.")
    assert ">One more?</textarea>" in field(answer, "ask-text")


@pytest.mark.parametrize(("name", "at"), [("review_ask", "ask-text"), ("review_notes", "note-text")])
def test_about_a_step_it_comes_back_on_the_steps_page(morning, consent, tim, name, at):
    step = token(morning, consent, "step", morning.dress.id)
    answer = send(tim, consent, name, text=HIDING, step=step)
    assert answer.status_code == 422
    assert said(answer, at) == HIDDEN
    assert f">{HIDING}</textarea>" in field(answer, at)
    page = answer.content.decode()
    assert "Where it stands, and why it moved" in page
    assert f'name="step" value="{step}"' in page
    assert f'data-page="{reverse("review_step", args=[consent.key, step])}"' in page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "Write the note first."), (HIDING, HIDDEN), ("Note " * 401, "2000 characters fit, 4 are too many.")],
)
def test_a_note_that_cannot_be_written(consent, tim, text, sentence):
    answer = send(tim, consent, "review_notes", text=text)
    assert answer.status_code == 422
    assert sentence in said(answer, "note-text")
    assert f">{text}</textarea>" in field(answer, "note-text")
    assert not ReviewNote.objects.exists()


def test_a_note_that_cannot_be_changed(morning, consent, tim):
    first, second = (write_note(onlooker=onlooker(consent), text=text, at=morning.now) for text in ("One", "Two"))
    mine, other = (token(morning, consent, "note", each.id) for each in (first, second))
    answer = send(tim, consent, "review_note", mine, text="  ")
    assert answer.status_code == 422
    assert said(answer, f"text-{mine}") == "Write the note first."
    assert ">  </textarea>" in field(answer, f"text-{mine}")
    assert ">Two</textarea>" in field(answer, f"text-{other}")
    assert "aria-invalid" not in field(answer, f"text-{other}")
    assert "aria-invalid" not in field(answer, "note-text")


@pytest.mark.parametrize(("text", "sentence"), [("", FIRST), (HIDING, HIDDEN), ("x" * 201, "200 characters fit")])
def test_nothing_to_talk_about(morning, consent, tim, session, text, sentence):
    answer = send(tim, consent, "review_item", token(morning, consent, "session", session), text=text)
    assert answer.status_code == 422
    assert sentence in said(answer, "item-text")
    assert f'value="{text}"' in field(answer, "item-text")
    assert not ReviewItem.objects.exists()


@pytest.mark.parametrize(("text", "sentence"), [(HIDING, HIDDEN), ("x" * 4001, "4000 characters fit")])
def test_a_summary_that_cannot_be_kept(morning, consent, tim, session, text, sentence):
    answer = send(tim, consent, "review_sum_up", token(morning, consent, "session", session), text=text, version=0)
    assert answer.status_code == 422
    assert sentence in said(answer, "summary-text")
    assert f">{text}</textarea>" in field(answer, "summary-text")


def test_what_was_written_for_a_review_called_off_is_given_back(morning, consent, tim, session):
    theirs.call_off(onlooker=onlooker(consent), session_id=session, at=morning.now)
    together = token(morning, consent, "session", session)
    for name, data in (("review_item", {"text": "The car"}), ("review_sum_up", {"text": "The car", "version": 0})):
        answer = send(tim, consent, name, together, **data)
        assert answer.status_code == 422
        assert "This review was called off." in above(answer)
        assert "The car" in above(answer)
    answer = send(tim, consent, "review_sign", together, version=0)
    assert "This review was called off." in above(answer)
    assert "What you were writing" not in above(answer)


def test_a_question_that_is_closed_already(morning, consent, tim):
    asked = ask_family(onlooker=onlooker(consent), text="What would help?", at=morning.now).subject_key
    question = token(morning, consent, "question", asked)
    send(tim, consent, "review_ask_close", question)
    answer = send(tim, consent, "review_ask_close", question)
    assert answer.status_code == 422
    assert "This question is closed now." in above(answer)
    assert "What would help?" in answer.content.decode()


def test_it_is_noted_as_every_opening_is(morning, consent, tim, session):
    together = token(morning, consent, "session", session)
    send(tim, consent, "review_ask", text="")
    send(tim, consent, "review_notes", text="")
    send(tim, consent, "review_sessions", on="")
    send(tim, consent, "review_item", together, text="")
    send(tim, consent, "review_ask", text="", step=token(morning, consent, "step", morning.dress.id))
    opened = list(consent.look_ins.order_by("id").values_list("page", flat=True))
    assert opened == ["review", "notes", "session", "session", "step"]


def test_over_meanwhile_it_is_kept_for_copying_and_not_sent(morning, consent, tim):
    Consent.objects.filter(id=consent.id).update(ended_at=morning.now, ended_why="ended", ended_by=morning.maya)
    answer = send(tim, consent, "review_notes", text="Half a note")
    assert answer.status_code == 410
    assert "Half a note" in answer.content.decode()
    assert not ReviewNote.objects.exists()
