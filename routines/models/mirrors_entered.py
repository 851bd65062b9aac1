"""Reads what people entered in a period beside their voices: ideas, remarks, wishes, changes, overrides, moves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, F, IntegerField, Q, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast

from households.models import Event, Member
from routines.models.agenda import AgendaItem
from routines.models.comment import Comment
from routines.models.mirrors_asked import Asked, QuestionRow, answered_so
from routines.models.mirrors_span import Span
from routines.models.mirrors_told import MOMENT, NUMBER
from routines.models.override import Override
from routines.models.question import Option
from routines.models.repair import Repair
from routines.models.rung import ClimbAsk
from routines.models.stories import MOVES
from routines.rules.mirror.answers import DID, DIDNT, PARTLY, Ended, answer_to, is_owed
from routines.rules.mirror.facts import IdeaFact, MovedFact, OverrideFact, RemarkFact, SaidFact
from routines.rules.state import Rung

WORDS = Value("", CharField())
BECAME = {DID: "tried", PARTLY: "partly", DIDNT: "not"}


class Row(NamedTuple):
    """Something entered, as it is stored; which columns mean what depends on its kind (see `_rows`)."""

    kind: str
    id: int
    step: int | None
    about: int | None
    member: int | None
    acted_by: int | None
    at: datetime | None
    ended_at: datetime | None
    ended_by: int | None
    text: str
    more: str
    before: int | None
    after: int | None


@dataclass(slots=True)
class Entered:
    """What was entered, as facts, and who belongs to the household."""

    people: tuple[int, ...] = ()
    ideas: tuple[IdeaFact, ...] = ()
    remarks: tuple[RemarkFact, ...] = ()
    overrides: tuple[OverrideFact, ...] = ()
    moved: tuple[MovedFact, ...] = ()
    said: tuple[SaidFact, ...] = ()
    changes: tuple[tuple[int, int], ...] = field(default=())

    def changed_by(self, asked: Asked) -> dict[int, tuple[int, ...]]:
        """Return who brought a change or a question from which morning."""
        found = defaultdict(list, {morning: list(members) for morning, members in asked.changed_by().items()})
        for morning, member in self.changes:
            if member not in found[morning]:
                found[morning].append(member)
        return {morning: tuple(members) for morning, members in found.items()}


def entered_of(span: Span, routine_of: Mapping[int, int], asked: Asked) -> Entered:
    """Read what was entered in a period, and who belongs to the household. One query."""
    first, *others = _rows(span)
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in first.union(*others, all=True):
        by_kind[row[0]].append(Row(*row))
    for rows in by_kind.values():
        rows.sort(key=lambda each: each.id)
    reader = _Reader(span, routine_of, asked)
    members = sorted(by_kind["member"], key=lambda each: (each.before, each.id))
    return Entered(
        people=tuple(each.id for each in members),
        ideas=tuple(reader.idea(row, question) for row, question in reader.on_questions(by_kind["idea"])),
        remarks=tuple(map(reader.remark, by_kind["remark"])),
        overrides=tuple(reader.override(each, by_kind["talked"]) for each in by_kind["override"]),
        moved=tuple(reader.moved(each, by_kind["climb"]) for each in by_kind["moved"]),
        said=(
            *(reader.idea_said(row, question) for row, question in reader.on_questions(by_kind["idea"])),
            *(reader.climb(each) for each in by_kind["climb"] if span.holds(each.at)),
            *reader.changes(by_kind["change"], by_kind["idea"]),
        ),
        changes=tuple((each.before, each.member) for each in by_kind["change"] if each.before),
    )


def _rows(span: Span) -> Iterable[QuerySet]:
    """Return what is read, all with the columns of `Row`, so that one query reads them."""
    here = {"household_id": span.household_id}

    def within(moment: str) -> dict[str, object]:
        return {**here, f"{moment}__gte": span.begins, f"{moment}__lt": span.ends}

    def rung(place: int) -> Cast:
        return Cast(KeyTextTransform(place, KeyTransform("rung", "changes")), IntegerField())

    yield Member.objects.filter(Q(left_at=None) | Q(left_at__gte=span.begins), **here).values_list(
        *(_kind("member"), "id", NUMBER, NUMBER, NUMBER, NUMBER, MOMENT, MOMENT, NUMBER, WORDS, WORDS),
        *("position", NUMBER),
    )
    yield Option.objects.filter(**within("proposed_at"), taken_back_at=None).values_list(
        *(_kind("idea"), "id", NUMBER, "question_id", "proposed_by_id", "acted_by_id", "proposed_at"),
        *(MOMENT, NUMBER, "text", WORDS, NUMBER, NUMBER),
    )
    yield Comment.objects.filter(**within("at"), taken_back_at=None).values_list(
        *(_kind("remark"), "id", "step_id", "question_id", "member_id", "acted_by_id", "at"),
        *(MOMENT, NUMBER, "text", "sticker", NUMBER, NUMBER),
    )
    # One that was asked before the period may have been answered by a move in it, in whose words that is told.
    asked = Q(**within("asked_at")) | Q(**within("answered_at"))
    yield ClimbAsk.objects.filter(asked, taken_back_at=None).values_list(
        *(_kind("climb"), "id", "step_id", NUMBER, "member_id", "acted_by_id", "asked_at"),
        *("answered_at", "answered_by_id", "reason", "answer", "to_rung", Cast("granted", IntegerField())),
    )
    # One that ended the moment it began was taken back: it never ruled.
    yield (
        Override.objects.filter(**within("set_at"))
        .exclude(ended_at=F("set_at"))
        .values_list(
            *(_kind("override"), "id", "step_id", NUMBER, "set_by_id", NUMBER, "set_at"),
            *("ended_at", NUMBER, "reason", "ground", NUMBER, NUMBER),
        )
    )
    yield AgendaItem.objects.filter(**here, kind="override", done_at__gte=span.begins).values_list(
        *(_kind("talked"), "id", "step_id", NUMBER, "done_by_id", NUMBER, "added_at"),
        *("done_at", NUMBER, WORDS, WORDS, NUMBER, NUMBER),
    )
    yield Repair.objects.filter(**within("at"), kind="change", taken_back_at=None, step__isnull=False).values_list(
        *(_kind("change"), "id", "step_id", "question_id", "by_id", "acted_by_id", "at"),
        *(MOMENT, NUMBER, "text", WORDS, Cast(F("morning_id"), IntegerField()), NUMBER),
    )
    yield Event.objects.filter(**within("at"), kind__in=MOVES, taken_back_at=None).values_list(
        *(_kind("moved"), "id", "step_key", NUMBER, "actor_id", NUMBER, "at"),
        *(MOMENT, NUMBER, "why", WORDS, rung(0), rung(1)),
    )


def _kind(name: str) -> Value:
    return Value(name, CharField())


class _Reader:
    """Makes facts of rows."""

    def __init__(self, span: Span, routine_of: Mapping[int, int], asked: Asked) -> None:
        self.span, self.routine_of, self.asked = span, routine_of, asked

    def on_questions(self, rows: Iterable[Row]) -> list[tuple[Row, QuestionRow]]:
        """Return ideas with their questions, without those of questions that were asked anew."""
        found = ((row, self.asked.get(row.about)) for row in rows)
        return [(row, question) for row, question in found if question]

    def idea(self, row: Row, question: QuestionRow) -> IdeaFact:
        answer = self._answer_to_idea(row, question)
        return IdeaFact(
            id=row.id,
            routine=question.routine,
            step=question.step,
            question=question.id,
            on=self.span.day(row.at),
            member=row.member,
            text=row.text,
            became=BECAME[answer[0] or DIDNT] if question.end else "waiting",
            said_by=row.acted_by,
        )

    def idea_said(self, row: Row, question: QuestionRow) -> SaidFact:
        answer = self._answer_to_idea(row, question)
        owed = is_owed(question.rung, row.member, "", question.end)
        return self._said(row, "idea", question.step, question, owed, answer, question.end)

    def _answer_to_idea(self, row: Row, question: QuestionRow) -> tuple[str, str]:
        """Return what became of an idea: chosen, answered partly, or not; why, where somebody said so."""
        end, given = question.end, question.answer(row.member)
        if end is None:
            return "", ""
        if end.option == row.id:
            return DID, given[1] if given else end.reason
        did, because = answer_to(end, given, "")
        return (PARTLY if given and did == PARTLY else DIDNT), because

    def remark(self, row: Row) -> RemarkFact:
        routine, on = self.routine_of[row.step], self.span.day(row.at)
        return RemarkFact(row.id, routine, row.step, on, row.member, row.text, row.acted_by, row.about)

    def override(self, row: Row, talked: Iterable[Row]) -> OverrideFact:
        """Return an override; it was reviewed if the family talked about overrides on its step since."""
        reviewed = any(each.step == row.step and each.ended_at >= row.at for each in talked)
        routine, on = self.routine_of[row.step], self.span.day(row.at)
        return OverrideFact(row.id, routine, row.step, on, row.member, row.more, row.text, reviewed)

    def moved(self, row: Row, climbs: Iterable[Row]) -> MovedFact:
        """Return a move; where it fulfilled wishes, and says why in their words, with whose they are."""
        routine, on = self.routine_of[row.step], self.span.day(row.at)
        fulfilled = (each for each in climbs if (each.step, each.ended_at, each.text) == (row.step, row.at, row.text))
        wished = tuple(dict.fromkeys(each.member for each in fulfilled))
        return MovedFact(row.id, routine, row.step, on, Rung(row.before), Rung(row.after), row.member, row.text, wished)

    def climb(self, row: Row) -> SaidFact:
        end = Ended("climb", row.before, None, None, "", row.more, row.ended_by, row.ended_at) if row.ended_at else None
        answer = ((DID if row.after else DIDNT), row.more) if end else ("", "")
        return self._said(row, "climb", row.step, None, True, answer, end)

    def changes(self, rows: Iterable[Row], ideas: Iterable[Row]) -> Iterable[SaidFact]:
        """Return changes from mornings that are not there as an idea already."""
        brought = {(each.member, each.at) for each in ideas}
        for row in rows:
            question = self.asked.get(row.about)
            if (row.member, row.at) in brought or (row.about and question is None):
                continue
            end = question.end if question else None
            answer = answer_to(end, question.answer(row.member), "") if question else ("", "")
            owed = is_owed(question.rung, row.member, "", end) if question else True
            yield self._said(row, "change", row.step, question, owed, answer, end)

    def _said(self, row: Row, kind: str, step: int, question: QuestionRow | None, owed, answer, end) -> SaidFact:
        return SaidFact(
            id=row.id,
            kind=kind,
            routine=self.routine_of[step],
            step=step,
            on=self.span.day(row.at),
            member=row.member,
            words=row.text,
            said_by=row.acted_by,
            question=question.id if question else None,
            owed=owed,
            **answered_so(answer, end, row.at, self.span),
        )
