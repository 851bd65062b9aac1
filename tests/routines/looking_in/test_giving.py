"""Giving: after a fresh sign-in, in a form that keeps what was chosen."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from households.actions.consent_offers import offer_code, take_offer
from households.actions.consent_requests import ask_with_code
from households.models import Consent, ConsentOffer
from tests.cast import as_actor, client_of
from tests.households.consent.looking import facilitator, now
from tests.households.kitchen import signed_in_just_now


@pytest.fixture
def maya(morning):
    return signed_in_just_now(morning.maya)


def chosen(morning, **other):
    return {
        "kinds": ["rungs", "feelings"],
        "routines": [morning.routine.id],
        "members": [morning.bo.id, morning.leo.id],
        "until_on": str(timezone.localdate() + timedelta(weeks=4)),
        **other,
    }


def link_page(morning):
    return f"/h/{morning.household.id}/looking-in/link"


def test_the_form_proposes_little(morning, maya):
    html = maya.get(link_page(morning)).content.decode()
    assert re.findall(r'name="(\w+)" value="(\w+)"[^>]* checked', html) == [("kinds", "rungs"), ("kinds", "counts")]
    assert str(timezone.localdate() + timedelta(weeks=12)) in html
    assert "unless whoever felt it shared that themself" in html


def test_a_parent_reads_that_it_goes_back_before_today(morning, maya):
    html = maya.get(link_page(morning)).content.decode()
    assert "What was written, told and decided before today is shown, too." in html


def test_without_a_fresh_sign_in_nothing_is_given_and_nothing_chosen_is_lost(morning):
    client = client_of(morning.maya)
    answer = client.post(link_page(morning), chosen(morning))
    assert answer.status_code == 302
    assert "/accounts/reauthenticate/" in answer["Location"]
    assert not ConsentOffer.objects.exists()
    assert "feelings" in answer["Location"]
    fresh = signed_in_just_now(morning.maya)
    html = fresh.get(
        f"{link_page(morning)}?kinds=feelings&members={morning.bo.id}&until_on=2027-01-02"
    ).content.decode()
    found = re.findall(r'name="(\w+)" value="(\w+)"[^>]* checked', html)
    assert found == [("kinds", "feelings"), ("members", str(morning.bo.id))]


def test_the_link_is_shown_once_and_lets_somebody_in(morning, maya):
    answer = maya.post(link_page(morning), chosen(morning, tap="0f8fad5b-d9cb-469f-a165-70867728950e"))
    key = re.search(r"/facilitator/offer/([\w-]+)", answer.content.decode())[1]
    again = maya.post(link_page(morning), chosen(morning, tap="0f8fad5b-d9cb-469f-a165-70867728950e"))
    assert again.status_code == 302
    consent = take_offer(key=key, facilitator=facilitator("Ruth"), at=timezone.now())
    assert (consent.kinds, consent.routine_ids) == (["rungs", "feelings"], [morning.routine.id])


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"kinds": []}, "Choose at least one kind of thing that is shown."),
        ({"routines": []}, "Choose at least one routine."),
        ({"members": []}, "Choose at least one person whose part is shown."),
        ({"routines": [999999]}, "Choose one of those shown."),
        ({"until_on": "2020-01-01"}, "This day is over already."),
        ({"until_on": "2099-01-01"}, "A year is the longest."),
        ({"until_on": "soon"}, "Write the day like"),
        ({"until_on": ""}, "Choose a last day."),
    ],
)
def test_what_does_not_fit_is_said_and_the_rest_kept(morning, maya, other, sentence):
    answer = maya.post(link_page(morning), chosen(morning, **other))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    if "kinds" not in other:
        assert re.search(r'value="feelings"[^>]* checked', html)
    assert not ConsentOffer.objects.exists()


def test_a_code_and_a_yes(morning, maya, ruth):
    answer = maya.post(f"/h/{morning.household.id}/looking-in/code").content.decode()
    code = re.search(r'id="code">([\w-]+)<', answer)[1]
    asked = ask_with_code(code=code, facilitator=ruth, words="May I?", address="192.0.2.9", at=timezone.now())
    home = maya.get(f"/h/{morning.household.id}/looking-in/").content.decode()
    assert "Ruth asks to look in" in home
    assert "May I?" in home
    there = f"/h/{morning.household.id}/looking-in/requests/{asked.id}"
    assert maya.post(there, chosen(morning)).status_code == 302
    assert Consent.objects.get().facilitator_id == ruth.id
    assert maya.get(there).status_code == 403


def test_a_no(morning, ruth):
    _offer, code = offer_code(actor=as_actor(morning.maya), at=timezone.now())
    asked = ask_with_code(code=code, facilitator=ruth, words="", address="192.0.2.9", at=timezone.now())
    there = f"/h/{morning.household.id}/looking-in/requests/{asked.id}/decline"
    assert client_of(morning.sam).post(there).status_code == 302
    assert not Consent.objects.exists()


def test_sharing_anew_begins_with_what_stands(morning, maya, consent):
    there = f"/h/{morning.household.id}/looking-in/with/{consent.facilitator_id}"
    html = maya.get(there).content.decode()
    assert "This takes the place of what is shared now." in html
    assert len(re.findall(r'name="members"[^>]* checked', html)) == 4
    maya.post(there, chosen(morning))
    assert now(consent).ended_why == "replaced"
    assert Consent.objects.standing().get().kinds == ["rungs", "feelings"]


def test_a_link_is_taken_back(morning, maya):
    maya.post(link_page(morning), chosen(morning))
    offer = ConsentOffer.objects.get()
    maya.post(f"/h/{morning.household.id}/looking-in/offers/{offer.id}/withdraw")
    assert ConsentOffer.objects.get().withdrawn_at


def test_home_tells_parents_who_asks(morning, ruth):
    """Nobody else answers, so nobody else is told; once answered, nothing is left of it."""
    _offer, code = offer_code(actor=as_actor(morning.maya), at=timezone.now())
    asked = ask_with_code(code=code, facilitator=ruth, words="", address="192.0.2.8", at=timezone.now())
    home = f"/h/{morning.household.id}/"
    assert "Ruth asks to look in" in client_of(morning.maya).get(home).content.decode()
    assert "asks to look in" not in client_of(morning.leo).get(home).content.decode()
    client_of(morning.maya).post(f"{home}looking-in/requests/{asked.id}/decline")
    assert "asks to look in" not in client_of(morning.maya).get(home).content.decode()
