"""Telling the families who let a facilitator look in that they are known by other words now."""

from datetime import datetime

from django.db import transaction

from households.actions.change import change
from households.actions.consents import Outsider
from households.models import Consent, Facilitator


def known_anew(*, facilitator: Facilitator, at: datetime, name: str | None = None) -> None:
    """Move the people on of every family where a facilitator looks in, so that each sign is read and shown anew.

    `facilitator` is as they were. `name` is their new name, if it is another: families find that in their history.
    What they say of themself and their organisation is shown, but is no event of a family's.
    """
    with transaction.atomic():
        for consent in standing_of(facilitator):
            with change(actor=Outsider(consent.household_id), at=at) as begun:
                begun.tells("people")
                if name is not None and name != facilitator.name:
                    changes = {"name": [facilitator.name, name]}
                    begun.record("facilitator.renamed", subject=consent.id, title=name, changes=changes)


def standing_of(facilitator: Facilitator) -> list[Consent]:
    """Return the consents given to somebody that nobody ended, in the households' order: so they are always locked."""
    found = Consent.objects.to(facilitator.id).standing().select_related("facilitator")
    return list(found.order_by("household_id"))
