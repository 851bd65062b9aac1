"""What is looked at: a routine, a step, a person, and how many weeks back. As asked for, and as it is offered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from routines.models.mirrors import PERIODS, USUAL, facts_of, first_day
from routines.regions.look import Look
from routines.regions.mirror.lenses import family_lens
from routines.regions.mirror.values import FilterView, Option
from routines.rules.mirror.facts import Facts, StepFact
from routines.rules.mirror.lens import narrowed, through
from routines.words.mirror import weeks_words

# All routines, where one is shown unless somebody asks for more.
ALL = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks to look at. `routine` None is the first one, ALL is every one; None elsewhere: all."""

    routine: int | None = None
    weeks: int = USUAL
    person: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The facts of a period as one member of the family may read them, and what they are narrowed to.

    `facts` are those of all routines, `narrow` those asked for. What does not exist, or not in the routine asked for,
    is not asked for.
    """

    asked: Asked
    facts: Facts
    narrow: Facts
    routine: int | None

    def query(self, **about: object) -> str:
        """Return a query that asks for the same, and for something more."""
        same = {
            "routine": ALL if self.routine is None else self.routine,
            "weeks": self.asked.weeks,
            "person": self.asked.person,
            "step": self.asked.step,
        }
        return urlencode({key: value for key, value in {**same, **about}.items() if value is not None})


def period_of(look: Look, asked: Asked) -> Period:
    """Return the facts somebody asks for, as far as they may read them."""
    weeks = asked.weeks if asked.weeks in PERIODS else USUAL
    first = first_day(look.today, weeks)
    facts = through(family_lens(look), facts_of(look.household_id, look.revision, first, look.today, look.time_zone))
    routine = _routine(facts, asked.routine)
    step = asked.step if asked.step in {each.id for each in _steps(facts, routine)} else None
    person = asked.person if asked.person in facts.people else None
    found = Asked(asked.routine, weeks, person, step)
    return Period(found, facts, narrowed(facts, routine=routine, step=step, member=person), routine)


def filter_view(look: Look, period: Period) -> FilterView:
    """Return what there is to choose from, with what is chosen."""
    asked, facts = period.asked, period.facts
    routines = [(each.id, each.title) for each in facts.routines if not each.archived or each.id == period.routine]
    if len(routines) > 1:
        routines.append((ALL, _("All routines")))
    people = [(each.id, each.name) for each in look.people if each.id in facts.people]
    steps = [(each.id, each.title) for each in _steps(facts, period.routine) if not each.archived]
    return FilterView(
        routines=_options(routines, ALL if period.routine is None else period.routine),
        weeks=_options([(weeks, weeks_words(weeks)) for weeks in PERIODS], asked.weeks),
        people=_options([("", _("Everybody")), *people], asked.person or ""),
        steps=_options([("", _("Every step")), *steps], asked.step or ""),
        narrow=bool(asked.person or asked.step),
    )


def _routine(facts: Facts, asked: int | None) -> int | None:
    """Return the routine asked for, else the first of the plan; None is all."""
    known = [each.id for each in facts.routines if not each.archived]
    if asked in {each.id for each in facts.routines}:
        return asked
    return None if asked == ALL or not known else known[0]


def _steps(facts: Facts, routine: int | None) -> tuple[StepFact, ...]:
    return tuple(each for each in facts.steps if routine is None or each.routine == routine)


def _options(all_of: Iterable[tuple[object, str]], chosen: object) -> tuple[Option, ...]:
    return tuple(Option(str(value), name, value == chosen) for value, name in all_of)
