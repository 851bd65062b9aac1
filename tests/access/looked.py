"""Somebody who looks in, somebody who asks to, and a link nobody has taken yet, so that their addresses exist."""

from datetime import timedelta

from django.utils import timezone

from households.actions.consent_offers import offer_code, offer_link
from households.actions.consent_requests import ask_with_code
from households.models import Member
from households.rules.consent import KINDS, Terms
from tests.cast import as_actor
from tests.households.consent.looking import facilitator, given


def looked_into(parent: Member, routine_id: int, *people: Member) -> dict[str, object]:
    """Let Sam look in at all of some people, and Ruth ask; return their ids by the names addresses use."""
    at, sam = timezone.now(), facilitator("Sam")
    terms = Terms(KINDS, (routine_id,), tuple(each.id for each in people), timezone.localdate() + timedelta(weeks=12))
    consent = given(parent, sam, terms, at)
    offer, _key = offer_link(actor=as_actor(parent), terms=terms, at=at)
    _offer, code = offer_code(actor=as_actor(parent), at=at)
    asked = ask_with_code(code=code, facilitator=facilitator("Ruth"), words="", address="192.0.2.1", at=at)
    return {
        "consent_id": consent.id,
        "consent_key": consent.key,
        "facilitator_id": sam.id,
        "offer_id": offer.id,
        "request_id": asked.id,
    }
