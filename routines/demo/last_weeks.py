"""The fifth and the sixth week: half a birthday, a quarter of an hour more, and almost as planned."""

from routines.demo.beginning import leo_stays
from routines.demo.days import FIFTH, SIXTH
from routines.demo.flow import coming_home, home_again, saturday, school
from routines.demo.meetings import third_meeting
from routines.demo.run import Run
from routines.demo.telling import Telling


def fifth_week(telling: Telling) -> None:
    """A wish declined, raisins ruled out, more fun and more time, and half a birthday."""
    _clothes_are_needed(telling)
    _raisins(telling)
    _more_fun(telling)
    _half_a_birthday(telling)
    _bo_can_do_it(telling)
    saturday(telling, FIFTH + 5)
    third_meeting(telling, FIFTH + 6)
    leo_stays(telling, range(SIXTH + 3, SIXTH + 7))


def sixth_week(telling: Telling) -> None:
    """Frost, no oats, a door that was slammed, and socks that want to be hunted."""
    _frost(telling)
    _a_door(telling)
    _no_oats(telling)
    school(telling, SIXTH + 3, "06:50", {"dress": -2})
    home_again(telling, SIXTH + 3, "09:01")
    school(telling, SIXTH + 4, "06:52")
    coming_home(telling, SIXTH + 4, "15:35")


def _clothes_are_needed(telling: Telling) -> None:
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo

    def try_to_leave_it_out(run: Run) -> None:
        ask = run.asks("dress", bo, "skip", "I am warm.")
        run.answers(ask, maya, agrees=False, note="You are warm because of the bed. Outside it is two degrees.")

    run = school(telling, FIFTH, "06:49", {}, {"dress": try_to_leave_it_out})
    telling.days.on(FIFTH, "18:15")
    run.tells(bo, "maybe", picture="t-shirt", dress=("inform", "You said no and why."))
    run.tells(maya, "yes", dress="inform", breakfast="coproduce")
    run.tells(ivy, "yes", breakfast="coproduce", dress="consult")


def _raisins(telling: Telling) -> None:
    def bin_them(run: Run) -> None:
        run.rules_out("porridge", "raisins", "health", "There was a moth in the raisins. They go into the bin.")

    school(telling, FIFTH + 1, "06:50", {}, {"wake": bin_them})


def _more_fun(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]

    def one_song_more(run: Run) -> None:
        ask = run.asks("game", ivy, "later", "It snows. One song in the snow.", minutes=15)
        run.answers(ask, leo)

    run = school(telling, FIFTH + 2, "06:51", {"game": 12}, {"dress": one_song_more})
    telling.days.on(FIFTH + 2, "18:10")
    run.tells(ivy, "yes", game=("coproduce", "We danced with our boots on."))
    run.tells(leo, "yes", "I had to run for the register.", game="codesign")
    run.tells(bo, "yes", game=("codesign", "Snow."))
    run.tells(maya, "yes", game=("engaged", "I said what it costs, and they chose it."), car="inform")
    thanks = run.thanks(leo, maya, "Fifteen minutes more, and nobody shouted.")
    run.heard(thanks, maya, "red-heart")


def _half_a_birthday(telling: Telling) -> None:
    maya, ivy, bo = telling.family.maya, telling.family.ivy, telling.family.bo
    run = school(
        telling,
        FIFTH + 3,
        "06:46",
        {"breakfast": 5},
        {"wake": lambda it: it.treats("porridge", ivy, "Ivy is five and a half today.")},
    )
    telling.days.on(FIFTH + 3, "18:40")
    run.tells(ivy, "yes", breakfast=("coproduce", "Half a candle in the honey."))
    run.tells(bo, "maybe", breakfast=("inform", "Today Ivy chose it all."))
    run.tells(maya, "yes", breakfast="codesign")
    run.thanks(ivy, None, picture="birthday-cake")


def _bo_can_do_it(telling: Telling) -> None:
    bo = telling.family.bo

    def without_pictures(run: Run) -> None:
        run.ticks("dress", bo, range(5))
        run.folds("dress", bo)

    run = school(telling, FIFTH + 4, "06:50", {"dress": -3}, {"dress": without_pictures})
    telling.days.on(FIFTH + 4, "19:00")
    run.tells(bo, "yes", dress=("consult", "Me."))
    run.tells(telling.family.maya, "yes", dress="explained", coffee="inform")
    run.thanks(telling.family.maya, bo, "All five, and I only held the sleeve.")


def _frost(telling: Telling) -> None:
    maya, leo = telling.family.maya, telling.family.leo

    def scrape(run: Run) -> None:
        wish = {"title": "Scrape the car", "pictogram": "snowflake", "minutes": 6}
        run.asks("dress", maya, "insert", "The windows are white.", **wish, members=(maya.member_id,))

    run = school(telling, SIXTH, "06:45", {}, {"dress": scrape})
    telling.days.on(SIXTH, "18:20")
    run.tells(maya, "maybe", "Scraping alone in the dark.", car="inform")
    run.tells(leo, "yes", own="inform", car="inform")


def _a_door(telling: Telling) -> None:
    maya, leo, ivy, bo = telling.family.everyone()[:4]
    run = school(
        telling,
        SIXTH + 1,
        "06:58",
        {"wake": 6, "dress": 4},
        {"wake": lambda it: it.slipped("wake", ivy)},
    )
    telling.days.on(SIXTH + 1, "17:45")
    run.tells(ivy, "no", picture="speaker-high-volume", wake=("pushed", "He slammed the door and I was awake."))
    run.tells(leo, "no", "I overslept.", wake=("pushed", "The light went on in my face."))
    run.tells(maya, "maybe", "Four people, one bathroom.", wake="inform", dress="explained")
    run.tells(bo, "yes", wake="inform", breakfast="coproduce")
    sorry = run.sorry(leo, ivy, "I slammed the door at you and meant the morning.", "wake")
    run.heard(sorry, ivy, "red-heart")


def _no_oats(telling: Telling) -> None:
    """Breakfast is swapped by all three, and Ivy wants to try something about the game: nobody has answered yet."""
    maya, leo, ivy, bo, nana = telling.family.everyone()

    def toast(run: Run) -> None:
        wish = {"title": "Toast in the hand", "pictogram": "bread", "minutes": 15}
        ask = run.asks("breakfast", maya, "swap", "The oats are used up.", **wish)
        run.answers(ask, ivy)
        run.answers(ask, bo)

    run = school(telling, SIXTH + 2, "06:55", {"breakfast": -9}, {"breakfast": toast})
    telling.days.on(SIXTH + 2, "18:00")
    run.tells(bo, "yes", breakfast=("coproduce", "Toast!"))
    run.tells(ivy, "maybe", game=("inform", "It is always the song."), breakfast="engaged")
    run.tells(maya, "yes", breakfast="coproduce", game="codesign")
    run.tells(leo, "yes", game="codesign")
    telling.kept["socks"] = run.tries(
        "game",
        ivy,
        "On Fridays we hunt for socks",
        "socks",
        "When is it somebody else’s game?",
    ).question_key
    run.thanks(nana, ivy, "For the toast you brought me to the door.")
