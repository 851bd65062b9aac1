"""What the family writes and is refused comes back where it was written, with all that was chosen."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from routines.actions import review_session as theirs
from routines.actions.review_question import ask_family, close_question
from routines.models import ReviewAnswer, ReviewItem
from tests.cast import client_of
from tests.review.lookers import onlooker

HIDING = "Come\u202ehome"


@pytest.fixture
def question(morning, consent):
    return ask_family(onlooker=onlooker(consent), text="What would help?", at=morning.now).subject_key


@pytest.fixture
def session(morning, consent):
    on = morning.today + timedelta(days=3)
    return theirs.plan_session(onlooker=onlooker(consent), on=on, at=morning.now).subject_key


def send(morning, name, *ids, who=None, **data):
    url = reverse(name, args=[morning.household.id, *ids])
    return client_of(who or morning.maya).post(url, data | {"tap": str(uuid4())})


def page_of(answer) -> str:
    assert answer.status_code == 422
    page = unescape(answer.content.decode())
    assert "Asked from outside" in page
    assert page.count('role="alert"') == 1
    return page


def test_an_answer_with_whose_it_is_and_its_picture(morning, question):
    about = {"text": HIDING, "picture": "worried-face", "speaker": morning.ivy.id}
    page = page_of(send(morning, "asked_answer", question, **about))
    assert re.search(rf'id="text-{question}"[^>]* aria-describedby="text-{question}-no"[^>]*>{HIDING}<', page)
    assert re.search(rf'id="text-{question}-no".*?There are signs in here', page, re.DOTALL)
    assert 'value="worried-face" checked' in page
    assert f'<option value="{morning.ivy.id}" selected>' in page
    assert f'data-page="{reverse("asked", args=[morning.household.id])}"' in page
    assert not ReviewAnswer.objects.exists()


def test_no_answer_at_all(morning, question):
    assert "Write something first." in page_of(send(morning, "asked_answer", question, text=" "))


def test_words_for_a_question_that_was_closed_are_given_back(morning, consent, question):
    close_question(onlooker=onlooker(consent), question_id=question, at=morning.now)
    page = page_of(send(morning, "asked_answer", question, text="More time"))
    assert re.search(r"review-refused.*?This question is closed now\..*?More time", page, re.DOTALL)


def test_something_to_talk_about(morning, session):
    page = page_of(send(morning, "asked_item", session, text=HIDING))
    assert re.search(rf'id="item-{session}"[^>]* value="{HIDING}"[^>]* aria-describedby="item-{session}-no"', page)
    assert not ReviewItem.objects.exists()


def test_a_review_called_off_meanwhile(morning, consent, session):
    theirs.call_off(onlooker=onlooker(consent), session_id=session, at=morning.now)
    page = page_of(send(morning, "asked_item", session, text="Tuesdays"))
    assert re.search(r"review-refused.*?was called off.*?Tuesdays", page, re.DOTALL)
    assert "was called off" in page_of(send(morning, "asked_sign", session, version=0))


def test_it_is_the_familys_page(morning, question, session):
    assert send(morning, "asked_answer", question, who=morning.nana, text="Hello").status_code == 404
    assert send(morning, "asked_item", session, who=morning.nana, text="Hello").status_code == 404
