"""The third and the fourth week: porridge, a shoe that was hidden, a stool for Bo, and half-term."""

from routines.demo.beginning import nana_at_the_sea
from routines.demo.days import FOURTH, THIRD
from routines.demo.flow import saturday, school
from routines.demo.meetings import second_meeting
from routines.demo.run import Run
from routines.demo.telling import Telling


def third_week(telling: Telling) -> None:
    """Nana is at the sea, porridge is stirred, and Bo wants to see what is in the pan."""
    telling.days.on(THIRD - 1, "19:30")
    nana_at_the_sea(telling, THIRD)
    school(telling, THIRD, "06:48")
    _first_porridge(telling)
    _a_shoe(telling)
    school(telling, THIRD + 3, "06:49", {"breakfast": -3})
    _dressed_already(telling)
    _a_stool(telling)
    second_meeting(telling, THIRD + 6)


def fourth_week(telling: Telling) -> None:
    """No school; only pancakes, without Leo."""
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    run = saturday(telling, FOURTH + 5, "09:15")
    telling.days.on(FOURTH + 5, "13:00")
    run.tells(bo, "yes", pancakes=("codesign", "I saw the pan."))
    run.tells(ivy, "yes", pancakes="codesign", market=("inform", "Without Leo you just bought things."))
    run.tells(maya, "yes", pancakes="coproduce", market="consult")


def _first_porridge(telling: Telling) -> None:
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    run = school(telling, THIRD + 1, "06:47", {"breakfast": 4})
    telling.days.on(THIRD + 1, "18:20")
    run.tells(ivy, "yes", breakfast=("coproduce", "I stirred and it did not burn."))
    run.tells(bo, "yes", breakfast=("coproduce", "Milk! A bit on the floor."))
    run.tells(maya, "maybe", "I sat down for four minutes.", breakfast="codesign")


def _a_shoe(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    run = school(
        telling,
        THIRD + 2,
        "06:50",
        {"game": 3, "car": 6},
        {"car": lambda it: it.slipped("car", maya)},
    )
    telling.days.on(THIRD + 2, "17:30")
    run.tells(leo, "no", "Somebody had my shoe.", car="inform")
    run.tells(maya, "maybe", "I counted to three. Out loud.", car="pushed", game="codesign")
    run.tells(ivy, "maybe", car=("pushed", "Counting is pushing."), game="codesign")
    run.tells(bo, "yes", car="inform", game=("coproduce", "I won."))
    hidden = run.sorry(bo, leo, "I hid your shoe. It was for the game.")
    run.heard(hidden, leo, "red-heart")
    counted = run.sorry(maya, None, "I counted out loud. Counting is not asking.", "car")
    run.heard(counted, ivy)


def _dressed_already(telling: Telling) -> None:
    leo, ivy = telling.family.leo, telling.family.ivy

    def leave_it_out(run: Run) -> None:
        ask = run.asks("game", leo, "skip", "We are all dressed already.")
        run.answers(ask, ivy)

    school(telling, THIRD + 4, "06:55", {"dress": -4}, {"game": leave_it_out})


def _a_stool(telling: Telling) -> None:
    """Bo says what he would try instead; the family votes, and the plan says which morning it came from."""
    maya, leo, ivy, bo, nana = telling.family.everyone()
    run = saturday(telling, THIRD + 5, "08:40")
    telling.days.on(THIRD + 5, "12:20")
    run.tells(bo, "maybe", picture="raised-hand", pancakes=("explained", "You told me what is in the pan."))
    run.tells(leo, "yes", market="consult")
    run.tells(ivy, "yes", pancakes="coproduce", market="engaged")
    run.passes(maya)
    brought = run.tries(
        "pancakes", bo, "I stand on a stool and see the pan", "eyes", "How does everybody see what is in the pan?"
    )
    question, stool = brought.question_key, telling.option_of(brought)
    telling.days.on(THIRD + 5, "17:10")
    handle = telling.idea(question, maya, "Two of us at the bowl, one at the pan", "spoon", "Bo waits for his turn.")
    telling.wants(question, bo, stool)
    telling.wants(question, ivy, stool)
    telling.wants(question, nana, stool, "I hold the stool.")
    telling.wants(question, maya, handle)
    telling.days.on(THIRD + 6, "10:10")
    telling.settle(question, maya)
    limits = "One pan, one bowl, and Bo’s stool a step away from the cooker. Maya turns them."
    telling.edit("pancakes", limits=limits, why="Who cannot see the pan is only told about it.", morning=run.id)
