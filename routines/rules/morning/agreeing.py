"""Who must agree to a change of today, by the rung of the step it is about. Silence never counts.

A guest is asked only where the step is for them: in the rush of a morning nobody runs after a helper's opinion.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from routines.rules.morning.state import MorningStepState, TodayAsk
from routines.rules.people import is_parent
from routines.rules.state import Person, Rung


class Outcome(StrEnum):
    """Where a change of today stands."""

    WAITING = auto()
    ACCEPTED = auto()
    DECLINED = auto()


@dataclass(frozen=True, slots=True)
class Sayers:
    """Who has a say: `asked` are all who may answer, `deciders` those of them who may decide alone."""

    asked: tuple[int, ...]
    deciders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Where a change stands, and whose answer it still needs; of several deciders one is enough."""

    state: Outcome
    waiting_for: tuple[int, ...] = ()


def sayers(
    step: MorningStepState | None, people_present: Iterable[Person], kind: str = "skip", by: int | None = None
) -> Sayers:
    """Return who has a say in a change of today about a step; None (nothing goes before it) counts as Inform.

    `kind` is that of a `TodayAsk`, `by` who asks. What is put in takes the rung of the step it follows. Leaving later
    touches everybody, so it is nobody's own matter, and neither is what others put in behind it.
    """
    present = tuple(person for person in people_present if not person.left)
    here = {person.id for person in present}
    parents = tuple(person.id for person in present if is_parent(person))
    owner = step.own_matter_of if step else None
    if owner in here and (kind not in ("later", "insert") or (kind == "insert" and by == owner)):
        return Sayers((owner,), (owner,))
    affected = tuple(member for member in (step.affected if step else ()) if member in here)
    rung = step.rung if step else Rung.INFORM
    if rung is Rung.INFORM:
        return Sayers(parents, parents)
    if rung is Rung.CONSULT:
        deciders = (step.decider,) if step.decider in here else parents
        return Sayers(tuple(dict.fromkeys((*deciders, *affected))), deciders)
    return Sayers(affected, ())


def weigh(ask: TodayAsk) -> Weighed:
    """Return where a change of today stands. Who asked has said yes, unless they say otherwise."""
    said = {voice.member: voice.agrees for voice in ask.voices}
    if ask.rung in (Rung.INFORM, Rung.CONSULT):
        return _decided(ask, {ask.by: True} | said)
    if ask.by in ask.asked:
        said = {ask.by: True} | said
    answers = {member: said[member] for member in ask.asked if member in said}
    silent = tuple(member for member in ask.asked if member not in answers)
    yes = sum(answers.values())
    return _voted(ask, yes, silent) if ask.rung is Rung.CODESIGN else _agreed(ask, yes, silent)


def _decided(ask: TodayAsk, said: dict[int, bool]) -> Weighed:
    """On Inform and Consult the first decider who answers decides; where nobody can, all stays as it is."""
    answers = [agrees for member, agrees in said.items() if member in ask.deciders]
    if answers:
        return Weighed(Outcome.ACCEPTED if answers[0] else Outcome.DECLINED)
    return Weighed(Outcome.WAITING, ask.deciders) if ask.deciders else Weighed(Outcome.DECLINED)


def _voted(ask: TodayAsk, yes: int, silent: tuple[int, ...]) -> Weighed:
    """On Co-design more than half of those asked must want it; a tie leaves things as they are."""
    if 2 * yes > len(ask.asked):
        return Weighed(Outcome.ACCEPTED)
    if 2 * (yes + len(silent)) <= len(ask.asked):
        return Weighed(Outcome.DECLINED)
    return Weighed(Outcome.WAITING, silent)


def _agreed(ask: TodayAsk, yes: int, silent: tuple[int, ...]) -> Weighed:
    """On Co-produce everybody must say yes, and one no is enough."""
    if not ask.asked or yes + len(silent) < len(ask.asked):
        return Weighed(Outcome.DECLINED)
    return Weighed(Outcome.WAITING, silent) if silent else Weighed(Outcome.ACCEPTED)
