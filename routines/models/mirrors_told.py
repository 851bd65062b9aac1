"""Reads the mornings of a period, and how they were told to have felt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

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


def mornings_of(span: Span) -> tuple[Lived, ...]:
    """Return the mornings of a period, the oldest first. One query."""
    rows = Morning.objects.of(span.household_id).filter(on__range=(span.first, span.last)).order_by("on", "id")
    return tuple(
        Lived(MorningFact(*about), started_at)
        for *about, started_at in rows.values_list("id", "routine_id", "on", "leave_at", "left_at", "started_at")
    )


def told_of(
    span: Span, changed_by: Mapping[int, tuple[int, ...]]
) -> tuple[tuple[FeltFact, ...], tuple[AgainFact, ...]]:
    """Return how steps felt, and whether people wanted mornings like this again. One query.

    `changed_by` is who brought a change from which morning.
    """
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
        )
    )
    felt, again = [], []
    for kind, number, routine, step, morning, on, rung, member, said, said_by, shared, words in felt_rows.union(
        again_rows, all=True
    ):
        if kind == "felt":
            who = (Rung(rung), member, said, said_by, shared is not None, words)
            felt.append(FeltFact(number, routine, step, morning, on, *who))
        else:
            came = changed_by.get(morning, ())
            again.append(AgainFact(number, routine, morning, on, member, said, said_by, came))
    return tuple(sorted(felt, key=_in_order)), tuple(sorted(again, key=_in_order))


def _in_order(each: FeltFact | AgainFact) -> tuple:
    return each.on, each.id
