"""The lines of a report, made of facts that have gone through the reader's lens."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from zoneinfo import ZoneInfo

from routines.models import ReviewQuestion, ReviewSession
from routines.regions.mirror.chart import Ways, chart_of
from routines.regions.mirror.values import MeasureView, SaidView
from routines.regions.report.values import (
    AnswerLine,
    ChartSheet,
    DecisionLine,
    FeltLine,
    MeasureLine,
    MoveLine,
    QuestionLine,
    SaidLine,
    StepLine,
    SummaryLine,
)
from routines.rules.lanes import RUNG_OF
from routines.rules.mirror.facts import AskedFact, Facts, MovedFact, SaidFact, StepFact
from routines.rules.mirror.planned import StepFelt
from routines.rules.mirror.said import answered, asked_and_decided
from routines.rules.state import Person
from routines.words import rung_name
from routines.words.noticing import felt_name
from routines.words.story import moved_words

# So many columns of a chart are as wide as a sheet of paper.
ON_A_SHEET = 8


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a report: whom they know, how they read what somebody said, and who asked a question of the review."""

    time_zone: str
    person: Callable[[int | None], Person]
    said: Callable[[SaidFact, StepFact | None], SaidView]
    asker: Callable[[ReviewQuestion], str]

    def day(self, at: datetime) -> date:
        """Return a moment's day by the family's clock."""
        return at.astimezone(ZoneInfo(self.time_zone)).date()

    def name(self, member_id: int | None) -> str:
        """Return a name, "" for nobody."""
        return self.person(member_id).name if member_id is not None else ""


def chart_sheets(reader: Reader, facts: Facts, steps: Iterable[StepFelt], *, pushed: bool) -> tuple[ChartSheet, ...]:
    """Return charts of a few steps each, routine by routine; on paper nothing of them leads anywhere."""
    titles = {each.id: each.title for each in facts.routines}
    ways = Ways(reader.person, lambda _step: "", lambda _step, _times: "", lambda routine: titles.get(routine, ""))
    several = len(facts.routines) > 1
    return tuple(
        ChartSheet(titles.get(routine, "") if several else "", chart_of(some, ways, pushed=pushed))
        for routine, those in groupby(steps, key=lambda each: each.step.routine)
        for some in _some(those, ON_A_SHEET)
    )


def step_lines(reader: Reader, facts: Facts, steps: Iterable[StepFelt], *, feels: bool) -> tuple[StepLine, ...]:
    """Return each step with how it felt, if the reader `feels`: may know how steps felt."""
    titles = {each.id: each.title for each in facts.routines}
    places = {member: place for place, member in enumerate(facts.people)}
    return tuple(
        StepLine(
            routine=titles.get(each.step.routine, ""),
            title=each.step.title,
            pictogram=each.step.pictogram,
            rung=int(each.step.rung or 0),
            rung_name=rung_name(each.step.rung) if each.step.rung else "",
            archived=each.step.archived,
            felt=tuple(
                FeltLine(reader.person(face.member), felt_name(face.felt), int(RUNG_OF.get(face.felt) or 0), face.times)
                for face in sorted(each.faces, key=lambda face: places.get(face.member, len(places)))
            )
            if feels
            else None,
        )
        for each in steps
    )


def measure_lines(measures: Iterable[MeasureView]) -> tuple[MeasureLine, ...]:
    """Return each measure with its counts below each other."""
    return tuple(
        MeasureLine(
            key=each.key,
            name=each.name,
            rule=" ".join(filter(None, (each.together, each.rule))),
            total=each.whole.figure if each.whole else "",
            counts=tuple(
                (f"{group.about}: {row.label}" if group.about else row.label, row.figure)
                for group in each.groups
                for row in group.rows
            ),
            time=each.hours,
            has=each.has,
        )
        for each in measures
    )


def said_lines(reader: Reader, facts: Facts) -> tuple[SaidLine, ...]:
    """Return what was said and what was answered, the newest first."""
    steps = {each.id: each for each in facts.steps}
    return tuple(
        SaidLine(reader.said(each, steps.get(each.step)), reader.name(each.said_by), each.on, each.answered_on)
        for each in answered(facts)
    )


def move_lines(reader: Reader, facts: Facts) -> tuple[MoveLine, ...]:
    """Return the moves on the ladder, the newest first."""
    titles = _titles(facts)

    def line(each: MovedFact) -> MoveLine:
        before, after = rung_name(each.before), rung_name(each.after)
        sentence = moved_words(reader.name(each.by), before, after, up=each.after > each.before)
        return MoveLine(each.on, titles.get(each.step, ""), int(each.after), sentence, each.reason)

    return tuple(map(line, _newest(facts.moved)))


def decision_lines(facts: Facts) -> tuple[DecisionLine, ...]:
    """Return what was asked in the family and what came of it, the newest first. A rung not shared is not named."""
    titles = _titles(facts)

    def line(each: AskedFact) -> DecisionLine:
        return DecisionLine(
            on=each.decided_on or each.on,
            step=titles.get(each.step, ""),
            rung=int(each.rung or 0),
            rung_name=rung_name(each.rung) if each.rung else "",
            text=each.text,
            open=each.open,
            decided=each.decided,
            reason=each.reason,
        )

    return tuple(map(line, asked_and_decided(facts)))


def question_lines(reader: Reader, facts: Facts, rows: Sequence[ReviewQuestion]) -> tuple[QuestionLine, ...]:
    """Return what facilitators asked in the period; `rows` hold in `given` the answers the reader may see."""
    titles = _titles(facts)

    def answer(row) -> AnswerLine:
        by = reader.name(row.said_by_id)
        return AnswerLine(reader.day(row.said_at), reader.person(row.member_id), row.text, row.pictogram, by)

    return tuple(
        QuestionLine(
            on=reader.day(row.asked_at),
            by=reader.asker(row),
            step=titles.get(row.step_id, ""),
            text=row.text,
            answers=tuple(map(answer, row.given)),
        )
        for row in rows
        if facts.first <= reader.day(row.asked_at) <= facts.last
    )


def summary_lines(reader: Reader, facts: Facts, rows: Sequence[ReviewSession]) -> tuple[SummaryLine, ...]:
    """Return the summaries of the period that both sides signed: what one side alone wrote is not agreed."""
    return tuple(
        SummaryLine(
            on=row.on,
            facilitator=row.consent.facilitator.name,
            text=row.summary,
            signed_on=reader.day(row.signed_at),
            family_signed_on=reader.day(row.family_signed_at),
            family_signed_by=reader.name(row.family_signed_by_id),
        )
        for row in rows
        if row.signed_at and row.family_signed_at and facts.first <= row.on <= facts.last
    )


def _some(steps: Iterable[StepFelt], most: int) -> Iterator[tuple[StepFelt, ...]]:
    """Return steps in groups of so many at most."""
    rest = iter(steps)
    while some := tuple(islice(rest, most)):
        yield some


def _titles(facts: Facts) -> Mapping[int, str]:
    return {each.id: each.title for each in facts.steps}


def _newest(facts: Iterable) -> list:
    return sorted(facts, key=lambda each: (each.on, each.id), reverse=True)
