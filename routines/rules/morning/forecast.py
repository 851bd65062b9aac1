"""When to start, by how long the last mornings really took. Below five mornings nothing is claimed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import ceil

LEAST = 5
MOST = 20
CAREFUL = Fraction(4, 5)


@dataclass(frozen=True, slots=True)
class Forecast:
    """When to start to be off in time, resting on some mornings.

    `usual_minutes` is the median, `careful_minutes` what four of five mornings kept to; `start_by` goes by the careful
    ones. All three are None until there are `enough`, for which `missing` more are needed. `over_plan` is by how many
    minutes the usual morning is longer than planned, less than nothing for a shorter one.
    """

    enough: bool
    rests_on: int
    missing: int
    usual_minutes: int | None = None
    careful_minutes: int | None = None
    start_by: datetime | None = None
    over_plan: int | None = None


@dataclass(frozen=True, slots=True)
class StepForecast:
    """How long a step usually takes beside its plan, in minutes; None until there are enough mornings."""

    step: int
    planned_minutes: int
    enough: bool
    rests_on: int
    usual_minutes: int | None = None


def forecast(minutes: Sequence[int], planned_minutes: int, leave: datetime | None) -> Forecast:
    """Return the forecast from the real minutes of a routine's mornings, newest first; the last twenty count.

    `leave` is aware; without a time to leave there is no time to start.
    """
    last = tuple(minutes[:MOST])
    if len(last) < LEAST:
        return Forecast(False, len(last), LEAST - len(last))
    usual, careful = median(last), nearest_rank(last, CAREFUL)
    return Forecast(
        enough=True,
        rests_on=len(last),
        missing=0,
        usual_minutes=usual,
        careful_minutes=careful,
        start_by=_before(leave, careful) if leave else None,
        over_plan=usual - planned_minutes,
    )


def step_forecasts(
    minutes: Mapping[int, Sequence[int]], planned: Iterable[tuple[int, int]]
) -> tuple[StepForecast, ...]:
    """Return how long each planned step (id, minutes) usually takes, from its real minutes, newest first."""
    return tuple(
        _of_step(step, minutes_planned, tuple(minutes.get(step, ())[:MOST])) for step, minutes_planned in planned
    )


def median(values: Sequence[int]) -> int:
    """Return the middle value; of two middle ones the mean, a half rounded up."""
    ordered = sorted(values)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return -(-(low + high) // 2)


def nearest_rank(values: Sequence[int], share: Fraction) -> int:
    """Return the smallest value that at least such a share of all keeps to (the nearest-rank quantile)."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def _of_step(step: int, planned: int, last: tuple[int, ...]) -> StepForecast:
    enough = len(last) >= LEAST
    return StepForecast(step, planned, enough, len(last), median(last) if enough else None)


def _before(leave: datetime, minutes: int) -> datetime:
    """Go back real minutes, also on the night the clocks change, and say it by the clock of the leaving time."""
    return (leave.astimezone(UTC) - timedelta(minutes=minutes)).astimezone(leave.tzinfo)
