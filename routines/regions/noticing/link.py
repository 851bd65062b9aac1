"""The morning a change is being made from, as a link."""

from routines.models import Morning
from routines.regions.look import Look
from routines.regions.said import came_from
from routines.regions.values import CameFrom
from routines.rules.state import MorningRef


def morning_link(look: Look, morning_id: int) -> CameFrom | None:
    """Return a morning of the household in words, or None where there is none. One query."""
    on = Morning.objects.of(look.household_id).filter(id=morning_id).values_list("on", flat=True).first()
    return came_from(look, MorningRef(morning_id, on)) if on else None
