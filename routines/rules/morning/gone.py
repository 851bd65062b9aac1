"""Who is not there any more during a morning: they left the household, or are away since it began.

Nobody waits for them. Who is away keeps what they did, and their part comes back with them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from routines.rules.morning.state import MorningState, MorningStepState, TodayAsk


def without_gone(morning: MorningState, gone: Iterable[int]) -> MorningState:
    """Return a morning without some people: they have no part in its steps and no say in what changes."""
    gone = frozenset(gone)
    if gone.isdisjoint(_named(morning)):
        return morning
    return replace(
        morning,
        steps=tuple(_step(step, gone) for step in morning.steps),
        asks=tuple(_ask(ask, gone) for ask in morning.asks),
    )


def _named(morning: MorningState) -> set[int]:
    in_steps = {member for step in morning.steps for member in (*step.members, *step.away)}
    return in_steps | {member for ask in morning.asks for member in (*ask.asked, *ask.deciders)}


def _step(step: MorningStepState, gone: frozenset[int]) -> MorningStepState:
    if gone.isdisjoint((*step.members, *step.away)):
        return step
    return replace(
        step,
        doings=tuple(doing for doing in step.doings if doing.member not in gone),
        away=_without(step.away, gone),
        decider=None if step.decider in gone else step.decider,
    )


def _ask(ask: TodayAsk, gone: frozenset[int]) -> TodayAsk:
    return replace(ask, asked=_without(ask.asked, gone), deciders=_without(ask.deciders, gone))


def _without(members: tuple[int, ...], gone: frozenset[int]) -> tuple[int, ...]:
    return tuple(each for each in members if each not in gone)


def still_away(was: Sequence[int], member: int, *, away: bool, part: bool, done: bool) -> tuple[int, ...]:
    """Return who is away from a step of a running morning, now that it is known whether somebody is.

    `was` are those away so far, `part` says whether the step has them, `done` whether they have done theirs: what was
    done stays done, whoever falls sick afterwards.
    """
    if away and part and not done and member not in was:
        return (*was, member)
    return tuple(was) if away else _without(tuple(was), frozenset({member}))


def still_asked(was: Sequence[int], member: int, *, away: bool, part: bool, tapped: bool) -> tuple[int, ...]:
    """Return who is asked in a pick that is open, now that it is known whether somebody is here.

    Who is away sits out: jar and turn stay as they are. What they tapped while they were here counts.
    """
    if away and not tapped:
        return _without(tuple(was), frozenset({member}))
    return (*was, member) if not away and part and member not in was else tuple(was)


def without_away(morning: MorningState) -> MorningState:
    """Return a morning without the parts of those who are away since it began, as if it had been known at the start.

    Helpers leave no trace, so that somebody's own matter stays theirs; and nobody who is away has a say in a wish.
    """
    gone = {member for step in morning.steps for member in step.away}
    if not gone:
        return morning
    steps = tuple(_step_without(step) for step in morning.steps)
    asks = tuple(_ask(ask, frozenset(gone)) for ask in morning.asks)
    return replace(morning, steps=steps, asks=asks)


def _step_without(step: MorningStepState) -> MorningStepState:
    helpers = {doing.member for doing in step.doings if doing.helps}
    return replace(
        step,
        doings=tuple(doing for doing in step.doings if doing.member not in step.away),
        away=tuple(member for member in step.away if member not in helpers),
    )
