"""A tablet in the kitchen, paired by the product's own verbs, and browsers in front of it."""

from secrets import token_urlsafe

from django.conf import settings
from django.test import Client
from django.utils import timezone

from households.actions.pairing import claim_with_key, confirm_pairing, offer_pairing
from tests.cast import PASSWORD, as_actor, client_of

CODE = ("star", "frog", "star")
WRONG = ("frog", "frog", "frog")


def offered(parent, at=None):
    """Let a parent make a way to add a tablet."""
    return offer_pairing(actor=as_actor(parent), at=at or timezone.now())


def paired(parent, name="Kitchen", at=None):
    """Let a parent add a tablet; returns it with its key."""
    at, key = at or timezone.now(), token_urlsafe(32)
    offer = offered(parent, at)
    claim_with_key(key=offer.key, claim=key, at=at)
    return confirm_pairing(actor=as_actor(parent), pairing_id=offer.pairing.id, name=name, at=at), key


def tablet_client(key="", **options):
    """Return a browser with a tablet's key, and nobody signed in."""
    client = Client(**options)
    if key:
        client.cookies[settings.TABLET_COOKIE_NAME] = key
    return client


def signed_in_just_now(member):
    """Return a browser in which somebody has just given their password."""
    client = client_of(member)
    answer = client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert answer.status_code == 302
    return client


def sat_down(key, member, **data):
    """Return a tablet's browser in which somebody has just tapped their face."""
    client = tablet_client(key)
    assert client.post(f"/tablet/sit/{member.id}", data)["Location"] == f"/tablet/m/{member.id}"
    return client
