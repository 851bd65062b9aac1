"""What the pages of a mirror show to one reader."""

from dataclasses import dataclass
from urllib.parse import urlencode

from routines.regions.lanes import FaceView, LaneView
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose in a filter."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FilterView:
    """What there is to filter by, with what is chosen. `narrow` is whether all can be shown again."""

    routines: tuple[Option, ...]
    weeks: tuple[Option, ...]
    people: tuple[Option, ...]
    steps: tuple[Option, ...]
    narrow: bool

    @property
    def query(self) -> str:
        """Return what is chosen as the query of an address; "everybody" and "every step" go without saying."""
        always = [("routine", self.routines), ("weeks", self.weeks)]
        narrowing = [("person", self.people), ("step", self.steps)]
        chosen = [(name, option.value) for name, options in always for option in options if option.chosen]
        chosen += [
            (name, option.value) for name, options in narrowing for option in options if option.chosen and option.value
        ]
        return urlencode(chosen)


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step's card on its planned rung. `title` is whole, `lines` are as much of it as the card holds."""

    rung: int
    x: int
    y: int
    url: str
    title: str
    lines: tuple[str, ...]
    pictogram: str


@dataclass(frozen=True, slots=True)
class RoutineHead:
    """A routine above its cards, from `x` on, where a chart shows several."""

    x: int
    name: str


@dataclass(frozen=True, slots=True)
class MirrorChart:
    """Planned and felt: lanes with cards and faces. All numbers are its own units, `_em` how large it is drawn."""

    width: int
    height: int
    wide_em: str
    high_em: str
    lanes: tuple[LaneView, ...]
    heads: tuple[RoutineHead, ...]
    cards: tuple[StepCard, ...]
    faces: tuple[FaceView, ...]


@dataclass(frozen=True, slots=True)
class FeltLink:
    """How often a step felt one way to somebody, in words, and the way to the mornings behind it ("": none)."""

    words: str
    rung: int
    url: str


@dataclass(frozen=True, slots=True)
class PersonFelt:
    """How a step felt to one person."""

    person: Person
    felts: tuple[FeltLink, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in the table: where it is planned, and how it felt to whom."""

    id: int
    title: str
    pictogram: str
    url: str
    routine: str
    rung: int
    rung_name: str
    archived: bool
    people: tuple[PersonFelt, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One count: what it counts, "11 of 12", and for its bar how many percent that is; None where there are too few."""

    label: str
    figure: str
    share: int | None = None


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Some counts of a measure: all of them, or those about one thing with a name of its own."""

    about: str
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with its counting rule. `whole` counts everybody, the `groups` hold its parts and people's own.

    Where one person's view is asked for, all are theirs alone, or `together` says that it counts everybody ("": not).
    """

    key: str
    name: str
    rule: str
    whole: MeasureRow | None
    groups: tuple[MeasureGroup, ...]
    hours: str
    has: bool
    together: str = ""


@dataclass(frozen=True, slots=True)
class MirrorView:
    """The family's own mirror. `period` says from when to when; `told` is whether anybody told how anything felt.

    `chart` is None where there is no step to look at, `fresh` whether the last mornings still lie veiled.
    """

    household_id: int
    title: str
    period: str
    filters: FilterView
    chart: MirrorChart | None
    rows: tuple[StepRow, ...]
    measures: tuple[MeasureView, ...]
    told: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class MorningBehind:
    """A morning on which a step felt that way: when, where the step stood then, and in which words."""

    url: str
    day: str
    rung: int
    rung_name: str
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class BehindView:
    """The mornings behind a face."""

    household_id: int
    person: Person
    step: int
    title: str
    pictogram: str
    felt: str
    felt_rung: int
    times: str
    period: str
    back: str
    mornings: tuple[MorningBehind, ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """What somebody said, and what was answered.

    `kind` is what they did ("had an idea"), `what` what they tapped, `url` leads to the step ("": nowhere). `answer` is
    "did", "partly", "didnt" or "" while there is none; `owed` is whether one is owed; `answered` is by whom and when.
    """

    id: str
    person: Person
    by: Person | None
    on: str
    step: str
    pictogram: str
    url: str
    kind: str
    what: str
    words: str
    veiled: bool
    owed: bool
    answer: str
    answer_word: str
    because: str
    answered: str


@dataclass(frozen=True, slots=True)
class SaidPage:
    """A page of what was said, the newest first; `older` and `newer` are the queries of the pages beside it."""

    household_id: int
    period: str
    rows: tuple[SaidView, ...]
    people: tuple[Person, ...]
    who: Person | None
    waiting: bool
    narrow: bool
    older: str
    newer: str
