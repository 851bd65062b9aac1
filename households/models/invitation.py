"""An invitation: a link that lets one person take their place in the household, once."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from households.models.account import Account
from households.models.household import Household
from households.models.member import Member


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's invitations."""
        return self.filter(household_id=household_id)

    def waiting(self) -> Self:
        """Return those neither used nor taken back; some may have expired."""
        return self.filter(used_at=None, withdrawn_at=None)


class Invitation(models.Model):
    """A single-use way in for one member who has no sign-in yet. Only a hash of its key is kept."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="invitations")
    member = models.ForeignKey(Member, models.CASCADE, related_name="invitations")
    key_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(Account, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(used_at=None, withdrawn_at=None),
                name="invitation_one_open_per_member",
            )
        ]

    def __str__(self) -> str:
        return f"invitation for {self.member_id}"

    def is_open(self, now: datetime) -> bool:
        """Return whether it can still be used."""
        return not self.used_at and not self.withdrawn_at and now < self.expires_at
