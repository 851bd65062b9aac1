"""The demo household: one Monday, the six weeks of mornings before it, and what a family made of them.

Everything in it is done by the product's own verbs, at the times a family would have done it, counted
back from now, so that a deadline is ahead and a trial still runs. It is a story to look at.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from households.models import Member
from routines.demo.beginning import beginning
from routines.demo.days import Days
from routines.demo.first_weeks import first_week, second_week
from routines.demo.last_weeks import fifth_week, sixth_week
from routines.demo.looked_in import looked_in
from routines.demo.middle_weeks import fourth_week, third_week
from routines.demo.monday import monday
from routines.demo.people import PASSWORD, SIGN_INS, found
from routines.demo.plan import write_down
from routines.demo.since_then import since_then
from routines.demo.telling import Telling
from routines.demo.weekend import friday, saturday, sunday

WEEKS = (first_week, second_week, third_week, fourth_week, fifth_week, sixth_week)
CHAPTERS = (beginning, *WEEKS, friday, saturday, sunday, monday, looked_in, since_then)

__all__ = ["PASSWORD", "SIGN_INS", "begin_demo"]


@transaction.atomic
def begin_demo(now: datetime | None = None) -> Member:
    """Make the demo household as it is at a moment, all of it or nothing; return its first parent."""
    days = Days(now or timezone.now())
    telling = Telling(found(days), days)
    write_down(telling)
    for chapter in CHAPTERS:
        chapter(telling)
    return Member.objects.select_related("household", "account").get(id=telling.family.maya.member_id)
