"""Measures on a page: plain counts, a bar only where there are enough, what is about one thing under its name."""

from datetime import date

import pytest

from routines.regions.mirror.measures import measure_views
from routines.rules.mirror.measure import Measure, MeasureKey, Tally
from routines.words.mirror import hours_words, period_words, weeks_words

NAMES = {1: "Maya", 2: "Leo"}


def view(key, *tallies, hours=None):
    [found] = measure_views([Measure(key, tallies, hours)], NAMES)
    return found


def test_a_bar_only_from_five_on():
    few, enough = (view(MeasureKey.FELT_AS_PLANNED, Tally(3, of)) for of in (4, 5))
    assert (few.whole.figure, few.whole.share) == ("3 of 4", None)
    assert (enough.whole.figure, enough.whole.share) == ("3 of 5 (60%)", 60)
    assert few.rule.endswith(".")


def test_people_stand_in_the_order_they_came_never_by_their_numbers():
    found = view(MeasureKey.FELT_AS_PLANNED, Tally(9, 20), Tally(1, 10, member=1), Tally(8, 10, member=2))
    assert [row.label for group in found.groups for row in group.rows] == ["Maya", "Leo"]


def test_what_is_about_one_thing_stands_under_its_name():
    song, porridge = (
        [Tally(n, 9, member=n, part="happy", about=about) for n in (1, 2)] for about in ("Song?", "Oats?")
    )
    found = view(MeasureKey.FAIR_TURNS, *song, *porridge)
    assert [group.about for group in found.groups] == ["Song?", "Oats?"]
    assert all("Song" not in row.label for group in found.groups for row in group.rows)


def test_nothing_counted_is_told_as_nothing():
    assert not view(MeasureKey.OVERRIDES, Tally(0, 0)).has


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.3, "Half of the answers came within the hour."),
        (1.2, "Half of the answers came within 1 hour."),
        (30, "Half of the answers came within 30 hours."),
        (72, "Half of the answers came within 3 days."),
    ],
)
def test_hours_to_an_answer(hours, words):
    assert view(MeasureKey.VIEWS_ANSWERED, Tally(1, 2), hours=hours).hours == hours_words(hours) == words


def test_a_period_names_years_only_where_there_are_two():
    assert period_words(date(2026, 3, 2), date(2026, 5, 24)) == "Mon 2 Mar to Sun 24 May"
    assert "2025" in period_words(date(2025, 12, 1), date(2026, 1, 5))
    assert (weeks_words(4), weeks_words(52)) == ("4 weeks", "A year")
