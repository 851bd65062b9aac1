"""A drawing somebody made with a finger on the tablet, kept as a small PNG."""

from django.db import models

from households.models import Household, Member

# A child's drawing after re-encoding; what is larger is scaled down first.
MOST_BYTES = 60_000
WIDTH, HEIGHT = 640, 480


class Drawing(models.Model):
    """A picture of one's own for an idea or a remark. Shown to whoever may see what it belongs to."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="drawings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    png = models.BinaryField(max_length=MOST_BYTES)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"drawing {self.id}"
