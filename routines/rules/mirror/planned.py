"""Planned and felt: each step where it stands, and who felt it how often on which lane. Counted, never averaged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from routines.rules.lanes import LANES
from routines.rules.mirror.facts import Facts, FeltFact, StepFact, once


@dataclass(frozen=True, slots=True)
class FaceTimes:
    """How often a step felt like one lane to one person, and in which mornings, the newest first."""

    member: int
    felt: str
    times: int
    mornings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StepFelt:
    """A step, and the faces beside it: from the top of the ladder down, on each lane in the order of people."""

    step: StepFact
    faces: tuple[FaceTimes, ...]


def planned_and_felt(facts: Facts) -> tuple[StepFelt, ...]:
    """Return the steps that can be shown beside their rung: those whose rung the reader may know."""
    return tuple(each for each in steps_felt(facts) if each.step.rung is not None)


def steps_felt(facts: Facts) -> tuple[StepFelt, ...]:
    """Return the steps in the order of routines and plans, those put away only where somebody felt them."""
    felt: dict[int, list[FeltFact]] = defaultdict(list)
    for each in once(facts.felt):
        felt[each.step].append(each)
    routines = {each.id: place for place, each in enumerate(facts.routines)}
    shown = (each for each in once(facts.steps) if felt[each.id] or not each.archived)
    ordered = sorted(shown, key=lambda each: (routines.get(each.routine, len(routines)), each.position, each.id))
    return tuple(StepFelt(step, _faces(felt[step.id], facts.people)) for step in ordered)


def felt_at(step: StepFact, facts: Facts) -> StepFelt:
    """Return the faces of one step, also for a reader who may not know its rung."""
    return StepFelt(step, _faces([each for each in once(facts.felt) if each.step == step.id], facts.people))


def _faces(felt: Sequence[FeltFact], people: Sequence[int]) -> tuple[FaceTimes, ...]:
    places = {member: place for place, member in enumerate(people)}
    mornings: dict[tuple[str, int], list[FeltFact]] = defaultdict(list)
    for each in felt:
        mornings[each.felt, each.member].append(each)
    ordered = sorted(mornings, key=lambda each: (LANES.index(each[0]), places.get(each[1], len(places)), each[1]))
    return tuple(_face(lane, member, mornings[lane, member]) for lane, member in ordered)


def _face(lane: str, member: int, felt: Sequence[FeltFact]) -> FaceTimes:
    newest = sorted(felt, key=lambda each: (each.on, each.morning), reverse=True)
    return FaceTimes(member, lane, len(felt), tuple(dict.fromkeys(each.morning for each in newest)))
