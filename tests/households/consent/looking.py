"""A facilitator and what the family lets them see, by the product's own verbs."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from households.actions.consent_offers import offer_link, take_offer
from households.actions.facilitators import Introduction, become_facilitator
from households.models import Consent
from households.rules.consent import Terms
from tests.cast import as_actor, make_account

# A routine's number as good as any: this app does not know the family's routines.
ROUTINE = 7


def facilitator(name="Sam", about="Family worker", account=None, at=None, organisation=""):
    """Sign somebody up and let them become a facilitator."""
    return become_facilitator(
        account=account or make_account(name),
        introduction=Introduction(name, about),
        at=at or timezone.now(),
        organisation=organisation,
    )


def terms_for(*people, kinds=("rungs", "counts"), routines=(ROUTINE,), until=None):
    """Say what is shared of some people."""
    ids = tuple(each.id for each in people)
    return Terms(kinds, routines, ids, until or timezone.localdate() + timedelta(weeks=12))


def given(parent, who, terms, at=None) -> Consent:
    """Let a parent send a link, and a facilitator take it."""
    at = at or timezone.now()
    _offer, key = offer_link(actor=as_actor(parent), terms=terms, at=at)
    return take_offer(key=key, facilitator=who, at=at)


def now(consent: Consent) -> Consent:
    """Return a consent as it is in the database now."""
    return Consent.objects.select_related("household", "facilitator").get(id=consent.id)


def only(terms: Terms, **values) -> Terms:
    """Return other terms."""
    return replace(terms, **values)
