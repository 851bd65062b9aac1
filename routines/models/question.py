"""A question on a step, its options, and the voices of the people it is asked of."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from households.models import Household, Member
from routines.models.drawing import Drawing
from routines.models.step import Step


class Question(models.Model):
    """Something asked on a step, with the rung and the limits it had when it was opened.

    `round` grows whenever another proposal is put on the table of a co-produced question (`table`,
    as a trial of `trial_days` if set), and what was said is asked anew. `closed_at` with a decision means
    settled; closed without one means it was restarted or withdrawn, with the event saying why. `morning` is the one it
    came from, where somebody asked for it after noticing how that was.
    """

    household = models.ForeignKey(Household, models.CASCADE, related_name="questions")
    step = models.ForeignKey(Step, models.CASCADE, related_name="questions")
    text = models.CharField(_("question"), max_length=200)
    rung = models.PositiveSmallIntegerField()
    limits = models.TextField(_("what is fixed"), max_length=2000, blank=True)
    decider = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    deadline = models.DateField(_("until"), null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    table = models.ForeignKey("routines.Option", models.PROTECT, null=True, related_name="+")
    trial_days = models.PositiveSmallIntegerField(null=True, blank=True)
    morning = models.ForeignKey("routines.Morning", models.SET_NULL, null=True, related_name="questions")
    opened_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["step"], condition=Q(closed_at=None), name="question_one_open_per_step"),
            models.CheckConstraint(condition=Q(rung__gte=1, rung__lte=4), name="question_rung_in_range"),
            models.CheckConstraint(
                condition=Q(trial_days=None) | Q(trial_days__gte=1, trial_days__lte=3),
                name="question_trial_one_to_three_days",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Option(models.Model):
    """One way to do it, who had the idea, and what happens if it is chosen."""

    class Ground(models.TextChoices):
        """The only grounds on which a parent may rule something out."""

        DANGER = "danger", _("It is dangerous right now")
        HEALTH = "health", _("It harms somebody's health")
        LAW = "law", _("It is against the law")
        HARM = "harm", _("It harms other people")

    household = models.ForeignKey(Household, models.CASCADE, related_name="options")
    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    text = models.CharField(_("idea"), max_length=120)
    pictogram = models.CharField(_("picture"), max_length=40)
    drawing = models.ForeignKey(Drawing, models.PROTECT, null=True, blank=True, related_name="+")
    consequence = models.CharField(_("what happens if"), max_length=200, blank=True)
    proposed_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    acted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    veto_ground = models.CharField(max_length=10, choices=Ground.choices, blank=True)
    veto_reason = models.CharField(max_length=500, blank=True)
    vetoed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(veto_ground="") | ~Q(veto_reason=""), name="option_veto_has_a_reason")
        ]

    def __str__(self) -> str:
        return self.text


class Voice(models.Model):
    """What one person brings to one question: a concern, a say, a task. One row, so one query.

    `say` is empty until they have spoken; "choice" names its `option`; `note` is what they added in
    words, for "no" what would make it OK; `round` the question's round it was said in. A concern is NULL until
    given; an empty one says "nothing from me". Each `…_by` is set when somebody said it for them.
    """

    class Say(models.TextChoices):
        """What can be said; which of these a question takes depends on its rung."""

        GOT_IT = "got_it", _("Got it")
        QUESTION = "question", _("I have a question")
        DISLIKE = "dislike", _("I don't like it")
        CHOICE = "choice", _("This one")
        YES = "yes", _("Yes")
        OK = "ok", _("OK for now")
        UNSURE = "unsure", _("Not sure")
        NO = "no", _("No")
        PASS = "pass", _("Pass")

    household = models.ForeignKey(Household, models.CASCADE, related_name="voices")
    question = models.ForeignKey(Question, models.CASCADE, related_name="voices")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    say = models.CharField(max_length=10, choices=Say.choices, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    option = models.ForeignKey(Option, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=1000, blank=True)
    sticker = models.CharField(max_length=40, blank=True)
    said_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField(null=True)
    concern = models.CharField(_("what matters to me"), max_length=2000, null=True)  # noqa: DJ001, NULL is not ""
    concern_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    concern_at = models.DateTimeField(null=True)
    task = models.CharField(_("what I will do"), max_length=200, blank=True)
    task_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "member"], name="voice_one_per_person_and_question"),
            models.CheckConstraint(
                condition=Q(say="choice", option__isnull=False) | (~Q(say="choice") & Q(option__isnull=True)),
                name="voice_choice_names_its_option",
            ),
            models.CheckConstraint(
                condition=Q(say="", said_at__isnull=True) | (~Q(say="") & Q(said_at__isnull=False)),
                name="voice_said_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.say}"
