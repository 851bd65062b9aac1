"""Since then: what is open now, and waits for somebody."""

from datetime import timedelta

from routines.demo.days import MONDAY, TUESDAY
from routines.demo.flow import saturday, school
from routines.demo.monday import tuesday
from routines.demo.run import Run
from routines.demo.telling import Telling
from routines.rules.state import Rung


def since_then(telling: Telling) -> None:
    """Coffee is decided. About getting dressed two voices are in, two to go; the car is to climb."""
    for day in range(TUESDAY, telling.days.until + 1):
        if day == telling.days.until:
            _decide_about_coffee(telling)
        _morning(telling, day)
        if day == TUESDAY:
            tuesday(telling)
    telling.days.yesterday("19:30")
    telling.wish("car", telling.family.ivy, Rung.CODESIGN, "I want to choose the song and press the button.")
    _ask_about_pancakes(telling)
    _ask_about_dressing(telling)


def _morning(telling: Telling, day: int) -> None:
    """Tell one of the mornings after the Monday. Of yesterday's, Ivy and Leo have told, the others may still."""
    leo, ivy, bo = telling.family.leo, telling.family.ivy, telling.family.bo
    weekday = (day - MONDAY) % 7
    if weekday == 6:
        return
    run: Run = saturday(telling, day) if weekday == 5 else school(telling, day, "06:57", {"dress": -1})
    step, last = ("pancakes", "market") if weekday == 5 else ("breakfast", "car")
    telling.days.on(day, "16:30")
    run.tells(ivy, "yes", **{step: "coproduce"})
    if day == telling.days.until:
        run.tells(leo, "yes", **{last: ("inform", "Nobody counted.")})
        run.thanks(leo, telling.family.maya, "You sat down until the cup was empty.")
    else:
        run.tells(bo, "maybe", **{step: "codesign"})


def _decide_about_coffee(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.days.yesterday("06:32")
    telling.settle(
        telling.kept["coffee"],
        maya,
        (
            (leo, "partly", "No new cup yet. If my coffee is still cold after three days, we buy it."),
            (ivy, "did", "Your idea is what we do from today. Thank you."),
            (bo, "partly", "You pour on Sundays, when the floor has time to dry."),
        ),
        option=telling.kept["quiet"],
        reason="Two of us wanted it, it costs nothing, and ten quiet minutes make me kinder.",
        trial_days=3,
    )
    telling.remark("coffee", ivy, sticker="thumbs-up")
    telling.remark("coffee", maya, "First hot cup since the summer.")


def _ask_about_pancakes(telling: Telling) -> None:
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    question = telling.ask("pancakes", "What goes into the pancakes?", by=ivy)
    banana = telling.idea(question, bo, "Banana", "banana", "They go brown and soft.")
    telling.idea(question, maya, "Blueberries", "grapes", "Blue tongues in every photo.")
    telling.wants(question, bo, banana)


def _ask_about_dressing(telling: Telling) -> None:
    maya, leo, ivy = telling.family.maya, telling.family.leo, telling.family.ivy
    telling.days.yesterday("19:50")
    telling.talked("dress", "trial", "Two sets are fine with all of us. Now it is about the how.")
    question = telling.ask("dress", "How shall we get dressed?", deadline=telling.days.today + timedelta(days=3))
    music = telling.idea(question, maya, "With music", "musical-notes", "It lasts one song longer.")
    night = telling.idea(
        question,
        leo,
        "Clothes out the night before",
        "night-before",
        "We choose at bedtime, when nobody is in a hurry.",
    )
    pyjamas = telling.idea(question, ivy, "In pyjamas", "pyjamas", "It might feel odd at pre-school.")
    telling.days.minutes_ago(55)
    slip = telling.wants(question, leo, music)
    telling.take_back(slip, leo)
    telling.wants(question, leo, night, "I can sleep six minutes longer.")
    telling.remark("dress", leo, "Not before 7:40, please.")
    telling.days.minutes_ago(25)
    telling.wants(question, ivy, pyjamas)
    telling.remark("dress", ivy, "My dinosaur pyjamas are the warmest.")
