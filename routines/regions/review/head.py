"""What stands above every page of a review: whose it is, until when, and that the family may stop it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from routines.regions.review.scene import ReviewScene
from routines.regions.review.values import HeadView


def head_view(scene: ReviewScene) -> HeadView:
    """Return the head of a page."""
    until = scene.onlooker.until_on
    words = date_format(until, _("j F") if until.year == scene.today.year else _("j F Y"))
    return HeadView(scene.onlooker.key, scene.onlooker.household_name, words, scene.turn)
