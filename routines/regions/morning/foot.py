"""The buttons below a morning's cards."""

from routines.regions.morning.cards import step_view
from routines.regions.morning.scene import MorningScene
from routines.regions.morning.steps import may_change
from routines.regions.morning.values import FootView
from routines.rules.morning.deeds import MorningDeed


def foot_view(scene: MorningScene, alone: int = 0) -> FootView:
    """Return which buttons the reader has; `alone` is whose page it is, 0 for everybody's."""
    now = {person.at.now.id for person in scene.at.people if person.at.now}
    return FootView(
        household_id=scene.look.household_id,
        id=scene.morning.id,
        may_change=bool(scene.may(MorningDeed.INSERT)) or any(may_change(scene, step) for step in scene.steps),
        may_later=bool(scene.may(MorningDeed.LATER)),
        may_leave=bool(scene.may(MorningDeed.LEAVE)),
        may_slip=bool(scene.may(MorningDeed.SLIP)),
        alone=alone,
        now=tuple(step_view(scene, step) for step in scene.steps if step.id in now),
    )
