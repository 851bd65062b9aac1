"""How it began, six weeks before: a game Leo invents, and who is here when."""

from routines.actions.pause import set_pause
from routines.actions.presence import set_day, set_presence
from routines.demo.days import FIRST, FOUNDED
from routines.demo.picks import pick_snacks, pick_songs, pick_toppings
from routines.demo.telling import Telling
from routines.rules.state import Rung

# Leo lives with his dad every other week from Thursday to Sunday: all of the first week, three days of the second.
WITH_MAYA = 0b0000111_1111111


def beginning(telling: Telling) -> None:
    """Say who is here when; Leo invents a game, and all vote on it."""
    maya, leo, ivy, bo, _nana = telling.family.everyone()
    telling.days.on(FOUNDED + 1, "10:00")
    about = {"member_id": leo.member_id, "days": WITH_MAYA, "from_on": telling.day(FIRST)}
    set_presence(**telling.by(maya), **about)
    telling.days.on(FOUNDED + 2, "11:15")
    telling.step(
        "game",
        telling.routines["school"],
        "The getting-dressed game",
        (leo, ivy, bo),
        by=leo,
        minutes=10,
        least=4,
        pictogram="dressing-game",
        rung=Rung.CODESIGN,
        doers=(maya,),
        why="Nobody argues while they play.",
        limits="Indoors, no running on the stairs, dressed at the end.",
    )
    telling.move("game", 5)
    _vote_on_the_game(telling)
    pick_songs(telling)
    pick_toppings(telling)
    pick_snacks(telling)


def sick(telling: Telling, day: int) -> int:
    """Bo is ill from a day on; nobody knows how long."""
    telling.days.on(day, "06:35")
    about = {"kind": "sick", "from_on": telling.day(day), "member_id": telling.family.bo.member_id}
    event = set_pause(**telling.by(telling.family.maya), **about, note="Thirty-nine degrees, and no appetite.")
    return event.subject_key


def half_term(telling: Telling, monday: int) -> None:
    """No school for a week."""
    days = {"from_on": telling.day(monday), "until_on": telling.day(monday + 4)}
    set_pause(**telling.by(telling.family.maya), kind="holiday", **days, note="Half-term")


def nana_at_the_sea(telling: Telling, monday: int) -> None:
    """Nana is away for a week."""
    days = {"from_on": telling.day(monday), "until_on": telling.day(monday + 4)}
    about = {"kind": "holiday", "member_id": telling.family.nana.member_id, "note": "At the sea"}
    set_pause(**telling.by(telling.family.maya), **about, **days)


def leo_stays(telling: Telling, days: range) -> None:
    """Leo is here on days on which he would be at his dad's."""
    for day in days:
        about = {"member_id": telling.family.leo.member_id, "on": telling.day(day), "here": True}
        set_day(**telling.by(telling.family.maya), **about)


def _vote_on_the_game(telling: Telling) -> None:
    leo, ivy, bo = telling.family.leo, telling.family.ivy, telling.family.bo
    telling.days.on(FOUNDED + 2, "11:40")
    question = telling.ask("game", "Which game gets us into our clothes?", by=leo)
    song = telling.idea(question, leo, "Be dressed before the song ends", "musical-notes", "Leo picks the song.")
    hunt = telling.idea(question, ivy, "Treasure hunt for socks", "socks", "Somebody hides them in the evening.")
    race = telling.idea(question, bo, "Dinosaurs get dressed", "sauropod", "It is loud.")
    telling.wants(question, leo, song)
    telling.wants(question, ivy, hunt)
    telling.wants(question, bo, race)
    telling.settle(question, leo)
    telling.remark("game", ivy, "Next time it is my turn.")
    telling.remark("game", bo, sticker="crying-face")
    telling.remark("game", leo, "Dinosaurs may dance to my song.")
