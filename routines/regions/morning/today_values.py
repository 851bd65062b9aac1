"""What the page of today shows, as frozen values."""

from dataclasses import dataclass

from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class AwayView:
    """Somebody a routine names who is not here today, and why."""

    person: Person
    why: str


@dataclass(frozen=True, slots=True)
class TopView:
    """The routine on top. `now` says that it is its time; `pictograms` are those of its first steps.

    `forecast` says when to start by what the last mornings really took, "" where there are none.
    """

    household_id: int
    id: int
    title: str
    pictograms: tuple[str, ...]
    now: bool
    start: str
    leave: str
    minutes: int
    steps: int
    here: tuple[Person, ...]
    away: tuple[AwayView, ...]
    may_start: bool
    why_not: str
    forecast: str


@dataclass(frozen=True, slots=True)
class LaterView:
    """A routine that comes later today."""

    id: int
    title: str
    pictogram: str
    start: str
    leave: str


@dataclass(frozen=True, slots=True)
class DoneView:
    """A morning of today: one that goes on, or one that is over, with how it was left."""

    morning: int
    title: str
    pictogram: str
    started: str
    left_at: str
    left: str


@dataclass(frozen=True, slots=True)
class RestView:
    """A routine that is not today's, and why; `may_start` where it could be started all the same."""

    id: int
    title: str
    pictogram: str
    why: str
    may_start: bool


@dataclass(frozen=True, slots=True)
class HomeCard:
    """Today in short, for the home page. `morning` is the one that goes on, 0 where it has not begun."""

    id: int
    title: str
    pictogram: str
    morning: int
    started: str
    start: str
    leave: str
    may_start: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """A household's day for one viewer; `none` says that there is no routine at all."""

    date: str
    running: tuple[DoneView, ...]
    top: TopView | None
    later: tuple[LaterView, ...]
    done: tuple[DoneView, ...]
    rest: tuple[RestView, ...]
    none: bool
    may_plan: bool
