"""Links and codes: each works once, for a week, and not for the family itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from households.actions.consent_offers import (
    find_offer,
    offer_code,
    offer_link,
    take_offer,
    why_closed,
    withdraw_offer,
)
from households.actions.consent_requests import ask_with_code, say_no, say_yes
from households.actions.consents import give
from households.actions.people import remove_member
from households.actions.refusal import Missing, Refused
from households.models import Consent, ConsentOffer, ConsentRequest, Event
from tests.cast import as_actor, fresh
from tests.households.consent.looking import facilitator, only, terms_for

HERE = "192.0.2.1"
SOON = timezone.now


def link(cast, terms, at=None):
    return offer_link(actor=as_actor(cast.maya), terms=terms, at=at or timezone.now())


def code(cast, at=None):
    return offer_code(actor=as_actor(cast.maya), at=at or timezone.now())[1]


def ask(sam, typed, at=None, address=HERE):
    return ask_with_code(code=typed, facilitator=sam, words="Hello.", address=address, at=at or timezone.now())


def refused(call):
    with pytest.raises(Refused) as no:
        call()
    return no.value.code


def test_of_key_and_code_only_a_hash_is_kept(cast, terms):
    _offer, key = link(cast, terms)
    typed = code(cast)
    kept = " ".join(ConsentOffer.objects.values_list("key_hash", flat=True))
    assert key not in kept
    assert typed.replace("-", "") not in kept
    assert key not in str(Event.objects.values_list("title", "changes"))


def test_a_link_works_once(cast, sam, terms):
    _offer, key = link(cast, terms)
    take_offer(key=key, facilitator=sam, at=timezone.now())
    other = facilitator("Ruth")
    assert refused(lambda: take_offer(key=key, facilitator=other, at=timezone.now())) == "consent_offer_used"


def test_a_link_is_good_for_a_week(cast, sam, terms):
    offer, key = link(cast, terms)
    late = timezone.now() + timedelta(days=7, seconds=1)
    assert refused(lambda: take_offer(key=key, facilitator=sam, at=late)) == "consent_offer_expired"
    assert why_closed(offer, at=late) == "consent_offer_expired"


def test_a_link_can_be_taken_back(cast, sam, terms):
    offer, key = link(cast, terms)
    withdraw_offer(actor=as_actor(cast.maya), offer_id=offer.id, at=timezone.now())
    assert refused(lambda: take_offer(key=key, facilitator=sam, at=timezone.now())) == "consent_offer_withdrawn"
    again = {"actor": as_actor(cast.maya), "offer_id": offer.id, "at": timezone.now()}
    assert refused(lambda: withdraw_offer(**again)) == "consent_offer_withdrawn"


def test_an_unknown_link(sam):
    with pytest.raises(Missing):
        take_offer(key="nothing", facilitator=sam, at=timezone.now())


def test_a_code_is_no_link(cast, sam):
    with pytest.raises(Missing):
        find_offer(key=code(cast))


def test_the_parents_own_link_is_not_for_them(cast, terms):
    maya = facilitator("Maya", account=fresh(cast.maya).account)
    _offer, key = link(cast, terms)
    assert refused(lambda: take_offer(key=key, facilitator=maya, at=timezone.now())) == "consent_own_family"
    assert why_closed(find_offer(key=key), at=timezone.now()) == ""


def test_a_link_whose_last_day_went_by_meanwhile(cast, sam, terms):
    _offer, key = link(cast, only(terms, until_on=timezone.localdate()))
    later = timezone.now() + timedelta(days=2)
    assert refused(lambda: take_offer(key=key, facilitator=sam, at=later)) == "consent_offer_stale"
    assert not Consent.objects.exists()


def test_a_link_whose_only_person_left_is_taken_back(cast, sam):
    _offer, key = link(cast, terms_for(cast.bo))
    remove_member(actor=as_actor(cast.maya), member_id=cast.bo.id, at=timezone.now())
    assert refused(lambda: take_offer(key=key, facilitator=sam, at=timezone.now())) == "consent_offer_withdrawn"


def test_only_parents_offer(cast, terms):
    for them in (cast.leo, cast.nana):
        assert refused(lambda them=them: offer_link(actor=as_actor(them), terms=terms, at=SOON())) == "parents_only"
        assert refused(lambda them=them: offer_code(actor=as_actor(them), at=SOON())) == "parents_only"


def test_a_code_lets_somebody_ask_and_nothing_more(cast, sam):
    request = ask(sam, code(cast).lower().replace("-", " "))
    assert (request.household_id, request.words) == (cast.household.id, "Hello.")
    assert not Consent.objects.exists()
    event = Event.objects.get(kind="consent.asked")
    assert (event.actor_id, event.title) == (None, "Sam")


def test_a_code_works_once_and_not_when_it_is_over(cast, sam):
    typed = code(cast)
    ask(sam, typed)
    assert refused(lambda: ask(facilitator("Ruth"), typed)) == "family_code_used"
    assert refused(lambda: ask(sam, code(cast))) == "asked_already"
    late = timezone.now() + timedelta(days=8)
    assert refused(lambda: ask(facilitator("Tim"), code(cast), at=late)) == "family_code_unknown"


def test_wrong_codes_make_growing_waits(cast, sam):
    at = timezone.now()
    for _ in range(5):
        assert refused(lambda: ask(sam, "AAAA-BBBB", at)) == "family_code_unknown"
    assert refused(lambda: ask(sam, code(cast), at)) == "family_code_wait"
    ask(sam, code(cast), at, address="198.51.100.7")


def test_a_member_does_not_ask_their_own_family(cast):
    maya = facilitator("Maya", account=fresh(cast.maya).account)
    assert refused(lambda: ask(maya, code(cast))) == "consent_own_family"


def test_a_parent_answers_with_terms(cast, sam, terms):
    request = ask(sam, code(cast))
    about = {"actor": as_actor(cast.maya), "request_id": request.id, "at": timezone.now()}
    consent = say_yes(**about, terms=terms)
    assert ConsentRequest.objects.get().consent_id == consent.id
    assert consent.given_by_id == cast.maya.id
    assert refused(lambda: say_no(**about)) == "request_answered"


def test_a_parent_answers_with_no_and_they_may_ask_again(cast, sam, terms):
    request = ask(sam, code(cast))
    say_no(actor=as_actor(cast.maya), request_id=request.id, at=timezone.now())
    assert not Consent.objects.exists()
    assert ask(sam, code(cast)).id != request.id


def test_somebody_unknown_cannot_be_given_anything(cast, sam, terms):
    with pytest.raises(Missing):
        give(actor=as_actor(cast.maya), facilitator_id=sam.id, terms=terms, at=timezone.now())
