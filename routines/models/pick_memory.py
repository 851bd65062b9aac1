"""What Fair Share remembers of a pick: the stored rounds, replayed. Memories themselves are stored nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet, Window

from routines.models.cache import Recent
from routines.models.pick import Picking
from routines.rules.fair_share import Ending, Memory, Outcome, decide, replay
from routines.rules.picking.result import stored_round

# The pickings that count; a treat, a skipped step and an empty list leave every memory as it was.
COUNTED = tuple(str(ending) for ending in Ending)
# A memory is a pick's own, ("pick", id), or that of picks bundled together, ("bundle", id).
Key = tuple[str, int]

_memories: Recent[Memory] = Recent(512)


def forget() -> None:
    """Forget everything read so far: for tests that roll back, and for measuring cold."""
    _memories.clear()


@dataclass(frozen=True, slots=True)
class Settled:
    """One morning's pick as it was settled, with the memory around it; without one where it did not count."""

    id: int
    pick: int
    on: date
    at: datetime
    winner: int | None
    kind: str
    decided_by: str
    treat_for: int | None
    treat_reason: str
    tapped: tuple[tuple[int, tuple[int, ...]], ...]
    before: Memory | None = None
    outcome: Outcome | None = None
    after: Memory | None = None


def memory_of(household_id: int, key: Key) -> Memory:
    """Return what is remembered now. One query if nothing was settled since it was last asked, else two.

    It is kept under what was settled last, so there is nothing to invalidate.
    """
    last = _counted(household_id, key).order_by("-settled_at", "-id")
    found = last.values_list("id", "record", Window(Count("id"))).first()
    if found is None:
        return Memory()
    known = (key, *found[:1], repr(found[1]), found[2])
    kept = _memories.get(known)
    if kept is not None:
        return kept
    records = _counted(household_id, key).order_by("settled_at", "id").values_list("record", flat=True)
    return _memories.keep(known, replay((), map(stored_round, records)))


def last_settled(household_id: int, key: Key) -> tuple[datetime, int] | None:
    """Return when something was settled last in a memory, and its number; None where nothing was. One query."""
    last = _settled(household_id, key).order_by("-settled_at", "-id")
    return last.values_list("settled_at", "id").first()


def memory_before(household_id: int, picking_id: int, settled_at: datetime, key: Key) -> Memory:
    """Return what was remembered when a pick was settled. One query the first time; it never changes."""
    known = ("before", picking_id)
    kept = _memories.get(known)
    if kept is not None:
        return kept
    rows = _counted(household_id, key).filter(settled_at__lte=settled_at).order_by("settled_at", "id")
    records = rows.values_list("id", "settled_at", "record")
    earlier = (record for number, at, record in records if (at, number) < (settled_at, picking_id))
    return _memories.keep(known, replay((), map(stored_round, earlier)))


def settled_since(household_id: int, key: Key, settled_at: datetime, picking_id: int) -> bool:
    """Return whether something was settled in a memory after a pick."""
    later = _counted(household_id, key).filter(settled_at__gte=settled_at).values_list("settled_at", "id")
    return any(each > (settled_at, picking_id) for each in later)


def history_of(household_id: int, key: Key, most: int) -> tuple[Settled, ...]:
    """Return the latest so many settled picks of a memory, newest first, each with the memory around it. One query."""
    rows = list(_settled(household_id, key).order_by("settled_at", "id").values_list(*_ROW))
    older, latest = rows[:-most], rows[-most:]
    memory = replay((), (stored_round(row[-1]) for row in older if row[5] in COUNTED))
    told = []
    for row in latest:
        entry, memory = _told(row, memory)
        told.append(entry)
    return tuple(reversed(told))


_ROW = (
    "id",
    "pick_id",
    "morning__on",
    "settled_at",
    "winner_id",
    "kind",
    "decided_by",
    "treat_for_id",
    "treat_reason",
    "record",
)


def _told(row: tuple, before: Memory) -> tuple[Settled, Memory]:
    *plain, record = row
    tapped = tuple((int(member), tuple(options)) for member, options in record.get("ballots", {}).items())
    if row[5] not in COUNTED:
        return Settled(*plain, tapped), before
    outcome, after = decide(before, stored_round(record))
    return Settled(*plain, tapped, before, outcome, after), after


def _settled(household_id: int, key: Key) -> QuerySet[Picking]:
    """Return what was settled in a memory; a pick's own counts only what no bundle counted."""
    kind, number = key
    rows = Picking.objects.filter(household_id=household_id, settled_at__isnull=False, morning__taken_back_at=None)
    return rows.filter(bundle_id=number) if kind == "bundle" else rows.filter(pick_id=number, bundle_id=None)


def _counted(household_id: int, key: Key) -> QuerySet[Picking]:
    return _settled(household_id, key).filter(kind__in=COUNTED)


def keys_of(picks: Iterable) -> tuple[Key, ...]:
    """Return the memories some picks count in now, each once."""
    return tuple(dict.fromkeys(("bundle", each.bundle) if each.bundle else ("pick", each.id) for each in picks))
