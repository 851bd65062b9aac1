"""Somebody's steps in order, with what has to be over before each, so that a page can go on without a net."""

from collections.abc import Iterable

from routines.regions.morning.scene import MorningScene
from routines.regions.morning.values import PersonView
from routines.regions.tablet.morning.values import Part
from routines.rules.morning.blocks import Block, blocks, doings, part
from routines.rules.morning.state import MorningState, MorningStepState


def parts_of(scene: MorningScene, view: PersonView) -> tuple[Part, ...]:
    """Return all that somebody does in a morning, as far as it is not skipped today."""
    before: list[Block] = []
    found = []
    for block in blocks(scene.morning):
        after = _named(_parts_without(before, view.person.id))
        found += [_part(step, view, after) for step in block.of(view.person.id)]
        before.append(block)
    return tuple(found)


def done_of(morning: MorningState) -> str:
    """Return all that is done in a morning as names of a step and a member, separated by spaces."""
    return _named(
        (step.id, doing.member) for step in morning.steps for doing in doings(step) if doing.done_at is not None
    )


def state_of(view: PersonView) -> str:
    """Return whether somebody is "at" a step, "waits" or is "finished"."""
    if view.finished:
        return "finished"
    return "waits" if view.waits else "at"


def _part(step: MorningStepState, view: PersonView, after: str) -> Part:
    return Part(
        step=step.id,
        title=step.title,
        pictogram=step.pictogram,
        minutes=step.minutes,
        state=_state(step, view),
        after=after,
        over_to_you=step.over_to_you,
    )


def _state(step: MorningStepState, view: PersonView) -> str:
    for state, known in (("now", view.now), ("next", view.next), ("last", view.last)):
        if known is not None and known.id == step.id:
            return state
    return "done" if part(step, view.person.id).done_at else "later"


def _parts_without(before: Iterable[Block], member: int) -> Iterable[tuple[int, int]]:
    """Yield the parts somebody waits for: in earlier blocks in which they have none."""
    for block in before:
        if member in block.people:
            continue
        yield from ((step.id, doing.member) for step in block.steps for doing in doings(step))


def _named(pairs: Iterable[tuple[int, int]]) -> str:
    return " ".join(f"{step}-{member}" for step, member in pairs)
