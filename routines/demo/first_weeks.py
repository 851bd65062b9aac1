"""The first two weeks: too slow, too loud, one sleeve pulled, a child with a temperature."""

from routines.actions.pause import end_pause
from routines.demo.beginning import sick
from routines.demo.breakfast import breakfast_together
from routines.demo.days import FIRST, SECOND
from routines.demo.flow import coming_home, home_again, saturday, school
from routines.demo.meetings import first_meeting
from routines.demo.run import Run
from routines.demo.telling import Telling


def first_week(telling: Telling) -> None:
    """Nothing takes as long as planned, and nobody knew."""
    _everything_takes_longer(telling)
    school(telling, FIRST + 1, "06:46", {"breakfast": 6, "dress": 2})
    _leo_is_not_hungry(telling)
    _a_sleeve(telling)
    school(telling, FIRST + 4, "06:47")
    home_again(telling, FIRST + 4, "09:02")
    _first_pancakes(telling)
    first_meeting(telling, FIRST + 6)


def second_week(telling: Telling) -> None:
    """Ivy dresses without being told, Bo is ill, Leo is at his dad's, and breakfast becomes everybody's."""
    _ivy_can_do_it(telling)
    illness = sick(telling, SECOND + 1)
    school(telling, SECOND + 1, "06:50", {"game": -3})
    _without_bo(telling)
    telling.days.on(SECOND + 3, "06:36")
    end_pause(**telling.by(telling.family.maya), pause_id=illness)
    school(telling, SECOND + 3, "06:47", {"dress": 3})
    school(telling, SECOND + 4, "06:52", {"breakfast": -4})
    coming_home(telling, SECOND + 4, "15:40")
    breakfast_together(telling, SECOND + 5)


def _everything_takes_longer(telling: Telling) -> None:
    maya, leo, ivy, bo, nana = telling.family.everyone()
    run = school(
        telling,
        FIRST,
        "06:48",
        {"coffee": -4, "breakfast": 8, "dress": 9},
        {"dress": lambda it: it.ticks("dress", bo, (0, 1, 2))},
    )
    telling.days.on(FIRST, "18:40")
    run.tells(ivy, "maybe", dress=("explained", "You showed me where it all hangs."), game="codesign")
    run.tells(bo, "yes", picture="zzz", wake=("pushed", "Dark."), game="codesign")
    run.tells(leo, "maybe", "Eleven minutes late, and I stood in the hall.", dress="inform")
    run.tells(maya, "maybe", "The coffee went cold twice.", coffee="pushed", dress="explained")
    run.thanks(leo, nana, "For the oats, and for the washing up.")


def _leo_is_not_hungry(telling: Telling) -> None:
    leo = telling.family.leo

    def leave_it_out(run: Run) -> None:
        run.asks("own", leo, "skip", "Not hungry. I take a roll with me.")

    school(telling, FIRST + 2, "06:44", {"dress": 3}, {"breakfast": leave_it_out})


def _a_sleeve(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    run = school(
        telling,
        FIRST + 3,
        "06:51",
        {"breakfast": 5, "dress": 8, "game": -4},
        {"dress": lambda it: it.slipped("dress", leo)},
    )
    telling.days.on(FIRST + 3, "17:50")
    run.tells(maya, "no", "I heard myself.", dress=("pushed", "I pulled a sleeve over an arm that was not ready."))
    run.tells(ivy, "no", picture="angry-face", dress=("pushed", "You pulled my arm."))
    run.tells(leo, "maybe", "The hall is too small for four.", dress="inform", own="inform")
    run.tells(bo, "yes", dress="explained")
    sorry = run.sorry(
        maya, ivy, "I pulled your sleeve. That was not fair, and it will be five minutes earlier.", "dress"
    )
    run.heard(sorry, ivy, "hourglass-not-done")
    telling.days.on(FIRST + 3, "19:10")
    run.heard(sorry, ivy, "red-heart")


def _first_pancakes(telling: Telling) -> None:
    maya, leo, ivy, bo, nana = telling.family.everyone()
    run = saturday(telling, FIRST + 5)
    telling.days.on(FIRST + 5, "12:10")
    run.tells(leo, "yes", market=("codesign", "I decided, and we all carried."))
    run.tells(ivy, "yes", pancakes="codesign", market="engaged")
    run.tells(bo, "maybe", picture="raised-hand", pancakes=("inform", "I saw nothing."))
    run.tells(maya, "yes", pancakes="coproduce", market="consult")
    run.thanks(ivy, nana, picture="heart-hands")


def _ivy_can_do_it(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    run = school(
        telling,
        SECOND,
        "06:51",
        {"dress": -2},
        {"dress": lambda it: (it.ticks("dress", ivy, range(5)), it.folds("dress", ivy))},
    )
    telling.days.on(SECOND, "18:30")
    run.tells(ivy, "yes", dress=("consult", "I know it all by myself now."), game="codesign")
    run.tells(maya, "yes", dress="explained", coffee="pushed")
    run.tells(leo, "yes", game="codesign")
    run.passes(bo)


def _without_bo(telling: Telling) -> None:
    maya, leo, ivy = telling.family.everyone()[:3]
    run = school(telling, SECOND + 2, "06:54", {"breakfast": -5})
    telling.days.on(SECOND + 2, "19:00")
    run.tells(leo, "yes", game=("coproduce", "Ivy and I made up a verse."))
    run.tells(ivy, "maybe", "Bo was not there.", game="codesign")
    run.tells(maya, "yes", coffee="inform")
    run.thanks(maya, leo, "You walked Ivy to the door so that I could stay with Bo.")
