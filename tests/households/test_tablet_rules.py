"""Who looks after tablets, and the waits after wrong codes, as tables."""

import pytest

from households.pictograms import PICTOGRAMS
from households.rules.people import Standing
from households.rules.tablets import (
    CODE_LENGTH,
    FREE_FROM_ALL,
    FREE_FROM_ONE,
    GRID,
    is_code,
    may_look_after_tablets,
    may_prepare,
    wait_after_codes,
    wait_after_digits,
)

MUM, LEO, IVY, NANA = (
    Standing(1, "parent", True),
    Standing(2, "teen", True),
    Standing(3, "child"),
    Standing(4, "supporter"),
)
DAD = Standing(5, "parent", True)
GONE = Standing(6, "child", left=True)


@pytest.mark.parametrize(("actor", "code"), [(MUM, ""), (LEO, "parents_only"), (NANA, "parents_only")])
def test_who_looks_after_tablets(actor, code):
    assert may_look_after_tablets(actor).code == code


@pytest.mark.parametrize(
    ("actor", "member", "code"),
    [
        (MUM, IVY, ""),
        (MUM, LEO, ""),
        (LEO, LEO, ""),
        (LEO, IVY, "parents_only"),
        (NANA, IVY, "parents_only"),
        (MUM, NANA, "not_at_a_tablet"),
        (MUM, MUM, "not_at_a_tablet"),
        (MUM, DAD, "not_at_a_tablet"),
        (MUM, GONE, "has_left"),
    ],
)
def test_who_prepares_a_tablet_for_whom(actor, member, code):
    assert may_prepare(actor, member).code == code


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 30), (4, 60), (5, 120), (6, 300), (7, None), (8, None), (99, None)],
)
def test_waiting_after_wrong_pictures(wrong, seconds):
    assert wait_after_codes(wrong) == seconds


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 300), (9, 300), (500, 300)]
)
def test_waiting_after_wrong_digits_from_one_address(wrong, seconds):
    assert wait_after_digits(wrong, FREE_FROM_ONE) == seconds


@pytest.mark.parametrize(("wrong", "seconds"), [(4, 0), (50, 0), (51, 30), (54, 300), (1000, 300)])
def test_waiting_after_wrong_digits_from_everywhere(wrong, seconds):
    assert wait_after_digits(wrong, FREE_FROM_ALL) == seconds


def test_the_grid():
    assert len(GRID) == len(set(GRID)) == 9
    assert all(PICTOGRAMS[name].sprite == "core" for name in GRID)


@pytest.mark.parametrize(
    ("pictures", "good"),
    [
        (("star", "frog", "house"), True),
        (("star", "star", "star"), True),
        (("star", "frog"), False),
        (("star", "frog", "house", "cat-face"), False),
        (("star", "frog", "penguin"), False),
        ((), False),
    ],
)
def test_what_can_be_a_code(pictures, good):
    assert is_code(pictures) is good
    assert CODE_LENGTH == 3
