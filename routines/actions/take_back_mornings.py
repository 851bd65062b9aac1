"""Taking back what was tapped in a morning: its start, what was done, and that they were off."""

from datetime import datetime

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.morning_stage import touch_morning
from routines.actions.stage import Stage
from routines.models import Doing, Morning, TodayAsk, Unfolding


def _started(scene: Stage, event: Event) -> None:
    """Let a morning never have begun, if nothing has happened in it."""
    since = Event.objects.of(event.household_id).filter(morning_key=event.morning_key, taken_back_at=None)
    if since.exclude(id=event.id).exclude(kind="taken_back").exists():
        raise built_on()
    touch_morning(scene.change, event.morning_key)
    Morning.objects.of(event.household_id).filter(id=event.morning_key).update(taken_back_at=scene.at)


def _done(scene: Stage, event: Event) -> None:
    rows = _doings(event, event.undo["members"]).filter(done_by_id=event.actor_id).exclude(done_at=None)
    _changed(scene, event, rows.update(done_at=None, done_by_id=None))


def _undone(scene: Stage, event: Event) -> None:
    before = {"done_at": datetime.fromisoformat(event.undo["done_at"]), "done_by_id": event.undo["done_by"]}
    _changed(scene, event, _doings(event, [event.undo["member"]]).filter(done_at=None).update(**before))


def _ticked(scene: Stage, event: Event) -> None:
    place, was_done = event.undo["place"], not event.undo["done"]
    doing = _doings(event, [event.undo["member"]]).first()
    if doing is None or (place in doing.ticked) == was_done:
        raise built_on()
    ticked = {*doing.ticked, place} if was_done else {*doing.ticked} - {place}
    _changed(scene, event, _doings(event, [doing.member_id]).update(ticked=sorted(ticked)))


def _unfolded(scene: Stage, event: Event) -> None:
    """Fold what was unfolded, or the other way round, for this and other mornings."""
    now = event.kind == "morning.unfolded"
    _changed(scene, event, _doings(event, [event.member_id]).filter(unfolded=now).update(unfolded=not now))
    kept = Unfolding.objects.filter(household_id=event.household_id, step_id=event.step_key, member_id=event.member_id)
    if event.undo["said"] is None:
        kept.delete()
    else:
        kept.update(unfolded=event.undo["said"])


def _left(scene: Stage, event: Event) -> None:
    """Let the morning go on, with the wishes that waited when they left."""
    mornings = Morning.objects.of(event.household_id).filter(id=event.morning_key)
    _changed(scene, event, mornings.exclude(left_at=None).update(left_at=None, left_by_id=None))
    asks = TodayAsk.objects.filter(household_id=event.household_id, id__in=event.undo.get("asks", ()))
    asks.filter(decided_at=event.at).update(state=TodayAsk.State.WAITING, decided_at=None, decided_by_id=None)


def _back(scene: Stage, event: Event) -> None:
    before = {"left_at": datetime.fromisoformat(event.undo["left_at"]), "left_by_id": event.undo["left_by"]}
    mornings = Morning.objects.of(event.household_id).filter(id=event.morning_key, left_at=None)
    _changed(scene, event, mornings.update(**before))


def _doings(event: Event, members: list[int]):
    return Doing.objects.filter(
        household_id=event.household_id, morning_step_id=event.subject_key, member_id__in=members
    )


def _changed(scene: Stage, event: Event, rows: int) -> None:
    """Tell the morning's screens, or refuse where nothing is as the event left it."""
    if not rows:
        raise built_on()
    touch_morning(scene.change, event.morning_key)


LIVED = {
    "morning.started": _started,
    "morning.done": _done,
    "morning.undone": _undone,
    "morning.ticked": _ticked,
    "morning.unfolded": _unfolded,
    "morning.folded": _unfolded,
    "morning.left": _left,
    "morning.back": _back,
}
