"""Adding, changing, ordering, archiving and bringing back steps of a routine."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Max

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.routine import Conflict, changed
from routines.actions.stage import Stage, stage
from routines.actions.times import check_times
from routines.models import Morning, Routine, Step, StepPerson
from routines.rules.ladder import Deed
from routines.rules.merge import merge
from routines.rules.order import reordered
from routines.rules.small_steps import lines
from routines.rules.state import Person, Rung, StepState

FIELDS = (
    "title",
    "minutes",
    "least",
    "small_steps",
    "pictogram",
    "why",
    "limits",
    "alongside",
    "over_to_you",
    "safety",
    "decider",
    "affected",
    "doers",
)


@dataclass(frozen=True, slots=True)
class StepDraft:
    """What a step's form says. `affected`, `doers` and `decider` are member ids.

    `least` is how few minutes it can take when time is scarce, None for half of them; `small_steps` has one a line.
    """

    title: str
    minutes: int
    pictogram: str
    affected: tuple[int, ...]
    doers: tuple[int, ...] = ()
    rung: Rung = Rung.INFORM
    why: str = ""
    limits: str = ""
    alongside: bool = False
    over_to_you: bool = False
    safety: bool = False
    decider: int | None = None
    least: int | None = None
    small_steps: str = ""


def add_step(
    *,
    actor: Actor,
    routine_id: int,
    draft: StepDraft,
    at: datetime,
    tap: UUID | None = None,
) -> Step:
    """Add a step at the end of a routine, on the rung it begins with."""
    with stage(actor=actor, at=at, tap=tap) as scene:
        _current(actor, routine_id)
        scene.ask(
            Deed.ADD_STEP,
            affected=draft.affected,
            to_rung=draft.rung,
            safety=draft.safety,
            over_to_you=draft.over_to_you,
            why=draft.why,
            limits=draft.limits,
            decider=draft.decider,
            minutes=draft.minutes,
            least=draft.least,
            small_steps=draft.small_steps,
        )
        _people_here(scene.people, _named(_values(draft)))
        last = Step.objects.of(actor.household_id).filter(routine_id=routine_id).current()
        position = (last.aggregate(last=Max("position"))["last"] or 0) + 1
        step = Step.objects.create(
            household_id=actor.household_id,
            routine_id=routine_id,
            position=position,
            rung=draft.rung,
            created_at=at,
            revision=scene.change.revision,
            **_columns(_values(draft)),
        )
        name_people(actor.household_id, step.id, _values(draft))
        check_times(scene, routine_id)
        scene.record("step.added", member=None, routine=routine_id, step=step.id, title=step.title)
        scene.change.step_ids.add(step.id)
        scene.touch_board(routine_id)
        return step


def edit_step(
    *,
    actor: Actor,
    step_id: int,
    draft: StepDraft,
    base: dict,
    at: datetime,
    why: str = "",
    morning_id: int | None = None,
    tap: UUID | None = None,
) -> Event | None:
    """Change a step. Its rung moves only by climbing and stepping down.

    `base` is what the form showed when it was opened: fields only somebody else changed keep their
    change, fields both changed raise `Conflict`. `morning_id` is the morning the change comes from, if it comes from
    one. Returns None where nothing changed.
    """
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        scene.ask(Deed.EDIT_STEP)
        scene.came_from = _morning(actor, morning_id)
        stored = values_of(scene.step)
        merged = merge(base, stored, _values(draft))
        if merged.conflicts:
            raise Conflict(merged.conflicts)
        result, changes = merged.result, changed(stored, merged.result)
        scene.ask(
            Deed.EDIT_STEP,
            affected=result["affected"],
            limits=result["limits"],
            safety=result["safety"],
            over_to_you=result["over_to_you"],
            decider=result["decider"],
            minutes=result["minutes"],
            least=result["least"],
            small_steps=result["small_steps"],
        )
        if not changes:
            return None
        _people_here(scene.people, _named(result) - _named(stored))
        return _store(scene, result, changes, why)


def move_step(*, actor: Actor, step_id: int, to_index: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Put a step at another place; `to_index` counts from 0. Returns None if it stands there."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        scene.ask(Deed.ORDER_STEPS)
        if scene.step.archived:
            raise Refused("archived")
        before = _order(actor, scene.step.routine)
        after = reordered(before, step_id, to_index)
        if list(after) == before:
            return None
        set_order(actor, scene.step.routine, after)
        check_times(scene, scene.step.routine)
        event = scene.record(
            "step.moved",
            member=None,
            changes={"place": [before.index(step_id) + 1, list(after).index(step_id) + 1]},
            undo={"before": before, "after": list(after)},
        )
        scene.touch()
        scene.touch_board(scene.step.routine)
        return event


def archive_step(*, actor: Actor, step_id: int, at: datetime, why: str = "", tap: UUID | None = None) -> Event:
    """Put a step away; its history stays, and it can come back."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        scene.ask(Deed.ARCHIVE_STEP)
        Step.objects.of(actor.household_id).filter(id=step_id).update(archived_at=at)
        event = scene.record("step.archived", member=None, why=why.strip())
        scene.touch()
        scene.touch_board(scene.step.routine)
        return event


