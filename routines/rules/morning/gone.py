"""Who leaves the household during a morning: their part goes, and nobody waits for them."""

from collections.abc import Iterable
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
