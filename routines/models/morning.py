"""A morning: one run of a routine on one date, with its own copy of the plan and what everybody did."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from households.models import Household, Member
from routines.models.routine import Routine
from routines.models.step import Step


class MorningQuerySet(models.QuerySet["Morning"]):
    """Mornings, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's mornings, without those whose start was taken back."""
        return self.filter(household_id=household_id, taken_back_at=None)

    def latest_first(self) -> Self:
        """Return the newest first."""
        return self.order_by("-on", "-id")


class Morning(models.Model):
    """One run of a routine. `on` is the household's date when it began, `time_zone` its zone then.

    It keeps its date past midnight. `planned_leave_at` is what the plan said, `leave_at` when they want to leave
    today; both are NULL for a routine without hours. `revision` is the household's when it last changed.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="mornings")
    routine = models.ForeignKey(Routine, models.CASCADE, related_name="mornings")
    title = models.CharField(max_length=80)
    on = models.DateField()
    time_zone = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    planned_leave_at = models.DateTimeField(null=True)
    leave_at = models.DateTimeField(null=True)
    tells_minutes = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    revision = models.PositiveBigIntegerField(default=0)

    objects = MorningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["routine", "on"], condition=Q(taken_back_at=None), name="morning_once_a_day_per_routine"
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("started_at")), name="morning_left_after_it_started"
            ),
            models.CheckConstraint(
                condition=Q(leave_at=None, planned_leave_at=None)
                | Q(leave_at__isnull=False, planned_leave_at__isnull=False),
                name="morning_leaves_by_a_plan",
            ),
        ]
        indexes = [
            models.Index(fields=["household", "-on", "-id"], name="morning_latest"),
            models.Index(fields=["household", "routine", "-on"], name="morning_of_routine"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.on}"


class MorningStep(models.Model):
    """One step of a morning, copied from the plan when the morning began, or put in only that day (`step` NULL).

    `least` is how many minutes it needs at the least; `small_steps` has one a line. A skipped one keeps who skipped
    it and why; a swapped one keeps what it was called.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="morning_steps")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="steps")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="morning_steps")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=80)
    pictogram = models.CharField(max_length=40)
    minutes = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField()
    rung = models.PositiveSmallIntegerField()
    alongside = models.BooleanField(default=False)
    over_to_you = models.BooleanField(default=False)
    safety = models.BooleanField(default=False)
    decider = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    small_steps = models.TextField(blank=True)
    away = models.JSONField(default=list)
    was = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    skipped_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["morning", "position"], name="morning_step_one_order"),
            models.CheckConstraint(condition=Q(rung__gte=1, rung__lte=4), name="morning_step_rung_in_range"),
            models.CheckConstraint(condition=Q(least__lte=F("minutes")), name="morning_step_least_within_minutes"),
        ]

    def __str__(self) -> str:
        return self.title


class Doing(models.Model):
    """One person's part in a step of a morning: when they were done, and who tapped it.

    `helps` is somebody who does it for others. `ticked` are the places of the small steps done, from 0; `unfolded`
    says whether they see them.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="doings")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="doings")
    morning_step = models.ForeignKey(MorningStep, models.CASCADE, related_name="doings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    helps = models.BooleanField(default=False)
    unfolded = models.BooleanField(default=False)
    ticked = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["morning_step", "member"], name="doing_once_per_person_and_step"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
                name="doing_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.morning_step_id}"


class Unfolding(models.Model):
    """Whether a step of the plan unfolds into its small steps for somebody; without a row their age decides."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    step = models.ForeignKey(Step, models.CASCADE, related_name="unfoldings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    unfolded = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "member"], name="unfolding_once_per_person_and_step")]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.unfolded}"
