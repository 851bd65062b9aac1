"""What Fair Share remembers of a pick: the stored rounds, replayed. Memories themselves are stored nowhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet

from routines.models.cache import Recent
from routines.models.pick import Picking
from routines.rules.fair_share import Ending, Memory, Outcome, decide, replay
from routines.rules.picking.result import stored_round

# The pickings that count; a treat, a skipped step and an empty list leave every memory as it was.
COUNTED = tuple(str(ending) for ending in Ending)
# A memory is a pick's own, ("pick", id), or that of picks bundled together, ("bundle", id).
Key = tuple[str, int]
# A picking, when it was settled, and the memory it counts in.
Moment = tuple[int, datetime, Key]
# When a pick was settled, its picking, and what it was settled by.
Round = tuple[datetime, int, dict]

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
    """Return what is remembered now. One query if nothing was settled since it was last asked, else two."""
    return memories_now(household_id, (key,))[key]


def memories_now(household_id: int, keys: Collection[Key]) -> dict[Key, Memory]:
    """Return what is remembered now in some memories. One query, and one more for all in which something is new.

    They are kept under how much was settled and when last, so there is nothing to invalidate.
    """
    stands = dict.fromkeys(keys, (0, None))
    counts = _standing(household_id).filter(_of_any(keys), kind__in=COUNTED).order_by()
    grouped = counts.values_list("pick_id", "bundle_id").annotate(Count("id"), Max("settled_at")) if keys else ()
    for pick, bundle, count, last in grouped:
        key = key_of(pick, bundle)
        before = stands[key]
        stands[key] = (before[0] + count, max(filter(None, (before[1], last))))
    found = {key: _memories.get((key, *stand)) if stand[0] else Memory() for key, stand in stands.items()}
    new = [key for key, memory in found.items() if memory is None]
    return found | memories_after(_rounds_of(household_id, new) if new else {})


def memories_after(rounds: Mapping[Key, Sequence[Round]]) -> dict[Key, Memory]:
    """Return what is remembered in some memories after all their rounds, which are in order. No query."""
    return {key: _memory_after(key, each) for key, each in rounds.items()}


def _memory_after(key: Key, rounds: Sequence[Round]) -> Memory:
    stand = (key, len(rounds), rounds[-1][0] if rounds else None)
    kept = _memories.get(stand)
    if kept is not None:
        return kept
    return _memories.keep(stand, replay((), (stored_round(record) for _at, _number, record in rounds)))


def last_settled(household_id: int, key: Key) -> tuple[datetime, int] | None:
    """Return when something was settled last in a memory, and its number; None where nothing was. One query."""
    last = _settled(household_id, key).order_by("-settled_at", "-id")
    return last.values_list("settled_at", "id").first()


def memories_before(household_id: int, moments: Iterable[Moment]) -> dict[int, Memory]:
    """Return what was remembered when each of some picks was settled, by the pickings' ids.

    One query for those not asked for before; such a memory never changes.
    """
    moments = tuple(moments)
    found = {number: _memories.get(("before", number)) for number, _at, _key in moments}
    unknown = [moment for moment in moments if found[moment[0]] is None]
    rounds = _rounds_of(household_id, {key for *_moment, key in unknown}) if unknown else {}
    for number, settled_at, key in unknown:
        earlier = (record for at, each, record in rounds[key] if (at, each) < (settled_at, number))
        found[number] = _memories.keep(("before", number), replay((), map(stored_round, earlier)))
    return found


def _rounds_of(household_id: int, keys: Collection[Key]) -> dict[Key, list[Round]]:
    """Read the rounds of some memories in order, in one query."""
    rows = _standing(household_id).filter(_of_any(keys), kind__in=COUNTED).order_by("settled_at", "id")
    found: dict[Key, list[Round]] = {key: [] for key in keys}
    for pick, bundle, *entry in rows.values_list("pick_id", "bundle_id", "settled_at", "id", "record"):
        found[key_of(pick, bundle)].append(tuple(entry))
    return found


def key_of(pick: int, bundle: int | None) -> Key:
    """Return the memory in which a settled pick counts."""
    return ("bundle", bundle) if bundle else ("pick", pick)


def settled_since(household_id: int, key: Key, settled_at: datetime, picking_id: int) -> bool:
    """Return whether something was settled in a memory after a pick."""
    later = _counted(household_id, key).filter(settled_at__gte=settled_at).values_list("settled_at", "id")
    return any(each > (settled_at, picking_id) for each in later)


def latest_of(household_id: int, key: Key, most: int) -> tuple[Settled, ...]:
    """Return the latest so many settled picks of a memory, newest first, each with the memory around it.

    One query, and one more where what was remembered before them was not asked for yet.
    """
    rows = list(_settled(household_id, key).order_by("-settled_at", "-id").values_list(*_ROW)[:most])
    rows.reverse()
    if not rows:
        return ()
    first, at = rows[0][0], rows[0][3]
    memory = memories_before(household_id, [(first, at, key)])[first]
    told = []
    for row in rows:
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


def _standing(household_id: int) -> QuerySet[Picking]:
    return Picking.objects.filter(household_id=household_id, settled_at__isnull=False, morning__taken_back_at=None)


def _of_memory(key: Key) -> Q:
    """Return what counts in a memory; a pick's own counts only what no bundle counted."""
    kind, number = key
    return Q(bundle_id=number) if kind == "bundle" else Q(pick_id=number, bundle_id=None)


def _of_any(keys: Iterable[Key]) -> Q:
    wanted = Q(pk__in=())
    for key in keys:
        wanted |= _of_memory(key)
    return wanted


def _settled(household_id: int, key: Key) -> QuerySet[Picking]:
    return _standing(household_id).filter(_of_memory(key))


def _counted(household_id: int, key: Key) -> QuerySet[Picking]:
    return _settled(household_id, key).filter(kind__in=COUNTED)
