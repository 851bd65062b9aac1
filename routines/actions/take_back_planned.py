"""Taking back changes of the plan: of routines, of steps and of their order."""

from datetime import time

from django.db import models

from households.models import Event
from routines.actions.built_on import built_on, others_since
from routines.actions.routine import FIELDS as ROUTINE_FIELDS
from routines.actions.routine import plain
from routines.actions.stage import Stage
from routines.actions.step import name_people, set_order, values_of
from routines.actions.times import check_times
from routines.models import Routine, Step
from routines.rules.state import Rung

FIXED_WHILE_OPEN = {"affected", "limits", "safety", "over_to_you"}


def _routine_changed(scene: Stage, event: Event) -> None:
    routines = Routine.objects.of(event.household_id).filter(id=event.routine_key)
    stored = routines.values(*ROUTINE_FIELDS).get()
    before = _reversed(event, {field: plain(value) for field, value in stored.items()})
    if before.get("anchor_time"):
        before["anchor_time"] = time.fromisoformat(before["anchor_time"])
    routines.update(**before)
    check_times(scene, event.routine_key)
    scene.touch_board(event.routine_key)


def _routine_archived(scene: Stage, event: Event) -> None:
    _set_routine(scene, event, archived_at=None)


def _routine_put_away(scene: Stage, event: Event) -> None:
    if others_since(event, routine_key=event.routine_key):
        raise built_on()
    _set_routine(scene, event, archived_at=scene.at)


def _set_routine(scene: Stage, event: Event, **columns: object) -> None:
    Routine.objects.of(event.household_id).filter(id=event.routine_key).update(**columns)
    scene.touch_board(event.routine_key)


def _step_changed(scene: Stage, event: Event) -> None:
    stored = values_of(scene.step)
    before = _reversed(event, stored)
    if scene.question and FIXED_WHILE_OPEN.intersection(before):
        raise built_on()
    if _too_little_time(stored | before):
        raise built_on()
    if scene.step.rung is not Rung.INFORM and (before.get("safety") or before.get("over_to_you")):
        raise built_on()
    named = {field: before.pop(field) for field in ("affected", "doers") if field in before}
    if "decider" in before:
        before["decider_id"] = before.pop("decider")
    if before:
        _step(event).update(**before)
    name_people(event.household_id, event.step_key, stored | named, stored)
    check_times(scene, event.routine_key)
    scene.touch_board(event.routine_key)


def _step_moved(scene: Stage, event: Event) -> None:
    current = Step.objects.of(event.household_id).filter(routine_id=event.routine_key).current()
    if list(current.in_order().values_list("id", flat=True)) != event.undo["after"]:
        raise built_on()
    set_order(scene.actor, event.routine_key, event.undo["before"])
    check_times(scene, event.routine_key)
    scene.touch_board(event.routine_key)


def _step_put_away(scene: Stage, event: Event) -> None:
    if scene.question or scene.step.archived or others_since(event, step_key=event.step_key):
        raise built_on()
    _step(event).update(archived_at=scene.at)
    scene.touch_board(event.routine_key)


def _step_archived(scene: Stage, event: Event) -> None:
    current = Step.objects.of(event.household_id).filter(routine_id=event.routine_key).current()
    if not scene.step.archived or current.filter(position=scene.step.position).exists():
        raise built_on()
    _step(event).update(archived_at=None)
    check_times(scene, event.routine_key)
    scene.touch_board(event.routine_key)


def _step(event: Event) -> models.QuerySet[Step]:
    return Step.objects.of(event.household_id).filter(id=event.step_key)


def _too_little_time(step: dict) -> bool:
    """Return whether a step would have fewer minutes than it needs at the least."""
    return step["least"] is not None and step["least"] > step["minutes"]


def _reversed(event: Event, stored: dict) -> dict:
    """Return the fields as they were before the event; refuses where one was changed since."""
    if any(stored[field] != after for field, (_before, after) in event.changes.items()):
        raise built_on()
    return {field: before for field, (before, _after) in event.changes.items()}


PLANNED = {
    "routine.made": _routine_put_away,
    "routine.changed": _routine_changed,
    "routine.archived": _routine_archived,
    "routine.restored": _routine_put_away,
    "step.added": _step_put_away,
    "step.changed": _step_changed,
    "step.moved": _step_moved,
    "step.archived": _step_archived,
    "step.restored": _step_put_away,
}
