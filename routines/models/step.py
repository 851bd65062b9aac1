"""A step of a routine: what happens, for whom, by whom, and on which rung it stands."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from households.models import Household, Member
from routines.models.routine import Routine


class StepQuerySet(models.QuerySet["Step"]):
    """Steps, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's steps."""
        return self.filter(household_id=household_id)

    def current(self) -> Self:
        """Return those not archived."""
        return self.filter(archived_at=None)

    def in_order(self) -> Self:
        """Return them as they follow each other."""
        return self.order_by("position")


class Step(models.Model):
    """One step. `rung` is 1 inform, 2 consult, 3 co-design, 4 co-produce.

    `alongside` steps start together with the step before them. `over_to_you` marks an inform step
    handed to the person it names; for one person alone it makes the step their own matter.
    `least` is how few minutes it can take when time is scarce, NULL for half of them. `small_steps` are what it unfolds
    into, one a line.
    `safety` keeps a step on inform: explained, never voted on. `revision` is the household's
    revision when the step or anything said on it last changed.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="steps")
    routine = models.ForeignKey(Routine, models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=80)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    least = models.PositiveSmallIntegerField(_("at least"), null=True, blank=True)
    small_steps = models.TextField(_("small steps"), max_length=1000, blank=True)
    pictogram = models.CharField(_("picture"), max_length=40)
    rung = models.PositiveSmallIntegerField()
    why = models.TextField(_("why"), max_length=2000, blank=True)
    limits = models.TextField(_("what is fixed"), max_length=2000, blank=True)
    alongside = models.BooleanField(_("at the same time as the step before"), default=False)
    over_to_you = models.BooleanField(_("over to you"), default=False)
    safety = models.BooleanField(_("a matter of safety"), default=False)
    decider = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who decides")
    )
    revision = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["routine", "position"],
                condition=Q(archived_at=None),
                name="step_one_order_per_routine",
            ),
            models.CheckConstraint(condition=Q(rung__gte=1, rung__lte=4), name="step_rung_in_range"),
            models.CheckConstraint(condition=Q(minutes__gte=0, minutes__lte=600), name="step_minutes_in_range"),
            models.CheckConstraint(
                condition=Q(least=None) | Q(least__lte=F("minutes")), name="step_least_within_minutes"
            ),
            models.CheckConstraint(condition=Q(safety=False) | Q(rung=1), name="step_safety_is_inform"),
            models.CheckConstraint(condition=Q(over_to_you=False) | Q(rung=1), name="step_over_to_you_is_inform"),
        ]

    def __str__(self) -> str:
        return self.title


class StepPerson(models.Model):
    """A member named by a step: affected by it (has the say its rung gives) or doing it."""

    class Part(models.TextChoices):
        """How the step names somebody."""

        AFFECTED = "affected", _("It is for")
        DOER = "doer", _("Does it")

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    step = models.ForeignKey(Step, models.CASCADE, related_name="people")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    part = models.CharField(max_length=8, choices=Part.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step", "member", "part"], name="step_person_once"),
            models.CheckConstraint(condition=Q(part__in=["affected", "doer"]), name="step_person_part_known"),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.member_id}"
