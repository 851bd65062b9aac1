"""When something goes wrong, the page says what and what to do, in our look."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import get_resolver
from django.views.defaults import bad_request, permission_denied

from households.views.broken import broken
from tests.cast import client_of
from tests.households.doors import url, words_of


@pytest.mark.django_db
def test_nothing_here():
    page = client_of(None).get("/no/such/page")
    assert page.status_code == 404
    assert "There is nothing here" in words_of(page)
    assert "bundle/rungs.css" in page.content.decode()


@pytest.mark.django_db
def test_nothing_here_inside_a_household_names_nobody_elses(cast):
    page = client_of(cast.neighbour).get(url("people", cast.household))
    assert page.status_code == 404
    assert "Lindenhof" not in page.content.decode()


@pytest.mark.parametrize(
    ("answer", "status", "sentence"),
    [
        (lambda request: bad_request(request, None), 400, "We did not understand that"),
        (lambda request: permission_denied(request, None), 403, "This is not open to you"),
        (broken, 500, "Something went wrong on our side"),
    ],
)
def test_even_without_a_database(rf, answer, status, sentence):
    page = answer(rf.get("/"))
    assert page.status_code == status
    assert sentence in words_of(page)
    assert "bundle/rungs.css" in page.content.decode()


@pytest.mark.parametrize("address", ["/tablet", "/tablet/m/1", "/tablet/nowhere"])
def test_a_broken_page_of_a_tablet_leads_back_to_its_faces(rf, address):
    assert get_resolver().resolve_error_handler(500) is broken
    page = broken(rf.get(address))
    assert page.status_code == 500
    assert "It was not you. What you said before is not lost." in words_of(page)
    html = page.content.decode()
    assert "bundle/tablet.css" in html
    assert '<a class="button button-main big" href="/tablet">' in html
    assert 'href="/"' not in html


def test_a_broken_page_elsewhere_leads_to_the_front_page(rf):
    assert '<a class="button button-main" href="/">' in broken(rf.get("/tablets")).content.decode()


def test_too_many_tries():
    assert "Too many tries" in render_to_string("429.html")


@pytest.mark.django_db
def test_a_forged_or_stale_form_is_refused_kindly(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.maya.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.post(url("member_new", cast.household), {"name": "Pia"})
    assert page.status_code == 403
    words = words_of(page)
    assert "This page was open too long" in words
    assert "what you typed is still there" in words
