"""Reads a morning for its page, together with which of its steps the plan still has."""

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q

from routines.models.morning import Morning
from routines.models.mornings import morning_of
from routines.models.noticing import Slip
from routines.models.today_ask import TodayAsk
from routines.rules.morning.state import MorningState


def morning_in_plan(household_id: int, morning_id: int) -> tuple[MorningState, frozenset[int]] | None:
    """Return a morning as it is now and the ids of the plan's current steps, or None for an unknown one.

    One query; one more for its steps if it has changed since it was last read, and one each for wishes that wait and
    for slips, if there are any.
    """
    asks = TodayAsk.objects.filter(morning_id=OuterRef("id"), state=TodayAsk.State.WAITING)
    slips = Slip.objects.filter(morning_id=OuterRef("id"), taken_back_at=None)
    planned = FilteredRelation("routine__steps", condition=Q(routine__steps__archived_at=None))
    found = Morning.objects.of(household_id).filter(id=morning_id)
    found = found.annotate(has_asks=Exists(asks), has_slips=Exists(slips), planned=planned, in_plan=F("planned__id"))
    rows = list(found)
    if not rows:
        return None
    return morning_of(rows[0]), frozenset(row.in_plan for row in rows if row.in_plan is not None)
