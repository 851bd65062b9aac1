"""Two people change the same thing: what both meant is kept, and only a real clash is asked about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Merge:
    """The values both sides agree on; `clashes` holds, for each field both changed, what is there now."""

    values: Mapping[str, Any]
    clashes: Mapping[str, Any]


def merge(
    *,
    base: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    together: frozenset[str] = frozenset(),
) -> Merge:
    """Merge field by field: `base` is what I saw, `mine` what I send, `theirs` what is there now.

    Fields that only mean something `together` are merged as one.
    """

    def seen_as(side: Mapping[str, Any], field: str) -> Any:
        return tuple(side[each] for each in sorted(together)) if field in together else side[field]

    values, clashes = {}, {}
    for field in mine:
        wanted, seen, now = (seen_as(side, field) for side in (mine, base, theirs))
        values[field] = theirs[field] if wanted in (seen, now) else mine[field]
        if wanted not in (seen, now) and now != seen:
            clashes[field] = theirs[field]
    return Merge(values, clashes)


def as_it_was(now: Mapping[str, Any], changes: Iterable[Mapping[str, list]]) -> dict[str, Any]:
    """Return how things were before `changes`, oldest first, each `{field: [before, after]}`."""
    was: dict[str, Any] = {}
    for change in changes:
        for field, (before, _after) in change.items():
            was.setdefault(field, before)
    return {**now, **{field: value for field, value in was.items() if field in now}}
