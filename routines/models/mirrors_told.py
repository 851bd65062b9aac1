"""Reads the mornings of a period, and how they were told to have felt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, DateTimeField, IntegerField, Value
from django.db.models.functions import Cast

from routines.models.mirrors_span import Span
from routines.models.morning import Morning
from routines.models.noticing import Feeling, Notice
from routines.rules.mirror.facts import AgainFact, FeltFact, MorningFact
from routines.rules.state import Rung

NUMBER = Cast(Value(None), IntegerField())
MOMENT = Cast(Value(None), DateTimeField())


@dataclass(frozen=True, slots=True)
class Lived:
    """A morning, and when it began."""

    fact: MorningFact
    started_at: datetime


class Told(NamedTuple):
    """The mornings of a period, how their steps felt, and whether people wanted more like them; the oldest first."""

    mornings: tuple[Lived, ...]
    felt: tuple[FeltFact, ...]
    again: tuple[AgainFact, ...]


def told_of(span: Span, changed_by: Mapping[int, tuple[int, ...]]) -> Told:
    """Return the mornings of a period and what was told of them. One query.

    `changed_by` is who brought a change from which morning.
    """
    mornings = (
        Morning.objects.of(span.household_id)
        .filter(on__range=(span.first, span.last))
        .values_list(
            Value("morning", CharField()),
            "id",
            "routine_id",
            NUMBER,
            NUMBER,
            "on",
            NUMBER,
            NUMBER,
            Value("", CharField()),
            NUMBER,
            "left_at",
            Value("", CharField()),
            "leave_at",
            "started_at",
        )
    )
    about = {
        "household_id": span.household_id,
        "morning__taken_back_at": None,
        "morning__on__range": (span.first, span.last),
    }
    felt_rows = Feeling.objects.filter(**about, morning_step__step__isnull=False).values_list(
        Value("felt", CharField()),
        "id",
        "morning__routine_id",
        "morning_step__step_id",
        "morning_id",
        "morning__on",
        "morning_step__rung",
        "member_id",
        "felt",
        "said_by_id",
        "shared_at",
        "words",
        MOMENT,
        MOMENT,
    )
    again_rows = (
        Notice.objects.filter(**about)
        .exclude(again="")
        .values_list(
            Value("again", CharField()),
            "id",
            "morning__routine_id",
            NUMBER,
            "morning_id",
            "morning__on",
            NUMBER,
            "member_id",
            "again",
            "said_by_id",
            MOMENT,
            Value("", CharField()),
            MOMENT,
            MOMENT,
        )
    )
    lived, felt, again = [], [], []
    for kind, number, routine, step, morning, on, *rest in felt_rows.union(again_rows, mornings, all=True):
        rung, member, said, said_by, at, words, leave_at, started_at = rest
        if kind == "morning":
            lived.append(Lived(MorningFact(number, routine, on, leave_at, at), started_at))
        elif kind == "felt":
            who = (Rung(rung), member, said, said_by, at is not None, words)
            felt.append(FeltFact(number, routine, step, morning, on, *who))
        else:
            came = changed_by.get(morning, ())
            again.append(AgainFact(number, routine, morning, on, member, said, said_by, came))
    lived.sort(key=lambda each: _in_order(each.fact))
    return Told(tuple(lived), tuple(sorted(felt, key=_in_order)), tuple(sorted(again, key=_in_order)))


def _in_order(each: MorningFact | FeltFact | AgainFact) -> tuple:
    return each.on, each.id
