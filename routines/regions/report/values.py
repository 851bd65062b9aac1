"""A review as it stands on paper and in files: frozen values, of what one reader may see and of nothing else."""

from dataclasses import dataclass
from datetime import date

from routines.regions.mirror.values import MirrorChart, SaidView
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Terms:
    """The consent a report is read through: who shares what with whom, from when until when.

    `kinds` are what is shared, each with what it shows and what it never shows; `withheld` names what is not.
    """

    facilitator: str
    organisation: str
    kinds: tuple[tuple[str, str, str], ...]
    withheld: tuple[str, ...]
    routines: tuple[str, ...]
    people: tuple[str, ...]
    given_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """Some steps of a routine as a chart no wider than a sheet; `routine` is "" where there is only one."""

    routine: str
    chart: MirrorChart


@dataclass(frozen=True, slots=True)
class FeltLine:
    """How often a step felt one way to somebody."""

    person: Person
    felt: str
    rung: int
    times: int


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step: where it is planned (0 and "" where that is not shared), and how it felt to each (None where not)."""

    routine: str
    title: str
    pictogram: str
    rung: int
    rung_name: str
    archived: bool
    felt: tuple[FeltLine, ...] | None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure with its counting rule: the count for everybody ("" for none), and each of its parts with its own."""

    key: str
    name: str
    rule: str
    total: str
    counts: tuple[tuple[str, str], ...]
    time: str
    has: bool


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What somebody said and what was answered, with the days as dates; `by` entered it for them ("": nobody did)."""

    view: SaidView
    by: str
    on: date
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move on the ladder, in a sentence, and why."""

    on: date
    step: str
    rung: int
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was asked in the family, what came of it and why; a question still open has no more than its words.

    Of a settled one the words of somebody whose part is not shared are "".
    """

    on: date
    step: str
    rung: int
    rung_name: str
    text: str
    open: bool
    decided: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What one person answered to a facilitator; `by` wrote it down for them ("": they did themself)."""

    on: date
    person: Person
    text: str
    pictogram: str
    by: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """What a facilitator asked the family."""

    on: date
    by: str
    step: str
    text: str
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A review held together, whose summary both sides signed."""

    on: date
    facilitator: str
    text: str
    signed_on: date
    family_signed_on: date
    family_signed_by: str


@dataclass(frozen=True, slots=True)
class Report:
    """A review of a period, first and last day included. `terms` is None where the family reads about itself.

    `about` are the routines it is about, and the step and the person it is narrowed to. `several` is whether these
    are several routines, `whole` whether nothing was narrowed: questions, answers and summaries stand only there.
    `shares_…` say which kinds its reader is shown.
    """

    family: str
    made_on: date
    first: date
    last: date
    about: tuple[str, ...]
    terms: Terms | None
    charts: tuple[ChartSheet, ...]
    steps: tuple[StepLine, ...]
    measures: tuple[MeasureLine, ...]
    said: tuple[SaidLine, ...]
    moves: tuple[MoveLine, ...]
    decisions: tuple[DecisionLine, ...]
    questions: tuple[QuestionLine, ...]
    summaries: tuple[SummaryLine, ...]
    several: bool
    whole: bool
    shares_rungs: bool
    shares_feelings: bool
    shares_words: bool
