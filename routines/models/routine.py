"""A routine: the steps of a morning, anchored by when to leave or when to start."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from households.models import Household


class RoutineQuerySet(models.QuerySet["Routine"]):
    """Routines, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's routines."""
        return self.filter(household_id=household_id)

    def current(self) -> Self:
        """Return those not archived."""
        return self.filter(archived_at=None)


class Routine(models.Model):
    """A plan the household makes together and never scraps: it is archived or it grows.

    `weekdays` is a bit mask, Monday = 1 to Sunday = 64. `anchor_time` is local wall-clock time;
    without one the plan knows lengths but no hours.
    """

    class Anchor(models.TextChoices):
        """Which end of the routine is fixed; the other is computed."""

        LEAVE = "leave", _("Out of the door by")
        START = "start", _("Start at")

    household = models.ForeignKey(Household, models.CASCADE, related_name="routines")
    title = models.CharField(_("title"), max_length=80)
    weekdays = models.PositiveSmallIntegerField(default=0b0011111)
    anchor = models.CharField(max_length=5, choices=Anchor.choices, default=Anchor.LEAVE)
    anchor_time = models.TimeField(null=True, blank=True)
    tells_minutes = models.BooleanField(_("say how early or late we were"), default=True)
    revision = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = RoutineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekdays__gte=0, weekdays__lte=127), name="routine_weekdays_in_week"),
            models.CheckConstraint(condition=Q(anchor__in=["leave", "start"]), name="routine_anchor_known"),
        ]

    def __str__(self) -> str:
        return self.title
