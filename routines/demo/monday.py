"""Monday, as it was: ice, a child carried to the car, cold coffee. And what came of it."""

from routines.demo.days import MONDAY, TUESDAY
from routines.demo.flow import home_again, school
from routines.demo.run import Run
from routines.demo.telling import Telling
from routines.rules.state import Rung, Say


def monday(telling: Telling) -> None:
    """Maya overrides and pushes, and hears about it."""
    family, days = telling.family, telling.days
    run = _late_again(telling)
    home_again(telling, MONDAY, "09:14")
    days.on(MONDAY, "17:10")
    telling.reply("car", family.ivy, "You did not ask. I am not a bag.")
    telling.reply("car", family.bo, sticker="crying-face")
    telling.reply("car", family.leo, "The ice was real. The shouting was not needed.")
    telling.remark("car", family.leo, "That was not informing. That was pushing.")
    telling.remark("car", family.maya, "It was, and I am sorry. I was late and cold, like my coffee.")
    telling.remark("car", family.ivy, sticker="hugging-face")
    telling.remark("home", family.leo, "Next time we save you a hot one.")
    telling.remark("home", family.bo, sticker="red-heart")
    _how_it_was(run)
    days.on(MONDAY, "19:20")
    telling.wish("car", family.leo, Rung.CODESIGN, "More fun, more time. If we plan it, nobody has to push.")
    telling.edit(
        "wake",
        minutes=10,
        morning=run.id,
        why="Monday showed it: five minutes fewer in bed are five more for the shoes.",
    )
    _news_about_friday(telling)


def _late_again(telling: Telling) -> Run:
    """The morning itself: late since the coffee, ice on the steps, and a child carried to the car."""
    family, days = telling.family, telling.days

    def ice(run: Run) -> None:
        days.on(MONDAY, "08:14")
        telling.override(
            "car",
            "danger",
            "The steps outside were all ice. I carried you, because you could have fallen.",
            MONDAY,
        )
        run.slipped("car", family.leo)

    longer = {"wake": 3, "coffee": -3, "breakfast": 4, "dress": 4, "game": -9, "car": 8}
    return school(telling, MONDAY, "06:59", longer, {"car": ice})


def _how_it_was(run: Run) -> None:
    """Everybody's own account of it; Maya says sorry, and Ivy takes her time to answer."""
    maya, leo, ivy, bo = run.family.everyone()[:4]
    run.telling.days.on(MONDAY, "18:30")
    run.tells(maya, "no", "Ice, and I was late and cold.", car=("pushed", "I pushed. It was not only the ice."))
    run.tells(leo, "no", "The shouting.", car=("explained", "The ice I could see for myself."), own="inform")
    run.tells(ivy, "no", picture="raised-hand", car=("pushed", "You carried me like a bag."), game="inform")
    run.tells(bo, "maybe", car=("inform", "Whee."), breakfast="coproduce")
    sorry = run.sorry(maya, ivy, "I carried you without a word. The ice was one thing, my shouting another.", "car")
    run.heard(sorry, ivy, "hourglass-not-done")
    run.thanks(ivy, leo, "You said it was pushing.")


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
