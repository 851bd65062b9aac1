"""Somebody who looks in: a facilitator with a consent, made by the product's own verbs."""

from datetime import timedelta
from itertools import count
from secrets import token_hex

from django.utils import timezone

from households.looking_in import onlooker_of
from households.models import Consent, Facilitator
from tests.cast import client_of, make_account

KINDS = ("rungs", "counts", "comments", "feelings")
_numbers = count(1)


def a_facilitator(name="Tim") -> Facilitator:
    """Return somebody who works with families."""
    account = make_account(f"facilitator{next(_numbers)}.{token_hex(4)}")
    return Facilitator.objects.create(account=account, name=name, joined_at=timezone.now())


def looking_in(morning, *members, kinds=KINDS, facilitator=None, routines=None, until=None, at=None) -> Consent:
    """Let a facilitator look in at some members' part of the morning's routine, or at that of all the family."""
    at = at or timezone.now()
    return Consent.objects.create(
        household=morning.household,
        facilitator=facilitator or a_facilitator(),
        given_by=morning.maya,
        given_at=at,
        kinds=list(kinds),
        routine_ids=list(routines or [morning.routine.id]),
        member_ids=[each.id for each in members or (morning.maya, morning.leo, morning.ivy, morning.bo)],
        until_on=until or (at + timedelta(weeks=12)).date(),
    )


def fresh(consent: Consent) -> Consent:
    """Return a consent as it is now, with whose it is."""
    return Consent.objects.select_related("household", "facilitator__account").get(id=consent.id)


def onlooker(consent: Consent, at=None):
    """Return what a consent lets its facilitator see, now or at another time."""
    return onlooker_of(fresh(consent), at or timezone.now())


def browser_of(consent: Consent):
    """Return the facilitator's browser."""
    return client_of(consent.facilitator.account)
