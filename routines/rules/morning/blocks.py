"""Steps run in blocks: those side by side begin together, and who has no part in a block waits for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from routines.rules.morning.state import DoingState, MorningState, MorningStepState


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that begin together, without those skipped today; who has a part in them, and whether all are done."""

    steps: tuple[MorningStepState, ...]
    people: frozenset[int]
    done: bool

    def of(self, member: int) -> tuple[MorningStepState, ...]:
        """Return one person's steps in it."""
        return tuple(step for step in self.steps if part(step, member))


def doings(step: MorningStepState) -> tuple[DoingState, ...]:
    """Return the parts in a step of those who are here."""
    return tuple(doing for doing in step.doings if doing.member not in step.away)


def part(step: MorningStepState, member: int) -> DoingState | None:
    """Return somebody's part in a step, or None for who has none or is not here."""
    return None if member in step.away else step.doing(member)


def blocks(morning: MorningState) -> tuple[Block, ...]:
    """Return a morning's blocks in order. A step beside one that is skipped today still begins a block of its own."""
    found: list[list[MorningStepState]] = []
    for step in sorted(morning.steps, key=lambda each: each.position):
        if not step.alongside or not found:
            found.append([])
        found[-1].append(step)
    kept = (tuple(step for step in block if not step.skipped) for block in found)
    return tuple(_block(steps) for steps in kept if steps)


def waiting_before(
    course: Iterable[Block], member: int, remaining: Callable[[MorningStepState, int], int]
) -> dict[int, int]:
    """Return how long somebody waits for others before each step they have still to do, by its id.

    `remaining` says how much of a step is still to come for somebody, in any unit. Everybody goes from step to step,
    and into a block only when the earlier ones they have no part in are over.
    """
    waits: dict[int, int] = {}
    ready: dict[int, int] = {}
    over: list[tuple[frozenset[int], int]] = []
    for block in course:
        ends = 0
        for step in block.steps:
            for doing in doings(step):
                if doing.done_at:
                    continue
                free = ready.get(doing.member, 0)
                begins = max([free, *(end for people, end in over if doing.member not in people)])
                if doing.member == member:
                    waits[step.id] = begins - free
                ready[doing.member] = begins + remaining(step, doing.member)
                ends = max(ends, ready[doing.member])
        over.append((block.people, ends))
    return waits


def _block(steps: tuple[MorningStepState, ...]) -> Block:
    parts = [doing for step in steps for doing in doings(step)]
    return Block(steps, frozenset(doing.member for doing in parts), all(doing.done_at for doing in parts))
