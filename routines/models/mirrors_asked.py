"""Reads the questions of a period: what was said on them, how they ended, and who chose which task."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from routines.models.decision import Answer, Decision
from routines.models.mirrors_span import Span
from routines.models.question import Question
from routines.rules.mirror.answers import Ended, answer_to, is_owed
from routines.rules.mirror.facts import AskedFact, SaidFact
from routines.rules.state import Rung

HOUR = 3600

_COLUMNS = (
    "id",
    "step_id",
    "rung",
    "text",
    "opened_at",
    "opened_by_id",
    "acted_by_id",
    "morning_id",
    "decision__kind",
    "decision__called_rung",
    "decision__option_id",
    "decision__option__text",
    "decision__option__proposed_by_id",
    "decision__text",
    "decision__reason",
    "decision__decided_by_id",
    "decision__at",
    "voices__id",
    "voices__member_id",
    "voices__say",
    "voices__option_id",
    "voices__note",
    "voices__said_by_id",
    "voices__said_at",
    "voices__concern",
    "voices__concern_by_id",
    "voices__concern_at",
    "voices__task",
    "voices__option__text",
    "voices__option__proposed_by_id",
)


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """What one person brought to a question, as it is stored."""

    id: int
    member: int
    say: str
    option: int | None
    note: str
    said_by: int | None
    said_at: datetime | None
    concern: str | None
    concern_by: int | None
    concern_at: datetime | None
    task: str
    chose: str | None
    chose_of: int | None
    did: str | None
    because: str | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as it is stored, with how it ended (None while it is open) and what was said on it."""

    id: int
    step: int
    routine: int
    rung: int
    text: str
    opened_at: datetime
    by: int
    acted_by: int | None
    morning: int | None
    end: Ended | None
    decided_of: tuple[int, ...]
    voices: list[VoiceRow]

    def answer(self, member: int) -> tuple[str, str] | None:
        """Return the answer one person got to their voice: what became of it, and why."""
        return next(((each.did, each.because) for each in self.voices if each.member == member and each.did), None)


class Asked:
    """The questions of a period by their numbers."""

    def __init__(self, rows: Mapping[int, QuestionRow]) -> None:
        self._rows = rows

    def get(self, question: int | None) -> QuestionRow | None:
        """Return a question, if it is among them."""
        return self._rows.get(question) if question else None

    def changed_by(self) -> dict[int, tuple[int, ...]]:
        """Return who opened a question from which morning."""
        found: dict[int, list[int]] = defaultdict(list)
        for each in self._rows.values():
            if each.morning is not None and each.by not in found[each.morning]:
                found[each.morning].append(each.by)
        return {morning: tuple(members) for morning, members in found.items()}

    def tasks(self) -> dict[int, list[tuple[datetime, frozenset[int]]]]:
        """Return of each step on which somebody took a task its decisions in order, and who took one in each."""
        found: dict[int, list[tuple[datetime, frozenset[int]]]] = defaultdict(list)
        for each in self._rows.values():
            if each.end:
                found[each.step].append((each.end.at, frozenset(voice.member for voice in each.voices if voice.task)))
        return {step: sorted(each, key=lambda one: one[0]) for step, each in found.items() if any(m for _, m in each)}

    def facts(self, span: Span) -> tuple[AskedFact, ...]:
        """Return the questions opened or ended in a period, and those still open."""
        rows = (
            each
            for each in self._rows.values()
            if each.end is None or span.holds(each.opened_at) or span.holds(each.end.at)
        )
        return tuple(_asked(each, span) for each in rows)

    def said(self, span: Span) -> tuple[SaidFact, ...]:
        """Return what was said on questions in a period: voices, and what matters to people."""
        return tuple(fact for each in self._rows.values() for fact in _said(each, span))


