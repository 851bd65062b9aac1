"""The household: the family whose mornings these are, and the counter that orders its history."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Household(models.Model):
    """People who build their days together.

    `revision` grows by one with every change, in the change's own transaction: events, steps and
    live messages carry it, so that a screen can tell what it has missed. `people_revision` is the
    revision at which its members last changed.
    """

    name = models.CharField(_("name"), max_length=80)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    language = models.CharField(_("language"), max_length=16, default="en")
    revision = models.PositiveBigIntegerField(default=0)
    people_revision = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
