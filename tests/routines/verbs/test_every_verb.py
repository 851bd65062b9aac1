"""What holds for every verb alike: once per tap, nothing half done, nothing for strangers."""

from contextlib import suppress
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import transaction

from households.actions.refusal import AlreadyApplied
from households.live import listening
from households.models import Event, Member
from routines.models import Step
from routines.models.snapshots import forget
from tests.routines.morning import facts, missing
from tests.routines.verbs.every import FOR_SOMEBODY, VERBS

every_verb = pytest.mark.parametrize("name", VERBS)


@pytest.fixture
def ready(morning, name):
    return VERBS[name](morning)


@every_verb
def test_it_is_one_change_with_its_event(morning, ready, django_capture_on_commit_callbacks):
    before, at = morning.revision, morning.now
    with listening() as heard, django_capture_on_commit_callbacks(execute=True):
        ready.do(actor=morning.actor(ready.doer), at=at)
    assert morning.revision == before + 1
    events = Event.objects.filter(household=morning.household, revision=before + 1)
    assert {(event.actor_id, event.at) for event in events} == {(ready.doer.id, at)}
    assert [(news.household_id, news.revision) for news in heard] == [(morning.household.id, before + 1)]
    assert "history" in heard[0].kinds
    if ready.step:
        assert Step.objects.get(id=ready.step).revision == before + 1
        assert heard[0].step_ids == {ready.step}


@every_verb
def test_a_tap_is_applied_once(morning, ready):
    tap = uuid4()
    ready.do(actor=morning.actor(ready.doer), at=morning.now, tap=tap)
    before, revision = facts(), morning.revision
    with pytest.raises(AlreadyApplied) as again:
        ready.do(actor=morning.actor(ready.doer), at=morning.now, tap=tap)
    assert again.value.revision == revision
    assert facts() == before


@pytest.mark.parametrize("name", [name for name in VERBS if name != "create_routine"])
def test_the_neighbours_find_nothing(morning, ready):
    with missing():
        ready.do(actor=morning.actor(morning.neighbour), at=morning.now)


@every_verb
def test_nobody_borrows_a_member_of_another_household(morning, ready):
    ours = morning.actor(ready.doer)
    with missing():
        ready.do(actor=replace(ours, member_id=morning.neighbour.id), at=morning.now)


@pytest.mark.parametrize("name", FOR_SOMEBODY)
def test_nobody_speaks_for_a_child_next_door(morning, ready):
    with missing():
        ready.do(actor=morning.actor(ready.doer), speaker_id=morning.cast.their_child.id, at=morning.now)


@every_verb
def test_whoever_left_does_nothing(morning, ready):
    Member.objects.filter(id=ready.doer.id).update(left_at=morning.now)
    forget()
    with missing():
        ready.do(actor=morning.actor(ready.doer), at=morning.now)


@every_verb
def test_what_is_rolled_back_is_told_to_nobody(morning, ready, django_capture_on_commit_callbacks):
    before = facts()
    with listening() as heard, django_capture_on_commit_callbacks(execute=True) as told:
        _fails_after(lambda: ready.do(actor=morning.actor(ready.doer), at=morning.now))
    assert (heard, told) == ([], [])
    assert facts() == before


def _fails_after(act):
    with suppress(RuntimeError), transaction.atomic():
        act()
        raise RuntimeError