def asked_of(span: Span, routine_of: Mapping[int, int]) -> Asked:
    """Read the questions of a period with their voices and endings, and each step's last ending before it. One query.

    Those closed without a decision, and those whose decision was taken back, were asked anew with all that was said.
    """
    answer = Answer.objects.filter(decision_id=OuterRef("decision__id"), member_id=OuterRef("voices__member_id"))
    before = Decision.objects.filter(
        household_id=span.household_id,
        question__step_id=OuterRef("step_id"),
        at__lt=span.begins,
        taken_back_at=None,
    ).order_by("-at", "-id")
    rows = (
        Question.objects.filter(household_id=span.household_id, opened_at__lt=span.ends)
        .filter(Q(closed_at=None) | Q(decision__isnull=False, decision__taken_back_at=None))
        .filter(Q(closed_at=None) | Q(closed_at__gte=span.begins) | Q(decision__id=Subquery(before.values("id")[:1])))
        .order_by("id", "voices__id")
        .values_list(*_COLUMNS, Subquery(answer.values("did")[:1]), Subquery(answer.values("because")[:1]))
    )
    found: dict[int, QuestionRow] = {}
    for row in rows:
        if row[0] not in found:
            found[row[0]] = _question(row, routine_of)
        if row[17] is not None:
            found[row[0]].voices.append(VoiceRow(*row[17:]))
    return Asked(found)


def _question(row: tuple, routine_of: Mapping[int, int]) -> QuestionRow:
    number, step, rung, text, opened_at, by, acted_by, morning = row[:8]
    kind, called, option, chosen, author, decided, reason, decided_by, at = row[8:17]
    end = Ended(kind, called, option, author, decided or chosen or "", reason, decided_by, at) if kind else None
    whose = tuple(dict.fromkeys(each for each in (author, decided_by if decided else None) if each))
    return QuestionRow(number, step, routine_of[step], rung, text, opened_at, by, acted_by, morning, end, whose, [])


def _asked(row: QuestionRow, span: Span) -> AskedFact:
    end = row.end
    return AskedFact(
        id=row.id,
        routine=row.routine,
        step=row.step,
        rung=Rung(row.rung),
        text=row.text,
        on=span.day(row.opened_at),
        by=row.by,
        said_by=row.acted_by,
        morning=row.morning,
        open=end is None,
        ending=end.kind if end else "",
        called=Rung(end.called) if end else None,
        decided=end.text if end else "",
        decided_of=row.decided_of,
        decided_by=end.by if end else None,
        decided_on=span.day(end.at) if end else None,
        reason=end.reason if end else "",
        spoken=tuple(voice.member for voice in row.voices if voice.say),
    )


def _said(row: QuestionRow, span: Span) -> Iterator[SaidFact]:
    for voice in row.voices:
        if voice.say and span.holds(voice.said_at):
            way = voice.say
            owed = is_owed(row.rung, voice.member, way, row.end)
            answer = answer_to(row.end, row.answer(voice.member), way, chose=voice.option)
            words = (way, voice.note, voice.said_by, voice.chose or "", voice.chose_of)
            yield _view(voice.id, "voice", row, span, voice.member, voice.said_at, words, owed, answer)
        if voice.concern and span.holds(voice.concern_at):
            owed = is_owed(row.rung, voice.member, "", row.end)
            answer = answer_to(row.end, row.answer(voice.member), "")
            words = ("", voice.concern, voice.concern_by, "", None)
            yield _view(voice.id, "concern", row, span, voice.member, voice.concern_at, words, owed, answer)


def _view(number, kind, row: QuestionRow, span: Span, member, at, words, owed, answer) -> SaidFact:
    way, text, said_by, chose, chose_of = words
    return SaidFact(
        id=number,
        kind=kind,
        routine=row.routine,
        step=row.step,
        on=span.day(at),
        member=member,
        way=way,
        words=text,
        chose=chose,
        chose_of=chose_of,
        said_by=said_by,
        question=row.id,
        owed=owed,
        **answered_so(answer, row.end, at, span),
    )


def answered_so(answer: tuple[str, str], end: Ended | None, said_at: datetime, span: Span) -> dict[str, object]:
    """Return how a view was answered, as a fact says it."""
    did, because = answer
    if end is None or not did:
        return {}
    return {
        "answer": did,
        "because": because,
        "answered_by": end.by,
        "answered_on": span.day(end.at),
        "hours": max((end.at - said_at).total_seconds() / HOUR, 0.0),
    }
