"""Starting a morning: the plan is copied for those who are here today, and today's picks open."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.picking import open_pickings
from routines.models import Doing, Morning, MorningStep, Unfolding
from routines.models.mornings import head_of, morning_rows
from routines.models.presences import away_today, paused_today
from routines.models.snapshots import RoutineState, routine_state
from routines.rules.clock import LEAVE, Slot, on, timetable
from routines.rules.codes import Code
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.presence import Away, for_today
from routines.rules.morning.state import MorningState
from routines.rules.morning.taps import is_running
from routines.rules.state import Kind, StepState

# Those for whom small steps unfold by themselves until somebody folds them.
UNFOLDS = ("3-5", "6-9")


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of today's morning: who is here for it, who helps, who is away; `beside` the one before it."""

    step: StepState
    affected: tuple[int, ...]
    helping: tuple[int, ...]
    away: tuple[int, ...]
    beside: bool


def start_morning(*, actor: Actor, routine_id: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Begin today's morning of a routine. Returns None where it runs already: a second tap on another screen.

    The plan is copied as it is now, with those who are here today. Raises `Refused` where the rules say no: nobody is
    here for it, there is a break, or today's is over.
    """
    with morning_stage(actor=actor, at=at, tap=tap) as scene:
        routine = routine_state(actor.household_id, routine_id, at)
        if routine is None or (scene.me.kind is Kind.SUPPORTER and not _names(routine, scene)):
            raise Missing
        if routine.archived:
            raise Refused(str(Code.ARCHIVED))
        before = _before(scene, routine)
        if before and is_running(before, at):
            return None
        planned = _planned(scene, routine)
        scene.ask(
            MorningDeed.START,
            morning=before,
            planned=len(routine.steps),
            for_today=len(planned),
            paused=paused_today(scene.household_id, scene.today, routine.id) is not None,
        )
        return _begin(scene, routine, planned)


def _before(scene: MorningStage, routine: RoutineState) -> MorningState | None:
    """Return this routine's morning of today, or the one of yesterday that still goes on."""
    rows = morning_rows(scene.household_id, scene.today)
    found = [head_of(row) for row in rows if row.routine_id == routine.id]
    return next((each for each in found if each.on == scene.today or is_running(each, scene.at)), None)


def _begin(scene: MorningStage, routine: RoutineState, planned: list[Planned]) -> Event:
    morning = _write(scene, routine, planned)
    _copy(scene, morning, planned)
    open_pickings(scene, morning, routine)
    scene.change.tells("morning")
    return scene.record(
        "morning.started", member=None, morning=morning.id, routine=routine.id, title=routine.title, subject=morning.id
    )


def _planned(scene: MorningStage, routine: RoutineState) -> list[Planned]:
    here = tuple(person.id for person in scene.people if not person.left)
    away = away_today(scene.household_id, scene.today, here, routine.id)
    return planned_for(routine, here, away)


def planned_for(routine: RoutineState, here: tuple[int, ...], away: Iterable[Away]) -> list[Planned]:
    """Return the steps of a day on which some of those who belong to the household are away.

    One beside a step that is not part of the day begins where that would have begun.
    """
    away = tuple(away)
    found: list[Planned] = []
    beside = False
    for step in routine.steps:
        beside = beside and step.alongside
        named = for_today(_of(step.affected, here), _of(step.doers, here), away)
        if named is not None:
            found.append(Planned(step, named.affected, named.helping, named.away, beside))
            beside = True
    return found


def _of(members: tuple[int, ...], here: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(each for each in members if each in here)


def _write(scene: MorningStage, routine: RoutineState, planned: list[Planned]) -> Morning:
    times = timetable([Slot(each.step.id, each.step.minutes, each.beside) for each in planned], LEAVE, None)
    leave = leaving_time(routine, times.total_minutes, (scene.today, scene.actor.time_zone, scene.at))
    return Morning.objects.create(
        household_id=scene.household_id,
        routine_id=routine.id,
        title=routine.title,
        on=scene.today,
        time_zone=scene.actor.time_zone,
        started_at=scene.at,
        started_by_id=scene.me.id,
        planned_leave_at=leave,
        leave_at=leave,
        tells_minutes=routine.tells_minutes,
        revision=scene.change.revision,
    )


def leaving_time(routine: RoutineState, total_minutes: int, day: tuple[date, str, datetime]) -> datetime | None:
    """Return when a morning wants to leave; None for a routine without hours. `day` is its date, zone and start.

    One anchored by its start ends when its minutes are over: nobody is late for a slow Saturday.
    """
    if routine.anchor_time is None:
        return None
    on_day, zone, started = day
    if routine.anchor != LEAVE:
        return started + timedelta(minutes=total_minutes)
    real = on(on_day, zone, timetable([(0, 0)], LEAVE, routine.anchor_time))
    return real.leave.astimezone(UTC) if real else None


def _copy(scene: MorningStage, morning: Morning, planned: list[Planned]) -> None:
    """Copy the steps with their people, in three statements however many there are."""
    rows = MorningStep.objects.bulk_create(row_of(morning, place, each) for place, each in enumerate(planned, start=1))
    unfolds = _unfolds(scene, [each.step.id for each in planned])
    Doing.objects.bulk_create(
        Doing(
            household_id=scene.household_id,
            morning=morning,
            morning_step=row,
            member_id=member,
            helps=member in each.helping,
            unfolded=bool(each.step.small_steps) and unfolds(each.step.id, member),
        )
        for row, each in zip(rows, planned, strict=True)
        for member in (*each.affected, *each.helping)
    )


def row_of(morning: Morning, place: int, planned: Planned) -> MorningStep:
    """Return a step of the plan as a morning keeps it."""
    step = planned.step
    return MorningStep(
        household_id=morning.household_id,
        morning=morning,
        step_id=step.id,
        position=place,
        title=step.title,
        pictogram=step.pictogram,
        minutes=step.minutes,
        least=least_of(step),
        rung=step.rung,
        alongside=planned.beside,
        over_to_you=step.over_to_you,
        safety=step.safety,
        decider_id=step.decider,
        small_steps=step.small_steps,
        away=list(planned.away),
    )


def least_of(step: StepState) -> int:
    """Return how few minutes a step can take when time is scarce: as stated, else half; all of them for safety."""
    if step.safety:
        return step.minutes
    return -(-step.minutes // 2) if step.least is None else min(step.least, step.minutes)


def _unfolds(scene: MorningStage, step_ids: list[int]) -> Callable[[int, int], bool]:
    """Return for whom a step unfolds: as they said the last time, else by their age."""
    said = {
        (row.step_id, row.member_id): row.unfolded
        for row in Unfolding.objects.filter(household_id=scene.household_id, step_id__in=step_ids)
    }
    bands = {person.id: person.age_band for person in scene.people}
    return lambda step, member: said.get((step, member), bands.get(member) in UNFOLDS)


def _names(routine: RoutineState, scene: MorningStage) -> bool:
    return any(scene.me.id in (*step.affected, *step.doers) for step in routine.steps)
