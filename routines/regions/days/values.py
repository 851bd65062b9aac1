"""What the page of days shows to one reader: frozen values, texts in their language."""

from dataclasses import dataclass

from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Spot:
    """One person on one day. `place` is "" for here, else why they are not; `words` says it with the day.

    `tap` is what tapping it says, "" where it cannot be tapped; `pause` the break that holds then. `otherwise` marks a
    day that is other than usual.
    """

    id: str
    place: str
    picture: str
    words: str
    tap: str = ""
    pause: int | None = None
    otherwise: bool = False
    today: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One person's week."""

    person: Person
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class DayHead:
    """A day of a week, over its column."""

    name: str
    number: int
    words: str
    today: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the calendar, its days in the order of the reader's week."""

    id: str
    title: str
    days: tuple[DayHead, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Now:
    """Where somebody is today. `may_rest` offers "sick today"; `pause` is the break they have, `end` what ends it."""

    person: Person
    place: str
    picture: str
    words: str
    may_rest: bool
    pause: int | None
    end: str


@dataclass(frozen=True, slots=True)
class Break:
    """A break that holds or is to come. `person` is None for everybody, `end` is "" where the reader may not end it."""

    id: int
    picture: str
    title: str
    person: Person | None
    lasting: str
    routine: str
    note: str
    by: str
    beside: bool
    began: bool
    end: str


@dataclass(frozen=True, slots=True)
class Usual:
    """On which days somebody is here, in sentences: what holds now, then what is to come."""

    person: Person
    sentences: tuple[str, ...]
    may_change: bool


@dataclass(frozen=True, slots=True)
class DaysView:
    """The whole page for one reader.

    `may_tap` says that they change days, `taps_own` that it is one person's days alone. `earlier`, `later` and `shown`
    are weeks as addresses name them, "" for none.
    """

    household_id: int
    today: str
    shown: str
    now: tuple[Now, ...]
    breaks: tuple[Break, ...]
    weeks: tuple[Week, ...]
    legend: tuple[tuple[str, str], ...]
    usual: tuple[Usual, ...]
    may_break: bool
    may_tap: bool
    taps_own: bool
    earlier: str
    later: str
