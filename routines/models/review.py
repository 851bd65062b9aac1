"""The review: what a facilitator asks a family, its answers, their private notes, and sessions held together."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from households.models import Consent, Facilitator, Household, Member
from routines.models.routine import Routine
from routines.models.step import Step


class ReviewQuestionQuerySet(models.QuerySet["ReviewQuestion"]):
    """Questions of facilitators, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return those asked of one household, without those taken back."""
        return self.filter(household_id=household_id, taken_back_at=None)

    def unanswered_by(self, member_ids: Iterable[int]) -> Self:
        """Return those not closed that none of some members has answered. A pass is no answer, as nobody is told it."""
        answers = ReviewAnswer.objects.filter(question_id=OuterRef("id"), member_id__in=member_ids).given()
        return self.filter(~Exists(answers), closed_at=None, taken_back_at=None)


class ReviewQuestion(models.Model):
    """A facilitator's question to a family, about a routine, a step or nothing in particular.

    `starter` names the sentence it began with ("" for their own). Nobody has to answer.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="review_questions")
    consent = models.ForeignKey(Consent, models.CASCADE, related_name="questions")
    routine = models.ForeignKey(Routine, models.CASCADE, null=True, related_name="+")
    step = models.ForeignKey(Step, models.CASCADE, null=True, related_name="+")
    starter = models.CharField(max_length=12, blank=True)
    text = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = ReviewQuestionQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="review_question_asks_something")]
        indexes = [models.Index(fields=["household", "-id"], name="review_question_latest")]

    def __str__(self) -> str:
        return self.text


class ReviewAnswerQuerySet(models.QuerySet["ReviewAnswer"]):
    """Answers, asked for in the family's words."""

    def given(self) -> Self:
        """Return those that say something: passes are left out."""
        return self.exclude(text="", pictogram="")


class ReviewAnswer(models.Model):
    """What one member answers, in words or with a picture; theirs to change. A pass is both left empty."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="review_answers")
    question = models.ForeignKey(ReviewQuestion, models.CASCADE, related_name="answers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    text = models.CharField(max_length=500, blank=True)
    pictogram = models.CharField(max_length=40, blank=True)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()

    objects = ReviewAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "member"], name="review_answer_one_per_person_and_question")
        ]

    def __str__(self) -> str:
        return self.text or self.pictogram


class ReviewNote(models.Model):
    """A facilitator's private note. It closes with the consent, and opens again if a new one is given."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="review_notes")
    facilitator = models.ForeignKey(Facilitator, models.CASCADE, related_name="notes")
    step = models.ForeignKey(Step, models.SET_NULL, null=True, related_name="+")
    text = models.CharField(max_length=2000)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="review_note_says_something")]

    def __str__(self) -> str:
        return self.text[:40]


class ReviewSession(models.Model):
    """A review held together: its agenda, and a summary both sides sign off.

    `version` grows with every change of the summary, and whoever signs names the one they read. A changed summary
    has no signatures.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="review_sessions")
    consent = models.ForeignKey(Consent, models.CASCADE, related_name="sessions")
    on = models.DateField()
    planned_at = models.DateTimeField()
    summary = models.TextField(max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    signed_at = models.DateTimeField(null=True)
    family_signed_at = models.DateTimeField(null=True)
    family_signed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(family_signed_at=None, family_signed_by=None)
                | Q(family_signed_at__isnull=False, family_signed_by__isnull=False),
                name="review_session_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(summary="") | Q(signed_at=None, family_signed_at=None),
                name="review_session_signs_a_summary",
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.on}"


class ReviewItem(models.Model):
    """One thing on a review session's agenda; `by` is NULL where the facilitator put it there."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    session = models.ForeignKey(ReviewSession, models.CASCADE, related_name="items")
    text = models.CharField(max_length=200)
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="review_item_says_something")]

    def __str__(self) -> str:
        return self.text
