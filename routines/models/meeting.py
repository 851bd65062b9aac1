"""The weekly family meeting: who chairs it, and what came of what was talked about."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member


class Meeting(models.Model):
    """One meeting. Its agenda is gathered by itself; `chair` goes round."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="meetings")
    on = models.DateField()
    chair = models.ForeignKey(Member, models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household"], condition=Q(ended_at=None, taken_back_at=None), name="meeting_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"meeting {self.on}"


class MeetingNote(models.Model):
    """What came of one thing on a meeting's agenda. `key` names the thing, such as "question-12"."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="meeting_notes")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "key"], name="meeting_note_once_per_thing")]

    def __str__(self) -> str:
        return self.title
