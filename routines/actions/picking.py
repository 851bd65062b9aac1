"""Today's picks: they open with the morning, hide what was tapped, and are settled by fair turns.

Nobody waits for them to end: whoever acts next writes down what has come of those that are over, all of the household's
in the order in which they ended, so that replaying what is stored gives what happened.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from households.actions.change import ChangeInProgress
from routines.actions.morning_stage import MorningStage, touch_morning
from routines.models import Doing, Morning, MorningStep, Picking
from routines.models.pick_memory import last_settled, memory_of
from routines.models.pickings import gone_by, unsettled
from routines.models.picks import members_of, picks_of, sharing
from routines.models.snapshots import RoutineState
from routines.rules.clock import Slot
from routines.rules.morning.picks import LEAST_LIVE, votes
from routines.rules.picking.result import record_of, result_of
from routines.rules.picking.state import PickingState, PlannedPick
from routines.rules.picking.times import begins_at, by_the_clock, closes_at, over_at
from routines.rules.state import Kind, Person


def open_pickings(scene: MorningStage, morning: Morning, routine: RoutineState) -> None:
    """Open every pick of the routine's steps for a morning that begins.

    One is left out where nobody here today picks there, the step has come to be one without a vote, or fewer than two
    options are listed.
    """
    settle_due(scene)
    picks = picks_of(scene.household_id)
    here = _here(scene, morning)
    slots = _slots(scene, morning)
    rows = []
    for pick in picks:
        step = next((each for each in routine.steps if each.id == pick.step), None)
        if step is None or not votes(step) or len(pick.listed) < LEAST_LIVE:
            continue
        members = members_of(sharing(pick, picks), scene.people)
        asked = [member for member in here.get(pick.step, ()) if member in members]
        if asked:
            rows.append(_opened(scene, morning, pick, _closing(morning, routine, pick, slots), members, asked, here))
    if rows:
        Picking.objects.bulk_create(rows)
        scene.change.tells("picks")


def settle_due(scene: MorningStage) -> tuple[PickingState, ...]:
    """Settle the household's picks that are over by the clock or have been tapped by all; return those still open."""
    return settle_picks(scene.change, scene.people, scene.at)


def settle_all(scene: MorningStage) -> None:
    """Settle all picks of the scene's morning by the taps there are: it is over."""
    settle_picks(scene.change, scene.people, scene.at, ended=scene.morning.id)


def settle_picks(
    change: ChangeInProgress, people: Sequence[Person], at: datetime, ended: int | None = None
) -> tuple[PickingState, ...]:
    """Settle a household's picks that are over by now, and all of a morning that has `ended`.

    Return those still open, as they are now.
    """
    gone = gone_by(change.household_id, people, at)
    ending, still_open = [], []
    for picking in unsettled(change.household_id):
        moment = over_at(picking, gone)
        if picking.morning == ended:
            moment = min(moment, at)
        if moment <= at:
            ending.append((moment, picking.id, picking))
        else:
            still_open.append(picking)
    for moment, _number, picking in sorted(ending, key=lambda each: each[:2]):
        settle(change, picking, moment, gone_by(change.household_id, people, moment))
    return tuple(still_open)


def settle(change: ChangeInProgress, picking: PickingState, moment: datetime, gone: Collection[int]) -> None:
    """Write down what came of a pick that was over at a moment, after all that its memory holds."""
    household_id = change.household_id
    last = last_settled(household_id, picking.memory)
    if last is not None and last >= (moment, picking.id):  # a clock that went back must not rewrite what was replayed
        moment = last[0] + timedelta(microseconds=1)
    result = result_of(picking, memory_of(household_id, picking.memory), gone)
    Picking.objects.filter(household_id=household_id, id=picking.id).update(
        settled_at=moment,
        winner_id=result.winner,
        kind=result.kind,
        decided_by=result.decided_by,
        record=record_of(picking, gone),
    )
    tell_picks(change, picking.morning)
    winner = next((option.text for option in picking.options if option.id == result.winner), "")
    change.record(
        "pick.settled",
        routine=picking.routine,
        step=picking.step,
        morning=picking.morning,
        subject=picking.id,
        title=picking.text,
        changes={"picked": ["", winner]} if winner else {},
    )


def tell_picks(change: ChangeInProgress, morning_id: int) -> None:
    """Mark a morning's picks as changed: every screen that shows them is told."""
    touch_morning(change, morning_id)
    change.tells("picks")


def _opened(
    scene: MorningStage,
    morning: Morning,
    pick: PlannedPick,
    closing: datetime,
    members: Sequence[int],
    asked: Sequence[int],
    here: dict[int, list[int]],
) -> Picking:
    supporters = {person.id for person in scene.people if person.kind is Kind.SUPPORTER}
    guests = [member for member in here[pick.step] if member in supporters]
    return Picking(
        household_id=scene.household_id,
        morning=morning,
        pick_id=pick.id,
        bundle_id=pick.bundle,
        closes_at=closing,
        record={"members": list(members), "asked": list(asked), "guests": guests},
    )


def _closing(morning: Morning, routine: RoutineState, pick: PlannedPick, slots: Iterable[Slot]) -> datetime:
    """Return when picking ends: at the pick's own time, else when its step begins."""
    day = (morning.on, morning.time_zone, morning.started_at)
    if pick.until is not None:
        return closes_at(morning.started_at, by_the_clock(pick.until, *day))
    wanted = begins_at(pick.step, slots, routine.anchor, routine.anchor_time, day)
    return closes_at(morning.started_at, wanted)


def _here(scene: MorningStage, morning: Morning) -> dict[int, list[int]]:
    """Return whom each step of the morning is for today, by the plan's step, in the household's order."""
    rows = Doing.objects.filter(household_id=scene.household_id, morning=morning, helps=False)
    found: dict[int, list[int]] = {}
    for step, member in rows.order_by("member__position", "member_id").values_list("morning_step__step", "member"):
        found.setdefault(step, []).append(member)
    return found


def _slots(scene: MorningStage, morning: Morning) -> tuple[Slot, ...]:
    rows = MorningStep.objects.filter(household_id=scene.household_id, morning=morning).order_by("position")
    return tuple(Slot(*row) for row in rows.values_list("step_id", "minutes", "alongside"))
