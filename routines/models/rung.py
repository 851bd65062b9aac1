"""Asking to climb: anyone may, and the asking gets an answer."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.step import Step


class ClimbAsk(models.Model):
    """Somebody's wish that a step stand on a higher rung, with their reason and its answer."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="climb_asks")
    step = models.ForeignKey(Step, models.CASCADE, related_name="climb_asks")
    to_rung = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    granted = models.BooleanField(default=False)
    answer = models.CharField(max_length=500, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_rung__gte=2, to_rung__lte=4), name="climb_ask_rung_in_range"),
            models.UniqueConstraint(
                fields=["step", "member"],
                condition=Q(answered_at=None, taken_back_at=None),
                name="climb_ask_one_open_per_person_and_step",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
