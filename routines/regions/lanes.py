"""Lanes that charts are drawn in, and the faces that stand on them. Geometry, in units of a sixteenth of an em."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from routines.rules.lanes import NOTICED_ONLY, RUNG_OF
from routines.rules.state import Person
from routines.words.noticing import felt_name

UNITS = 16
FACE = 26
ROW = FACE + 4
CHIP = 44
GAP = 8
LEAST = 46


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane of a chart, from `y` down. `noticed` marks those noticed afterwards only; faces begin at `faces_y`."""

    felt: str
    rung: int
    name: str
    noticed: bool
    y: int
    height: int
    faces_y: int


@dataclass(frozen=True, slots=True)
class FaceView:
    """A person's face on a lane, with how often if more than once; `url` leads behind it, `label` says where."""

    person: Person
    x: int
    y: int
    times: int
    url: str = ""
    label: str = ""


def em(units: int) -> str:
    """Return a length in em, so that what is drawn grows with the reader's text."""
    return f"{units / UNITS:g}em"


def rows_of(faces: int, across: int) -> int:
    """Return how many rows some faces take, so many of them beside each other."""
    return -(-faces // across)


def stacked(lanes: Iterable[str], room: Callable[[str], tuple[int, int]], y: int = 0) -> tuple[LaneView, ...]:
    """Return lanes below each other, the first from `y` down.

    `room` tells of a lane how far below its edge its faces begin, and how many rows of them it has to hold.
    """
    stack = []
    for felt in lanes:
        top, rows = room(felt)
        height = max(LEAST, top + rows * ROW + GAP)
        rung = int(RUNG_OF.get(felt) or 0)
        stack.append(LaneView(felt, rung, felt_name(felt), felt in NOTICED_ONLY, y, height, y + top))
        y += height
    return tuple(stack)
