from datetime import timedelta

import pytest

from routines.actions.agenda import talked_about
from routines.actions.override import override
from routines.models import AgendaItem
from tests.routines.morning import facts, missing, refused


@pytest.fixture
def item(morning):
    at = morning.now
    override(
        actor=morning.actor(morning.maya),
        step_id=morning.breakfast.id,
        ground="health",
        reason="The milk was off.",
        expires_at=at + timedelta(hours=9),
        at=at,
    )
    return AgendaItem.objects.get()


def _talk(morning, item, by="maya"):
    return talked_about(
        actor=morning.actor(getattr(morning, by)), item_id=item.id, why=" We smell it first. ", at=morning.now
    )


@pytest.mark.parametrize("by", ["maya", "sam", "leo"])
def test_parents_and_teens_say_that_it_was_talked_about(morning, item, by):
    event = _talk(morning, item, by)
    item.refresh_from_db()
    assert (item.done_at, item.done_by_id) == (event.at, getattr(morning, by).id)
    assert (event.kind, event.subject_key, event.why) == ("agenda.talked", item.id, "We smell it first.")
    assert event.step_key == morning.breakfast.id


def test_the_second_to_say_so_changes_nothing(morning, item):
    _talk(morning, item)
    before = {name: rows for name, rows in facts().items() if name != "Household"}
    assert _talk(morning, item, "sam") is None
    assert {name: rows for name, rows in facts().items() if name != "Household"} == before


def test_a_supporter_takes_part_but_does_not_close_it(morning, item):
    with refused("parents_and_teens"):
        _talk(morning, item, "nana")


def test_an_item_next_door_is_missing(morning, item):
    with missing():
        _talk(morning, item, "neighbour")


def test_an_unknown_item_is_missing(morning, item):
    item.id = 10**6
    with missing():
        _talk(morning, item)
