"""Becoming a facilitator, what families are told of one, and stopping."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from households.actions.change import change
from households.actions.consents import Outsider, ended
from households.actions.known_as import known_anew, standing_of
from households.actions.organisations import leave_organisation
from households.models import Account, Consent, ConsentRequest, Facilitator, Organisation


@dataclass(frozen=True, slots=True)
class Introduction:
    """What families are told of a facilitator: how they are called, and what they do, in their own words."""

    name: str
    about: str = ""

    @classmethod
    def of(cls, facilitator: Facilitator) -> "Introduction":
        """Return what they say of themself now."""
        return cls(facilitator.name, facilitator.about)

    def facts(self) -> dict[str, str]:
        """Return its fields and their values."""
        return {"name": self.name, "about": self.about}


def become_facilitator(
    *, account: Account, introduction: Introduction, at: datetime, organisation: str = ""
) -> Facilitator:
    """Make an account a facilitator too, who may found an organisation by it; whoever is one already stays as they are.

    `organisation` is the new one's name, "" for none.
    """
    with transaction.atomic():
        Account.objects.select_for_update().get(id=account.id)
        if there := Facilitator.objects.filter(account=account).first():
            return there
        founded = Organisation.objects.create(name=organisation, made_at=at) if organisation else None
        return Facilitator.objects.create(account=account, organisation=founded, joined_at=at, **introduction.facts())


def introduce_anew(*, facilitator: Facilitator, introduction: Introduction, at: datetime) -> None:
    """Change what families are told of oneself. Where one looks in it is shown at once, a new name also as history."""
    if introduction == Introduction.of(facilitator):
        return
    with transaction.atomic():
        Facilitator.objects.filter(id=facilitator.id).update(**introduction.facts())
        known_anew(facilitator=facilitator, at=at, name=introduction.name)


def stop_facilitating(*, facilitator: Facilitator, at: datetime) -> None:
    """Give back whatever families let one see, take back what one asked of them, and leave the organisation.

    Open pages close at once. What families keep of one (who looked in, and when) stays theirs.
    """
    with transaction.atomic():
        for consent in standing_of(facilitator):
            with change(actor=Outsider(consent.household_id), at=at) as begun:
                if Consent.objects.of(consent.household_id).standing().filter(id=consent.id).exists():
                    ended(begun, consent, Consent.Why.LEFT, "consent.left")
        for request in ConsentRequest.objects.filter(facilitator=facilitator, answered_at=None):
            with change(actor=Outsider(request.household_id), at=at) as begun:
                request.delete()
                begun.record("consent.request_withdrawn", title=facilitator.name)
                begun.tells("people")
        if facilitator.organisation_id:
            leave_organisation(facilitator=facilitator, at=at)
