"""Routines to begin from: plain data. A family makes one its own by choosing it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import time

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from routines.rules.state import Kind, Person, Rung
from routines.rules.weekdays import mask_of
from routines.words.ladder import RUNG_NAMES

SCHOOL_DAYS = mask_of(range(5))
EVERY_DAY = mask_of(range(7))
SATURDAY = mask_of([5])


@dataclass(frozen=True, slots=True)
class StarterStep:
    """A step to begin with. `who` names whom it is for, one of `WHO`; without anybody it is left out.

    `least` and `small_steps` are as a step has them.
    """

    title: str | Promise
    minutes: int
    pictogram: str
    rung: Rung
    who: str = "family"
    why: str | Promise = ""
    limits: str | Promise = ""
    alongside: bool = False
    over_to_you: bool = False
    safety: bool = False
    least: int | None = None
    small_steps: str | Promise = ""

    @property
    def rung_name(self) -> str | Promise:
        """Return the name of the rung it begins on."""
        return RUNG_NAMES[self.rung]


@dataclass(frozen=True, slots=True)
class Starter:
    """A routine to begin with, and the sentence that offers it."""

    key: str
    title: str | Promise
    sentence: str | Promise
    pictogram: str
    weekdays: int
    anchor: str
    at: time | None
    steps: tuple[StarterStep, ...] = ()


@dataclass(frozen=True, slots=True)
class FittedStep:
    """A starter's step in one family: for these members, perhaps decided by one of them."""

    step: StarterStep
    affected: tuple[int, ...]
    decider: int | None
    alongside: bool


def _kinds(*kinds: Kind) -> Callable[[Person], bool]:
    return lambda person: person.kind in kinds


WHO: dict[str, Callable[[Person], bool]] = {
    "family": lambda person: person.kind != Kind.SUPPORTER,
    "teens": _kinds(Kind.TEEN),
    "children": _kinds(Kind.CHILD),
    "young": _kinds(Kind.CHILD, Kind.TEEN),
    "not_teens": _kinds(Kind.CHILD, Kind.PARENT),
}


def fitted(starter: Starter, people: Iterable[Person], decider: int) -> tuple[FittedStep, ...]:
    """Return a starter's steps for one family.

    Steps for people there are none of are left out, and nobody is in two places at once: a step
    whose people are busy follows instead of standing beside. `decider` answers what is consulted.
    """
    here = [person for person in people if not person.left]
    found: list[FittedStep] = []
    busy: set[int] = set()
    for step in starter.steps:
        affected = tuple(person.id for person in here if WHO[step.who](person))
        if not affected:
            continue
        beside = step.alongside and bool(found) and busy.isdisjoint(affected)
        busy = busy | set(affected) if beside else set(affected)
        asks = decider if step.rung is Rung.CONSULT else None
        found.append(FittedStep(step, affected, asks, beside))
    return tuple(found)


SCHOOL = Starter(
    "school",
    _("School morning"),
    _("From waking up to the door, with breakfast decided together."),
    "backpack",
    SCHOOL_DAYS,
    "leave",
    time(7, 45),
    (
        StarterStep(
            _("Wake up"),
            10,
            "wake-up",
            Rung.INFORM,
            why=_("So that nobody has to hurry."),
        ),
        StarterStep(
            _("Hot coffee or tea"),
            10,
            "hot-beverage",
            Rung.CONSULT,
            why=_("Grown-ups need a quiet moment too."),
            least=5,
        ),
        StarterStep(
            _("Get dressed"),
            10,
            "get-dressed",
            Rung.CONSULT,
            "young",
            why=_("So that we are warm and ready."),
            limits=_("Warm enough for the weather."),
            least=5,
            small_steps=_("Pyjamas off\nUnderwear\nT-shirt\nTrousers\nSocks"),
        ),
        StarterStep(
            _("Breakfast"),
            20,
            "breakfast",
            Rung.COPRODUCE,
            "not_teens",
            why=_("Food in the belly makes the morning easier."),
            least=10,
            small_steps=_("Wash hands\nLay the table\nEat breakfast\nBowl to the sink"),
        ),
        StarterStep(
            _("Your own breakfast"),
            20,
            "bread",
            Rung.INFORM,
            "teens",
            alongside=True,
            over_to_you=True,
            why=_("You know best what you like."),
            least=10,
        ),
        StarterStep(
            _("Brush teeth"),
            5,
            "brush-teeth",
            Rung.CODESIGN,
            why=_("Teeth have to last a long time."),
            limits=_("Two minutes, every tooth."),
            least=3,
            small_steps=_("Toothbrush and paste\nBrush every tooth\nRinse with water"),
        ),
        StarterStep(
            _("Shoes and coats on"),
            5,
            "shoes-coat",
            Rung.INFORM,
            why=_("So that we all leave together."),
            least=3,
            small_steps=_("Shoes\nCoat\nBackpack"),
        ),
        StarterStep(
            _("Hold hands at the road"),
            5,
            "go-on-foot",
            Rung.INFORM,
            "children",
            safety=True,
            why=_("Cars cannot always stop."),
        ),
    ),
)

