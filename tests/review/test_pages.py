"""A facilitator's pages: what they show, and what they say calmly where nothing is shared."""

import pytest
from django.urls import reverse

from tests.review.lookers import browser_of, looking_in


def url(consent, name="review", *args):
    return reverse(name, args=[consent.key, *args])


@pytest.fixture
def tim(consent):
    return browser_of(consent)


def test_the_overview_says_until_when_and_that_it_may_end(consent, tim):
    page = tim.get(url(consent)).content.decode()
    assert "Reviewing one family" in page
    assert "the family can stop this at any time" in page
    assert "Get dressed" in page
    assert "Ask the family" in page


@pytest.mark.parametrize("name", ["review_notes", "review_sessions"])
def test_other_pages_open(consent, tim, name):
    assert tim.get(url(consent, name)).status_code == 200


def test_a_step_by_its_opaque_name(consent, tim, morning):
    page = tim.get(url(consent))
    address = page.content.decode().split(f"/review/{consent.key}/step/")[1].split("/")[0]
    assert len(address) == 20
    answer = tim.get(url(consent, "review_step", address))
    assert answer.status_code == 200
    assert tim.get(url(consent, "review_step", "0" * 20)).status_code == 404


def test_what_is_not_shared_is_said_calmly(morning):
    consent = looking_in(morning, kinds=["comments"])
    page = browser_of(consent).get(url(consent)).content.decode()
    assert page.count("The family does not share this.") >= 2


def test_every_page_is_noted(consent, tim):
    tim.get(url(consent))
    tim.get(url(consent, "review_notes"))
    assert list(consent.look_ins.order_by("id").values_list("page", flat=True)) == ["review", "notes"]


def test_an_overview_that_was_drawn_costs_few_queries(consent, tim, django_assert_max_num_queries):
    tim.get(url(consent))
    with django_assert_max_num_queries(12):
        tim.get(url(consent))


def test_the_poll_tells_the_turn_alone(consent, tim):
    answer = tim.get(url(consent, "review_poll"))
    assert (answer.status_code, answer["X-Revision"]) == (204, "0")
    type(consent).objects.filter(id=consent.id).update(turn=3)
    assert tim.get(url(consent, "review_poll") + "?revision=2").status_code == 205
