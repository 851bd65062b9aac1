"""What of the shared facts a facilitator looks at: a routine, a step, a person, and how many weeks back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from routines.models.mirrors import PERIODS, USUAL
from routines.regions.mirror.looked_at import LookedAt, looked_at, options, read, steps_of, weeks_options
from routines.regions.mirror.values import FilterView, Option
from routines.regions.review.scene import ReviewScene
from routines.rules.mirror.facts import Facts

YEAR = 52


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks to look at, by opaque names; "" is everything."""

    routine: str = ""
    weeks: int = USUAL
    person: str = ""
    step: str = ""


def wanted_of(query: Mapping[str, str]) -> Wanted:
    """Return what an address asks for; nonsense asks for nothing."""
    weeks = query.get("weeks", "")
    known = int(weeks) if weeks in map(str, PERIODS) else USUAL
    return Wanted(query.get("routine", "")[:20], known, query.get("person", "")[:20], query.get("step", "")[:20])


def shared_facts(scene: ReviewScene, weeks: int = YEAR) -> Facts:
    """Return what is shared of the last weeks: the only way in which a review reads a family's life."""
    onlooker = scene.onlooker
    return read(scene.lens, onlooker.household_id, scene.revision, onlooker.time_zone, weeks)


def period_of(scene: ReviewScene, wanted: Wanted) -> LookedAt:
    """Return the facts asked for, as far as they are shared. What is not shared is as if nobody had asked for it."""
    facts = shared_facts(scene, wanted.weeks)
    routine = _named(scene, "routine", wanted.routine, (each.id for each in facts.routines))
    step = _named(scene, "step", wanted.step, (each.id for each in steps_of(facts, routine)))
    person = _named(scene, "person", wanted.person, facts.people)
    return looked_at(facts, wanted.weeks, routine=routine, person=person, step=step)


def filter_view(scene: ReviewScene, period: LookedAt) -> FilterView:
    """Return what there is to choose from, with what is chosen."""
    routines = [(each.id, each.title) for each in period.facts.routines]
    people = [(each.id, each.name) for each in scene.people]
    steps = [(each.id, each.title) for each in steps_of(period.facts, period.routine) if not each.archived]
    return FilterView(
        routines=_options(scene, "routine", _("All routines"), routines, period.routine),
        weeks=weeks_options(period.weeks),
        people=_options(scene, "person", _("Everybody"), people, period.person),
        steps=_options(scene, "step", _("Every step"), steps, period.step),
        narrow=bool(period.person or period.step or period.routine),
    )


def _named(scene: ReviewScene, kind: str, token: str, numbers: Iterable[int]) -> int | None:
    return next((each for each in numbers if token and scene.token(kind, each) == token), None)


def _options(
    scene: ReviewScene, kind: str, everything: str, things: Iterable[tuple[int, str]], chosen: int | None
) -> tuple[Option, ...]:
    named = ((scene.token(kind, number), name) for number, name in things)
    return options([("", everything), *named], scene.token(kind, chosen) if chosen else "")
