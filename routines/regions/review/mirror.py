"""Planned beside felt, and what the numbers can say, as far as a family shares it."""

from dataclasses import dataclass, replace

from django.utils.translation import get_language

from routines.models.cache import Recent
from routines.regions.fragment import fragment
from routines.regions.mirror.chart import Ways, chart_of, people_felt, rows_of_steps
from routines.regions.mirror.looked_at import LookedAt
from routines.regions.mirror.measures import measure_views
from routines.regions.mirror.values import FilterView, MeasureView, MirrorChart, PersonFelt, StepRow
from routines.regions.review.period import Wanted, filter_view, period_of
from routines.regions.review.scene import ReviewScene
from routines.rules.lanes import PUSHED
from routines.rules.mirror.facts import HIDDEN, Facts
from routines.rules.mirror.lens import COUNTS, FEELINGS, RUNGS
from routines.rules.mirror.measure import Measure
from routines.rules.mirror.measures import measures
from routines.rules.mirror.planned import planned_and_felt, steps_felt
from routines.words.mirror import period_words

_drawn: Recent[str] = Recent(512)


def forget() -> None:
    """Forget everything drawn so far."""
    _drawn.clear()


@dataclass(frozen=True, slots=True)
class PlainStep:
    """A step where its rung is not shared: how it felt, as far as that is."""

    title: str
    pictogram: str
    routine: str
    url: str
    people: tuple[PersonFelt, ...]


@dataclass(frozen=True, slots=True)
class ReviewMirror:
    """The mirror through a consent. `shares_…` say which kinds are shared, `told` whether anybody told how it felt.

    `plain` are the steps where their rungs are not shared; else there are `chart` and `rows`.
    """

    key: str
    title: str
    period: str
    filters: FilterView
    chart: MirrorChart | None
    rows: tuple[StepRow, ...]
    plain: tuple[PlainStep, ...]
    measures: tuple[MeasureView, ...]
    shares_rungs: bool
    shares_counts: bool
    shares_feelings: bool
    told: bool


def mirror_html(scene: ReviewScene, wanted: Wanted) -> str:
    """Return the mirror, kept while neither the household nor what is shared of it changes, and it is the same day."""
    key = (scene.onlooker, scene.revision, wanted, get_language(), scene.today)
    return _drawn.get(key) or _drawn.keep(key, fragment("review/mirror.html", mirror=mirror_view(scene, wanted)))


def mirror_view(scene: ReviewScene, wanted: Wanted) -> ReviewMirror:
    """Return the mirror of a period, perhaps of one routine, step or person."""
    period = period_of(scene, wanted)
    facts, onlooker = period.narrow, scene.onlooker
    steps = planned_and_felt(facts)
    ways = ways_of(scene, period.facts)
    pushed = any(each.felt == PUSHED for each in facts.felt)
    return ReviewMirror(
        key=onlooker.key,
        title=_title(period),
        period=period_words(facts.first, facts.last),
        filters=filter_view(scene, period),
        chart=chart_of(steps, ways, pushed=pushed) if steps else None,
        rows=tuple(replace(row, id=place) for place, row in enumerate(rows_of_steps(steps, ways), 1)),
        plain=() if onlooker.sees(RUNGS) else _plain(facts, ways),
        measures=measure_views(counted_in(scene, period), names_of(scene), outside=True),
        shares_rungs=onlooker.sees(RUNGS),
        shares_counts=onlooker.sees(COUNTS),
        shares_feelings=onlooker.sees(FEELINGS),
        told=bool(facts.felt),
    )


def ways_of(scene: ReviewScene, facts: Facts) -> Ways:
    """Return where a facilitator gets to from a card or a face: to the step, by its opaque name."""
    titles = {each.id: each.title for each in facts.routines}

    def step(each) -> str:
        return scene.url("review_step", scene.token("step", each.id))

    return Ways(scene.person, step, lambda each, _times: step(each), lambda routine: titles.get(routine, ""))


def counted_in(scene: ReviewScene, period: LookedAt) -> tuple[Measure, ...]:
    """Return the measures of what is looked at, none where counts are not shared."""
    return measures(period.around, scene.onlooker.kinds, member=period.person)


def names_of(scene: ReviewScene) -> dict[int, str]:
    """Return the names a facilitator may know, and what everybody else is called."""
    return {each.id: each.name for each in scene.people} | {HIDDEN: scene.person(HIDDEN).name}


def _plain(facts: Facts, ways: Ways) -> tuple[PlainStep, ...]:
    return tuple(
        PlainStep(
            each.step.title,
            each.step.pictogram,
            ways.routine(each.step.routine),
            ways.step(each.step),
            people_felt(each, ways),
        )
        for each in steps_felt(facts)
    )


def _title(period: LookedAt) -> str:
    return ", ".join(each.title for each in period.narrow.routines)
