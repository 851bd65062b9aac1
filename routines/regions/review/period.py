"""What of the shared facts a facilitator looks at: a routine, a step, a person, and how many weeks back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from routines.models.mirrors import PERIODS, USUAL, facts_of, first_day
from routines.regions.mirror.values import FilterView, Option
from routines.regions.review.scene import ReviewScene
from routines.rules.mirror.facts import Facts, StepFact
from routines.rules.mirror.lens import narrowed, through
from routines.words.mirror import weeks_words

YEAR = 52


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks to look at, by opaque names; "" is everything."""

    routine: str = ""
    weeks: int = USUAL
    person: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class ReviewPeriod:
    """The facts of a period as the facilitator may read them, and what they are narrowed to."""

    wanted: Wanted
    facts: Facts
    narrow: Facts
    routine: int | None
    person: int | None
    step: int | None


def wanted_of(query: Mapping[str, str]) -> Wanted:
    """Return what an address asks for; nonsense asks for nothing."""
    weeks = query.get("weeks", "")
    known = int(weeks) if weeks in map(str, PERIODS) else USUAL
    return Wanted(query.get("routine", "")[:20], known, query.get("person", "")[:20], query.get("step", "")[:20])


def shared_facts(scene: ReviewScene, weeks: int = YEAR) -> Facts:
    """Return what is shared of the last weeks: the only way in which a review reads a family's life."""
    first = first_day(scene.today, weeks)
    onlooker = scene.onlooker
    return through(scene.lens, facts_of(onlooker.household_id, scene.revision, first, scene.today, onlooker.time_zone))


def period_of(scene: ReviewScene, wanted: Wanted) -> ReviewPeriod:
    """Return the facts asked for, as far as they are shared. What is not shared is as if nobody had asked for it."""
    facts = shared_facts(scene, wanted.weeks)
    routine = _named(scene, "routine", wanted.routine, (each.id for each in facts.routines))
    steps = (each.id for each in facts.steps if routine is None or each.routine == routine)
    step = _named(scene, "step", wanted.step, steps)
    person = _named(scene, "person", wanted.person, facts.people)
    return ReviewPeriod(
        wanted, facts, narrowed(facts, routine=routine, step=step, member=person), routine, person, step
    )


def in_order(facts: Facts) -> list[StepFact]:
    """Return the steps in the order of routines and plans."""
    routines = [each.id for each in facts.routines]
    return sorted(facts.steps, key=lambda each: (routines.index(each.routine), each.position, each.id))


def filter_view(scene: ReviewScene, period: ReviewPeriod) -> FilterView:
    """Return what there is to choose from, with what is chosen."""
    facts = period.facts
    steps = [each for each in in_order(facts) if period.routine in (None, each.routine) and not each.archived]
    return FilterView(
        routines=_options(scene, "routine", _("All routines"), _titles(facts.routines), period.routine),
        weeks=tuple(Option(str(each), weeks_words(each), each == period.wanted.weeks) for each in PERIODS),
        people=_options(
            scene, "person", _("Everybody"), [(each.id, each.name) for each in scene.people], period.person
        ),
        steps=_options(scene, "step", _("Every step"), _titles(steps), period.step),
        narrow=bool(period.person or period.step or period.routine),
    )


def _titles(things) -> list[tuple[int, str]]:
    return [(each.id, each.title) for each in things]


def _named(scene: ReviewScene, kind: str, token: str, numbers: Iterable[int]) -> int | None:
    return next((each for each in numbers if token and scene.token(kind, each) == token), None)


def _options(
    scene: ReviewScene, kind: str, everything: str, things: Iterable[tuple[int, str]], chosen: int | None
) -> tuple[Option, ...]:
    named = (Option(scene.token(kind, number), name, number == chosen) for number, name in things)
    return (Option("", everything, chosen is None), *named)
