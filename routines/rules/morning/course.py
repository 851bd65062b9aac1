"""The whole course of a morning, block by block: when each began and ended, or will, as far as one can see now."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from routines.rules.morning.blocks import Block, blocks, doings
from routines.rules.morning.running import MorningNow
from routines.rules.morning.state import MorningState, MorningStepState


@dataclass(frozen=True, slots=True)
class Span:
    """One block of a morning from when to when; `done` once everybody is through with it."""

    steps: tuple[MorningStepState, ...]
    begins: datetime
    ends: datetime
    done: bool


def course(morning: MorningState, at: MorningNow, now: datetime) -> tuple[Span, ...]:
    """Return a morning's blocks one behind the other, the first from its start on; `at` is where everybody is now.

    People go at their own pace, so blocks overlap in truth; a block here begins where the one before it ends. What is
    done ended with its last tap, what is not ends when its last person is expected to be through. As long as nobody is
    short of time, all of it ends before the door: the steps of some may be squeezed more than those of others.
    """
    found: list[Span] = []
    begins = morning.started
    ends_at = _expected(morning, at, now)
    for block in blocks(morning):
        ends = max(begins, _over(block, begins) if block.done else ends_at[block.steps[0].id])
        found.append(Span(block.steps, begins, ends, block.done))
        begins = ends
    return _before_the_door(tuple(found), morning, at, now)


def waited_for(morning: MorningState, member: int) -> tuple[int, ...]:
    """Return whom somebody waits for before they can go on: all with something to do in earlier blocks without them."""
    mine = False
    found: dict[int, None] = {}
    for block in blocks(morning):
        mine = any(not doing.done_at for step in block.of(member) for doing in step.doings if doing.member == member)
        if mine:
            break
        if member not in block.people:
            undone = (doing.member for step in block.steps for doing in doings(step) if not doing.done_at)
            found |= dict.fromkeys(undone)
    return tuple(found) if mine else ()


def _before_the_door(spans: tuple[Span, ...], morning: MorningState, at: MorningNow, now: datetime) -> tuple[Span, ...]:
    """Squeeze what is still to come evenly, so that it ends by the time to leave."""
    leave, last = morning.leave, spans[-1].ends if spans else now
    if leave is None or at.short or not now < leave < last:
        return spans
    factor = (leave - now) / (last - now)

    def squeezed(moment: datetime) -> datetime:
        return moment if moment <= now else now + (moment - now) * factor

    return tuple(replace(span, begins=squeezed(span.begins), ends=squeezed(span.ends)) for span in spans)


def _over(block: Block, otherwise: datetime) -> datetime:
    """Return when the last person was done; a block nobody is here for is over at once."""
    moments = [doing.done_at for step in block.steps for doing in doings(step) if doing.done_at]
    return max(moments, default=otherwise)


def _expected(morning: MorningState, at: MorningNow, now: datetime) -> dict[int, datetime]:
    """Return when each block that is not done is expected to end, by its first step's id."""
    lengths = {person.member: _remaining(person, now) for person in at.people}
    ready: dict[int, datetime] = {}
    over: list[tuple[frozenset[int], datetime]] = []
    found: dict[int, datetime] = {}
    for block in blocks(morning):
        ends = now
        for step in block.steps:
            for doing in doings(step):
                if doing.done_at:
                    continue
                waits = [end for people, end in over if doing.member not in people]
                begins = max([ready.get(doing.member, now), *waits])
                ready[doing.member] = begins + timedelta(seconds=lengths[doing.member].get(step.id, 0))
                ends = max(ends, ready[doing.member])
        if not block.done:
            over.append((block.people, ends))
        found[block.steps[0].id] = ends
    return found


def _remaining(person, now: datetime) -> dict[int, float]:
    """Return how many seconds each of somebody's steps is still to take."""
    lengths = dict(person.lengths)
    if person.at.now is not None:
        lengths[person.at.now.id] = max(0.0, (person.ends - now).total_seconds())
    return lengths
