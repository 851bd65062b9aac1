"""Reads the picks of a period: whose ideas were on the list, who tapped what, what won, how long people wait by now."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import CharField, DateField, JSONField, QuerySet, Value
from django.db.models.functions import Cast

from routines.models.mirrors_span import Span
from routines.models.mirrors_told import MOMENT, NUMBER
from routines.models.pick import Picking, PickOption, PickVeto
from routines.models.pick_memory import COUNTED, Key, Round, key_of, memories_after
from routines.rules.fair_share import Memory, limit
from routines.rules.mirror.facts import PickedFact

NOTHING = Value({}, output_field=JSONField())
WORDS = Value("", CharField())
DAY = Cast(Value(None), DateField())


class Row(NamedTuple):
    """A settled pick, an option, or a veto, as it is stored; `member` is whose idea it was, or who ruled it out.

    `option` is what won, or what was ruled out. An option's pick and a veto's picking are `about`.
    """

    kind: str
    id: int
    at: datetime | None
    bundle: int | None
    record: dict
    routine: int | None
    step: int | None
    about: int
    text: str
    on: date | None
    option: int | None
    member: int | None


def picked_of(span: Span) -> tuple[PickedFact, ...]:
    """Return the picks settled by fair turns, the oldest first. One query.

    It reads the picks before the period, too: how long somebody waits by now is remembered from all of them.
    """
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in map(Row._make, _rows(span)):
        by_kind[row.kind].append(row)
    authors = {row.id: row.member for row in by_kind["option"]}
    ruled_out: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in sorted(by_kind["veto"], key=lambda each: each.id):
        ruled_out[row.about].append((row.option, row.member))
    found: list[tuple[PickedFact, Key, int]] = []
    rounds: dict[Key, list[Round]] = defaultdict(list)
    for row in sorted(by_kind["picking"], key=lambda each: (each.at, each.id)):
        key = key_of(row.about, row.bundle)
        rounds[key].append((row.at, row.id, row.record))
        if span.first <= row.on <= span.last:
            found.append((_fact(row, authors, ruled_out[row.id]), key, len(row.record["members"])))
    found.sort(key=lambda each: each[0].on)
    latest = {fact.pick: (fact.id, key, members) for fact, key, members in found}
    remembered = memories_after({key: rounds[key] for _, key, _ in latest.values()})
    waiting = {number: _waiting(remembered[key], members) for number, key, members in latest.values()}
    return tuple(replace(fact, **waiting.get(fact.id, {})) for fact, _, _ in found)


def _rows(span: Span) -> QuerySet:
    """Return what is read, all with the columns of `Row`, so that one query reads it."""
    here = {"household_id": span.household_id}
    settled = Picking.objects.filter(
        **here, settled_at__isnull=False, kind__in=COUNTED, morning__taken_back_at=None
    ).values_list(
        *(_kind("picking"), "id", "settled_at", "bundle_id", "record", "morning__routine_id", "pick__step_id"),
        *("pick_id", "pick__text", "morning__on", "winner_id", NUMBER),
    )
    options = PickOption.objects.filter(**here).values_list(
        *(_kind("option"), "id", MOMENT, NUMBER, NOTHING, NUMBER, NUMBER),
        *("pick_id", WORDS, DAY, NUMBER, "proposed_by_id"),
    )
    vetoes = PickVeto.objects.filter(**here, picking__morning__on__range=(span.first, span.last)).values_list(
        *(_kind("veto"), "id", MOMENT, NUMBER, NOTHING, NUMBER, NUMBER),
        *("picking_id", WORDS, DAY, "option_id", "vetoed_by_id"),
    )
    return settled.union(options, vetoes, all=True)


def _kind(name: str) -> Value:
    return Value(name, CharField())


def _fact(row: Row, authors: Mapping[int, int], ruled_out: list[tuple[int, int]]) -> PickedFact:
    """Return a pick; what was ruled out for the day was on the list as well."""
    listed = dict.fromkeys((*row.record["options"], *(option for option, _by in ruled_out)))
    return PickedFact(
        id=row.id,
        routine=row.routine,
        step=row.step,
        pick=row.about,
        text=row.text,
        on=row.on,
        won=row.option,
        taps=_taps(row.record),
        listed=tuple((option, authors[option]) for option in listed if option in authors),
        ruled_out=tuple(ruled_out),
    )


def _waiting(memory: Memory, members: int) -> dict[str, object]:
    """Return how long people have waited by now, and how long they can at most, as a fact says it."""
    waits = tuple((member, wait) for member, wait in memory.waits if member not in memory.unbound)
    return {"waits": waits, "limit": limit(members)}


def _taps(record: Mapping) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return what those tapped who took part: members who wished for some of the options, but not for all."""
    options, guests = frozenset(record["options"]), record["guests"]
    found = []
    for member in record["members"]:
        tapped = options.intersection(record["ballots"].get(str(member), ()))
        if tapped and len(tapped) < len(options) and member not in guests:
            found.append((member, tuple(sorted(tapped))))
    return tuple(found)
