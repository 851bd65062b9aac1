"""How a question ended, and the answer each voice got."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.question import Option, Question


class Decision(models.Model):
    """The end of a question. Settled is immutable; only `taken_back_at` may follow, once.

    `called_rung` is the rung it truly was: a co-produced agreement in which not everybody has a
    task is called co-design. `tally` is `{option id: votes}`; `tie_rule` names what broke a tie
    and `turn_member` whose turn it used.
    """

    class Kind(models.TextChoices):
        """What sort of ending it was."""

        INFORMED = "informed"
        DECIDED = "decided"
        COUNTED = "counted"
        AGREED = "agreed"
        OWN = "own"
        UNCHANGED = "unchanged"

    household = models.ForeignKey(Household, models.CASCADE, related_name="decisions")
    question = models.OneToOneField(Question, models.CASCADE, related_name="decision")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    called_rung = models.PositiveSmallIntegerField()
    option = models.ForeignKey(Option, models.PROTECT, null=True, related_name="+")
    text = models.CharField(max_length=500, blank=True)
    reason = models.CharField(max_length=2000, blank=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    trial_until = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    tally = models.JSONField(default=dict)
    tie_rule = models.CharField(max_length=20, blank=True)
    turn_member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(called_rung__gte=1, called_rung__lte=4),
                name="decision_rung_in_range",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


class Answer(models.Model):
    """You said, we did (or did not), because: the answer one person's voice got."""

    class Did(models.TextChoices):
        """What became of what somebody said."""

        DID = "did"
        PARTLY = "partly"
        DIDNT = "didnt"

    household = models.ForeignKey(Household, models.CASCADE, related_name="answers")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="answers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    did = models.CharField(max_length=6, choices=Did.choices)
    because = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "member"], name="answer_one_per_person_and_decision"),
            models.CheckConstraint(condition=~Q(because=""), name="answer_says_because"),
        ]

    def __str__(self) -> str:
        return f"{self.did}: {self.because}"
