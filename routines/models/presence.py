"""Who is here on which day: two homes, alternate weeks, single days, and pauses."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from households.models import Household, Member
from routines.models.routine import Routine


class Presence(models.Model):
    """On which days of two weeks somebody is here, from a day on, until another takes its place.

    `days` is a mask of 14 bits: Monday of the week that begins on `begins_on` (a Monday) is 1, Sunday of the week
    after it 8192. A home that is the same every week says it twice.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="presences")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField()
    begins_on = models.DateField()
    from_on = models.DateField()
    set_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__gte=0, days__lt=2**14), name="presence_days_of_two_weeks"),
            models.CheckConstraint(condition=Q(begins_on__iso_week_day=1), name="presence_begins_on_a_monday"),
            models.UniqueConstraint(
                fields=["member", "from_on"], condition=Q(replaced_at=None), name="presence_one_from_a_day_on"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.days}"


class PresenceDay(models.Model):
    """One day that is other than the pattern says."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="presence_days")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    on = models.DateField()
    here = models.BooleanField()
    set_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "on"], name="presence_day_once")]

    def __str__(self) -> str:
        return f"{self.member_id} {self.on}: {self.here}"


class PauseQuerySet(models.QuerySet["Pause"]):
    """Pauses, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's pauses that were not taken back or ended before they began."""
        return self.filter(household_id=household_id, taken_back_at=None)


class Pause(models.Model):
    """A time without mornings: for everybody or one person (`member`), of all routines or one.

    `until_on` is its last day, NULL while nobody knows.
    """

    class Kind(models.TextChoices):
        """Why."""

        HOLIDAY = "holiday", _("Holiday")
        SICK = "sick", _("Sick")
        OTHER = "other", _("Something else")

    household = models.ForeignKey(Household, models.CASCADE, related_name="pauses")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    routine = models.ForeignKey(Routine, models.CASCADE, null=True, related_name="pauses")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    note = models.CharField(max_length=200, blank=True)
    set_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    objects = PauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["holiday", "sick", "other"]), name="pause_kind_known"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="pause_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.from_on}"
