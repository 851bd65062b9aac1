"""A pick: a question that comes back every morning, settled by fair turns."""

from typing import Self

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.drawing import Drawing
from routines.models.morning import Morning
from routines.models.question import Option
from routines.models.step import Step


class Bundle(models.Model):
    """Picks that share one memory, because everybody they are for agreed to it openly. It begins with fresh jars."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="bundles")
    proposed_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"bundle {self.id}"


class BundleVoice(models.Model):
    """What somebody says to sharing one memory."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="voices")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bundle", "member"], name="bundle_voice_one_per_person")]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.agrees}"


class PickQuerySet(models.QuerySet["Pick"]):
    """Picks, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return one household's picks."""
        return self.filter(household_id=household_id)

    def current(self) -> Self:
        """Return those not put away."""
        return self.filter(archived_at=None)


class Pick(models.Model):
    """Something chosen anew each morning on a step, by those the step is for.

    `until` is when picking ends by the clock at home; NULL means when its step begins.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="picks")
    step = models.ForeignKey(Step, models.CASCADE, related_name="picks")
    text = models.CharField(max_length=120)
    until = models.TimeField(null=True)
    bundle = models.ForeignKey(Bundle, models.SET_NULL, null=True, related_name="picks")
    made_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    objects = PickQuerySet.as_manager()

    def __str__(self) -> str:
        return self.text


class PickOption(models.Model):
    """One thing that can be picked. It stays through the mornings until somebody puts it away."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="pick_options")
    pick = models.ForeignKey(Pick, models.CASCADE, related_name="options")
    text = models.CharField(max_length=80)
    pictogram = models.CharField(max_length=40)
    drawing = models.ForeignKey(Drawing, models.PROTECT, null=True, related_name="+")
    proposed_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.text


class Picking(models.Model):
    """A pick on one morning. Taps are hidden until it closes: when all tapped, or at `closes_at`.

    `record` is what it was settled by, in plain ids, so that jars can be derived by replay however people and
    options change later: `{"options": [...], "ballots": {member: [options]}, "guests": [...], "members": [...]}`.
    A treat is one person's choice that no memory counts.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="pickings")
    morning = models.ForeignKey(Morning, models.CASCADE, related_name="pickings")
    pick = models.ForeignKey(Pick, models.CASCADE, related_name="pickings")
    bundle = models.ForeignKey(Bundle, models.SET_NULL, null=True, related_name="+")
    closes_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    winner = models.ForeignKey(PickOption, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20, blank=True)
    decided_by = models.CharField(max_length=20, blank=True)
    record = models.JSONField(default=dict)
    treat_for = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    treat_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["morning", "pick"], name="picking_once_a_morning"),
            models.CheckConstraint(
                condition=Q(settled_at=None, winner=None) | Q(settled_at__isnull=False),
                name="picking_winner_when_settled",
            ),
        ]
        indexes = [models.Index(fields=["household", "pick", "id"], name="picking_of_pick")]

    def __str__(self) -> str:
        return f"picking {self.id}"


class Ballot(models.Model):
    """What one person tapped; no options at all is a pass. One that came too `late` is kept and never counted."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="ballots")
    picking = models.ForeignKey(Picking, models.CASCADE, related_name="ballots")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    options = models.JSONField(default=list)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    late = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picking", "member", "late"], name="ballot_one_per_person")]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.options}"


class PickVeto(models.Model):
    """An option ruled out for one morning by a parent, on one of the four grounds, with a reason a child can read."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="pick_vetoes")
    picking = models.ForeignKey(Picking, models.CASCADE, related_name="vetoes")
    option = models.ForeignKey(PickOption, models.CASCADE, related_name="+")
    ground = models.CharField(max_length=10, choices=Option.Ground.choices)
    reason = models.CharField(max_length=500)
    vetoed_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    vetoed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picking", "option"], name="pick_veto_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="pick_veto_has_a_reason"),
            models.CheckConstraint(
                condition=Q(ground__in=["danger", "health", "law", "harm"]), name="pick_veto_ground_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground}: {self.reason}"
