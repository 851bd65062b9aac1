"""How long the steps of a morning really took, as far as its taps tell."""

from datetime import datetime, timedelta

from routines.rules.morning.blocks import Block, blocks, doings
from routines.rules.morning.state import DoingState, MorningState, MorningStepState

# Taps so close together were made afterwards, in one go: they tell nothing about either step.
TOGETHER = timedelta(seconds=20)


def real_minutes(morning: MorningState) -> dict[int, int]:
    """Return how many minutes each step of the plan took, by the plan's id; of several people, the one it took longest.

    A step lasts from when somebody was through with their last one, and with whatever they waited for, until their tap.
    What was put in, swapped or skipped today says nothing about the plan.
    """
    found: dict[int, int] = {}
    course = blocks(morning)
    for number, block in enumerate(course):
        for step in block.steps:
            lengths = [_length(morning, course[:number], step, doing) for doing in doings(step)]
            known = [length for length in lengths if length is not None]
            if known and step.step is not None and not step.was:
                found[step.step] = max(1, round(max(known) / timedelta(minutes=1)))
    return found


def _length(
    morning: MorningState, before: tuple[Block, ...], step: MorningStepState, doing: DoingState
) -> timedelta | None:
    if doing.done_at is None:
        return None
    own = _own_taps(morning, step, doing.member)
    if any(abs(tap - doing.done_at) < TOGETHER for tap in own):
        return None
    waited = [
        other.done_at
        for block in before
        if doing.member not in block.people
        for each in block.steps
        for other in doings(each)
        if other.done_at
    ]
    return doing.done_at - max([morning.started, *(tap for tap in own + waited if tap <= doing.done_at)])


def _own_taps(morning: MorningState, step: MorningStepState, member: int) -> list[datetime]:
    """Return when somebody was done with their other steps, those skipped since included."""
    parts = (other.doing(member) for other in morning.steps if other.id != step.id)
    return [part.done_at for part in parts if part and part.done_at]
