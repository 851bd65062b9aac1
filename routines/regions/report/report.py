"""The report of a review: for the family about itself, and for a facilitator through the consent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Prefetch

from households.consent_words import KINDS
from households.rules.consent import TOGETHER
from routines.models import ReviewAnswer, ReviewQuestion, ReviewSession
from routines.regions.look import Look
from routines.regions.mirror.measures import measure_views
from routines.regions.mirror.period import Asked, period_of
from routines.regions.mirror.said import said_view
from routines.regions.report.lines import (
    Reader,
    chart_sheets,
    decision_lines,
    measure_lines,
    move_lines,
    question_lines,
    said_lines,
    step_lines,
    summary_lines,
)
from routines.regions.report.values import Report, Terms
from routines.regions.review import period as shared_period
from routines.regions.review import step as shared_step
from routines.regions.review.mirror import counted_in, names_of
from routines.regions.review.period import Wanted
from routines.regions.review.questions import asked_by
from routines.regions.review.scene import ReviewScene
from routines.regions.review.sessions import sessions_of, sessions_seen
from routines.rules.lanes import PUSHED
from routines.rules.mirror.facts import Facts
from routines.rules.mirror.lens import ALL_KINDS, COMMENTS, FEELINGS, RUNGS
from routines.rules.mirror.measure import Measure
from routines.rules.mirror.measures import measures
from routines.rules.mirror.planned import planned_and_felt, steps_felt


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for a report: the facts, narrowed as asked for, and what was talked about with facilitators."""

    facts: Facts
    counted: Sequence[Measure]
    names: Mapping[int, str]
    questions: Sequence[ReviewQuestion]
    sessions: Sequence[ReviewSession]
    narrowed_to: tuple[str, ...]
    pushed: bool
    whole: bool
    kinds: Collection[str] = ALL_KINDS


def family_report(look: Look, family: str, asked: Asked) -> Report:
    """Return the family's own report: all that this member of it may read. Three queries beside the facts."""
    period = period_of(look, asked)
    facts = period.narrow
    whole = not (period.person or period.step)
    read = _Read(
        facts=facts,
        counted=measures(period.around, member=period.person),
        names={each.id: each.name for each in look.people},
        questions=_asked_of(look.household_id) if whole else (),
        sessions=sessions_of(look.household_id) if whole else (),
        narrowed_to=_narrowed_to(facts, period.step, look.person(period.person).name if period.person else ""),
        pushed=True,
        whole=whole,
    )
    reader = Reader(look.time_zone, look.person, partial(said_view, look), lambda row: row.consent.facilitator.name)
    return _report(reader, read, family, look.today, None)


def shared_report(scene: ReviewScene, wanted: Wanted) -> Report:
    """Return a facilitator's report: what the consent shows now, read through the lens of their review page."""
    period = shared_period.period_of(scene, wanted)
    facts, onlooker = period.narrow, scene.onlooker
    whole = not (period.person or period.step)
    read = _Read(
        facts=facts,
        counted=counted_in(scene, period),
        names=names_of(scene),
        questions=asked_by(scene) if whole else (),
        sessions=sessions_seen(scene) if whole else (),
        narrowed_to=_narrowed_to(facts, period.step, scene.person(period.person).name if period.person else ""),
        pushed=any(each.felt == PUSHED for each in facts.felt),
        whole=whole,
        kinds=onlooker.kinds,
    )
    reader = Reader(onlooker.time_zone, scene.person, partial(shared_step.said_view, scene), lambda _row: onlooker.name)
    return _report(reader, read, onlooker.household_name, scene.today, _terms(scene, period.facts))


def _report(reader: Reader, read: _Read, family: str, today: date, terms: Terms | None) -> Report:
    facts = read.facts
    plans, feels = RUNGS in read.kinds, FEELINGS in read.kinds
    steps = steps_felt(facts) if plans or feels else ()
    views = measure_views(read.counted, read.names, outside=terms is not None)
    return Report(
        family=family,
        made_on=today,
        first=facts.first,
        last=facts.last,
        about=read.narrowed_to,
        terms=terms,
        charts=chart_sheets(reader, facts, planned_and_felt(facts), pushed=read.pushed),
        steps=step_lines(reader, facts, steps, feels=feels),
        measures=measure_lines(views),
        said=said_lines(reader, facts),
        moves=move_lines(reader, facts),
        decisions=decision_lines(facts),
        questions=question_lines(reader, facts, read.questions),
        summaries=summary_lines(reader, facts, read.sessions),
        several=len(facts.routines) > 1,
        whole=read.whole,
        shares_rungs=plans,
        shares_feelings=feels,
        shares_words=COMMENTS in read.kinds,
    )


def _terms(scene: ReviewScene, facts: Facts) -> Terms:
    """Return the consent in words; of members and routines only what is shared now."""
    onlooker = scene.onlooker
    return Terms(
        facilitator=onlooker.name,
        organisation=onlooker.organisation,
        kinds=tuple(
            (str(words.name), str(words.shows), str(words.never))
            for kind, words in KINDS.items()
            if onlooker.sees(kind)
        ),
        withheld=tuple(
            str(words.name) for kind, words in KINDS.items() if kind != TOGETHER and not onlooker.sees(kind)
        ),
        routines=tuple(each.title for each in facts.routines),
        people=tuple(each.name for each in scene.people),
        given_on=onlooker.given_on,
        until_on=onlooker.until_on,
    )


def _narrowed_to(facts: Facts, step: int | None, person: str) -> tuple[str, ...]:
    """Return the routines a report is about, and the step and person it is narrowed to."""
    titles = [each.title for each in facts.routines]
    titles += [each.title for each in facts.steps if each.id == step]
    return (*titles, person) if person else tuple(titles)


def _asked_of(household_id: int) -> list[ReviewQuestion]:
    """Return what facilitators asked a family, newest first, with all answers. Two queries."""
    given = ReviewAnswer.objects.filter(household_id=household_id).given()
    shown = Prefetch("answers", given.order_by("said_at", "id"), to_attr="given")
    questions = ReviewQuestion.objects.of(household_id).select_related("consent__facilitator")
    return list(questions.prefetch_related(shown).order_by("-id"))
