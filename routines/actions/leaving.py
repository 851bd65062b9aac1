"""Leaving: one tap says "we're off", and the morning is over."""

from datetime import datetime
from uuid import UUID

from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.picking import settle_all
from routines.models import Morning, TodayAsk
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.taps import moment_of


def leave_morning(
    *, actor: Actor, morning_id: int, at: datetime, age: float = 0, tap: UUID | None = None
) -> Event | None:
    """Say that everybody is off. What was not done stays undone, and nobody asks. None where somebody said so already.

    `age` is how many seconds ago it was tapped. Picks still open are settled by the taps there are; changes of today
    nobody answered are put away.
    """
    with morning_stage(actor=actor, at=at, tap=tap, morning_id=morning_id) as scene:
        if scene.morning.left is not None:
            return None
        scene.ask(MorningDeed.LEAVE)
        settle_all(scene)
        left_at = moment_of(scene.morning, at, age)
        waiting = TodayAsk.objects.filter(household_id=scene.household_id, morning_id=morning_id, state="waiting")
        waiting.update(state=TodayAsk.State.WITHDRAWN, decided_at=at)
        Morning.objects.of(scene.household_id).filter(id=morning_id).update(left_at=left_at, left_by_id=scene.me.id)
        scene.touch()
        asks = [ask.id for ask in scene.morning.asks]
        return scene.record("morning.left", member=None, subject=morning_id, undo={"asks": asks})


def come_back(*, actor: Actor, morning_id: int, at: datetime, tap: UUID | None = None) -> Event | None:
    """Say that they are not off after all: the morning runs again. None where it runs."""
    with morning_stage(actor=actor, at=at, tap=tap, morning_id=morning_id) as scene:
        if scene.morning.left is None:
            return None
        scene.ask(MorningDeed.BACK_AFTER_LEAVING)
        run_again(scene)
        return scene.record(
            "morning.back",
            member=None,
            subject=morning_id,
            undo={"left_at": scene.morning.left.isoformat(), "left_by": scene.morning.left_by},
        )


def run_again(scene: MorningStage) -> None:
    """Let the scene's morning go on."""
    Morning.objects.of(scene.household_id).filter(id=scene.morning.id).update(left_at=None, left_by_id=None)
    scene.touch()
