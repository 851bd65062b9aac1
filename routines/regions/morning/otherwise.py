"""Today otherwise than planned: what may be wished about a step, who decides, and what more time costs."""

from dataclasses import dataclass

from routines.regions.morning.asks import cost_sentence
from routines.regions.morning.cards import step_view
from routines.regions.morning.scene import MorningScene
from routines.regions.morning.steps import CHANGES, may_change
from routines.regions.morning.values import StepView
from routines.rules.morning.agreeing import sayers
from routines.rules.morning.blocks import doings
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.lateness import MOST
from routines.rules.morning.state import MorningStepState
from routines.rules.people import may_act_for
from routines.rules.state import Person, Rung
from routines.words.mornings import minutes_words
from routines.words.today_asks import decides_words

MINUTES = (5, 10, 15, 20)


@dataclass(frozen=True, slots=True)
class Cost:
    """What so many more minutes cost, in a sentence; none is chosen before somebody does."""

    minutes: int
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One kind of wish: whether it is offered and why not, and who decides about it."""

    kind: str
    may: bool
    why_not: str
    decides: str


@dataclass(frozen=True, slots=True)
class OtherwiseView:
    """What may be otherwise today about one step. `places` are the steps it can move behind."""

    household_id: int
    morning_id: int
    step: StepView
    wishes: tuple[Wish, ...]
    costs: tuple[Cost, ...]
    own: Cost | None
    most: int
    places: tuple[StepView, ...]
    speakers: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class PutInView:
    """What putting something in needs: behind which step, for whom, and who decides."""

    household_id: int
    morning_id: int
    may: bool
    why_not: str
    places: tuple[StepView, ...]
    people: tuple[Person, ...]


def choices_view(scene: MorningScene) -> tuple[StepView, ...]:
    """Return the steps about which the reader may wish something for today."""
    return tuple(step_view(scene, step) for step in scene.steps if may_change(scene, step))


def otherwise_view(scene: MorningScene, step: MorningStepState, own_minutes: int | None = None) -> OtherwiseView:
    """Return what the reader may wish about a step; `own_minutes` is another number of minutes they ask the cost of."""
    later = scene.may(MorningDeed.LATER, step)
    own = own_minutes if own_minutes and 1 <= own_minutes <= MOST and own_minutes not in MINUTES else None
    return OtherwiseView(
        household_id=scene.look.household_id,
        morning_id=scene.morning.id,
        step=step_view(scene, step),
        wishes=tuple(_wish(scene, deed, step) for deed in CHANGES),
        costs=tuple(_cost(scene, minutes, step) for minutes in MINUTES) if later else (),
        own=_cost(scene, own, step) if own and later else None,
        most=MOST,
        places=tuple(step_view(scene, each) for each in scene.steps if each is not step and not each.skipped),
        speakers=_speakers(scene, step),
    )


def put_in_view(scene: MorningScene) -> PutInView:
    """Return what putting something in needs."""
    verdict = scene.may(MorningDeed.INSERT)
    here = tuple({doing.member for step in scene.morning.steps for doing in doings(step)})
    return PutInView(
        household_id=scene.look.household_id,
        morning_id=scene.morning.id,
        may=bool(verdict),
        why_not=scene.look.why_not(verdict),
        places=tuple(step_view(scene, step) for step in scene.steps if not step.skipped),
        people=scene.look.persons(here),
    )


def _wish(scene: MorningScene, deed: MorningDeed, step: MorningStepState) -> Wish:
    verdict = scene.may(deed, step)
    present = scene.situation(scene.look.viewer).present
    who = sayers(step, present, str(deed), scene.look.viewer.id)
    deciders = tuple(each for each in who.deciders if each)
    named = scene.look.persons(deciders or who.asked)
    return Wish(
        kind=str(deed),
        may=bool(verdict),
        why_not=scene.look.why_not(verdict),
        decides=decides_words(
            tuple(person.name for person in named),
            alone=bool(deciders),
            mine=scene.look.viewer.id in deciders,
            everybody=step.rung is Rung.COPRODUCE,
        ),
    )


def _cost(scene: MorningScene, minutes: int, step: MorningStepState) -> Cost:
    return Cost(minutes, minutes_words(minutes), cost_sentence(scene, minutes, step))


def _speakers(scene: MorningScene, step: MorningStepState) -> tuple[Person, ...]:
    """Return in whose name the reader may wish it: their own, and that of children in the step."""
    viewer = scene.look.viewer
    others = scene.look.persons(tuple(each for each in step.members if each != viewer.id))
    return (viewer, *(each for each in others if may_act_for(viewer, each)))
