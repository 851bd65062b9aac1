"""Taking back changes of today: wishes, answers to them, and what came of them."""

from datetime import datetime

from django.db.models import F

from households.models import Event
from routines.actions.built_on import built_on
from routines.actions.morning_stage import touch_morning
from routines.actions.picking import settle_picks
from routines.actions.stage import Stage
from routines.models import Doing, Morning, MorningStep, TodayAsk, TodayVoice


def _asked(scene: Stage, event: Event) -> None:
    """Take a wish away, while it waits and nobody else has answered."""
    voices = TodayVoice.objects.filter(household_id=event.household_id, ask_id=event.subject_key)
    if voices.exclude(member_id=event.member_id).exists():
        raise built_on()
    _put_away(scene, event, _waiting(event))


def _said(scene: Stage, event: Event) -> None:
    """Let somebody have said what they had said before, or nothing, while the wish waits."""
    if not _waiting(event).exists():
        raise built_on()
    _unsay(event)
    _tell(scene, event)


def _declined(scene: Stage, event: Event) -> None:
    """Let a wish wait again, without the answer that ended it."""
    _wait_again(scene, event, TodayAsk.State.DECLINED)
    _unsay(event)


def _withdrawn(scene: Stage, event: Event) -> None:
    _wait_again(scene, event, TodayAsk.State.WITHDRAWN)


def _skipped(scene: Stage, event: Event) -> None:
    """Let a step be done after all, with its picks that are still open."""
    settle_picks(scene.change, scene.people, scene.at)
    scene.change.tells("picks")
    before = {"skipped_at": None, "reason": event.undo["reason"], "changed_by_id": None}
    _undo(scene, event, _step(event).exclude(skipped_at=None).update(**before))


def _swapped(scene: Stage, event: Event) -> None:
    instead = event.changes["instead"][1]
    _undo(scene, event, _step(event).filter(title=instead).update(**event.undo["was"], changed_by_id=None))


def _inserted(scene: Stage, event: Event) -> None:
    """Take a step out again that was put in, if nobody has done it."""
    done = Doing.objects.filter(household_id=event.household_id, morning_step_id=event.undo["inserted"])
    if done.exclude(done_at=None).exists():
        raise built_on()
    steps = MorningStep.objects.filter(household_id=event.household_id, id=event.undo["inserted"])
    _undo(scene, event, steps.delete()[0])


def _moved(scene: Stage, event: Event) -> None:
    """Bring the old order back, if no step has come or gone since."""
    rows = list(MorningStep.objects.filter(household_id=event.household_id, morning_id=event.morning_key))
    order, beside = event.undo["order"], event.undo["beside"]
    if {row.id for row in rows} != set(order):
        raise built_on()
    top = max(row.position for row in rows)
    MorningStep.objects.filter(household_id=event.household_id, morning_id=event.morning_key).update(
        position=F("position") + top + len(rows)
    )
    for row in rows:
        row.position, row.alongside = order.index(row.id) + 1, row.id in beside
    _undo(scene, event, MorningStep.objects.bulk_update(rows, ["position", "alongside"]))


def _later(scene: Stage, event: Event) -> None:
    """Bring the old time to leave back, if it has not moved on since, and the step's own minutes."""
    before, after = map(datetime.fromisoformat, event.undo["leave"])
    mornings = Morning.objects.of(event.household_id).filter(id=event.morning_key, leave_at=after)
    if not mornings.update(leave_at=before):
        raise built_on()
    less = {"minutes": F("minutes") - event.undo["minutes"], "least": F("least") - event.undo["minutes"]}
    _undo(scene, event, _step(event).update(**less, reason=event.undo["reason"]))


def _step(event: Event):
    return MorningStep.objects.filter(household_id=event.household_id, id=event.undo["step"])


def _undo(scene: Stage, event: Event, rows: int) -> None:
    """Let the wish be as it was before it came true: gone for who wished it, else waiting for the answer again."""
    if not rows or not _running(event):
        raise built_on()
    asks = TodayAsk.objects.filter(household_id=event.household_id, id=event.subject_key)
    if asks.filter(asked_by_id=event.member_id).exists():
        _put_away(scene, event, asks)
        return
    _wait_again(scene, event, TodayAsk.State.ACCEPTED)
    _unsay(event)


def _waiting(event: Event):
    rows = TodayAsk.objects.filter(household_id=event.household_id, id=event.subject_key)
    return rows.filter(state=TodayAsk.State.WAITING)


def _put_away(scene: Stage, event: Event, asks) -> None:
    if not asks.update(state=TodayAsk.State.WITHDRAWN, decided_at=scene.at, decided_by_id=event.actor_id):
        raise built_on()
    _tell(scene, event)


def _wait_again(scene: Stage, event: Event, state: str) -> None:
    asks = TodayAsk.objects.filter(household_id=event.household_id, id=event.subject_key, state=state)
    if not _running(event) or not asks.update(state=TodayAsk.State.WAITING, decided_at=None, decided_by_id=None):
        raise built_on()
    _tell(scene, event)


def _unsay(event: Event) -> None:
    voices = TodayVoice.objects.filter(
        household_id=event.household_id, ask_id=event.subject_key, member_id=event.member_id
    )
    before = event.undo.get("before")
    if before:
        voices.update(agrees=before[0], note=before[1])
    else:
        voices.delete()


def _running(event: Event) -> bool:
    """Return whether the morning goes on; what was otherwise in one that is over stays as it was."""
    return Morning.objects.of(event.household_id).filter(id=event.morning_key, left_at=None).exists()


def _tell(scene: Stage, event: Event) -> None:
    touch_morning(scene.change, event.morning_key)


OTHERWISE = {
    "today.asked": _asked,
    "today.said": _said,
    "today.declined": _declined,
    "today.withdrawn": _withdrawn,
    "today.skipped": _skipped,
    "today.swapped": _swapped,
    "today.inserted": _inserted,
    "today.moved": _moved,
    "today.later": _later,
}
