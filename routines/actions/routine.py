"""Making, changing, archiving and bringing back a routine."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.stage import Stage, stage
from routines.actions.times import check_times
from routines.models import Routine
from routines.rules.ladder import Deed
from routines.rules.merge import merge

FIELDS = ("title", "weekdays", "anchor", "anchor_time", "tells_minutes")


@dataclass(frozen=True, slots=True)
class RoutineDraft:
    """What a routine's form says. `weekdays` is a bit mask, Monday = 1 to Sunday = 64."""

    title: str
    weekdays: int
    anchor: str
    anchor_time: time | None
    tells_minutes: bool = True


class Conflict(Refused):
    """Somebody else changed the same fields meanwhile: `{field: (base, stored, typed)}`."""

    def __init__(self, conflicts: dict) -> None:
        super().__init__("changed_meanwhile")
        self.conflicts = conflicts


def create_routine(*, actor: Actor, draft: RoutineDraft, at: datetime, tap: UUID | None = None) -> Routine:
    """Begin a routine without steps."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        scene.ask(Deed.EDIT_ROUTINE)
        routine = Routine.objects.create(
            household_id=actor.household_id,
            created_at=at,
            revision=scene.change.revision,
            **{field: getattr(draft, field) for field in FIELDS},
        )
        scene.record("routine.made", member=None, routine=routine.id, title=routine.title)
        scene.change.routine_ids.add(routine.id)
        scene.change.tells("board")
        return routine


def edit_routine(
    *,
    actor: Actor,
    routine_id: int,
    draft: RoutineDraft,
    base: dict,
    at: datetime,
    why: str = "",
    tap: UUID | None = None,
) -> Event | None:
    """Change a routine's title, days or times.

    `base` is what the form showed when it was opened: fields only somebody else changed keep their
    change, fields both changed raise `Conflict`. Returns None where nothing changed.
    """
    with stage(actor=actor, at=at, tap=tap) as scene:
        scene.ask(Deed.EDIT_ROUTINE)
        routine = _routine(actor, routine_id)
        stored = {field: getattr(routine, field) for field in FIELDS}
        typed = {field: getattr(draft, field) for field in FIELDS}
        merged = merge(base, stored, typed)
        if merged.conflicts:
            raise Conflict(merged.conflicts)
        changes = changed(stored, merged.result)
        if not changes:
            return None
        Routine.objects.filter(household_id=actor.household_id, id=routine_id).update(**merged.result)
        check_times(scene, routine_id)
        return _recorded(scene, "routine.changed", routine, why=why, changes=changes)


def archive_routine(*, actor: Actor, routine_id: int, at: datetime, why: str = "", tap: UUID | None = None) -> Event:
    """Put a routine away. Nothing of it is lost, and it can come back."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        scene.ask(Deed.ARCHIVE_ROUTINE)
        routine = _routine(actor, routine_id)
        if routine.archived_at:
            raise Refused("archived")
        Routine.objects.filter(household_id=actor.household_id, id=routine_id).update(archived_at=at)
        return _recorded(scene, "routine.archived", routine, why=why)


def restore_routine(*, actor: Actor, routine_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Bring an archived routine back."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        scene.ask(Deed.RESTORE_ROUTINE)
        routine = _routine(actor, routine_id)
        if not routine.archived_at:
            raise Refused("not_archived")
        Routine.objects.filter(household_id=actor.household_id, id=routine_id).update(archived_at=None)
        return _recorded(scene, "routine.restored", routine)


def changed(before: dict, after: dict) -> dict[str, list]:
    """Return what differs, as an event keeps it: `{field: [before, after]}` in plain values."""
    return {field: [plain(before[field]), plain(after[field])] for field in after if before[field] != after[field]}


def plain(value: object) -> object:
    """Return a field's value as an event keeps it: times as text."""
    return value.isoformat(timespec="minutes") if isinstance(value, time) else value


def _routine(actor: Actor, routine_id: int) -> Routine:
    routine = Routine.objects.of(actor.household_id).filter(id=routine_id).first()
    if routine is None:
        raise Missing
    return routine


def _recorded(scene: Stage, kind: str, routine: Routine, why: str = "", **about: object) -> Event:
    event = scene.record(kind, member=None, routine=routine.id, title=routine.title, why=why.strip(), **about)
    scene.touch_board(routine.id)
    return event
