"""The routines of the demo, as Maya wrote them down on the Friday."""

from datetime import time

from routines.actions.routine import RoutineDraft
from routines.demo.telling import Telling
from routines.rules.state import Rung
from routines.rules.weekdays import mask_of

SCHOOL_DAYS = mask_of(range(5))


def write_down(telling: Telling) -> None:
    """Write down the school morning, what comes after it, the slow Saturday, and how everybody comes home."""
    _school_morning(telling)
    _home_again(telling)
    _slow_saturday(telling)
    _coming_home(telling)


def _school_morning(telling: Telling) -> None:
    maya, leo, ivy, bo, nana = telling.family.everyone()
    routine = telling.routine(RoutineDraft("School mornings", SCHOOL_DAYS, "leave", time(8, 20)))
    telling.routines["school"] = routine
    telling.step(
        "wake",
        routine,
        "Wake up",
        (maya, leo, ivy, bo),
        minutes=15,
        least=8,
        pictogram="wake-up",
        why="First light, then voices, then feet. Nobody likes it the other way round.",
    )
    telling.step(
        "coffee",
        routine,
        "Hot coffee",
        (maya, leo, ivy, bo),
        minutes=10,
        least=6,
        pictogram="hot-beverage",
        rung=Rung.CONSULT,
        decider=maya.member_id,
        why="I get up for everybody. One hot cup gets me up.",
        limits="Whoever is hurt or frightened always comes first.",
    )
    telling.step(
        "breakfast",
        routine,
        "Breakfast",
        (maya, ivy, bo),
        minutes=25,
        least=15,
        pictogram="breakfast",
        rung=Rung.CONSULT,
        decider=maya.member_id,
        doers=(nana,),
        limits="Something warm or something with fruit. Hands washed.",
    )
    telling.step(
        "own",
        routine,
        "Your own breakfast",
        (leo,),
        minutes=25,
        pictogram="cooking",
        alongside=True,
        over_to_you=True,
        why="You know what you like and when you are hungry. It is yours.",
        limits="The cooker is off when you leave it.",
    )
    telling.step(
        "dress",
        routine,
        "Get dressed",
        (maya, leo, ivy, bo),
        minutes=15,
        least=10,
        pictogram="get-dressed",
        small_steps="Underpants and vest\nJumper\nTrousers\nSocks\nShoes at the door",
        decider=maya.member_id,
        why="It is cold outside, and there is paint and mud at pre-school.",
        limits="Warm enough for the weather. Shoes on by 8:10.",
    )
    telling.step(
        "car",
        routine,
        "Into the car",
        (leo, ivy, bo),
        minutes=10,
        least=8,
        pictogram="go-by-car",
        doers=(maya,),
        why="We only have one car. After 8:20 the road is full and everybody is late.",
        limits="Everybody is strapped in before we drive.",
    )
    telling.step(
        "school",
        routine,
        "Off to pre-school and school",
        (leo, ivy, bo),
        minutes=0,
        pictogram="off-to-school",
        doers=(maya,),
        why="Pre-school opens its door at 8:40. Leo’s bell rings at 8:45.",
    )


def _home_again(telling: Telling) -> None:
    maya = telling.family.maya
    routine = telling.routine(RoutineDraft("Home again", SCHOOL_DAYS, "start", time(9, 5)))
    telling.routines["home"] = routine
    telling.step(
        "home",
        routine,
        "Home, and the coffee in the microwave",
        (maya,),
        minutes=10,
        pictogram="coffee-microwave",
        over_to_you=True,
        why="Everybody is where they belong. Now it is my turn.",
    )
    telling.step(
        "quiet",
        routine,
        "Ten quiet minutes",
        (maya,),
        minutes=10,
        pictogram="quiet-time",
        over_to_you=True,
        why="Then I can be there for all of you again.",
    )


def _slow_saturday(telling: Telling) -> None:
    maya, leo, ivy, bo, nana = telling.family.everyone()
    routine = telling.routine(RoutineDraft("Slow Saturday", mask_of([5]), "start", time(8, 30), tells_minutes=False))
    telling.routines["saturday"] = routine
    telling.step(
        "pancakes",
        routine,
        "Pancakes",
        (maya, ivy, bo, nana),
        minutes=45,
        pictogram="pancakes",
        rung=Rung.CODESIGN,
        doers=(maya,),
        limits="One pan, one bowl. Maya turns them.",
    )
    telling.step(
        "road",
        routine,
        "Hand in hand across the road",
        (leo, ivy, bo),
        minutes=10,
        pictogram="go-on-foot",
        safety=True,
        why="Drivers look for big people. Small people need a hand.",
    )
    telling.step(
        "market",
        routine,
        "The market",
        (maya, leo, ivy, bo),
        minutes=60,
        pictogram="basket",
        rung=Rung.CONSULT,
        decider=leo.member_id,
        limits="Twenty pounds, and we carry it ourselves.",
    )


def _coming_home(telling: Telling) -> None:
    """Write down what needs no hour: it can begin whenever they come home, on any day."""
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    routine = telling.routine(RoutineDraft("Coming home", mask_of(range(7)), "start", None))
    telling.routines["back"] = routine
    telling.step(
        "shoes",
        routine,
        "Shoes off, hands washed",
        (ivy, bo),
        minutes=8,
        pictogram="wash-hands",
        small_steps="Shoes on the shelf\nCoat on the hook\nHands with soap",
        doers=(maya,),
        why="The mud stays at the door, and so do the colds.",
    )
    telling.step(
        "snack",
        routine,
        "A snack",
        (maya, leo, ivy, bo),
        minutes=15,
        pictogram="red-apple",
        rung=Rung.CODESIGN,
        doers=(maya,),
        limits="At the table. Nothing sweet before supper.",
    )
    telling.step(
        "bags",
        routine,
        "Bags for tomorrow",
        (leo, ivy, bo),
        minutes=10,
        pictogram="pack-bag",
        doers=(maya,),
        why="What is packed in the evening is not looked for in the morning.",
    )
