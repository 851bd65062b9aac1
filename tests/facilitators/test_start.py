"""Becoming a facilitator, with a household of one's own or without, and stopping."""

import pytest
from django.urls import reverse

from households.models import Consent, Event, Facilitator, Household, Organisation
from tests.cast import client_of, make_account
from tests.facilitators.people import a_facilitator, browser_of, given, now_of, terms
from tests.households.doors import words_of

START = "/facilitator/start"


@pytest.fixture
def account(db):
    return make_account("Ruth")


def test_the_front_page_leads_there(client, db):
    assert f"/accounts/signup/?next={START}" in client.get("/").content.decode()
    page = client.get(f"/accounts/signup/?next={START}")
    assert "what families should know of you" in words_of(page)


def test_signed_out_it_leads_to_the_sign_in(client, db):
    for address in (START, "/facilitator/", "/facilitator/you", "/facilitator/ask", "/facilitator/organisation"):
        assert client.get(address)["Location"].startswith("/accounts/login/?next=")
        assert client.post(address).status_code in {302, 404, 405}


def test_somebody_becomes_a_facilitator(account):
    client = client_of(account)
    assert client.get("/facilitator/")["Location"] == f"{START}?next=/facilitator/"
    assert client.get(START).status_code == 200
    answer = client.post(START, {"name": "Ruth", "about": "Youth worker", "organisation": ""})
    assert answer["Location"] == "/facilitator/"
    made = Facilitator.objects.get()
    assert (made.name, made.about, made.organisation) == ("Ruth", "Youth worker", None)
    assert "No family yet" in words_of(client.get("/facilitator/"))
    assert client.get("/")["Location"] == "/facilitator/"


def test_with_an_organisation(account):
    client_of(account).post(START, {"name": "Ruth", "organisation": "Open Doors"})
    assert Facilitator.objects.get().organisation == Organisation.objects.get(name="Open Doors")


def test_twice_is_once(account):
    client = client_of(account)
    for _ in range(2):
        assert client.post(START, {"name": "Ruth", "organisation": "Open Doors"}).status_code == 302
    assert (Facilitator.objects.count(), Organisation.objects.count()) == (1, 1)


def test_without_a_name_it_is_said_and_the_rest_is_kept(account):
    answer = client_of(account).post(START, {"name": " ", "about": "Youth worker"})
    assert answer.status_code == 422
    assert "Write the name families know you by." in words_of(answer)
    assert "Youth worker" in answer.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/h/1/people", "/facilitator@evil"])
def test_it_leads_back_only_to_ones_own_side(account, elsewhere):
    answer = client_of(account).post(START, {"name": "Ruth", "next": elsewhere})
    assert answer["Location"] == "/facilitator/"


def test_a_parent_finds_both_sides(cast):
    a_facilitator("Maya", account=cast.maya.account)
    client = client_of(cast.maya)
    assert client.get("/")["Location"] == "/households"
    page = words_of(client.get("/households"))
    assert "Lindenhof" in page
    assert "To your families" in page
    assert "Lindenhof" not in words_of(client.get("/facilitator/"))


def test_a_facilitator_of_no_household_has_none(sam, cast):
    client = browser_of(sam)
    for name in ("household", "people", "history", "today"):
        assert client.get(reverse(name, args=[cast.household.id])).status_code == 404


def test_a_new_name_is_told_to_the_family(cast, morning, sam):
    given(cast.maya, sam, terms([cast.maya], [morning.routine.id]))
    client = browser_of(sam)
    assert client.post("/facilitator/you", {"name": "Samira", "about": ""}).status_code == 302
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.changes) == ("facilitator.renamed", None, {"name": ["Sam", "Samira"]})
    assert "is called Samira now" in words_of(client_of(cast.maya).get(reverse("history", args=[cast.household.id])))


SIGNED = ("household", "people", "looking_in")


def signs(parent, said):
    """Say of each page with a sign whether it holds some words."""
    client = client_of(parent)
    return [said in words_of(client.get(reverse(name, args=[parent.household_id]))) for name in SIGNED]


def test_the_signs_say_the_new_name_at_once(cast, morning, sam):
    given(cast.maya, sam, terms([cast.maya], [morning.routine.id]))
    assert signs(cast.maya, "Sam") == [True, True, True]
    browser_of(sam).post("/facilitator/you", {"name": "Samira", "about": "Family worker"})
    assert signs(cast.maya, "Samira") == [True, True, True]


def test_what_one_does_and_ones_organisation_are_read_anew_too(cast, morning, sam):
    given(cast.maya, sam, terms([cast.maya], [morning.routine.id]))
    client, told = browser_of(sam), Event.objects.of(cast.household.id).count()
    for address, sent, said in (
        ("/facilitator/you", {"name": "Sam", "about": "School helper"}, "School helper"),
        ("/facilitator/organisation/new", {"name": "Open Doors"}, "Open Doors"),
    ):
        assert signs(cast.maya, said)[-1] is False
        client.post(address, sent)
        assert signs(cast.maya, said)[-1] is True
    client.post("/facilitator/organisation/leave")
    assert signs(cast.maya, "Open Doors")[-1] is False
    assert Event.objects.of(cast.household.id).count() == told, "none of it is an event of the family's"


def test_saying_the_same_again_moves_no_family(cast, morning, sam):
    given(cast.maya, sam, terms([cast.maya], [morning.routine.id]))
    before = Household.objects.get(id=cast.household.id).revision
    browser_of(sam).post("/facilitator/you", {"name": "Sam", "about": "Family worker"})
    assert Household.objects.get(id=cast.household.id).revision == before


def test_stopping_gives_everything_back(cast, morning, sam):
    consent = given(cast.maya, sam, terms([cast.maya], [morning.routine.id]))
    client = browser_of(sam)
    assert client.get("/facilitator/stop").status_code == 405
    assert client.post("/facilitator/stop").status_code == 302
    ended = Consent.objects.get(id=consent.id)
    assert (ended.ended_why, ended.ended_by) == (Consent.Why.LEFT, None)
    assert "no longer looks in" in words_of(client_of(cast.maya).get(reverse("history", args=[cast.household.id])))
    assert now_of(sam).organisation is None
