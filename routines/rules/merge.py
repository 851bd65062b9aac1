"""Merging an edit with what somebody else changed meanwhile, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Merge:
    """The outcome: `result` to show or save, and the fields both sides changed differently.

    `conflicts` gives (base, stored, typed) per field; in `result` such a field keeps what was
    typed, so nothing anybody wrote is lost. `theirs` are the fields only the other side changed.
    """

    result: dict[str, Any]
    conflicts: dict[str, tuple[Any, Any, Any]]
    theirs: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Return whether it can be saved without asking."""
        return not self.conflicts


def merge(base: Mapping[str, Any], stored: Mapping[str, Any], typed: Mapping[str, Any]) -> Merge:
    """Return a three-way merge of the typed fields.

    `base` is what the form showed when it was opened, `stored` what stands now. A field missing
    from `base` or `stored` counts as None there.
    """
    result, conflicts, theirs = {}, {}, []
    for field, mine in typed.items():
        was, now = base.get(field), stored.get(field)
        if now in (was, mine):
            result[field] = mine
        elif mine == was:
            result[field] = now
            theirs.append(field)
        else:
            result[field] = mine
            conflicts[field] = (was, now, mine)
    return Merge(result, conflicts, tuple(theirs))
