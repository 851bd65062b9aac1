"""What a change of today does once it is agreed: leave out, swap, put in, move, take more time.

Each returns what taking it back needs.
"""

from collections.abc import Callable

from django.db.models import F

from routines.actions.morning_stage import MorningStage
from routines.actions.picking import settle_due
from routines.models import Doing, Morning, MorningStep, TodayAsk
from routines.rules.morning.lateness import cost
from routines.rules.morning.state import MorningStepState
from routines.rules.state import Rung

SWAPPED = ("title", "pictogram", "minutes", "least", "small_steps", "was", "reason")


def apply(scene: MorningStage, row: TodayAsk) -> dict:
    """Do what a wish asks for, and return how it was before."""
    return APPLY[row.kind](scene, row)


def steps_of(scene: MorningStage):
    """Return the rows of the scene's morning's steps."""
    return MorningStep.objects.filter(household_id=scene.household_id, morning_id=scene.morning.id)


def set_order(scene: MorningStage, ids: list[int], heads: frozenset[int] = frozenset()) -> None:
    """Store an order of all steps of the scene's morning, in two passes: no two ever stand on one place.

    `heads` are steps that begin for themselves, whatever they stood beside.
    """
    rows = list(steps_of(scene))
    top = max((row.position for row in rows), default=0)
    steps_of(scene).update(position=F("position") + top + len(rows))
    for row in rows:
        row.position = ids.index(row.id) + 1
        row.alongside = row.alongside and row.id not in heads
    MorningStep.objects.bulk_update(rows, ["position", "alongside"])


def _skip(scene: MorningStage, row: TodayAsk) -> dict:
    """Leave a step out; a pick on it that is over by now stays as it came out, one that is open falls away."""
    settle_due(scene)
    scene.change.tells("picks")
    changed = {"skipped_at": scene.at, "reason": row.reason, "changed_by_id": scene.speaker.id}
    steps_of(scene).filter(id=scene.step.id).update(**changed)
    withdraw_about(scene, scene.step, but=row.id)
    return {"step": scene.step.id, "reason": scene.step.reason}


def _swap(scene: MorningStage, row: TodayAsk) -> dict:
    before = steps_of(scene).filter(id=scene.step.id)
    was = before.values(*SWAPPED).get()
    minutes = row.minutes or scene.step.minutes
    before.update(
        title=row.title,
        pictogram=row.pictogram or scene.step.pictogram,
        minutes=minutes,
        least=min(scene.step.least, minutes),
        small_steps="",
        was=scene.step.was or scene.step.title,
        reason=row.reason,
        changed_by_id=scene.speaker.id,
    )
    return {"step": scene.step.id, "was": was}


def _insert(scene: MorningStage, row: TodayAsk) -> dict:
    order = [step.id for step in _in_order(scene)]
    place = _behind(scene, scene.step)
    new = MorningStep.objects.create(
        household_id=scene.household_id,
        morning_id=scene.morning.id,
        position=max((step.position for step in scene.morning.steps), default=0) + 1,
        title=row.title,
        pictogram=row.pictogram or "sparkles",
        minutes=row.minutes,
        least=-(-row.minutes // 2),
        rung=scene.step.rung if scene.step else Rung.INFORM,
        decider_id=scene.step.decider if scene.step else None,
        reason=row.reason,
        changed_by_id=scene.speaker.id,
    )
    set_order(scene, [*order[:place], new.id, *order[place:]])
    members = row.undo.get("members") or _for_whom(scene)
    Doing.objects.bulk_create(
        Doing(household_id=scene.household_id, morning_id=scene.morning.id, morning_step=new, member_id=member)
        for member in members
    )
    return {"inserted": new.id}


def _move(scene: MorningStage, row: TodayAsk) -> dict:
    """Move a step behind another's whole block; who stood beside it begins for themselves, or beside its neighbours."""
    steps = _in_order(scene)
    before = {"order": [step.id for step in steps], "beside": [step.id for step in steps if step.alongside]}
    here = steps.index(scene.step)
    after = steps[here + 1] if here + 1 < len(steps) else None
    heads = {scene.step.id}
    if after and after.alongside and not scene.step.alongside:
        heads.add(after.id)
    place = _behind(scene, scene.morning.step(row.after_id), without=scene.step)
    rest = [step.id for step in steps if step is not scene.step]
    set_order(scene, [*rest[:place], scene.step.id, *rest[place:]], frozenset(heads))
    return before


def _later(scene: MorningStage, row: TodayAsk) -> dict:
    """Give the step its time; the door moves by what free time does not cover."""
    price = cost(row.minutes, scene.morning, scene.at, scene.step.id)
    Morning.objects.of(scene.household_id).filter(id=scene.morning.id).update(leave_at=price.new_leave)
    more = {"minutes": F("minutes") + row.minutes, "least": F("least") + row.minutes, "reason": row.reason}
    steps_of(scene).filter(id=scene.step.id).update(**more)
    return {
        "step": scene.step.id,
        "minutes": row.minutes,
        "leave": [scene.morning.leave.isoformat(), price.new_leave.isoformat()],
        "reason": scene.step.reason,
    }


def _in_order(scene: MorningStage) -> list[MorningStepState]:
    return sorted(scene.morning.steps, key=lambda step: step.position)


def _behind(scene: MorningStage, step: MorningStepState | None, without: MorningStepState | None = None) -> int:
    """Return the place behind a step and all that stand beside it, 0 for the beginning."""
    if step is None:
        return 0
    steps = [each for each in _in_order(scene) if each is not without]
    place = steps.index(step) + 1
    while place < len(steps) and steps[place].alongside:
        place += 1
    return place


def _for_whom(scene: MorningStage) -> tuple[int, ...]:
    """Return whom a step put in is for, where nobody was named: those of the step it follows, else everybody."""
    if scene.step is not None:
        return scene.step.affected or scene.step.members
    return tuple(dict.fromkeys(member for step in scene.morning.steps for member in step.affected))


def withdraw_about(scene: MorningStage, step: MorningStepState, but: int | None = None) -> None:
    """Put away the wishes that wait about a step which is done or left out; most have none, which costs nothing."""
    about = [ask.id for ask in scene.morning.asks if ask.step == step.id and ask.kind != "insert" and ask.id != but]
    if about:
        rows = TodayAsk.objects.filter(household_id=scene.household_id, id__in=about)
        rows.update(state=TodayAsk.State.WITHDRAWN, decided_at=scene.at, decided_by_id=scene.me.id)


APPLY: dict[str, Callable[[MorningStage, TodayAsk], dict]] = {
    "skip": _skip,
    "swap": _swap,
    "insert": _insert,
    "move": _move,
    "later": _later,
}
