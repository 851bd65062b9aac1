"""What a family may let somebody outside see, for how long, and whose word counts. Pure."""

from collections.abc import Collection
from datetime import date, timedelta

from households.rules.people import ALLOWED, PARENT, Standing, Verdict, refuse

# Rungs and decisions; counts; words people wrote; how steps felt; a part in an organisation's numbers.
RUNGS, COUNTS, COMMENTS, FEELINGS, TOGETHER = "rungs", "counts", "comments", "feelings", "together"
KINDS = (RUNGS, COUNTS, COMMENTS, FEELINGS, TOGETHER)
# What a form proposes; nothing personal is switched on beforehand.
PROPOSED_KINDS = (RUNGS, COUNTS)
USUAL = timedelta(weeks=12)
LONGEST = timedelta(weeks=52)


def may_consent(actor: Standing) -> Verdict:
    """Parents let somebody look in, narrow what they see, and end it: any of them, whoever gave it."""
    return ALLOWED if actor.kind == PARENT else refuse("parents_only")


def may_refuse(actor: Standing, member: Standing) -> Verdict:
    """Everybody says no, and yes again, for their own part, and nobody for somebody else's."""
    if member.left:
        return refuse("has_left")
    return ALLOWED if actor.id == member.id else refuse("own_part_only")


def is_over(until_on: date, today: date) -> bool:
    """Return whether a consent's last day has gone by; both by the household's clock."""
    return today > until_on


def until_fits(until_on: date, today: date) -> Verdict:
    """A consent ends today at the earliest and after a year at the latest."""
    if until_on < today:
        return refuse("consent_in_the_past")
    return ALLOWED if until_on <= today + LONGEST else refuse("consent_too_long")


def shared_members(named: Collection[int], here: Collection[int], refused: Collection[int]) -> frozenset[int]:
    """Return whose part is seen: those named who are still here and did not say no."""
    return frozenset(named) & frozenset(here) - frozenset(refused)
