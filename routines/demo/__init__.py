"""The demo household: one Monday, the days around it, and what a family made of them.

Everything in it is done by the product's own verbs, at the times a family would have done it, counted
back from now. It is a story to look at, not a fixture to build on.
"""

from datetime import datetime

from django.db import transaction

from households.models import Account, Member
from routines.demo.days import Days
from routines.demo.people import ADDRESSES, found, make_accounts
from routines.demo.plan import make_plan
from routines.demo.story_of_monday import monday, tuesday
from routines.demo.story_of_now import now as lately
from routines.demo.story_of_weekend import friday, saturday, sunday
from routines.demo.telling import Telling

__all__ = ["ADDRESSES", "is_told", "tell"]


def is_told() -> bool:
    """Return whether the demo household is there."""
    accounts = Account.objects.filter(email__in=ADDRESSES.values())
    return Member.objects.here().filter(account__in=accounts).exists()


def tell(*, password: str, at: datetime) -> None:
    """Make the demo household as it is at a moment, with accounts that share a password.

    All of it is stored or nothing. Takes a second or so.
    """
    with transaction.atomic():
        days = Days(at)
        family = found(make_accounts(password), days)
        telling = Telling(family, days)
        make_plan(telling)
        for chapter in (friday, saturday, sunday, monday, tuesday, lately):
            chapter(telling)
