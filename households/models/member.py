"""A member: one person in one household, with a face and a colour of their own."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from households.models.account import Account
from households.models.household import Household


class MemberQuerySet(models.QuerySet["Member"]):
    """Members, asked for in the family's words."""

    def of(self, household_id: int) -> Self:
        """Return the members of one household, those who left included."""
        return self.filter(household_id=household_id)

    def here(self) -> Self:
        """Return those who have not left."""
        return self.filter(left_at=None)

    def signed_in_as(self, account_id: int) -> Self:
        """Return the memberships of one account that have not ended, with their households."""
        return self.here().filter(account_id=account_id).select_related("household")

    def in_order(self) -> Self:
        """Return them in the household's own fixed order."""
        return self.order_by("position", "id")


class Member(models.Model):
    """Somebody of the household. Leaving is a date, never a deletion: their history stays."""

    class Kind(models.TextChoices):
        """Who somebody is in the household; decides what the ladder lets them do."""

        PARENT = "parent", _("Parent or carer")
        TEEN = "teen", _("Teenager")
        CHILD = "child", _("Child")
        SUPPORTER = "supporter", _("Supporter")

    class AgeBand(models.TextChoices):
        """How old a child is, as far as the words and pictures need to know."""

        SMALL = "3-5", _("3 to 5")
        MIDDLE = "6-9", _("6 to 9")
        BIG = "10-12", _("10 to 12")

    class Colour(models.TextChoices):
        """The twelve fixed colours of people; the style sheet gives them their shades."""

        SUN = "sun", pgettext_lazy("colour", "Sun")
        MINT = "mint", _("Mint")
        ROSE = "rose", _("Rose")
        SKY = "sky", _("Sky")
        LILAC = "lilac", _("Lilac")
        PEACH = "peach", _("Peach")
        LIME = "lime", _("Lime")
        AQUA = "aqua", _("Aqua")
        CORAL = "coral", _("Coral")
        SAND = "sand", _("Sand")
        PLUM = "plum", _("Plum")
        STONE = "stone", _("Stone")

    class TextSize(models.TextChoices):
        """How large words are on the shared tablet."""

        NORMAL = "normal", pgettext_lazy("text size", "As usual")
        LARGE = "large", pgettext_lazy("text size", "Large")
        LARGEST = "largest", pgettext_lazy("text size", "Very large")

    household = models.ForeignKey(Household, models.CASCADE, related_name="members")
    account = models.ForeignKey(Account, models.SET_NULL, null=True, blank=True, related_name="memberships")
    name = models.CharField(_("name"), max_length=40)
    kind = models.CharField(_("who"), max_length=10, choices=Kind.choices)
    age_band = models.CharField(_("age"), max_length=5, choices=AgeBand.choices, blank=True)
    face = models.CharField(_("face"), max_length=40)
    colour = models.CharField(_("colour"), max_length=10, choices=Colour.choices)
    position = models.PositiveSmallIntegerField(default=0)
    text_size = models.CharField(_("text on the tablet"), max_length=10, choices=TextSize.choices, default="normal")
    reads_aloud = models.BooleanField(_("read everything to them"), default=False)
    language = models.CharField(_("language on the tablet"), max_length=16, blank=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "account"],
                condition=Q(left_at=None, account__isnull=False),
                name="member_account_once_per_household",
            ),
            models.UniqueConstraint(
                fields=["household", "colour"],
                condition=Q(left_at=None),
                name="member_colour_of_their_own",
            ),
            models.UniqueConstraint(
                fields=["household", "face"],
                condition=Q(left_at=None),
                name="member_face_of_their_own",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["parent", "teen", "child", "supporter"]),
                name="member_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(kind="child", age_band__in=["3-5", "6-9", "10-12"]) | (~Q(kind="child") & Q(age_band="")),
                name="member_age_band_for_children_only",
            ),
        ]

    def __str__(self) -> str:
        return self.name
