"""A line a parent recorded, so that a question or an idea can be heard where a browser has no voice."""

from django.db import models
from django.db.models import Q

from households.models import Household, Member
from routines.models.question import Option, Question

MOST_BYTES = 400_000
MOST_SECONDS = 20


class Recording(models.Model):
    """How a question or one of its ideas sounds, in a parent's voice. Never a child's."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="recordings")
    question = models.ForeignKey(Question, models.CASCADE, related_name="recordings")
    option = models.ForeignKey(Option, models.CASCADE, null=True, related_name="recordings")
    sound = models.BinaryField(max_length=MOST_BYTES)
    kind = models.CharField(max_length=20)
    recorded_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["audio/webm", "audio/mp4", "audio/ogg"]), name="recording_kind_known"
            ),
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(option=None, removed_at=None),
                name="recording_one_per_question",
            ),
            models.UniqueConstraint(
                fields=["option"],
                condition=Q(option__isnull=False, removed_at=None),
                name="recording_one_per_option",
            ),
        ]

    def __str__(self) -> str:
        return f"recording {self.id}"
