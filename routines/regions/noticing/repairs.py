"""The family's repairs: sorries, changes and thank-yous, and what became of each. Three queries, however many."""

from routines.models import Repair
from routines.regions.look import Look
from routines.regions.noticing.changes import change_view, changes_seen
from routines.regions.noticing.gifts import gift_view, gifts_seen
from routines.regions.noticing.values import RepairRow, RepairsView
from routines.regions.said import came_from
from routines.rules.state import MorningRef

PAGE = 20
KINDS = tuple(Repair.Kind.values)


def repairs_view(look: Look, kind: str = "", before: int | None = None) -> RepairsView:
    """Return a page of repairs, the newest first: of one kind, or all."""
    gifts, changes = gifts_seen(look), changes_seen(look)
    if before:
        gifts, changes = gifts.filter(id__lt=before), changes.filter(id__lt=before)
    rows: list[Repair] = []
    if kind != Repair.Kind.CHANGE:
        rows += (gifts.filter(kind=kind) if kind else gifts).order_by("-id")[: PAGE + 1]
    if kind in ("", Repair.Kind.CHANGE):
        rows += changes.order_by("-id")[: PAGE + 1]
    rows.sort(key=lambda row: -row.id)
    shown = rows[:PAGE]
    return RepairsView(
        rows=tuple(_row(look, row) for row in shown),
        kind=kind,
        older=shown[-1].id if len(rows) > PAGE else None,
        paged=before is not None,
    )


def _row(look: Look, row: Repair) -> RepairRow:
    is_change = row.kind == Repair.Kind.CHANGE
    return RepairRow(
        gift=None if is_change else gift_view(look, row),
        change=change_view(look, row) if is_change else None,
        came_from=came_from(look, MorningRef(row.morning_id, row.morning.on)),
    )
