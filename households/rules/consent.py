"""What a family may let somebody outside see, for how long, and whose word counts. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Terms:
    """What is shared: which kinds, of which routines and members (plain ids), until which day of the household."""

    kinds: tuple[str, ...]
    routine_ids: tuple[int, ...]
    member_ids: tuple[int, ...]
    until_on: date

    def facts(self) -> dict[str, object]:
        """Return its fields and their values, as they are stored."""
        return {
            "kinds": list(self.kinds),
            "routine_ids": list(self.routine_ids),
            "member_ids": list(self.member_ids),
            "until_on": self.until_on,
        }

    def without(self, *, kind: str = "", routine_id: int | None = None, member_ids: Collection[int] = ()) -> "Terms":
        """Return them without one kind, one routine or some members."""
        return replace(
            self,
            kinds=tuple(each for each in self.kinds if each != kind),
            routine_ids=tuple(each for each in self.routine_ids if each != routine_id),
            member_ids=tuple(each for each in self.member_ids if each not in member_ids),
        )

    @property
    def empty(self) -> bool:
        """Return whether nothing is shared any more: no kind, no routine, or nobody."""
        return not (self.kinds and self.routine_ids and self.member_ids)


def usual_until(today: date) -> date:
    """Return the last day a form proposes."""
    return today + USUAL


def terms_fit(terms: Terms, today: date, here: Collection[int]) -> tuple[Verdict, str]:
    """Return whether terms can be given, and the field a no is about. `here` are the household's members of now."""
    if not terms.kinds or not set(terms.kinds) <= set(KINDS):
        return refuse("consent_no_kind"), "kinds"
    if not terms.routine_ids:
        return refuse("consent_no_routine"), "routines"
    if not set(terms.member_ids) & set(here):
        return refuse("consent_nobody"), "members"
    return until_fits(terms.until_on, today), "until_on"
