"""How the demo's routines are run: block by block, each with a little more or less time than planned."""

from collections.abc import Callable, Mapping
from datetime import datetime

from routines.demo.picks import wishes
from routines.demo.run import Run
from routines.demo.telling import Telling

# The steps that begin together, and how many minutes they take.
SCHOOL = (
    (("wake",), 15),
    (("coffee",), 10),
    (("breakfast", "own"), 25),
    (("dress",), 15),
    (("game",), 10),
    (("car",), 9),
    (("school",), 0),
)
SATURDAY = ((("pancakes",), 45), (("road",), 10), (("market",), 60))
AFTER_SCHOOL = ((("home",), 11), (("quiet",), 10))
COMING_HOME = ((("shoes",), 8), (("snack",), 15), (("bags",), 9))

More = Mapping[str, int]
Before = Mapping[str, Callable[[Run], None]]


def school(telling: Telling, day: int, begins: str, more: More | None = None, before: Before | None = None) -> Run:
    """Tell a school morning: `more` minutes than planned by step, and what happens `before` a step is done."""
    return _walk(Run(telling, "school", day, begins), SCHOOL, more or {}, before or {}, picks_after="wake")


def saturday(telling: Telling, day: int, begins: str = "08:34", before: Before | None = None) -> Run:
    """Tell a slow Saturday: pancakes with Nana, and the market."""
    run = Run(telling, "saturday", day, begins)
    _pick_all(run)
    return _walk(run, SATURDAY, {}, before or {})


def home_again(telling: Telling, day: int, begins: str) -> Run:
    """Tell how Maya comes home, and nobody wants anything."""
    return _walk(Run(telling, "home", day, begins), AFTER_SCHOOL, {}, {})


def coming_home(telling: Telling, day: int, begins: str) -> Run:
    """Tell how everybody comes home."""
    run = Run(telling, "back", day, begins)
    _pick_all(run)
    return _walk(run, COMING_HOME, {}, {})


def _pick_all(run: Run) -> None:
    """Let everybody tap what they wish for in each of today's picks."""
    for key in run.pickings:
        pick = run.telling.picks[key]
        run.picks(key, wishes(key, pick.mornings))
        pick.mornings += 1


def _walk(run: Run, course: tuple, more: More, before: Before, picks_after: str = "") -> Run:
    clock: datetime = run.began
    for place, (keys, minutes) in enumerate(course):
        clock = run.telling.days.later(clock, minutes + sum(more.get(key, 0) for key in keys) + _give(run, place))
        for key in keys:
            if key in before:
                before[key](run)
            if key in run.steps and key not in run.skipped:
                run.all_done(key)
            if key == picks_after:
                _pick_all(run)
    run.leaves()
    return run


def _give(run: Run, place: int) -> int:
    """Return by how many minutes a step takes longer or shorter this day: no two mornings are alike."""
    return (run.day * 5 + place * 3) % 4 - 1 if place < len(run.steps) - 1 else 0
