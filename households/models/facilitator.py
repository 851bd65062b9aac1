"""A facilitator: somebody who works with families and looks in where a family lets them; and their organisation."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from households.models.account import Account


class Organisation(models.Model):
    """Facilitators who work together. It owns nothing of a family: consent is given to a person."""

    name = models.CharField(_("name"), max_length=80)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Facilitator(models.Model):
    """An account's other side: a person families may let look in. They can be a member of a household elsewhere.

    `name` and `about` are what families are shown of them. Without an organisation they work on their own.
    """

    account = models.OneToOneField(Account, models.CASCADE, related_name="facilitator")
    name = models.CharField(_("name"), max_length=60)
    about = models.CharField(_("what you do"), max_length=200, blank=True)
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="facilitators")
    joined_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class OrganisationInvitationQuerySet(models.QuerySet["OrganisationInvitation"]):
    """Ways into an organisation."""

    def open_at(self, now: datetime) -> Self:
        """Return those that can still be used."""
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)


class OrganisationInvitation(models.Model):
    """A single-use link by which a facilitator joins an organisation. Only a hash of its key is kept."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    key_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Facilitator, models.CASCADE, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Facilitator, models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = OrganisationInvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_by=None) | Q(used_at__isnull=False), name="organisation_invitation_used_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"invitation to {self.organisation_id}"
