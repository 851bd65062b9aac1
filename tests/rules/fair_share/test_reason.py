"""The one line that says why, for everybody who reads."""

from dataclasses import replace
from fractions import Fraction

import pytest
from django.utils import translation

from routines.rules.fair_share import Round, begin, decide, replay, tell
from routines.rules.state import Kind
from routines.words.fair_share import reason
from routines.words.fractions import compared, fraction_words

MAYA, LEO, IVY, BO = 3, 5, 13, 8
FAMILY = (MAYA, LEO, IVY, BO)
NAMES = {MAYA: "Maya", LEO: "Leo", IVY: "Ivy", BO: "Bo"}
OPTIONS = {"P": "Pancakes", "O": "Porridge", "F": "Fruit", "E": "Eggs", "W": "Waffles"}
CHILD, TEEN, PARENT = (Kind.CHILD, "6-9"), (Kind.TEEN, ""), (Kind.PARENT, "")
STRONGER = "Your jar got emptier, so your wish is stronger next time."


def entry(taps, guests=""):
    """Return a round from "P F PE": what Maya, Leo, Ivy and, if there, Bo tapped, "-" for nothing; then guests'."""
    said = dict(zip(FAMILY, (tapped.replace("-", "") for tapped in taps.split()), strict=False))
    friends = dict(enumerate(guests.split(), start=100))
    return Round.of(OPTIONS, said | friends, guests=friends, members=tuple(said))


def story(*days, guests="", waits=()):
    """Return the story of the last of some days; `waits` are how often everybody has waited before it."""
    before = replay((), [entry(day) for day in days[:-1]])
    if waits:
        before = replace(begin(FAMILY), waits=tuple(zip(FAMILY, waits, strict=True)))
    return tell(before, *decide(before, entry(days[-1], guests)))


def only(option):
    return tell(begin(FAMILY), *decide(begin(FAMILY), Round.of([option], {})))


def read(told, reader, reader_id=None):
    return reason(told, NAMES, OPTIONS, *reader, reader_id)


SHARED, EMPTIEST = story("P P E"), story("P O E", "- O E", "W EW E")
WAITED, TOGETHER = story("P P E", "P P E"), story("P P O O", waits=(2, 1, 2, 0))
TURN, TWO_TURNS, GUEST = story("O E -"), story("PO PE OE"), story("P P E", "P O EW", guests="WP")
NEVER, LONG_AGO, LISTED = story("P P P", "PO PO F"), story("O O O", "P P P", "PO PO F"), story("PO PO F")
AGREED, SOME_AGREED = story("PF F FE"), story("F F -")
FREE_TIE, FREE_WAIT = story("P P P", "PO PO PO"), story("P E -", "PE PF PF")
NOBODY, NOBODY_GUEST, ONLY = story("- - POFEW"), story("- - POFEW", guests="O OE"), only("E")
TWO_MISS, VOID = story("P O E E", waits=(1, 1, 0, 0)), story("O P FE", "- F OE")

CHILDS = [
    (SHARED, "Pancakes! Maya and Leo share this wish."),
    (EMPTIEST, "Eggs! Ivy’s jar was emptiest."),
    (WAITED, "Eggs! Same for both. Ivy waited longest."),
    (TOGETHER, "Pancakes! Same for both. Together, Maya and Leo waited longer."),
    (TURN, "Porridge! Same for both. Maya’s turn to choose."),
    (TWO_TURNS, "Pancakes! Same for all 3. Maya and Leo’s turn to choose."),
    (GUEST, "Waffles! Same for both. Guests wanted it most."),
    (NEVER, "Porridge! Same for both. It was never chosen before."),
    (LONG_AGO, "Porridge! Same for both. It was chosen longest ago."),
    (LISTED, "Pancakes! Same for both. It is first on the list."),
    (AGREED, "Everyone wanted “Fruit”. No jar fills."),
    (SOME_AGREED, "Everyone who had a wish wanted “Fruit”. No jar fills."),
    (FREE_TIE, "Everyone wanted “Porridge”. It was never chosen before. No jar fills."),
    (FREE_WAIT, "Everyone wanted “Pancakes”. No jar fills."),
    (NOBODY, "Pancakes! Nobody had a special wish. It is first on the list."),
    (NOBODY_GUEST, "Porridge! Nobody had a special wish. Guests wanted it most."),
    (ONLY, "“Eggs” was the only one left. No jar fills."),
]

