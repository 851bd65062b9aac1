"""When it is said that everything goes a little quicker."""

from dataclasses import replace
from datetime import timedelta

import pytest

from routines.rules.morning.pace import is_quicker, shrunk
from routines.rules.morning.running import of_all
from tests.rules.household import BO
from tests.rules.morning.mornings import at, morning, step

HOUR = (step(1, "Bo", 10), step(2, "Bo", 20), step(3, "Bo", 10))
FAMILY = (step(1, "Mum:3 Leo:3 Ivy:3 Bo", 20), step(2, "Mum Leo Ivy Bo", 20))

# Steps, minutes until leaving (None: no time), the minute it is now: whether it goes quicker.
ROWS = [
    ("on plan", HOUR, 40, 0, False),
    ("begun some seconds after the plan", HOUR, 39.9, 0.05, False),
    ("begun a minute after the plan", HOUR, 39, 0, True),
    ("begun five minutes after the plan", HOUR, 35, 2, True),
    ("free time is left", HOUR, 60, 5, False),
    ("free time gave what a step took longer", HOUR, 45, 14, False),
    ("a step took some seconds longer", HOUR, 40, 10.9, False),
    ("a step took minutes longer", HOUR, 40, 12, True),
    ("three are far ahead, and one is on plan", FAMILY, 40, 3, False),
    ("three are far ahead, and one has too little time", FAMILY, 35, 3, True),
    ("no time to leave", HOUR, None, 30, False),
    ("all done", (step(1, "Bo:5", 10),), 8, 6, False),
]


@pytest.mark.parametrize(("steps", "leave", "now", "quicker"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_quicker(steps, leave, now, quicker):
    state = morning(*steps, leave=leave and at(leave))
    assert is_quicker(state, of_all(state, at(now))) is quicker


def test_not_once_leaving_was_moved():
    state = morning(*HOUR, leave=at(30))
    assert is_quicker(state, of_all(state, at(1)))
    later = replace(state, leave=state.leave + timedelta(minutes=10))
    assert not is_quicker(later, of_all(later, at(1)))


def test_by_how_much():
    state = morning(*HOUR, leave=at(34))
    assert shrunk(state, of_all(state, at(0)).person(BO.id)) == 6 * 60
