"""The whole morning as a list: what is done, what is now, what is left out, swapped, put in or moved."""

from routines.regions.morning.cards import step_view
from routines.regions.morning.scene import MorningScene
from routines.regions.morning.values import Part, StepLine
from routines.rules.morning.blocks import doings
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.state import MorningStepState
from routines.rules.state import Kind

# What one can wish about a single step.
CHANGES = (MorningDeed.SKIP, MorningDeed.SWAP, MorningDeed.MOVE, MorningDeed.LATER)


def steps_view(scene: MorningScene) -> tuple[StepLine, ...]:
    """Return the steps the reader sees, in their order today."""
    now = {person.at.now.id for person in scene.at.people if person.at.now}
    return tuple(_line(scene, step, now) for step in sorted(scene.steps, key=lambda step: step.position))


def may_change(scene: MorningScene, step: MorningStepState) -> bool:
    """Return whether the reader may wish anything else for today about a step, in their own name or a child's."""
    if not scene.running:
        return False
    return any(scene.may(deed, step) for deed in CHANGES)


def _line(scene: MorningScene, step: MorningStepState, now: set[int]) -> StepLine:
    parts = tuple(
        Part(scene.look.person(doing.member), bool(doing.done_at), doing.helps)
        for doing in doings(step)
        if _shown(scene, doing.member)
    )
    return StepLine(
        step=step_view(scene, step),
        parts=parts,
        state=_state(step, now),
        beside=step.alongside,
        may_change=may_change(scene, step),
    )


def _shown(scene: MorningScene, member: int) -> bool:
    viewer = scene.look.viewer
    return viewer.kind is not Kind.SUPPORTER or not viewer.id or member == viewer.id


def _state(step: MorningStepState, now: set[int]) -> str:
    if step.skipped:
        return "skipped"
    parts = doings(step)
    if not parts or all(doing.done_at for doing in parts):
        return "done" if parts else "next"
    return "now" if step.id in now else "next"