BACK = "One cup went to its fans; each participant got 1/3 back."
TEENS = [
    (SHARED, f"Fans of “Pancakes” end at 1/2; of “Eggs” at 1. Lowest wins. {BACK}"),
    (EMPTIEST, f"Fans of “Eggs” end at 1/6; of “Waffles” at 11/12. Lowest wins. {BACK}"),
    (WAITED, f"Fans of “Eggs” end at 2/3; of “Pancakes” at 2/3. {BACK} A tie. Ivy waited longest."),
    (TURN, f"Fans of “Porridge” end at 1; of “Eggs” at 1. {BACK.replace('3', '2')} A tie. Maya’s turn to choose."),
    (AGREED, "Everyone wanted “Fruit”. Agreement is free: no jar moves."),
    (FREE_TIE, "Everyone wanted “Porridge”. It was never chosen before. Agreement is free: no jar moves."),
    (NOBODY, "Pancakes: nobody had a special wish, so no jar moves. It is first on the list."),
    (ONLY, "“Eggs” was the only one left. No jar fills."),
]

PARENTS = [
    (SHARED, "Pancakes: Maya and Leo share this wish. Ivy missed this one; limit 3 running when all take part."),
    (EMPTIEST, "Eggs: Ivy had had least so far. Maya missed this one; limit 3 running when all take part."),
    (WAITED, "Eggs: a tie. Ivy waited longest. Maya and Leo missed this one; limit 3 running when all take part."),
    (TWO_MISS, "Eggs: Ivy and Bo share this wish. Maya and Leo have missed 2 running; limit 5 when all take part."),
    (
        VOID,
        "Fruit: a tie. Leo’s turn to choose. Ivy has missed 2 running; no limit, since not all took part each time.",
    ),
    (AGREED, "Everyone wanted “Fruit”. That costs nobody a turn."),
    (NOBODY_GUEST, "Porridge: nobody had a special wish, so no jar moves. Guests wanted it most."),
    (ONLY, "“Eggs” was the only one left. No jar fills."),
]


@pytest.mark.parametrize(("told", "line"), CHILDS, ids=[line for _, line in CHILDS])
def test_a_child_reads_why(told, line):
    assert read(told, CHILD) == line
    assert read(told, (Kind.CHILD, "3-5")) == line


@pytest.mark.parametrize(("told", "line"), TEENS, ids=[line for _, line in TEENS])
def test_a_teen_and_whoever_helps_read_the_levels(told, line):
    assert read(told, TEEN) == line
    assert read(told, (Kind.SUPPORTER, "")) == line


@pytest.mark.parametrize(("told", "line"), PARENTS, ids=[line for _, line in PARENTS])
def test_a_parent_reads_who_has_missed_how_many(told, line):
    assert read(told, PARENT) == line


def test_a_child_who_did_not_get_the_wish_reads_that_it_counts_for_more_next_time():
    assert read(SHARED, CHILD, IVY) == f"Pancakes! Maya and Leo share this wish. {STRONGER}"
    for winner_or_away in (MAYA, BO):
        assert STRONGER not in read(SHARED, CHILD, winner_or_away)
    for nothing_moved in (AGREED, NOBODY, ONLY):
        assert STRONGER not in read(nothing_moved, CHILD, IVY)


@pytest.mark.parametrize(
    ("fraction", "written"),
    [("11/24", "11/24"), ("-1/3", "−1/3"), ("1", "1"), ("0", "0"), ("1/999", "1/999"), ("1/2000", "about 0.001")],
)
def test_fractions_are_written_exactly_as_long_as_they_can_be_read(fraction, written):
    assert fraction_words(Fraction(fraction)) == written


def test_long_fractions_get_as_many_digits_as_tell_them_apart():
    near = Fraction(1, 3) + Fraction(1, 10**6), Fraction(1, 3) - Fraction(1, 10**6)

    assert compared(*near) == ("about 0.333334", "about 0.333332")
    assert compared(near[0], near[0]) == ("about 0.333", "about 0.333")


def test_digits_are_written_as_in_the_readers_language():
    with translation.override("de"):
        assert "0,334" in fraction_words(Fraction(1001, 3001))
