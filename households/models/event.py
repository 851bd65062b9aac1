"""What happened: the household's one ordered history, and the taps already applied."""

from typing import Self

from django.db import models

from households.models.household import Household
from households.models.member import Member


class Tap(models.Model):
    """A client-made UUID of a change. Its row is written with the change, so a repeat finds it."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="taps")
    uuid = models.UUIDField()
    revision = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["household", "uuid"], name="tap_applied_once")]

    def __str__(self) -> str:
        return str(self.uuid)


class EventQuerySet(models.QuerySet["Event"]):
    """Events, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's events."""
        return self.filter(household_id=household_id)

    def latest_first(self) -> Self:
        """Return the newest first."""
        return self.order_by("-id")


class Event(models.Model):
    """One thing that happened. Written once; only `taken_back_at` may follow.

    Routine, step, question and morning are plain numbers: this app stands below theirs, and a history
    outlives what it speaks of. `changes` holds what changed as `{field: [before, after]}` and may
    be shown to anyone who may see the step; `undo` holds what taking back needs and is never shown.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="events")
    revision = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    actor = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    routine_key = models.BigIntegerField(null=True)
    step_key = models.BigIntegerField(null=True)
    question_key = models.BigIntegerField(null=True)
    subject_key = models.BigIntegerField(null=True)
    morning_key = models.BigIntegerField(null=True)
    title = models.CharField(max_length=120, blank=True)
    why = models.TextField(blank=True)
    changes = models.JSONField(default=dict)
    undo = models.JSONField(default=dict)
    taken_back_at = models.DateTimeField(null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["household", "-id"], name="event_latest"),
            models.Index(fields=["household", "step_key", "-id"], name="event_of_step"),
            models.Index(fields=["household", "member", "-id"], name="event_of_member"),
            models.Index(
                fields=["household", "morning_key", "-id"],
                name="event_of_morning",
                condition=models.Q(morning_key__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.revision})"
