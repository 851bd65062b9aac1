"""Monday, as it was: ice, a child carried to the car, cold coffee. And what came of it."""

from routines.demo.days import MONDAY, TUESDAY
from routines.demo.telling import Telling
from routines.rules.state import Rung, Say


def monday(telling: Telling) -> None:
    """Maya overrides and pushes, and hears about it."""
    family, days = telling.family, telling.days
    days.on(MONDAY, "08:14")
    telling.override(
        "car",
        "danger",
        "The steps outside were all ice. I carried you, because you could have fallen.",
        MONDAY,
    )
    days.on(MONDAY, "17:10")
    telling.reply("car", family.ivy, "You did not ask. I am not a bag.")
    telling.reply("car", family.bo, sticker="crying-face")
    telling.reply("car", family.leo, "The ice was real. The shouting was not needed.")
    telling.remark("car", family.leo, "That was not informing. That was pushing.")
    telling.remark("car", family.maya, "It was, and I am sorry. I was late and cold, like my coffee.")
    telling.remark("car", family.ivy, sticker="hugging-face")
    telling.remark("home", family.leo, "Next time we save you a hot one.")
    telling.remark("home", family.bo, sticker="red-heart")
    days.on(MONDAY, "19:20")
    telling.wish("car", family.leo, Rung.CODESIGN, "More fun, more time. If we plan it, nobody has to push.")
    telling.edit(
        "wake",
        minutes=10,
        why="Monday showed it: five minutes fewer in bed are five more for the shoes.",
    )
    _news_about_friday(telling)


def tuesday(telling: Telling) -> None:
    """Leo chooses his own breakfast."""
    maya, leo = telling.family.maya, telling.family.leo
    telling.days.on(TUESDAY, "16:50")
    question = telling.ask("own", "What do I make this week?", by=leo)
    eggs = telling.idea(question, leo, "Toast and two eggs", "cooking", "The pan waits for me until the evening.")
    telling.idea(question, maya, "Last night’s pasta", "spaghetti", "It is there already.")
    telling.chooses(question, leo, eggs)
    telling.remark("own", maya, sticker="clapping-hands")


def _news_about_friday(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    telling.days.on(MONDAY, "19:40")
    question = telling.ask("school", "From this week on we go by the river on Fridays.")
    telling.say(question, ivy, Say.GOT_IT)
    telling.say(question, bo, Say.GOT_IT)
    telling.say(question, leo, Say.QUESTION, "Can I go by bike on Fridays, then?")
    telling.days.on(MONDAY, "20:05")
    telling.settle(
        question,
        maya,
        ((leo, "partly", "Yes, when it is dry, and with the light on."),),
        reason="The bridge is closed on Fridays until the spring.",
    )
    telling.remark("school", ivy, "Ducks!")
