"""How early or late a morning left, beside its plan and beside what was chosen on purpose."""

from dataclasses import dataclass

from routines.rules.morning.state import MorningState


@dataclass(frozen=True, slots=True)
class Left:
    """By how many minutes they left after the plan (less than nothing: before it), and how many had been chosen."""

    minutes: int
    chosen: int


def left_beside_plan(morning: MorningState) -> Left | None:
    """Return how early or late they left in whole minutes, the nearest; None before they left.

    None also without a time to leave, or where the routine does not want it said.
    """
    if morning.left is None or morning.planned_leave is None or not morning.tells_minutes:
        return None
    return Left(_minutes(morning.left - morning.planned_leave), chosen_minutes(morning))


def chosen_minutes(morning: MorningState) -> int:
    """Return by how many minutes leaving was moved on purpose."""
    if morning.leave is None or morning.planned_leave is None:
        return 0
    return _minutes(morning.leave - morning.planned_leave)


def _minutes(length) -> int:
    return round(length.total_seconds() / 60)
