"""One step through a consent: where it stands, how it moved and why, what was decided, said and answered, and felt."""

from dataclasses import dataclass
from datetime import date

from routines.regions.mirror.chart import people_felt
from routines.regions.mirror.values import PersonFelt, SaidView
from routines.regions.review.mirror import ways_of
from routines.regions.review.period import shared_facts
from routines.regions.review.scene import ReviewScene
from routines.regions.said import said_what, say_word
from routines.rules.mirror.facts import AskedFact, MovedFact, RemarkFact, SaidFact, StepFact
from routines.rules.mirror.lens import COMMENTS, FEELINGS, RUNGS, narrowed
from routines.rules.mirror.planned import felt_at
from routines.rules.mirror.said import answered, asked_and_decided
from routines.rules.state import Person
from routines.words import joined, rung_name
from routines.words.days import day_name
from routines.words.mirror import answered_words, said_as
from routines.words.story import moved_words

SAID, REMARKS = 30, 30


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move on the ladder."""

    rung: int
    sentence: str
    reason: str
    day: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A settled question of the family's: what was asked, what was decided and why, each as far as it is shared."""

    text: str
    rung: int
    rung_name: str
    day: str
    decided: str
    reason: str


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A remark somebody made."""

    person: Person
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """A step through a consent. Where a kind is not shared, its part is empty and `shares_…` says so."""

    token: str
    title: str
    pictogram: str
    routine: str
    rung: int
    rung_name: str
    archived: bool
    people: str
    moves: tuple[MoveLine, ...]
    decisions: tuple[DecisionLine, ...]
    said: tuple[SaidView, ...]
    remarks: tuple[RemarkLine, ...]
    felt: tuple[PersonFelt, ...]
    shares_rungs: bool
    shares_comments: bool
    shares_feelings: bool


def step_known(scene: ReviewScene, token: str) -> StepFact | None:
    """Return the shared step a token names, or None."""
    return next((each for each in shared_facts(scene).steps if scene.token("step", each.id) == token), None)


def step_view(scene: ReviewScene, step: StepFact) -> ReviewStep:
    """Return all that is shared of one step in a year."""
    whole = shared_facts(scene)
    facts, onlooker = narrowed(whole, step=step.id), scene.onlooker
    rungs = onlooker.sees(RUNGS) and step.rung is not None
    return ReviewStep(
        token=scene.token("step", step.id),
        title=step.title,
        pictogram=step.pictogram,
        routine=next((each.title for each in whole.routines if each.id == step.routine), ""),
        rung=int(step.rung) if rungs else 0,
        rung_name=rung_name(step.rung) if rungs else "",
        archived=step.archived,
        people=joined(each.name for each in scene.people if each.id in step.named),
        moves=tuple(_move(scene, each) for each in _newest(facts.moved)) if rungs else (),
        decisions=tuple(_decision(scene, each) for each in asked_and_decided(facts)) if rungs else (),
        said=tuple(said_view(scene, each, step) for each in answered(facts)[:SAID]),
        remarks=tuple(_remark(scene, each) for each in _newest(facts.remarks)[:REMARKS]),
        felt=people_felt(felt_at(step, facts), ways_of(scene, whole)),
        shares_rungs=rungs,
        shares_comments=onlooker.sees(COMMENTS),
        shares_feelings=onlooker.sees(FEELINGS),
    )


def said_view(scene: ReviewScene, fact: SaidFact, step: StepFact | None) -> SaidView:
    """Return what somebody said and what was answered, as far as it is shared."""
    by = scene.person(fact.answered_by).name if fact.answered_by else ""
    return SaidView(
        id=scene.token(fact.kind, fact.id),
        person=scene.person(fact.member),
        by=scene.person(fact.said_by) if fact.said_by is not None else None,
        on=_day(scene, fact.on),
        step=step.title if step else "",
        pictogram=step.pictogram if step else "",
        url=scene.url("review_step", scene.token("step", step.id)) if step else "",
        kind=said_as(fact.kind, fact.way, named=bool(fact.chose)),
        what=said_what(fact.way, fact.chose),
        words=fact.words,
        veiled=fact.veiled,
        owed=fact.owed,
        answer=fact.answer,
        answer_word=say_word(fact.answer) if fact.answer else "",
        because=fact.because,
        answered=answered_words(by, _day(scene, fact.answered_on)) if fact.answered_on else "",
    )


def _newest(facts: tuple) -> tuple:
    return tuple(sorted(facts, key=lambda each: (each.on, each.id), reverse=True))


def _day(scene: ReviewScene, day: date) -> str:
    return day_name(day, scene.today)


def _move(scene: ReviewScene, fact: MovedFact) -> MoveLine:
    before, after = rung_name(fact.before), rung_name(fact.after)
    name = scene.person(fact.by).name
    sentence = moved_words(name, before, after, up=fact.after > fact.before)
    return MoveLine(int(fact.after), sentence, fact.reason, _day(scene, fact.on))


def _decision(scene: ReviewScene, fact: AskedFact) -> DecisionLine:
    return DecisionLine(
        text=fact.text,
        rung=int(fact.rung),
        rung_name=rung_name(fact.rung),
        day=_day(scene, fact.decided_on or fact.on),
        decided=fact.decided,
        reason=fact.reason,
    )


def _remark(scene: ReviewScene, fact: RemarkFact) -> RemarkLine:
    return RemarkLine(scene.person(fact.member), fact.text, _day(scene, fact.on))
