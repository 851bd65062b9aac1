from datetime import timedelta

import pytest

from routines.actions.override import end_override, override
from routines.models import Override
from tests.routines.morning import refused


@pytest.fixture
def ruled(morning):
    at = morning.now
    override(
        actor=morning.actor(morning.maya),
        step_id=morning.dress.id,
        ground="health",
        reason="Ten below zero.",
        expires_at=at + timedelta(hours=9),
        at=at,
    )


def _end(morning, by="maya"):
    return end_override(actor=morning.actor(getattr(morning, by)), step_id=morning.dress.id, at=morning.now)


@pytest.mark.parametrize("by", ["maya", "sam"])
def test_a_parent_ends_it_early_and_the_decision_is_back(morning, ruled, by):
    event = _end(morning, by)
    row = Override.objects.get()
    assert (row.ended_at, event.kind, event.subject_key) == (event.at, "override.ended", row.id)
    assert not morning.state(morning.dress).has_override


def test_its_review_stays_on_the_agenda(morning, ruled):
    from routines.models import AgendaItem

    _end(morning)
    assert AgendaItem.objects.filter(kind="override", done_at=None).count() == 1


def test_parents_only(morning, ruled):
    with refused("parents_only"):
        _end(morning, "leo")


def test_there_must_be_one(morning, ruled):
    _end(morning)
    with refused("no_override"):
        _end(morning)


def test_one_that_has_run_out_is_none(morning, ruled):
    morning.pass_time(hours=10)
    with refused("no_override"):
        _end(morning)
