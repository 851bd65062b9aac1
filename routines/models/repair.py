"""What follows from a morning: a sorry, something to do differently, a thank-you."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.morning import Morning, MorningStep
from routines.models.question import Question
from routines.models.step import Step


class Repair(models.Model):
    """A sorry or a thank-you to somebody (`to` NULL: to everybody), or a change that is tried instead.

    A change became whatever the step's rung lets it become: `question` is where it is asked, NULL where it was kept
    as a remark. `answer` is what the other gave back, a picture by name; nobody has to.
    """

    class Kind(models.TextChoices):
        """What it is."""

        SORRY = "sorry"
        CHANGE = "change"
        THANKS = "thanks"

    household = models.ForeignKey(Household, models.CASCADE, related_name="repairs")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="repairs")
    morning_step = models.ForeignKey(MorningStep, models.CASCADE, null=True, related_name="repairs")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="repairs")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    to = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    text = models.CharField(max_length=500, blank=True)
    pictogram = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    question = models.ForeignKey(Question, models.SET_NULL, null=True, related_name="repairs")
    answer = models.CharField(max_length=40, blank=True)
    answered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["sorry", "change", "thanks"]), name="repair_kind_known"),
            models.CheckConstraint(condition=~Q(text="") | ~Q(pictogram=""), name="repair_says_something"),
        ]
        indexes = [models.Index(fields=["household", "-id"], name="repair_latest")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"
