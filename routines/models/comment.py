"""What people say in words or with a sticker, on a step."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from households.models import Household, Member
from routines.models.drawing import Drawing
from routines.models.override import Override
from routines.models.question import Question
from routines.models.step import Step


class Comment(models.Model):
    """A remark on a step. Said while a question is open, it belongs to that question and is veiled
    like its voices. A reply answers a safety override.
    """

    class Kind(models.TextChoices):
        """What the words are for."""

        COMMENT = "comment", _("Comment")
        REPLY = "reply", _("Reply")

    household = models.ForeignKey(Household, models.CASCADE, related_name="comments")
    step = models.ForeignKey(Step, models.CASCADE, related_name="comments")
    question = models.ForeignKey(Question, models.CASCADE, null=True, related_name="comments")
    override = models.ForeignKey(Override, models.CASCADE, null=True, related_name="replies")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.COMMENT)
    text = models.CharField(_("words"), max_length=2000, blank=True)
    sticker = models.CharField(_("sticker"), max_length=40, blank=True)
    drawing = models.ForeignKey(Drawing, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text="") | ~Q(sticker=""), name="comment_says_something")]

    def __str__(self) -> str:
        return self.text or self.sticker
