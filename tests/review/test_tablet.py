"""A child at the tablet answers who looks in: with a picture, in words, by passing; and takes it back."""

from uuid import uuid4

import pytest
from django.urls import reverse

from households.actions.sitting import sit
from households.seat import seat_token
from routines.actions.review_question import ask_family
from routines.models import ReviewAnswer
from tests.households.kitchen import paired, tablet_client
from tests.review.lookers import onlooker


@pytest.fixture
def question(morning, consent):
    return ask_family(onlooker=onlooker(consent), text="What was nice?", at=morning.now).subject_key


@pytest.fixture
def ivys(morning):
    tablet, key = paired(morning.maya)
    sit(tablet=tablet, member_id=morning.ivy.id, code=(), at=morning.now)
    browser = tablet_client(key)
    browser.proof = seat_token(tablet, morning.ivy)
    return browser


def tap(browser, morning, name, *ids, **data):
    url = reverse(name, args=[morning.ivy.id, *ids])
    data |= {"seat": browser.proof, "tap": str(uuid4())}
    return browser.post(url, data, headers={"X-Rungs-Tap": "1"})


def test_it_is_asked_and_says_who_can_see_it(morning, question, ivys):
    page = ivys.get(reverse("tablet_asked", args=[morning.ivy.id])).content.decode()
    assert "What was nice?" in page
    assert "can see what you say" in page
    assert "Into the car" in page


def test_a_picture_then_words_then_oops(morning, question, ivys):
    answer = tap(ivys, morning, "tablet_asked_answer", question, picture="party-popper")
    assert answer.status_code == 200
    assert 'aria-pressed="true"' in answer.content.decode()
    tap(ivys, morning, "tablet_asked_answer", question, text="The song")
    row = ReviewAnswer.objects.get()
    assert (row.member_id, row.text) == (morning.ivy.id, "The song")
    event = morning.household.events.filter(kind="review.answered").latest("id")
    assert tap(ivys, morning, "tablet_asked_undo", event.id, q=f"asked-{question}").status_code == 200
    assert ReviewAnswer.objects.get().pictogram == "party-popper"


def test_passing_is_an_answer(morning, question, ivys):
    tap(ivys, morning, "tablet_asked_answer", question, **{"pass": "1"})
    row = ReviewAnswer.objects.get()
    assert (row.text, row.pictogram) == ("", "")


def test_oops_before_the_answer_came(morning, question, ivys):
    mark = str(uuid4())
    url = reverse("tablet_asked_answer", args=[morning.ivy.id, question])
    ivys.post(url, {"seat": ivys.proof, "tap": mark, "picture": "neutral-face"}, headers={"X-Rungs-Tap": "1"})
    assert tap(ivys, morning, "tablet_asked_undo_tap", mark).status_code == 200
    assert not ReviewAnswer.objects.exists()


def test_nothing_is_said_without_a_picture_or_words(morning, question, ivys):
    assert tap(ivys, morning, "tablet_asked_answer", question).status_code == 422


def test_nobody_asks_nobody(morning, ivys):
    assert "Nothing is asked right now." in ivys.get(reverse("tablet_asked", args=[morning.ivy.id])).content.decode()
