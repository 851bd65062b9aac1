"""The family's mirror for one reader: planned beside felt, and what the numbers can say."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from routines.models.cache import Recent
from routines.regions.fragment import fragment
from routines.regions.look import Look
from routines.regions.mirror.chart import Ways, chart_of, rows_of_steps
from routines.regions.mirror.looked_at import LookedAt
from routines.regions.mirror.measures import measure_views
from routines.regions.mirror.period import Asked, filter_view, period_of, query_of
from routines.regions.mirror.values import MirrorView
from routines.rules.mirror.facts import StepFact
from routines.rules.mirror.lens import FRESH
from routines.rules.mirror.measures import measures
from routines.rules.mirror.planned import FaceTimes, planned_and_felt
from routines.words.mirror import period_words

_pages: Recent[str] = Recent(128)


def forget() -> None:
    """Forget all mirrors drawn so far."""
    _pages.clear()


def mirror_html(look: Look, asked: Asked) -> str:
    """Return the mirror, kept for as long as nothing of the household changes and it is the same day."""
    key = (look.household_id, look.revision, look.today, look.time_zone, look.viewer.id, get_language(), asked)
    return _pages.get(key) or _pages.keep(key, fragment("mirror/mirror.html", mirror=mirror_view(look, asked)))


def mirror_view(look: Look, asked: Asked) -> MirrorView:
    """Return the mirror of a routine and a period, perhaps of one step or person."""
    period = period_of(look, asked)
    facts = period.narrow
    steps = planned_and_felt(facts)
    ways = ways_of(look, period)
    counted = measures(period.around, member=period.person)
    return MirrorView(
        household_id=look.household_id,
        title=ways.routine(period.routine) if period.routine else _("All routines"),
        period=period_words(facts.first, facts.last),
        filters=filter_view(look, period),
        chart=chart_of(steps, ways) if steps else None,
        rows=rows_of_steps(steps, ways),
        measures=measure_views(counted, {each.id: each.name for each in look.people}),
        told=bool(facts.felt),
        fresh=any(each.on > look.today - FRESH for each in facts.mornings),
    )


def ways_of(look: Look, period: LookedAt) -> Ways:
    """Return where a member of the family gets to from a card or a face."""
    titles = {each.id: each.title for each in period.facts.routines}
    behind = reverse("mirror_mornings", args=[look.household_id])

    def step(each: StepFact) -> str:
        return reverse("step_story", args=[look.household_id, each.id])

    def face(each: StepFact, times: FaceTimes) -> str:
        return f"{behind}?{query_of(period, step=each.id, person=times.member, felt=times.felt)}"

    return Ways(look.person, step, face, lambda routine: titles.get(routine, ""))
