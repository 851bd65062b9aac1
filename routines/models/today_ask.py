"""A change of today that waits for those who have a say in it: skip, swap, put in, move, more time."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.morning import Morning, MorningStep


class TodayAsk(models.Model):
    """Somebody's wish to do today otherwise, and what became of it. `rung` is that of the step it is about.

    `minutes` are those of a step put in or swapped in, or how much later they want to leave. `after` is the step
    behind which something is put in or moved (NULL: to the beginning).
    """

    class Kind(models.TextChoices):
        """What is to be other than planned."""

        SKIP = "skip"
        SWAP = "swap"
        INSERT = "insert"
        MOVE = "move"
        LATER = "later"

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    household = models.ForeignKey(Household, models.CASCADE, related_name="today_asks")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="asks")
    morning_step = models.ForeignKey(MorningStep, models.CASCADE, null=True, related_name="asks")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    rung = models.PositiveSmallIntegerField()
    asked_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=80, blank=True)
    pictogram = models.CharField(max_length=40, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    after = models.ForeignKey(MorningStep, models.CASCADE, null=True, related_name="+")
    asked = models.JSONField(default=list)
    deciders = models.JSONField(default=list)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    undo = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["skip", "swap", "insert", "move", "later"]), name="today_ask_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None) | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="today_ask_decided_at_a_time",
            ),
            models.CheckConstraint(condition=Q(rung__gte=1, rung__lte=4), name="today_ask_rung_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"


class TodayVoice(models.Model):
    """What one person said to a change of today."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="today_voices")
    ask = models.ForeignKey(TodayAsk, models.CASCADE, related_name="voices")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ask", "member"], name="today_voice_one_per_person")]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.agrees}"
