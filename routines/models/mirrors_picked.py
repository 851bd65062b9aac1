"""Reads the picks of a period: who tapped what, what won, and how long people have waited by now."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from routines.models.mirrors_span import Span
from routines.models.pick import Picking
from routines.models.pick_memory import COUNTED, Key, Round, key_of, memories_after
from routines.rules.fair_share import Memory, limit
from routines.rules.mirror.facts import PickedFact

_COLUMNS = (
    "settled_at",
    "bundle_id",
    "record",
    "id",
    "morning__routine_id",
    "pick__step_id",
    "pick_id",
    "pick__text",
    "morning__on",
    "winner_id",
)


def picked_of(span: Span) -> tuple[PickedFact, ...]:
    """Return the picks settled by fair turns, the oldest first. One query.

    It reads the picks before the period, too: how long somebody waits by now is remembered from all of them.
    """
    rows = Picking.objects.filter(
        household_id=span.household_id,
        settled_at__isnull=False,
        kind__in=COUNTED,
        morning__taken_back_at=None,
    ).order_by("settled_at", "id")
    found: list[tuple[PickedFact, Key, int]] = []
    rounds: dict[Key, list[Round]] = defaultdict(list)
    for settled_at, bundle, record, number, routine, step, pick, text, on, won in rows.values_list(*_COLUMNS):
        key = key_of(pick, bundle)
        rounds[key].append((settled_at, number, record))
        if span.first <= on <= span.last:
            fact = PickedFact(number, routine, step, pick, text, on, won, _taps(record))
            found.append((fact, key, len(record["members"])))
    found.sort(key=lambda each: each[0].on)
    latest = {fact.pick: (fact.id, key, members) for fact, key, members in found}
    remembered = memories_after({key: rounds[key] for _, key, _ in latest.values()})
    waiting = {number: _waiting(remembered[key], members) for number, key, members in latest.values()}
    return tuple(replace(fact, **waiting.get(fact.id, {})) for fact, _, _ in found)


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
