"""Facilitators of the tests, and the consents given to them."""

from datetime import timedelta

from django.utils import timezone

from households.actions.consent_offers import offer_link, take_offer
from households.actions.facilitators import Introduction, become_facilitator
from households.models import Facilitator
from households.rules.consent import KINDS, Terms
from tests.cast import as_actor, client_of, make_account


def a_facilitator(name="Sam", *, organisation="", account=None):
    return become_facilitator(
        account=account or make_account(name),
        introduction=Introduction(name, "Family worker"),
        organisation=organisation,
        at=timezone.now(),
    )


def browser_of(facilitator):
    return client_of(facilitator.account)


def now_of(facilitator):
    return Facilitator.objects.select_related("account", "organisation").get(id=facilitator.id)


def terms(members, routines, kinds=KINDS, weeks=12):
    until = timezone.now().date() + timedelta(weeks=weeks)
    return Terms(tuple(kinds), tuple(routines), tuple(each.id for each in members), until)


def link(parent, about):
    """Let a parent make a link; returns its key."""
    return offer_link(actor=as_actor(parent), terms=about, at=timezone.now())[1]


def given(parent, facilitator, about):
    """Let a parent offer and the facilitator take it; returns the consent."""
    return take_offer(key=link(parent, about), facilitator=facilitator, at=timezone.now())
