"""What is picked anew each time: the song to dress to, what is in the porridge and on the pancakes, the snack.

Everybody's wishes go round in a small circle, so that fair turns have something to be fair about.
"""

from collections.abc import Mapping

from households.actor import Actor
from routines.actions.pick_options import add_option
from routines.actions.pick_plan import OptionDraft, PickDraft, make_pick
from routines.demo.picked import Picked
from routines.demo.telling import Telling
from routines.models import PickOption

# Per pick and person what they tap, one morning after the other; nothing at all is a pass.
WISHES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "song": {
        "leo": ("guitar", "guitar drum", "guitar"),
        "ivy": ("dinosaur", "dinosaur", "dinosaur duck", "drum"),
        "bo": ("duck", "dinosaur duck", "duck", "", "duck"),
    },
    "porridge": {
        "maya": ("apple", "apple raisins", "banana"),
        "ivy": ("honey", "honey banana", "honey", "apple"),
        "bo": ("banana", "banana honey", "raisins"),
    },
    "topping": {
        "nana": ("jam",),
        "maya": ("lemon", "apples lemon"),
        "ivy": ("jam", "jam honey"),
        "bo": ("honey", "jam", "apples honey"),
    },
    "snack": {
        "maya": ("apple carrot",),
        "leo": ("toast",),
        "ivy": ("toast", "apple"),
        "bo": ("banana", "banana apple"),
    },
}


def wishes(pick: str, number: int) -> dict[str, tuple[str, ...]]:
    """Return who taps what the so-manieth time, guests first: when all who are asked have tapped, it is over."""
    return {who: circle[number % len(circle)].split() for who, circle in WISHES[pick].items()}


def pick_songs(telling: Telling) -> None:
    """Leo asks for the song of the day; the small ones add theirs."""
    leo, ivy, bo = telling.family.leo, telling.family.ivy, telling.family.bo
    _make(telling, "song", "game", leo, "Which song do we dress to?", guitar="The loud one", drum="The one with drums")
    _add(telling, "song", ivy, "dinosaur", OptionDraft("The dinosaur song", "sauropod"))
    _add(telling, "song", bo, "duck", OptionDraft("Five little ducks", "duck"))


def pick_toppings(telling: Telling) -> None:
    """Maya asks what goes on the pancakes, which Nana eats, too."""
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    words = {"lemon": "Lemon and sugar", "apples": "Apples and cinnamon"}
    _make(telling, "topping", "pancakes", maya, "What goes on top?", **words)
    _add(telling, "topping", ivy, "jam", OptionDraft("Strawberry jam", "strawberry"))
    _add(telling, "topping", bo, "honey", OptionDraft("Honey", "honey-pot"))


def pick_snacks(telling: Telling) -> None:
    """Maya asks what they eat when they come home."""
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    words = {"apple": "Apple slices", "carrot": "Carrot and cucumber"}
    _make(telling, "snack", "snack", maya, "Which snack?", **words)
    _add(telling, "snack", ivy, "toast", OptionDraft("Toast and cheese", "cheese-wedge"))
    _add(telling, "snack", bo, "banana", OptionDraft("Banana", "banana"))


def pick_porridge(telling: Telling) -> None:
    """Porridge it is, so what is in it can change every morning."""
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    words = {"apple": "Apple", "raisins": "Raisins"}
    _make(telling, "porridge", "breakfast", maya, "What goes into the porridge?", **words)
    _add(telling, "porridge", ivy, "honey", OptionDraft("Honey", "honey-pot"))
    _add(telling, "porridge", bo, "banana", OptionDraft("Banana", "banana"))


PICTURES = {
    "guitar": "guitar",
    "drum": "drum",
    "lemon": "tangerine",
    "apples": "red-apple",
    "apple": "red-apple",
    "carrot": "carrot",
    "raisins": "grapes",
}


def _make(telling: Telling, key: str, step: str, by: Actor, text: str, **words: str) -> None:
    options = tuple(OptionDraft(said, PICTURES[name]) for name, said in words.items())
    pick = make_pick(**telling.by(by), step_id=telling.steps[step], draft=PickDraft(text), options=options)
    rows = PickOption.objects.filter(pick=pick).order_by("id")
    telling.picks[key] = Picked(pick.id, step, dict(zip(words, rows.values_list("id", flat=True), strict=True)))


def _add(telling: Telling, key: str, by: Actor, name: str, draft: OptionDraft) -> None:
    pick = telling.picks[key]
    event = add_option(**telling.by(by), pick_id=pick.id, draft=draft)
    pick.options[name] = event.undo["option"]
