"""What a member of the family looks at: a routine, a step, a person, and how many weeks back."""

from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from routines.models.mirrors import PERIODS, USUAL
from routines.regions.look import Look
from routines.regions.mirror.lenses import family_lens
from routines.regions.mirror.looked_at import LookedAt, looked_at, options, read, steps_of, weeks_options
from routines.regions.mirror.values import FilterView
from routines.rules.mirror.facts import Facts

# All routines, where one is shown unless somebody asks for more.
ALL = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks to look at. `routine` None is the first one, ALL is every one; None elsewhere: all."""

    routine: int | None = None
    weeks: int = USUAL
    person: int | None = None
    step: int | None = None


def family_facts(look: Look, weeks: int) -> Facts:
    """Return what a member of the family may read of the last weeks."""
    return read(family_lens(look), look.household_id, look.revision, look.time_zone, weeks)


def period_of(look: Look, asked: Asked) -> LookedAt:
    """Return the facts somebody asks for, as far as they may read them. What is not there is not asked for."""
    weeks = asked.weeks if asked.weeks in PERIODS else USUAL
    facts = family_facts(look, weeks)
    routine = _routine(facts, asked.routine)
    step = asked.step if asked.step in {each.id for each in steps_of(facts, routine)} else None
    person = asked.person if asked.person in facts.people else None
    return looked_at(facts, weeks, routine=routine, person=person, step=step)


def query_of(period: LookedAt, **about: object) -> str:
    """Return a query that asks for the same, and for something more."""
    same = {
        "routine": ALL if period.routine is None else period.routine,
        "weeks": period.weeks,
        "person": period.person,
        "step": period.step,
    }
    return urlencode({key: value for key, value in {**same, **about}.items() if value is not None})


def filter_view(look: Look, period: LookedAt) -> FilterView:
    """Return what there is to choose from, with what is chosen."""
    facts = period.facts
    routines = [(each.id, each.title) for each in facts.routines if not each.archived or each.id == period.routine]
    if len(routines) > 1:
        routines.append((ALL, _("All routines")))
    people = [(each.id, each.name) for each in look.people if each.id in facts.people]
    steps = [(each.id, each.title) for each in steps_of(facts, period.routine) if not each.archived]
    return FilterView(
        routines=options(routines, ALL if period.routine is None else period.routine),
        weeks=weeks_options(period.weeks),
        people=options([("", _("Everybody")), *people], period.person or ""),
        steps=options([("", _("Every step")), *steps], period.step or ""),
        narrow=bool(period.person or period.step),
    )


def _routine(facts: Facts, asked: int | None) -> int | None:
    """Return the routine asked for, else the first of the plan; None is all."""
    known = [each.id for each in facts.routines if not each.archived]
    if asked in {each.id for each in facts.routines}:
        return asked
    return None if asked == ALL or not known else known[0]
