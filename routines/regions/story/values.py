"""What a step's story shows to one reader."""

from dataclasses import dataclass

from routines.regions.lanes import FaceView, LaneView
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class PlannedView:
    """Where a step stood in a month; `since` the day it came there, if in that month and not with its first day."""

    rung: int
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class PersonTimes:
    """How a step felt to one person in a month, in words: "Consult 3 times, Pushed once"."""

    person: Person
    words: str


@dataclass(frozen=True, slots=True)
class MorningLink:
    """A morning somebody told of; `day` is its weekday and its day of the month, `url` the way there."""

    url: str
    day: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month in words and numbers, the same as in the chart."""

    key: str
    name: str
    planned: tuple[PlannedView, ...]
    people: tuple[PersonTimes, ...]
    mornings: tuple[MorningLink, ...]


@dataclass(frozen=True, slots=True)
class MoveView:
    """A move on the ladder: when, who, from where to where, why, and who had wished for it."""

    day: str
    by: Person
    sentence: str
    rung: int
    rung_name: str
    reason: str
    wished: str


@dataclass(frozen=True, slots=True)
class CardView:
    """The step's card where it came to stand."""

    rung: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TickView:
    """A month below the chart; `year` only where one begins."""

    x: int
    middle: int
    name: str
    year: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """The chart: lanes with faces, and the dotted line of what was planned. All numbers are its own units.

    `wide_em` and `high_em` are how large it is drawn, so that it grows with the reader's text.
    """

    width: int
    height: int
    wide_em: str
    high_em: str
    foot: int
    lanes: tuple[LaneView, ...]
    ticks: tuple[TickView, ...]
    line: str
    cards: tuple[CardView, ...]
    faces: tuple[FaceView, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A step's story for one reader, the latest month first in words, last in the chart.

    `older` and `newer` are months as `2026-03`, to page to; "" at either end. `told` is whether anybody told how it
    felt, `veiled` that the reader has not told of a morning that others told of.
    """

    household_id: int
    step_id: int
    routine_id: int
    title: str
    pictogram: str
    rung: int
    rung_name: str
    archived: bool
    months: tuple[MonthView, ...]
    chart: ChartView
    moves: tuple[MoveView, ...]
    began: str
    older: str
    newer: str
    told: bool
    veiled: bool
