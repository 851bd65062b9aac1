"""What a reader looks at, whoever they are: the facts of some weeks, and those of one routine, step or person."""

from collections.abc import Iterable
from dataclasses import dataclass

from routines.models.mirrors import PERIODS, facts_of, first_day
from routines.regions.mirror.values import Option
from routines.rules.mirror.facts import Facts, StepFact
from routines.rules.mirror.lens import Lens, narrowed, through
from routines.words.mirror import weeks_words


@dataclass(frozen=True, slots=True)
class LookedAt:
    """All facts a reader may see of a period, and what they are narrowed to: None is everything.

    `around` are those of the routine and step, everybody's; `narrow` those of the person, too.
    """

    facts: Facts
    around: Facts
    narrow: Facts
    weeks: int
    routine: int | None
    person: int | None
    step: int | None


def read(lens: Lens, household_id: int, revision: int, time_zone: str, weeks: int) -> Facts:
    """Return a household's facts of the last weeks through a lens, by which today is known."""
    first = first_day(lens.today, weeks)
    return through(lens, facts_of(household_id, revision, first, lens.today, time_zone))


def looked_at(facts: Facts, weeks: int, *, routine: int | None, person: int | None, step: int | None) -> LookedAt:
    """Return facts narrowed to a routine, a step and a person, who must be in them."""
    around = narrowed(facts, routine=routine, step=step)
    return LookedAt(facts, around, narrowed(around, member=person), weeks, routine, person, step)


def steps_of(facts: Facts, routine: int | None) -> tuple[StepFact, ...]:
    """Return the steps of a routine, or all, in their order."""
    return tuple(each for each in facts.steps if routine in (None, each.routine))


def weeks_options(chosen: int) -> tuple[Option, ...]:
    """Return how far one can look back."""
    return options(((weeks, weeks_words(weeks)) for weeks in PERIODS), chosen)


def options(named: Iterable[tuple[object, str]], chosen: object) -> tuple[Option, ...]:
    """Return what there is to choose, from pairs of a value and its name."""
    return tuple(Option(str(value), name, value == chosen) for value, name in named)
