"""Keeping what two people change at the same time, by the household's own history."""

from collections.abc import Mapping
from typing import Any

from households.actions.refusal import Refused
from households.models import Event
from households.rules.merge import as_it_was, merge


class ChangedMeanwhile(Refused):
    """Both changed the same field to different values; nothing was stored.

    `theirs` holds what is there now by field, `by` who put it there, `merged` what to show: mine where both
    differ, the newest elsewhere. Sent again with `revision` as its base, mine is meant to win.
    """

    def __init__(self, *, theirs: Mapping[str, Any], merged: Mapping[str, Any], by: str, revision: int) -> None:
        super().__init__("changed_meanwhile")
        self.theirs = theirs
        self.merged = merged
        self.by = by
        self.revision = revision


def settle(
    *,
    household_id: int,
    kind: str,
    now: Mapping[str, Any],
    mine: Mapping[str, Any],
    revision: int | None,
    together: frozenset[str] = frozenset(),
    **about: Any,
) -> dict[str, Any]:
    """Return the values to store so that neither side's change is lost.

    `kind` and `about` (filters such as `member_id`) name the events that tell what changed since `revision`, the
    household's revision when the form was drawn. Fields that only mean something `together` are merged as one. Call it
    inside the change. Raises `ChangedMeanwhile`.
    """
    events = _since(household_id, kind, revision, about)
    base = as_it_was(now, (event.changes for event in events))
    merged = merge(base=base, mine=mine, theirs=now, together=together)
    if merged.clashes:
        raise ChangedMeanwhile(
            theirs=merged.clashes,
            merged=merged.values,
            by=next((each.actor.name for each in reversed(events) if each.actor), ""),
            revision=events[-1].revision,
        )
    return dict(merged.values)


def _since(household_id: int, kind: str, revision: int | None, about: Mapping[str, Any]) -> list[Event]:
    if revision is None:
        return []
    events = Event.objects.of(household_id).filter(kind=kind, revision__gt=revision, **about)
    return list(events.select_related("actor").order_by("id"))


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list]:
    """Return what changed as `{field: [before, after]}`."""
    return {field: [before[field], value] for field, value in after.items() if before[field] != value}
