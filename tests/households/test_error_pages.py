"""When something goes wrong, the page says what and what to do, in our look."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.views.defaults import bad_request, permission_denied, server_error

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
        (server_error, 500, "Something went wrong on our side"),
    ],
)
def test_even_without_a_database(rf, answer, status, sentence):
    page = answer(rf.get("/"))
    assert page.status_code == status
    assert sentence in words_of(page)
    assert "bundle/rungs.css" in page.content.decode()


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
