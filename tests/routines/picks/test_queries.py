"""Queries stay the same however many picks, mornings, options and people there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from routines.models import pick_memory, pickings
from routines.regions.picks.strip import strip_view


def live(picks, days):
    for number in range(days):
        picks.next_day().start().all_tap("P", "PO"[number % 2], "E").leave()


def count(act) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        act()
    return len(asked)


@pytest.mark.parametrize("name", ["picks", "pick"])
def test_pages_of_the_plan(picks, at, name):
    m = picks.family
    client = at(m.maya)
    ids = [m.household.id, picks.pick.id] if name == "pick" else [m.household.id]

    def look():
        pick_memory.forget()
        assert client.get(reverse(name, args=ids)).status_code == 200

    live(picks, 2)
    few = count(look)
    for title in ("Which game?", "Who begins?"):
        picks.make(m.game, title, "Tag", "Ball")
    live(picks, 9)

    assert count(look) == few


def test_todays_picks_take_three_queries_cold_and_none_warm(picks):
    m = picks.family
    for title in ("Which game?", "Who begins?"):
        picks.make(m.game, title, "Tag", "Ball", "Race")
    live(picks, 3)
    picks.next_day().start().all_tap("P", "P", "E").settle()
    morning, look = picks.morning_state(), picks.look(m.maya)
    pickings.forget()
    pick_memory.forget()

    assert count(lambda: strip_view(look, morning)) == 3
    assert count(lambda: strip_view(look, morning)) == 0


def test_settling_costs_the_same_on_every_morning(picks):
    live(picks, 2)
    few = count(lambda: live(picks, 1))
    live(picks, 8)

    assert count(lambda: live(picks, 1)) == few