PRESCHOOL = Starter(
    "preschool",
    _("Pre-school morning"),
    _("Short steps for the smallest, with a game of your own making."),
    "teddy-bear",
    SCHOOL_DAYS,
    "leave",
    time(8, 15),
    (
        StarterStep(
            _("Cuddle and wake up"),
            10,
            "people-hugging",
            Rung.INFORM,
            why=_("Waking up slowly feels better."),
            least=5,
        ),
        StarterStep(
            _("Breakfast"),
            20,
            "breakfast",
            Rung.COPRODUCE,
            why=_("Food in the belly makes the morning easier."),
            least=10,
            small_steps=_("Wash hands\nEat breakfast\nBowl to the sink"),
        ),
        StarterStep(
            _("Getting-dressed game"),
            15,
            "dressing-game",
            Rung.CODESIGN,
            why=_("Dressing is easier when it is fun."),
            limits=_("Everybody is dressed at the end."),
            least=8,
            small_steps=_("Pyjamas off\nUnderwear\nT-shirt\nTrousers\nSocks"),
        ),
        StarterStep(
            _("What comes along today"),
            5,
            "pack-bag",
            Rung.CONSULT,
            "children",
            why=_("A little friend helps with saying good-bye."),
            limits=_("It fits into the bag."),
            least=2,
        ),
        StarterStep(
            _("Into the car"),
            5,
            "go-by-car",
            Rung.INFORM,
            why=_("The others are waiting for us."),
            least=4,
            small_steps=_("Shoes and coat\nBackpack\nInto the seat"),
        ),
        StarterStep(
            _("Belt on"),
            2,
            "automobile",
            Rung.INFORM,
            safety=True,
            why=_("The belt holds us when the car stops fast."),
        ),
    ),
)

SLOW_SATURDAY = Starter(
    "saturday",
    _("A slow Saturday"),
    _("No door to run through: everybody says what the day is for."),
    "sun-with-face",
    SATURDAY,
    "start",
    time(9, 0),
    (
        StarterStep(
            _("Wake up when you like"),
            30,
            "zzz",
            Rung.INFORM,
            over_to_you=True,
            why=_("It is the weekend."),
        ),
        StarterStep(
            _("Breakfast together"),
            45,
            "pancakes",
            Rung.COPRODUCE,
            why=_("The one long breakfast of the week."),
            least=20,
        ),
        StarterStep(
            _("Tidy up for ten minutes"),
            10,
            "broom",
            Rung.CODESIGN,
            why=_("So that there is room to play."),
            limits=_("Ten minutes, everybody joins in."),
        ),
        StarterStep(
            _("What we do today"),
            15,
            "thought-balloon",
            Rung.CODESIGN,
            why=_("It is everybody’s Saturday."),
            limits=_("Something we can walk or cycle to."),
        ),
    ),
)

EVENING = Starter(
    "evening",
    _("Evening and bed"),
    _("A calm end of the day, with the story chosen by those who listen."),
    "crescent-moon",
    EVERY_DAY,
    "start",
    time(18, 30),
    (
        StarterStep(
            _("Supper"),
            30,
            "fork-and-knife-with-plate",
            Rung.CONSULT,
            why=_("We eat together once a day."),
            least=20,
            small_steps=_("Wash hands\nLay the table\nEat and drink"),
        ),
        StarterStep(
            _("Pack for tomorrow"),
            10,
            "night-before",
            Rung.INFORM,
            "young",
            over_to_you=True,
            why=_("The morning thanks you for it."),
            least=5,
            small_steps=_("Books into the bag\nLunch box\nClothes for tomorrow"),
        ),
        StarterStep(
            _("Brush teeth"),
            5,
            "brush-teeth",
            Rung.CODESIGN,
            why=_("Teeth have to last a long time."),
            limits=_("Two minutes, every tooth."),
            least=3,
            small_steps=_("Toothbrush and paste\nBrush every tooth\nRinse with water"),
        ),
        StarterStep(
            _("Story time"),
            20,
            "story-time",
            Rung.COPRODUCE,
            "not_teens",
            why=_("The best part of the day."),
            least=10,
            small_steps=_("Choose a book\nGo to bed\nRead the story"),
        ),
        StarterStep(
            _("Lights out"),
            5,
            "crescent-moon",
            Rung.INFORM,
            "children",
            why=_("Bodies grow while they sleep."),
            least=3,
        ),
    ),
)

EMPTY = Starter(
    "empty",
    _("An empty one"),
    _("Begin with nothing but a name, and add one step after the other."),
    "sparkles",
    SCHOOL_DAYS,
    "leave",
    None,
)

STARTERS = (SCHOOL, PRESCHOOL, SLOW_SATURDAY, EVENING, EMPTY)


def starter(key: str) -> Starter | None:
    """Return the starter of this key, or None."""
    return next((each for each in STARTERS if each.key == key), None)
