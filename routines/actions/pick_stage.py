"""Where a verb on one of today's picks happens: the morning's stage, with the pick as it is now."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from households.actions.refusal import Missing
from households.actor import Actor
from households.models import Event
from routines.actions.morning_stage import MorningStage, morning_stage
from routines.actions.picking import settle_due, tell_picks
from routines.models.pick_memory import settled_since
from routines.models.pickings import gone_by, morning_of_picking, picking_state
from routines.rules.morning.deeds import MorningDeed, PickState
from routines.rules.picking.state import PickingState
from routines.rules.state import Kind


@dataclass(frozen=True, slots=True)
class PickStage:
    """A change of one of today's picks in progress; what was over by now has been settled."""

    scene: MorningStage
    picking: PickingState

    @property
    def household_id(self) -> int:
        """Return the household in which it happens."""
        return self.scene.household_id

    def ask(self, deed: MorningDeed, **attempt: object) -> None:
        """Ask the rules; raises `Refused` with their reason."""
        self.scene.ask(deed, pick=_as_rules_see(self), **attempt)

    def touch(self) -> None:
        """Mark the morning's picks as changed: every screen that shows them is told."""
        tell_picks(self.scene.change, self.picking.morning)

    def record(self, kind: str, **about: object) -> Event:
        """Record an event about this pick."""
        about.setdefault("subject", self.picking.id)
        return self.scene.record(kind, step=self.picking.step, title=self.picking.text, **about)


@contextmanager
def pick_stage(
    *, actor: Actor, picking_id: int, at: datetime, speaker_id: int | None = None, tap: UUID | None = None
) -> Iterator[PickStage]:
    """Begin a change of one of today's picks; raises `Missing` where the actor may not even see it."""
    morning_id = morning_of_picking(actor.household_id, picking_id)
    if morning_id is None:
        raise Missing
    with morning_stage(actor=actor, at=at, tap=tap, speaker_id=speaker_id, morning_id=morning_id) as scene:
        still_open = settle_due(scene)
        known = next((each for each in still_open if each.id == picking_id), None)
        picking = known or picking_state(actor.household_id, picking_id)
        if picking is None or (scene.me.kind is Kind.SUPPORTER and scene.me.id not in picking.guests):
            raise Missing
        yield PickStage(scene, picking)


def _as_rules_see(stage: PickStage) -> PickState:
    picking = stage.picking
    gone = gone_by(stage.household_id, stage.scene.people, stage.scene.at)
    settled = picking.settled_at is not None
    return PickState(
        id=picking.id,
        text=picking.text,
        options=tuple((option.id, option.text) for option in picking.options),
        ruled_out=tuple(option.id for option in picking.options if option.ground),
        asked=tuple(member for member in picking.asked if member not in gone),
        guests=tuple(member for member in picking.guests if member not in gone),
        settled=settled,
        treat_for=picking.treat_for,
        later=settled and settled_since(stage.household_id, picking.memory, picking.settled_at, picking.id),
    )
