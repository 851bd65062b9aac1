"""Consent: what a family lets a facilitator see, until when; who says no for their own part; and what was opened."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from households.models.facilitator import Facilitator
from households.models.household import Household
from households.models.member import Member


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return those one household gave, ended ones included."""
        return self.filter(household_id=household_id)

    def to(self, facilitator_id: int) -> Self:
        """Return those given to one facilitator, ended ones included."""
        return self.filter(facilitator_id=facilitator_id)

    def standing(self) -> Self:
        """Return those nobody ended. Their last day may be over: `households.rules.consent` says so."""
        return self.filter(ended_at=None)


class Consent(models.Model):
    """A dated record: who let which facilitator see what of whom, until when.

    `kinds` are of `households.rules.consent.KINDS`; routines and members are those named, plain ids; nobody and nothing
    that came later is in it. `until_on` is the last day by the household's clock. `key` is what the facilitator's
    addresses name: nothing can be counted by it. Narrowing changes the row and is told in the history; whatever is
    wider is a new row, and ends this one ("replaced"). `turn` grows with whatever changes what its facilitator sees
    live, and with nothing else.
    """

    class Why(models.TextChoices):
        """How a consent ended; one whose last day went by has no such word."""

        ENDED = "ended"
        REPLACED = "replaced"
        LEFT = "left"

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    household = models.ForeignKey(Household, models.CASCADE, related_name="consents")
    facilitator = models.ForeignKey(Facilitator, models.CASCADE, related_name="consents")
    given_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    kinds = models.JSONField(default=list)
    routine_ids = models.JSONField(default=list)
    member_ids = models.JSONField(default=list)
    until_on = models.DateField()
    turn = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(max_length=10, choices=Why.choices, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "facilitator"], condition=Q(ended_at=None), name="consent_one_standing"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
                name="consent_ends_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["facilitator", "household"], name="consent_of_facilitator")]

    def __str__(self) -> str:
        return f"consent {self.id}"


class ConsentRefusal(models.Model):
    """One member's no to one facilitator, for their own part. It outlives consents: a new one does not lift it."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="consent_refusals")
    facilitator = models.ForeignKey(Facilitator, models.CASCADE, related_name="refusals")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facilitator", "member"], condition=Q(taken_back_at=None), name="consent_refused_once"
            )
        ]

    def __str__(self) -> str:
        return f"no from {self.member_id}"


class ConsentOfferQuerySet(models.QuerySet["ConsentOffer"]):
    """Offers, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's offers."""
        return self.filter(household_id=household_id)

    def open_at(self, now: datetime) -> Self:
        """Return those that can still be used."""
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)


class ConsentOffer(models.Model):
    """A single-use way for a facilitator to reach a family: a link with its terms, or a code that only lets them ask.

    Only a hash of the key or code is kept. A link holds what is offered; taking it begins the consent. A code holds
    nothing: whoever types it in may ask, and a parent answers.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="consent_offers")
    key_hash = models.CharField(max_length=64, unique=True)
    is_code = models.BooleanField()
    offered_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    kinds = models.JSONField(default=list)
    routine_ids = models.JSONField(default=list)
    member_ids = models.JSONField(default=list)
    until_on = models.DateField(null=True)
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Facilitator, models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = ConsentOfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_code=True, until_on=None) | Q(is_code=False, until_on__isnull=False),
                name="consent_offer_link_has_terms",
            )
        ]

    def __str__(self) -> str:
        return f"offer {self.id}"


class ConsentRequest(models.Model):
    """A facilitator who had a family's code asks to look in, in a few words; a parent says yes with terms, or no."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="consent_requests")
    facilitator = models.ForeignKey(Facilitator, models.CASCADE, related_name="requests")
    words = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    consent = models.ForeignKey(Consent, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "facilitator"], condition=Q(answered_at=None), name="consent_request_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"request {self.id}"


class LookIn(models.Model):
    """A facilitator opened something of a family: what and when. The family sees every one of them.

    `page` names it; routine and step are plain numbers, NULL where the page shows all that is shared.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="look_ins")
    consent = models.ForeignKey(Consent, models.CASCADE, related_name="look_ins")
    page = models.CharField(max_length=20)
    routine_key = models.BigIntegerField(null=True)
    step_key = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["household", "-id"], name="look_in_latest")]

    def __str__(self) -> str:
        return f"{self.page} {self.at}"
