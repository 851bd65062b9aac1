"""Measures in words: a name, a rule, and counts nobody has to work out."""

from fractions import Fraction

import pytest

from routines.rules.mirror.measure import Measure, MeasureKey, Tally
from routines.words.measures import measure_name, measure_rule, tally_words

NAMES = {3: "Ivy", 4: "Bo"}


def _words(tally: Tally, key: MeasureKey = MeasureKey.FAIR_TURNS) -> tuple[str, str]:
    return tally_words(Measure(key, (tally,)), tally, NAMES)


@pytest.mark.parametrize("key", MeasureKey)
def test_every_measure_has_a_name_and_a_rule_that_says_what_it_does_not_know(key):
    assert measure_name(key)
    assert "It does not know" in measure_rule(key)


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(3, 4), ("Everybody", "3 of 4")),
        (Tally(11, 12), ("Everybody", "11 of 12 (92%)")),
        (Tally(2, 3, 4, "tried"), ("Bo: tried", "2 of 3")),
        (Tally(2, member=3, part="entered"), ("Ivy: entered for them", "2")),
        (Tally(1, 2, 0), ("Somebody", "1 of 2")),
        (Tally(5, 8, 3, "happy", "Song"), ("Song – Ivy: got their wish", "5 of 8 (62%)")),
        (Tally(2, None, 3, "waits", "Song", limit=5), ("Song – Ivy: missed running, by now", "2, limit 5")),
        (Tally(0, None, 3, "gap", exact=Fraction(-1, 6)), ("Ivy: share gap", "−1/6, within one decision of fair")),
        (Tally(1, 4, 3, "listed"), ("Ivy: own ideas on the list", "1 of 4")),
        (Tally(2, None, 3, "ruled_out"), ("Ivy: own ideas ruled out", "2")),
        (Tally(0, None, 3, "gap", exact=Fraction(4, 3)), ("Ivy: share gap", "4/3")),
        (Tally(0, part="equal", exact=Fraction(4)), ("An equal share would be", "4 entries each")),
        (Tally(0, part="equal", exact=Fraction(4, 3)), ("An equal share would be", "about 1.3 entries each")),
    ],
)
def test_counts_as_people_read_them(tally, words):
    assert _words(tally) == words


def test_of_mornings_and_overrides_nobody_is_named():
    assert _words(Tally(3, 4), MeasureKey.LEFT_IN_TIME) == ("Mornings", "3 of 4")
    assert _words(Tally(1, 2), MeasureKey.OVERRIDES) == ("Talked about", "1 of 2")
