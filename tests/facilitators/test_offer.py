"""A family's link and a family's code, in a facilitator's hands."""

from datetime import timedelta

import pytest
from django.utils import timezone

from households.actions.consent_offers import offer_code
from households.models import Consent, ConsentOffer, ConsentRequest
from tests.cast import as_actor, client_of, make_account
from tests.facilitators.people import a_facilitator, browser_of, link, terms
from tests.households.doors import tap, words_of


@pytest.fixture
def key(cast, morning):
    return link(cast.maya, terms([cast.maya, cast.leo], [morning.routine.id], kinds=("rungs", "counts")))


def address(key):
    return f"/facilitator/offer/{key}"


def test_nobody_sees_whose_it_is_before_they_are_known(client, key, cast):
    page = client.get(address(key))
    assert page.status_code == 200
    assert "Lindenhof" not in page.content.decode()
    assert f"/accounts/signup/?next={address(key)}" in page.content.decode()
    assert client.post(address(key)).status_code == 404


def test_somebody_new_is_led_through_the_start_and_back(key):
    client = client_of(make_account("Ruth"))
    start = client.get(address(key))["Location"]
    assert start == f"/facilitator/start?next={address(key)}"
    assert address(key) in client.get(start).content.decode()
    assert client.post(start, {"name": "Ruth", "next": address(key)})["Location"] == address(key)


def test_the_terms_stand_before_looking_in(key, sam):
    page = words_of(browser_of(sam).get(address(key)))
    for words in ("Lindenhof", "rungs and decisions, counts", "Maya and Leo", "Monday", "Look in"):
        assert words in page
    assert "Ivy" not in page


def test_taking_it_begins_the_consent(key, sam, cast):
    client, once = browser_of(sam), tap()
    for _ in range(2):
        assert client.post(address(key), {"tap": once})["Location"] == "/facilitator/"
    consent = Consent.objects.get()
    assert (consent.household_id, consent.facilitator_id) == (cast.household.id, sam.id)
    assert "Lindenhof" in words_of(client.get("/facilitator/"))
    assert client.get(address(key))["Location"] == "/facilitator/"


def test_what_does_not_work_says_why(key, sam):
    client = browser_of(sam)
    unknown = client.get(address("nonsense"))
    assert (unknown.status_code, "do not know this link" in words_of(unknown)) == (404, True)
    ConsentOffer.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    over = client.get(address(key))
    assert (over.status_code, "that week is over" in words_of(over)) == (410, True)
    ConsentOffer.objects.update(withdrawn_at=timezone.now())
    assert "took this link back" in words_of(client.post(address(key)))
    assert not Consent.objects.exists()


def test_somebody_else_was_quicker(key, sam):
    browser_of(a_facilitator("Ruth")).post(address(key))
    answer = browser_of(sam).post(address(key))
    assert (answer.status_code, "used already" in words_of(answer)) == (410, True)


def test_not_into_ones_own_family(key, cast):
    maya = a_facilitator("Maya", account=cast.maya.account)
    assert browser_of(maya).get(address(key)).status_code == 410
    assert browser_of(maya).post(address(key)).status_code == 410
    assert not Consent.objects.exists()


def test_a_parent_who_opens_their_own_link_is_not_led_to_become_a_facilitator(key, cast):
    answer = client_of(cast.maya).get(address(key))
    assert answer.status_code == 410
    assert "You are a member of this family" in words_of(answer)


def test_asking_with_a_code(cast, sam):
    _offer, code = offer_code(actor=as_actor(cast.maya), at=timezone.now())
    client = browser_of(sam)
    assert client.get("/facilitator/ask").status_code == 200
    answer = client.post("/facilitator/ask", {"code": code, "words": "May I look at your mornings?"})
    assert answer["Location"] == "/facilitator/"
    assert ConsentRequest.objects.get().words == "May I look at your mornings?"
    page = words_of(client.get("/facilitator/"))
    assert "You asked a family on" in page
    assert "Lindenhof" not in page


def test_a_wrong_code_keeps_what_was_typed(sam):
    answer = browser_of(sam).post("/facilitator/ask", {"code": "nope", "words": "Hello there"})
    assert answer.status_code == 422
    assert "Hello there" in answer.content.decode()
    assert "does not fit" in words_of(answer)
