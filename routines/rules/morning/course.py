"""The whole course of a morning, block by block: when each began and ended, or will, as far as one can see now."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from routines.rules.morning.blocks import Block, blocks, doings, part
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
    return tuple(dict.fromkeys(who for _step, who in _parts_waited_for(morning, member)))


def holding_up(morning: MorningState, who: int, waiting: int | None = None) -> tuple[MorningStepState, ...]:
    """Return the steps somebody has not done for which others wait, or one person who is `waiting`, in order."""
    members = {doing.member for step in morning.steps for doing in doings(step)} if waiting is None else {waiting}
    waited = {step.id: step for member in members for step, by in _parts_waited_for(morning, member) if by == who}
    return tuple(sorted(waited.values(), key=lambda step: step.position))


def _parts_waited_for(morning: MorningState, member: int) -> tuple[tuple[MorningStepState, int], ...]:
    """Return the parts, as a step and whose it is, that are to be done before somebody can go on."""
    found: list[tuple[MorningStepState, int]] = []
    for block in blocks(morning):
        if any(not part(step, member).done_at for step in block.of(member)):
            return tuple(found)
        if member not in block.people:
            found += [(step, doing.member) for step in block.steps for doing in doings(step) if not doing.done_at]
    return ()


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
