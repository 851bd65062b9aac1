"""Reads the picks of mornings into the frozen values of the rules, kept for as long as they are right."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from households.models import Member
from routines.models.cache import Recent
from routines.models.morning import MorningStep
from routines.models.pick import Picking, PickVeto
from routines.rules.morning.state import MorningState
from routines.rules.picking.state import BallotState, PickingState, PickOptionState
from routines.rules.state import Person

_read_before: Recent[tuple[PickingState, ...]] = Recent(1024)


def forget() -> None:
    """Forget everything read so far: for tests that roll revisions back, and for measuring cold."""
    _read_before.clear()


def pickings_of(household_id: int, morning: MorningState) -> tuple[PickingState, ...]:
    """Return a morning's picks as they are now, in the order of its steps. Two queries, none if nothing changed.

    A verb must not call it after it has changed something: only what is committed may be kept.
    """
    key = (morning.id, morning.revision)
    kept = _read_before.get(key)
    if kept is not None:
        return kept
    return _read_before.keep(key, _read(Picking.objects.filter(household_id=household_id, morning_id=morning.id)))


def picking_state(household_id: int, picking_id: int) -> PickingState | None:
    """Return one pick of a morning, read anew. Two queries."""
    return next(iter(_read(_standing(household_id).filter(id=picking_id))), None)


def morning_of_picking(household_id: int, picking_id: int) -> int | None:
    """Return the morning a pick belongs to, or None for an unknown one. One query."""
    rows = _standing(household_id).filter(id=picking_id)
    return rows.values_list("morning_id", flat=True).first()


# Asked by hand, as every tap asks: mostly there is none, and building the queries takes ten times as long.
UNSETTLED = (
    "SELECT p.id FROM routines_picking p JOIN routines_morning m ON m.id = p.morning_id"
    " WHERE p.household_id = %s AND p.settled_at IS NULL AND m.taken_back_at IS NULL"
)


def unsettled(household_id: int, pick_id: int | None = None) -> tuple[PickingState, ...]:
    """Return a household's picks that are not settled, read anew, perhaps of one pick. Three queries, one for none."""
    with connection.cursor() as cursor:
        cursor.execute(UNSETTLED, [household_id])
        found = [row[0] for row in cursor.fetchall()]
    if not found:
        return ()
    rows = _standing(household_id).filter(settled_at=None, id__in=found)
    return _read(rows.filter(pick_id=pick_id) if pick_id else rows)


def gone_by(household_id: int, people: Iterable[Person], moment: datetime) -> frozenset[int]:
    """Return who had left the household by a moment. No query where nobody has left."""
    left = [person.id for person in people if person.left]
    if not left:
        return frozenset()
    rows = Member.objects.of(household_id).filter(id__in=left, left_at__lte=moment)
    return frozenset(rows.values_list("id", flat=True))


def _standing(household_id: int) -> QuerySet[Picking]:
    return Picking.objects.filter(household_id=household_id, morning__taken_back_at=None)


_BALLOT = ("member_id", "options", "said_at", "said_by_id", "late")
_PICKING = (
    "id",
    "pick_id",
    "pick__step_id",
    "morning__routine_id",
    "morning_id",
    "pick__text",
    "closes_at",
    "bundle_id",
    "settled_at",
    "winner_id",
    "kind",
    "decided_by",
    "record",
    "treat_for_id",
    "treat_reason",
)


def _read(wanted: QuerySet[Picking]) -> tuple[PickingState, ...]:
    skipped = MorningStep.objects.filter(
        morning_id=OuterRef("morning_id"), step_id=OuterRef("pick__step_id"), skipped_at__isnull=False
    )
    columns = (*_PICKING, *(f"ballots__{each}" for each in _BALLOT))
    found: dict[int, tuple[dict, list[dict]]] = {}
    for row in wanted.order_by("id", "ballots__said_at", "ballots__id").values(*columns, skipped=Exists(skipped)):
        _values, ballots = found.setdefault(row["id"], (row, []))
        if row["ballots__member_id"] is not None:
            ballots.append(row)
    if not found:
        return ()
    options = _options(wanted)
    return tuple(_picking(values, ballots, options[number]) for number, (values, ballots) in found.items())


def _options(wanted: QuerySet[Picking]) -> dict[int, list[dict]]:
    """Read what each pick offers, with what was ruled out that morning, in one query."""
    veto = PickVeto.objects.filter(picking_id=OuterRef("id"), option_id=OuterRef("pick__options__id"))
    columns = ("id", "text", "pictogram", "drawing_id", "proposed_by_id", "acted_by_id", "archived_at")
    rows = wanted.order_by("id", "pick__options__id").values(
        "id",
        *(f"pick__options__{each}" for each in columns),
        ground=Subquery(veto.values("ground")[:1]),
        reason=Subquery(veto.values("reason")[:1]),
        ruled_out_by=Subquery(veto.values("vetoed_by_id")[:1]),
    )
    found: dict[int, list[dict]] = {}
    for row in rows:
        listed = found.setdefault(row["id"], [])
        if row["pick__options__id"] is not None:
            listed.append(row)
    return found


def _picking(row: dict, ballots: Iterable[dict], options: Iterable[dict]) -> PickingState:
    record, settled = row["record"], row["settled_at"] is not None
    listed = tuple(record.get("options", ()))
    tapped = [_ballot(each) for each in ballots if not each["ballots__late"]]
    return PickingState(
        id=row["id"],
        pick=row["pick_id"],
        step=row["pick__step_id"],
        routine=row["morning__routine_id"],
        morning=row["morning_id"],
        text=row["pick__text"],
        closes_at=row["closes_at"],
        members=tuple(record.get("members", ())),
        asked=tuple(record.get("asked", ())),
        guests=tuple(record.get("guests", ())),
        options=tuple(_option(each) for each in options if _shows(each, listed if settled else None)),
        ballots=tuple(tapped),
        late=tuple(_ballot(each) for each in ballots if each["ballots__late"]),
        bundle=row["bundle_id"],
        skipped=row["skipped"],
        settled_at=row["settled_at"],
        winner=row["winner_id"],
        kind=row["kind"],
        decided_by=row["decided_by"],
        listed=listed,
        treat_for=row["treat_for_id"],
        treat_reason=row["treat_reason"],
    )


def _shows(option: dict, listed: Collection[int] | None) -> bool:
    """Return whether an option belongs to a morning: as it was settled, else as it is offered now."""
    if listed is None:
        return option["pick__options__archived_at"] is None
    return option["pick__options__id"] in listed or option["ground"] is not None


def _option(row: dict) -> PickOptionState:
    return PickOptionState(
        id=row["pick__options__id"],
        text=row["pick__options__text"],
        pictogram=row["pick__options__pictogram"],
        drawing=row["pick__options__drawing_id"],
        by=row["pick__options__proposed_by_id"],
        acted_by=row["pick__options__acted_by_id"],
        ground=row["ground"] or "",
        reason=row["reason"] or "",
        ruled_out_by=row["ruled_out_by"],
    )


def _ballot(row: dict) -> BallotState:
    return BallotState(
        member=row["ballots__member_id"],
        options=tuple(row["ballots__options"]),
        at=row["ballots__said_at"],
        acted_by=row["ballots__said_by_id"],
    )
