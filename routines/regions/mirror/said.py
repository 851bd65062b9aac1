"""You said, we did: every voice of a period and the answer it got."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from routines.regions.look import Look
from routines.regions.mirror.period import family_facts
from routines.regions.mirror.values import SaidPage, SaidView
from routines.regions.said import said_what, say_word
from routines.rules.mirror.facts import SaidFact, StepFact
from routines.rules.mirror.lens import narrowed
from routines.rules.mirror.said import answered, waiting
from routines.words.days import day_name
from routines.words.mirror import answered_words, period_words, said_as

PAGE = 20
WEEKS = 52


def said_page(look: Look, *, person: int | None = None, unanswered: bool = False, page: int = 0) -> SaidPage:
    """Return a page of what was said in a year, the newest first: perhaps by one person, or without an answer."""
    facts = family_facts(look, WEEKS)
    person = person if person in facts.people else None
    own = narrowed(facts, member=person)
    found = waiting(own) if unanswered else answered(own)
    steps = {each.id: each for each in facts.steps}
    begin = page * PAGE

    def query(number: int) -> str:
        about = {"person": person, "waiting": 1 if unanswered else None, "page": number or None}
        return urlencode({key: value for key, value in about.items() if value is not None})

    return SaidPage(
        household_id=look.household_id,
        period=period_words(facts.first, facts.last),
        rows=tuple(said_view(look, each, steps.get(each.step)) for each in found[begin : begin + PAGE]),
        people=tuple(each for each in look.people if each.id in facts.people),
        who=look.maybe(person),
        waiting=unanswered,
        narrow=bool(person or unanswered or page),
        older=f"?{query(page + 1)}" if len(found) > begin + PAGE else "",
        newer=f"?{query(page - 1)}" if page else "",
    )


def said_view(look: Look, fact: SaidFact, step: StepFact | None) -> SaidView:
    """Return what somebody said and what was answered, with the way to the step."""
    by = look.person(fact.answered_by).name if fact.answered_by else ""
    return SaidView(
        id=f"{fact.kind}-{fact.id}",
        person=look.person(fact.member),
        by=look.maybe(fact.said_by),
        on=day_name(fact.on, look.today),
        step=step.title if step else _("a step"),
        pictogram=step.pictogram if step else "",
        url=_step_url(look, step) if step else "",
        kind=said_as(fact.kind, fact.way, named=bool(fact.chose)),
        what=said_what(fact.way, fact.chose),
        words=fact.words,
        veiled=fact.veiled,
        owed=fact.owed,
        answer=fact.answer,
        answer_word=say_word(fact.answer) if fact.answer else "",
        because=fact.because,
        answered=answered_words(by, day_name(fact.answered_on, look.today)) if fact.answered_on else "",
    )


def _step_url(look: Look, step: StepFact) -> str:
    """Return the way to a step: to its story once it is put away."""
    return reverse("step_story" if step.archived else "step", args=[look.household_id, step.id])
