"""Since then: what is open now, and waits for somebody."""

from datetime import timedelta

from routines.demo.telling import Telling
from routines.rules.state import Rung


def since_then(telling: Telling) -> None:
    """Two voices are in about getting dressed, two to go; two want the car ride to climb."""
    family, days = telling.family, telling.days
    days.yesterday("19:30")
    telling.wish("car", family.ivy, Rung.CODESIGN, "I want to choose the song and press the button.")
    _ask_about_pancakes(telling)
    _ask_about_dressing(telling)


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
