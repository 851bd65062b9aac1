"""A shared tablet: a screen of the household with a narrow key of its own, and who may sit down at it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from households.models.household import Household
from households.models.member import Member


class TabletQuerySet(models.QuerySet["Tablet"]):
    """Tablets, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's tablets, those put away included."""
        return self.filter(household_id=household_id)

    def in_use(self) -> Self:
        """Return those whose key still opens something."""
        return self.filter(revoked_at=None)


class Tablet(models.Model):
    """A paired tablet. Only a hash of its key is kept; revoking is a date, never a deletion.

    `seat` is who sits at it now, since `seat_at`: nobody while it shows the faces. Pages of a person are
    answered for the one who sits; `last_seen_at` is kept to the minute.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="tablets")
    name = models.CharField(max_length=40)
    key_hash = models.CharField(max_length=64, unique=True)
    paired_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    paired_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    seat = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    seat_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    objects = TabletQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seat=None, seat_at=None) | Q(seat__isnull=False, seat_at__isnull=False),
                name="tablet_seat_since_a_time",
            ),
            models.CheckConstraint(condition=Q(revoked_at=None) | Q(seat=None), name="tablet_revoked_is_empty"),
        ]

    def __str__(self) -> str:
        return self.name


class HiddenFace(models.Model):
    """A child or teen who is not shown on one tablet; everybody else of them is."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    tablet = models.ForeignKey(Tablet, models.CASCADE, related_name="hidden_faces")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tablet", "member"], name="hidden_face_once_per_tablet")]

    def __str__(self) -> str:
        return f"{self.member_id} not on {self.tablet_id}"


class PairingQuerySet(models.QuerySet["Pairing"]):
    """Pairings, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's pairings."""
        return self.filter(household_id=household_id)

    def open_at(self, now: datetime) -> Self:
        """Return those still good: neither used up, taken back nor expired."""
        return self.filter(confirmed_at=None, withdrawn_at=None, expires_at__gt=now)


class Pairing(models.Model):
    """A way to add one tablet, for ten minutes and one use.

    A tablet claims it with the key (QR code) or the six digits, and both screens then show the same three
    `pictures`; only when a parent has confirmed them is the claiming tablet's own key worth anything.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="pairings")
    key_hash = models.CharField(max_length=64, unique=True)
    digits_hash = models.CharField(max_length=64, db_index=True)
    pictures = models.JSONField()
    made_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    claim_hash = models.CharField(max_length=64, blank=True, db_index=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    tablet = models.ForeignKey(Tablet, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PairingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim_hash"], condition=~Q(claim_hash=""), name="pairing_one_claim_per_tablet"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, tablet=None)
                | Q(confirmed_at__isnull=False, tablet__isnull=False, claimed_at__isnull=False),
                name="pairing_confirmed_is_a_tablet",
            ),
        ]

    def __str__(self) -> str:
        return f"pairing {self.id}"


class PictureCode(models.Model):
    """Three pictures in order that somebody taps before they sit down. Wrong ones make growing waits."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    member = models.OneToOneField(Member, models.CASCADE, related_name="picture_code")
    code_hash = models.CharField(max_length=200)
    set_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    wrong = models.PositiveSmallIntegerField(default=0)
    wait_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"picture code of {self.member_id}"
