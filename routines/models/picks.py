"""Reads the picks of the plan into the frozen values of the rules."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from routines.models.pick import Bundle, Pick, PickOption
from routines.models.step import StepPerson
from routines.rules.picking.state import BundleVoiceState, PlannedBundle, PlannedOption, PlannedPick
from routines.rules.state import Kind, Person, Rung


def picks_of(household_id: int, *, with_archived: bool = False) -> tuple[PlannedPick, ...]:
    """Return a household's picks in the order of their routines and steps. Three queries, however many there are."""
    rows = Pick.objects.of(household_id)
    if not with_archived:
        rows = rows.current()
    rows = rows.select_related("step__routine", "bundle").order_by("step__routine_id", "step__position", "id")
    found = list(rows)
    if not found:
        return ()
    affected = _affected(household_id, {row.step_id for row in found})
    options = _options(household_id, {row.id for row in found})
    return tuple(_pick(row, affected[row.step_id], options[row.id]) for row in found)


def pick_of(household_id: int, pick_id: int) -> PlannedPick | None:
    """Return one pick, put away or not, or None. Three queries."""
    return next((pick for pick in picks_of(household_id, with_archived=True) if pick.id == pick_id), None)


def bundles_of(household_id: int) -> tuple[PlannedBundle, ...]:
    """Return the bundles that are agreed or asked for, with what was said to them. Two queries."""
    said = ("voices__member_id", "voices__agrees", "voices__said_by_id")
    rows = Bundle.objects.filter(household_id=household_id, ended_at=None)
    found: dict[int, tuple[dict, list[BundleVoiceState]]] = {}
    for row in rows.order_by("id", "voices__id").values("id", "proposed_by_id", "agreed_at", *said):
        _values, voices = found.setdefault(row["id"], (row, []))
        if row["voices__member_id"] is not None:
            voices.append(BundleVoiceState(*(row[column] for column in said)))
    if not found:
        return ()
    picks = defaultdict(list)
    for bundle, pick in Pick.objects.of(household_id).filter(bundle_id__in=found).values_list("bundle_id", "id"):
        picks[bundle].append(pick)
    return tuple(
        PlannedBundle(
            id=number,
            by=row["proposed_by_id"],
            picks=tuple(sorted(picks[number])),
            voices=tuple(voices),
            agreed=row["agreed_at"] is not None,
        )
        for number, (row, voices) in found.items()
    )


def members_of(picks: Iterable[PlannedPick], people: Iterable[Person]) -> tuple[int, ...]:
    """Return whose turns are fair where some picks share a memory: all they are for who are here, without guests."""
    named = {member for pick in picks for member in pick.affected}
    return tuple(
        person.id for person in people if person.id in named and not person.left and person.kind is not Kind.SUPPORTER
    )


def sharing(pick: PlannedPick, picks: Iterable[PlannedPick]) -> tuple[PlannedPick, ...]:
    """Return a pick with those of `picks` that count in the same memory."""
    if not pick.bundle:
        return (pick,)
    others = (each for each in picks if each.bundle == pick.bundle and each.id != pick.id)
    return (pick, *others)


def _affected(household_id: int, step_ids: Iterable[int]) -> dict[int, list[int]]:
    named = defaultdict(list)
    rows = StepPerson.objects.filter(household_id=household_id, step_id__in=step_ids, part="affected")
    for step, member in rows.order_by("member__position", "member_id").values_list("step_id", "member_id"):
        named[step].append(member)
    return named


def _options(household_id: int, pick_ids: Iterable[int]) -> dict[int, list[PlannedOption]]:
    found = defaultdict(list)
    rows = PickOption.objects.filter(household_id=household_id, pick_id__in=pick_ids).order_by("id")
    columns = ("id", "text", "pictogram", "drawing_id", "proposed_by_id", "acted_by_id")
    for pick, *values, archived in rows.values_list("pick_id", *columns, Q(archived_at__isnull=False)):
        found[pick].append(PlannedOption(*values, archived))
    return found


def _pick(row: Pick, affected: list[int], options: list[PlannedOption]) -> PlannedPick:
    step, bundle = row.step, row.bundle
    agreed = bundle is not None and bundle.agreed_at is not None
    return PlannedPick(
        id=row.id,
        step=row.step_id,
        routine=step.routine_id,
        text=row.text,
        until=row.until,
        affected=tuple(affected),
        options=tuple(options),
        bundle=row.bundle_id if agreed else None,
        proposed=None if agreed else row.bundle_id,
        made_by=row.made_by_id,
        archived=row.archived_at is not None,
        step_archived=step.archived_at is not None or step.routine.archived_at is not None,
        step_title=step.title,
        step_pictogram=step.pictogram,
        rung=Rung(step.rung),
    )
