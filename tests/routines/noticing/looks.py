"""Looking at the household as one of its members, at the tests' own time."""

from households.access import viewer_of
from households.models import Household, Member
from routines.regions import page
from routines.regions.look import Look
from tests.routines.noticing.lived import Lived


def look_of(lived: Lived, who: Member) -> Look:
    """Return how somebody looks at the household now."""
    household = Household.objects.get(id=who.household_id)
    return page.look_of(viewer_of(lived.morning.actor(who), {}), household, lived.now)
