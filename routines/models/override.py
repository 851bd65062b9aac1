"""A safety override: a parent rules for a while, says why, and hears the reply."""

from django.db import models
from django.db.models import F, Q

from households.models import Household, Member
from routines.models.question import Option
from routines.models.step import Step


class Override(models.Model):
    """Set on a step on one of four grounds; it ends by itself and is reviewed within a week."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="overrides")
    step = models.ForeignKey(Step, models.CASCADE, related_name="overrides")
    ground = models.CharField(max_length=10, choices=Option.Ground.choices)
    reason = models.CharField(max_length=500)
    set_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="override_has_a_reason"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("set_at")), name="override_expires_later"),
            models.CheckConstraint(
                condition=Q(ground__in=["danger", "health", "law", "harm"]),
                name="override_ground_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground}: {self.reason}"
