"""Reads who did what was handed over to them, and what they had chosen to do."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Q

from routines.models.mirrors_span import Span
from routines.models.mirrors_told import Lived
from routines.models.morning import Doing
from routines.rules.mirror.facts import DoneFact

# Of each step its decisions in order: when, and who took a task in it.
Tasks = Mapping[int, Sequence[tuple[datetime, frozenset[int]]]]


def done_of(span: Span, mornings: Sequence[Lived], tasks: Tasks) -> tuple[DoneFact, ...]:
    """Return people's parts in steps that were theirs by their choice or over to them. One query.

    Skipped steps and people away are left out, and what is not done yet in a morning that may still be running.
    """
    lived = {each.fact.id: each for each in mornings}
    taken = {member for each in tasks.values() for _, members in each for member in members}
    rows = Doing.objects.filter(
        Q(morning_step__over_to_you=True) | Q(morning_step__step_id__in=list(tasks), member_id__in=taken),
        household_id=span.household_id,
        morning__taken_back_at=None,
        morning__on__range=(span.first, span.last),
        morning_step__step__isnull=False,
        morning_step__skipped_at=None,
    ).order_by("id")
    columns = (
        "id",
        "morning_id",
        "morning_step__step_id",
        "member_id",
        "done_by_id",
        "helps",
        "morning_step__over_to_you",
        "morning_step__away",
    )
    found = []
    for number, morning, step, member, done_by, helps, handed, away in rows.values_list(*columns):
        there = lived.get(morning)
        if there is None or member in away or (done_by is None and _may_run(there, span)):
            continue
        kinds = (
            "handed" if handed and not helps else "",
            "task" if member in _chosen(tasks.get(step, ()), there.started_at) else "",
        )
        about = (there.fact.routine, step, morning, there.fact.on, member, done_by is not None, done_by == member)
        found += [DoneFact(number, kind, *about) for kind in kinds if kind]
    return tuple(found)


def _may_run(morning: Lived, span: Span) -> bool:
    return morning.fact.left is None and morning.fact.on >= span.last


def _chosen(decisions: Sequence[tuple[datetime, frozenset[int]]], at: datetime) -> frozenset[int]:
    """Return who had a task by the last decision before a moment."""
    place = bisect_left(decisions, at, key=lambda each: each[0])
    return decisions[place - 1][1] if place else frozenset()
