"""Asking for today to be otherwise, by pictures: more time for the present step, or not today."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from routines.regions.look import Look
from routines.regions.morning.asks import cost_sentence
from routines.regions.morning.scene import MorningScene, morning_scene
from routines.regions.tablet.choices import picture_choices
from routines.regions.tablet.values import Choice
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.state import MorningState, MorningStepState
from routines.rules.state import Person
from routines.rules.tablet import at_once
from routines.words.fields import minutes_words
from routines.words.tablet_morning import FEW_REASONS, REASONS

LATER, SKIP = "later", "skip"
DEEDS = {LATER: MorningDeed.LATER, SKIP: MorningDeed.SKIP}
# How much more time can be asked for; the small choose between two.
MINUTES = (5, 10, 15)
THREE = 3


@dataclass(frozen=True, slots=True)
class WishView:
    """One screen of a wish about a step of one's own: `what` is "" (which wish?), "later" or "skip".

    `choices` post themselves, except those of the first screen, which lead on. `why_not` says why nothing can be
    asked for.
    """

    person: Person
    morning: int
    step: int
    title: str
    pictogram: str
    what: str
    asking: str
    choices: tuple[Choice, ...]
    why_not: str


def wish_view(look: Look, morning: MorningState, step_id: int, what: str) -> WishView | None:
    """Return a screen of a wish, or None where there is no such step."""
    scene = morning_scene(look, morning)
    step = scene.morning.step(step_id)
    if step is None:
        return None
    verdicts = {each: scene.may(deed, step) for each, deed in DEEDS.items()}
    screen = what if what in DEEDS and verdicts[what] else ""
    asking, choices = SCREENS[screen](scene, step, tuple(each for each, verdict in verdicts.items() if verdict))
    return WishView(
        person=look.viewer,
        morning=morning.id,
        step=step.id,
        title=step.title,
        pictogram=step.pictogram,
        what=screen,
        asking=asking,
        choices=choices,
        why_not="" if choices else look.why_not(verdicts[SKIP]),
    )


def _which(_scene: MorningScene, _step: MorningStepState, allowed: tuple[str, ...]) -> tuple[str, tuple[Choice, ...]]:
    ways = {
        LATER: Choice("what", LATER, _("More time"), "hourglass-not-done", _("Because it is fun, or takes longer.")),
        SKIP: Choice("what", SKIP, _("Not today"), "crescent-moon", _("We leave it out, only today.")),
    }
    return _("What would you like?"), tuple(ways[each] for each in allowed)


def _later(scene: MorningScene, step: MorningStepState, _allowed: tuple[str, ...]) -> tuple[str, tuple[Choice, ...]]:
    """Offer some more minutes, each with what it costs."""
    wanted = MINUTES[:2] if _is_small(scene) else MINUTES
    return _("How much more time?"), tuple(
        Choice("minutes", str(each), minutes_words(each), "", cost_sentence(scene, each, step)) for each in wanted
    )


def _skip(scene: MorningScene, _step: MorningStepState, _allowed: tuple[str, ...]) -> tuple[str, tuple[Choice, ...]]:
    reasons = tuple(each for each in REASONS if each.name in FEW_REASONS) if _is_small(scene) else REASONS
    return _("Why not today?"), picture_choices("reason", reasons)


def _is_small(scene: MorningScene) -> bool:
    """Return whether who looks is small enough for two or three choices."""
    return at_once(scene.look.viewer.age_band) <= THREE


SCREENS = {"": _which, LATER: _later, SKIP: _skip}
