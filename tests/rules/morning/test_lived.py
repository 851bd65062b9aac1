"""How long steps really took, as far as taps tell."""

import pytest

from routines.rules.morning.lived import real_minutes
from tests.rules.household import MUM
from tests.rules.morning.mornings import at, morning, step

# Steps as they were done: how many minutes each took, by the plan's id.
ROWS = [
    ("one after the other", (step(1, "Bo:10"), step(2, "Bo:25"), step(3, "Bo:30")), {101: 10, 102: 15, 103: 5}),
    ("the one who took longest", (step(1, "Mum:5 Bo:12"),), {101: 12}),
    ("each at their own pace", (step(1, "Mum:5 Bo:12"), step(2, "Mum:15 Bo:14")), {101: 12, 102: 10}),
    ("waiting is not doing", (step(1, "Mum:20"), step(2, "Bo:26")), {101: 20, 102: 6}),
    ("done before the others were through", (step(1, "Mum:20"), step(2, "Bo:6")), {101: 20, 102: 6}),
    ("side by side", (step(1, "Mum:20"), step(2, "Bo:6", alongside=True)), {101: 20, 102: 6}),
    ("not done", (step(1, "Bo:10"), step(2, "Bo")), {101: 10}),
    ("one of two", (step(1, "Mum:10 Bo"),), {101: 10}),
    ("tapped in one go afterwards", (step(1, "Bo:10"), step(2, "Bo:30"), step(3, "Bo:30.2")), {101: 10}),
    ("all in one tap", (step(1, "Bo:30"), step(2, "Bo:30")), {}),
    ("out of order", (step(1, "Bo:30"), step(2, "Bo:10")), {101: 20, 102: 10}),
    ("skipped", (step(1, "Bo:10", skipped=True), step(2, "Bo:25")), {102: 15}),
    ("swapped", (step(1, "Bo:10", was="Shower"), step(2, "Bo:25")), {102: 15}),
    ("put in", (step(1, "Bo:10", step=None), step(2, "Bo:25")), {102: 15}),
    ("who is away", (step(1, "Mum:40 Bo:10", away=(MUM.id,)),), {101: 10}),
    ("less than a minute", (step(1, "Bo:0.4"),), {101: 1}),
    ("nobody did anything", (step(1, "Bo"), step(2, "")), {}),
]


@pytest.mark.parametrize(("steps", "minutes"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_how_long_it_took(steps, minutes):
    assert real_minutes(morning(*steps)) == minutes


def test_a_morning_that_began_later_counts_from_there():
    assert real_minutes(morning(step(1, "Bo:30"), started=at(20))) == {101: 10}