def restore_step(*, actor: Actor, step_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Bring an archived step back, at the end of its routine."""
    with stage(actor=actor, at=at, tap=tap, step_id=step_id) as scene:
        scene.ask(Deed.RESTORE_STEP)
        steps = Step.objects.of(actor.household_id).filter(routine_id=scene.step.routine)
        last = steps.current().aggregate(last=Max("position"))["last"] or 0
        steps.filter(id=step_id).update(archived_at=None, position=last + 1)
        check_times(scene, scene.step.routine)
        event = scene.record("step.restored", member=None)
        scene.touch()
        scene.touch_board(scene.step.routine)
        return event


def values_of(step: StepState) -> dict:
    """Return a step's editable fields as the merge compares them."""
    values = {field: getattr(step, field) for field in FIELDS}
    return values | {"affected": sorted(step.affected), "doers": sorted(step.doers)}


def set_order(actor: Actor, routine_id: int, ids: Iterable[int]) -> None:
    """Store an order in two passes, so that no two steps ever stand on one place."""
    steps = Step.objects.of(actor.household_id).filter(routine_id=routine_id).current()
    top = steps.aggregate(top=Max("position"))["top"] or 0
    steps.update(position=F("position") + top + len(list(ids)) + 1)
    for place, step_id in enumerate(ids, start=1):
        steps.filter(id=step_id).update(position=place)


def _store(scene: Stage, result: dict, changes: dict, why: str) -> Event:
    household_id, step_id = scene.actor.household_id, scene.step.id
    Step.objects.of(household_id).filter(id=step_id).update(**_columns(result))
    name_people(household_id, step_id, result, values_of(scene.step))
    check_times(scene, scene.step.routine)
    event = scene.record("step.changed", member=None, why=why.strip(), changes=changes)
    scene.touch()
    scene.touch_board(scene.step.routine)
    return event


def name_people(household_id: int, step_id: int, values: dict, before: dict | None = None) -> None:
    """Name whom a step is for and who does it, in place of those named before.

    Whoever has left is in neither and stays as they are.
    """
    for field, part in (("affected", "affected"), ("doers", "doer")):
        earlier, now = set((before or {}).get(field, ())), set(values.get(field, ()))
        StepPerson.objects.filter(
            household_id=household_id, step_id=step_id, part=part, member_id__in=earlier - now
        ).delete()
        StepPerson.objects.bulk_create(
            StepPerson(household_id=household_id, step_id=step_id, part=part, member_id=member_id)
            for member_id in sorted(now - earlier)
        )


def _values(draft: StepDraft) -> dict:
    values = {field: getattr(draft, field) for field in FIELDS}
    return values | {
        "small_steps": "\n".join(lines(draft.small_steps)),
        "affected": sorted(set(draft.affected)),
        "doers": sorted(set(draft.doers)),
    }


def _named(values: dict) -> set[int]:
    """Return everybody a step names in any part."""
    return {*values["affected"], *values["doers"], *filter(None, [values["decider"]])}


def _columns(values: dict) -> dict:
    columns = {k: v for k, v in values.items() if k not in ("affected", "doers", "decider")}
    return columns | {"decider_id": values["decider"]}


def _morning(actor: Actor, morning_id: int | None) -> int | None:
    """Return a morning's id, None for none; raises `Missing` for one of another household or one taken back."""
    if morning_id is not None and not Morning.objects.of(actor.household_id).filter(id=morning_id).exists():
        raise Missing
    return morning_id


def _current(actor: Actor, routine_id: int) -> None:
    """Need a routine that is in use."""
    routine = Routine.objects.of(actor.household_id).filter(id=routine_id).first()
    if routine is None:
        raise Missing
    if routine.archived_at:
        raise Refused("archived")


def _people_here(people: tuple[Person, ...], named: Iterable[int]) -> None:
    here = {person.id for person in people if not person.left}
    if not set(named) <= here:
        raise Refused("person_not_here")


def _order(actor: Actor, routine_id: int) -> list[int]:
    steps = Step.objects.of(actor.household_id).filter(routine_id=routine_id).current()
    return list(steps.in_order().values_list("id", flat=True))
