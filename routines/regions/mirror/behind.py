"""The mornings behind a face: when a step felt that way to somebody."""

from dataclasses import replace

from django.urls import reverse
from django.utils.http import urlencode

from households.actions.refusal import Missing
from routines.regions.look import Look
from routines.regions.mirror.period import ALL, Asked, period_of
from routines.regions.mirror.values import BehindView, MorningBehind
from routines.rules.lanes import LANES, RUNG_OF
from routines.rules.mirror.facts import FeltFact
from routines.words import rung_name
from routines.words.days import day_name
from routines.words.mirror import period_words
from routines.words.noticing import felt_name
from routines.words.story import times_words


def behind_view(look: Look, asked: Asked, felt: str) -> BehindView:
    """Return the mornings on which a step felt like a lane to somebody, the newest first.

    Raises `Missing` for a step, a person or a lane that is not there.
    """
    period = period_of(look, replace(asked, routine=ALL))
    step = next((each for each in period.narrow.steps if each.id == period.step), None)
    if step is None or period.person is None or felt not in LANES:
        raise Missing
    facts = sorted((each for each in period.narrow.felt if each.felt == felt), key=lambda each: each.on, reverse=True)
    person = look.person(period.person)
    return BehindView(
        household_id=look.household_id,
        person=person,
        step=step.id,
        title=step.title,
        pictogram=step.pictogram,
        felt=felt_name(felt),
        felt_rung=int(RUNG_OF.get(felt) or 0),
        times=times_words(felt_name(felt), len(facts)) if facts else "",
        period=period_words(period.facts.first, period.facts.last),
        back=_back(look, ALL if asked.routine == ALL else step.routine, period.weeks),
        mornings=tuple(_morning(look, each) for each in facts),
    )


def _morning(look: Look, fact: FeltFact) -> MorningBehind:
    return MorningBehind(
        url=reverse("morning", args=[look.household_id, fact.morning]),
        day=day_name(fact.on, look.today),
        rung=int(fact.rung),
        rung_name=rung_name(fact.rung),
        words=fact.words,
        by=look.person(fact.said_by).name if fact.said_by else "",
    )


def _back(look: Look, routine: int, weeks: int) -> str:
    """Return the way back to the whole mirror over the same weeks."""
    return f"{reverse('mirror', args=[look.household_id])}?{urlencode({'routine': routine, 'weeks': weeks})}"
