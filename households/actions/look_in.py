"""Noting what a facilitator opened: the family sees every one of these."""

from datetime import datetime

from households.models import LookIn
from households.onlooker import Onlooker


def looked_in(
    *, onlooker: Onlooker, page: str, at: datetime, routine: int | None = None, step: int | None = None
) -> LookIn:
    """Note that a page was opened; `page` is one of `households.consent_words.PAGES`, routine and step plain ids.

    One query; nothing of the household moves on with it.
    """
    return LookIn.objects.create(
        household_id=onlooker.household_id,
        consent_id=onlooker.consent_id,
        page=page,
        routine_key=routine,
        step_key=step,
        at=at,
    )
