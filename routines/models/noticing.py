"""How a morning was for each person: their own account, which nobody overwrites."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from households.models import Household, Member
from routines.models.morning import Morning, MorningStep


class Felt(models.TextChoices):
    """How a step felt: the four rungs that can be planned, and three that can only be felt."""

    INFORM = "inform", _("Inform")
    CONSULT = "consult", _("Consult")
    CODESIGN = "codesign", _("Co-design")
    COPRODUCE = "coproduce", _("Co-produce")
    ENGAGED = "engaged", _("Engaged")
    EXPLAINED = "explained", _("Explained")
    PUSHED = "pushed", _("Pushed")


class Notice(models.Model):
    """One person's account of a whole morning: would they do it again like this, and what was hard."""

    class Again(models.TextChoices):
        """Again like this?"""

        YES = "yes", _("Yes")
        MAYBE = "maybe", _("Maybe")
        NO = "no", _("No")

    household = models.ForeignKey(Household, models.CASCADE, related_name="notices")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="notices")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    again = models.CharField(max_length=5, choices=Again.choices, blank=True)
    hard = models.CharField(max_length=500, blank=True)
    hard_picture = models.CharField(max_length=40, blank=True)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["morning", "member"], name="notice_one_per_person_and_morning"),
            models.CheckConstraint(condition=Q(again__in=["", "yes", "maybe", "no"]), name="notice_again_known"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.again}"


class Feeling(models.Model):
    """How one step of a morning felt to one person. "Pushed" stays with the family unless they share it."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="feelings")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="feelings")
    morning_step = models.ForeignKey(MorningStep, models.CASCADE, related_name="feelings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    felt = models.CharField(max_length=10, choices=Felt.choices)
    words = models.CharField(max_length=500, blank=True)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["morning_step", "member"], name="feeling_one_per_person_and_step"),
            models.CheckConstraint(condition=Q(felt__in=Felt.values), name="feeling_felt_known"),
            models.CheckConstraint(
                condition=Q(shared_at=None) | Q(felt="pushed"), name="feeling_only_pushed_is_shared"
            ),
        ]
        indexes = [models.Index(fields=["household", "-id"], name="feeling_latest")]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.felt}"


class Slip(models.Model):
    """Somebody noticed, while it happened, that this turned into pushing. Never leaves the family."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="slips")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="slips")
    morning_step = models.ForeignKey(MorningStep, models.CASCADE, null=True, related_name="slips")
    noticed_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"slip {self.id}"
