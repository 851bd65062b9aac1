"""Founding a household."""

import pytest
from django.urls import reverse

from households.models import Event, Household, Member
from tests.cast import client_of, found, make_account
from tests.households.doors import tap, words_of

URL = "/households/new"
GOOD = {
    "name": "Lindenhof",
    "time_zone": "Europe/Berlin",
    "language": "en",
    "my_name": "Maya",
    "face": "fox",
    "colour": "mint",
}

pytestmark = pytest.mark.django_db


def test_the_founder_is_its_first_parent():
    account = make_account()
    response = client_of(account).post(URL, GOOD | {"tap": tap()})
    household = Household.objects.get()
    assert response["Location"] == reverse("household", args=[household.id])
    assert (household.name, household.time_zone, household.language) == ("Lindenhof", "Europe/Berlin", "en")
    member = Member.objects.get()
    assert (member.household, member.account, member.kind) == (household, account, "parent")
    assert (member.name, member.face, member.colour) == ("Maya", "fox", "mint")
    event = Event.objects.get()
    assert (event.kind, event.actor, event.revision, household.revision) == ("household.founded", member, 1, 1)


def test_the_page_guesses_nothing_without_scripts_and_offers_every_clock():
    page = client_of(make_account()).get(URL)
    assert page.status_code == 200
    words = page.content.decode()
    assert "data-guess-time-zone" in words
    assert '<option value="Europe/Berlin">' in words
    assert '<option value="Pacific/Auckland">' in words


def test_a_double_tap_founds_one_household():
    client, once = client_of(make_account()), tap()
    first = client.post(URL, GOOD | {"tap": once})
    second = client.post(URL, GOOD | {"tap": once})
    assert first["Location"] == second["Location"]
    assert Household.objects.count() == 1


def test_two_taps_found_two():
    client = client_of(make_account())
    client.post(URL, GOOD | {"tap": tap()})
    client.post(URL, GOOD | {"tap": tap()})
    assert Household.objects.count() == 2


def test_somebody_elses_tap_is_not_mine():
    once = tap()
    client_of(make_account()).post(URL, GOOD | {"tap": once})
    client_of(make_account()).post(URL, GOOD | {"tap": once})
    assert Household.objects.count() == 2


def test_a_clock_is_understood_as_typed():
    client_of(make_account()).post(URL, GOOD | {"time_zone": "new york"})
    assert Household.objects.get().time_zone == "America/New_York"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Give your household a name."),
        ("name", "   \u200b", "Give your household a name."),
        ("name", "x" * 81, "This is 81 characters long, and there is room for 80."),
        ("name", "x" * 10_000, "This is 10,000 characters long, and there is room for 80."),
        ("name", "bad\u202eeman", "There are signs in here that cannot be shown."),
        ("name", "a\x00b", "There are signs in here that cannot be shown."),
        ("time_zone", "", "Choose a place whose clock is yours"),
        ("time_zone", "Atlantis", "We do not know the clock of “Atlantis”."),
        ("time_zone", "a\x00b", "We do not know the clock"),
        ("time_zone", "z" * 10_000, "We do not know the clock"),
        ("language", "", "Please choose one."),
        ("language", "tlh", "This cannot be chosen."),
        ("my_name", "", "Write the name they call you at home."),
        ("face", "", "Choose a face."),
        ("face", "no-such-face", "Somebody else has this face."),
        ("colour", "ultraviolet", "Somebody else has this colour."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(field, value, sentence):
    response = client_of(make_account()).post(URL, GOOD | {field: value})
    assert response.status_code == 422
    assert sentence in words_of(response)
    assert not Household.objects.exists()
    assert response.context["form"]["my_name" if field != "my_name" else "name"].value() in GOOD.values()


def test_signed_out_leads_to_the_sign_in():
    response = client_of(None).get(URL)
    assert response["Location"] == f"/accounts/login/?next={URL}"
    assert client_of(None).post(URL, GOOD)["Location"].startswith("/accounts/login/")
    assert not Household.objects.exists()


def test_one_person_may_have_several():
    account = make_account()
    found("Lindenhof", account=account)
    client_of(account).post(URL, GOOD | {"name": "At Dad's"})
    assert Member.objects.filter(account=account).count() == 2
