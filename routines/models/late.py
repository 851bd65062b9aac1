"""What somebody said on a tablet that was offline, and that arrived after the question had closed."""

from django.db import models

from households.models import Household, Member
from routines.models.question import Option, Question, Voice


class LateVoice(models.Model):
    """A say that came too late to count. It is kept and shown, never added to the decision."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="late_voices")
    question = models.ForeignKey(Question, models.CASCADE, related_name="late_voices")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    say = models.CharField(max_length=10, choices=Voice.Say.choices)
    option = models.ForeignKey(Option, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=1000, blank=True)
    arrived_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "member"], name="late_voice_one_per_person_and_question")
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.say}"
