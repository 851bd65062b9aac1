"""Reads the picks of a period: who tapped what, what won, and how long people have waited by now."""

from collections.abc import Mapping
from dataclasses import replace

from routines.models.mirrors_span import Span
from routines.models.pick import Picking
from routines.models.pick_memory import COUNTED, Key, memories_now
from routines.rules.fair_share import limit
from routines.rules.mirror.facts import PickedFact


def picked_of(span: Span) -> tuple[PickedFact, ...]:
    """Return the picks settled by fair turns, the oldest first. One query, and two for what is remembered of them."""
    rows = Picking.objects.filter(
        household_id=span.household_id,
        settled_at__isnull=False,
        kind__in=COUNTED,
        morning__taken_back_at=None,
        morning__on__range=(span.first, span.last),
    ).order_by("morning__on", "settled_at", "id")
    columns = (
        "id",
        "morning__routine_id",
        "pick__step_id",
        "pick_id",
        "pick__text",
        "morning__on",
        "winner_id",
        "bundle_id",
        "record",
    )
    facts: dict[int, PickedFact] = {}
    latest: dict[int, tuple[int, Key, int]] = {}
    for *about, won, bundle, record in rows.values_list(*columns):
        fact = PickedFact(*about, won, _taps(record))
        facts[fact.id] = fact
        key = ("bundle", bundle) if bundle else ("pick", fact.pick)
        latest[fact.pick] = (fact.id, key, len(record["members"]))
    remembered = memories_now(span.household_id, {key for _, key, _ in latest.values()}) if latest else {}
    for number, key, members in latest.values():
        memory = remembered[key]
        waits = tuple((member, wait) for member, wait in memory.waits if member not in memory.unbound)
        facts[number] = replace(facts[number], waits=waits, limit=limit(members))
    return tuple(facts.values())


def _taps(record: Mapping) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return what those tapped who took part: members who wished for some of the options, but not for all."""
    options, guests = frozenset(record["options"]), record["guests"]
    found = []
    for member in record["members"]:
        tapped = options.intersection(record["ballots"].get(str(member), ()))
        if tapped and len(tapped) < len(options) and member not in guests:
            found.append((member, tuple(sorted(tapped))))
    return tuple(found)
