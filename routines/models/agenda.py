"""What the family wants to come back to together."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.step import Step


class AgendaItem(models.Model):
    """One thing to talk about by a date; done when the family says it talked about it."""

    class Kind(models.TextChoices):
        """What put it there."""

        OVERRIDE = "override"
        STEP = "step"
        TRIAL = "trial"
        REVIEW = "review"

    household = models.ForeignKey(Household, models.CASCADE, related_name="agenda")
    step = models.ForeignKey(Step, models.CASCADE, related_name="agenda")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    due_on = models.DateField()
    added_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["override", "step", "trial", "review"]),
                name="agenda_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
