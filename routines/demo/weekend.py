"""Friday to Sunday before the Monday: Leo wishes to be asked, and is; Ivy wishes to say when it is morning."""

from routines.demo.days import FRIDAY, SATURDAY, SUNDAY
from routines.demo.flow import saturday as slow_saturday
from routines.demo.telling import Telling
from routines.rules.state import Rung


def friday(telling: Telling) -> None:
    """Leo looks at the plan and wishes to be asked."""
    family, days = telling.family, telling.days
    days.on(FRIDAY, "20:40")
    telling.remark("wake", family.leo, "Light first is fine. No singing, please.")
    telling.remark("wake", family.bo, sticker="tired-face")
    telling.kept["leo’s wish"] = telling.wish(
        "dress", family.leo, Rung.CONSULT, "You decide what we wear and then we argue. Ask us before."
    )


def saturday(telling: Telling) -> None:
    """Maya says yes to Leo; from now on she asks about clothes."""
    family, days = telling.family, telling.days
    run = slow_saturday(telling, SATURDAY)
    days.on(SATURDAY, "12:10")
    run.tells(family.leo, "yes", market=("codesign", "Figs. Nobody else would have dared."))
    run.tells(family.bo, "yes", pancakes="coproduce")
    telling.answer(
        "dress",
        telling.kept["leo’s wish"],
        granted=True,
        answer="You are right. I still decide, but I ask first and I answer you.",
    )
    _who_chooses_the_clothes(telling)
    days.on(SATURDAY, "18:20")
    telling.kept["ivy’s wish"] = telling.wish("wake", family.ivy, Rung.COPRODUCE, "I want to say when it is morning.")


def sunday(telling: Telling) -> None:
    """Maya decides about the clothes, and asks about her coffee."""
    telling.days.on(SUNDAY, "10:30")
    telling.answer(
        "wake",
        telling.kept["ivy’s wish"],
        granted=False,
        answer="School decides when morning is. But you may choose the wake-up song.",
    )
    _decide_about_clothes(telling)
    _ask_about_coffee(telling)


def _who_chooses_the_clothes(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.days.on(SATURDAY, "17:30")
    question = telling.ask("dress", "Who chooses what we wear?")
    two = telling.idea(question, maya, "Each of us, from two sets that fit the weather", "t-shirt")
    free = telling.idea(question, ivy, "Each of us, anything at all", "dress", "Sandals in the snow, perhaps.")
    telling.wants(question, leo, free, "I am fifteen.")
    telling.wants(question, ivy, free)
    telling.wants(question, bo, two)
    telling.wants(question, maya, two)
    telling.kept |= {"clothes": question, "two sets": two}


def _decide_about_clothes(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.settle(
        telling.kept["clothes"],
        maya,
        (
            (leo, "did", "For you there is no second set to choose from: you look at the thermometer yourself."),
            (ivy, "partly", "You choose, but not sandals. On Saturdays you may wear anything at all."),
            (bo, "did", "Two sets, and you point."),
        ),
        option=telling.kept["two sets"],
        reason="It is quick, it is warm enough, and each of you still chooses. We try it for three days.",
        trial_days=3,
    )


def _ask_about_coffee(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.days.on(SUNDAY, "19:50")
    question = telling.ask("coffee", "How can I drink my coffee while it is hot?")
    cup = telling.idea(question, leo, "A cup that keeps it hot", "hot-beverage", "It costs as much as two pizzas.")
    quiet = telling.idea(
        question,
        ivy,
        "Nobody asks Maya for anything until the cup is empty",
        "shushing-face",
        "Ten quiet minutes. We look at books.",
    )
    milk = telling.idea(question, bo, "Bo pours the milk", "glass-of-milk", "Some of it lands on the floor.")
    telling.wants(question, leo, cup, "My ears are free until 7:20 anyway.")
    telling.wants(question, ivy, quiet)
    telling.wants(question, bo, milk)
    telling.wants(question, maya, quiet)
    telling.kept |= {"coffee": question, "quiet": quiet}
