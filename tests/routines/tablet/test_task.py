"""Taking a task from the tablet."""

from uuid import uuid4

import pytest

from routines.models import Voice
from routines.words.tablet import TASKS
from tests.routines.morning import facts
from tests.routines.tablet.hand import shown


@pytest.fixture
def agreed(morning):
    return morning.consented()


def task(question, who):
    return Voice.objects.get(question_id=question, member=who).task


def test_one_picture_takes_it(morning, kitchen, agreed):
    answer = kitchen.sit(morning.ivy).tap("task", morning.ivy, agreed, picture="table")
    assert task(agreed, morning.ivy) == "I lay the table."
    assert shown(answer).in_sight == [f"task-{agreed}"]
    assert not kitchen.asks(morning.ivy)[f"task-{agreed}"].open


def test_pictures_are_offered_when_nobody_objects(morning, kitchen, agreed):
    offered = shown(kitchen.sit(morning.ivy).get("tablet_seat", morning.ivy.id, q=f"task-{agreed}")).buttons
    assert {each.name for each in TASKS} <= {each.get("value") for each in offered if each.get("name") == "picture"}


def test_it_can_be_written(morning, kitchen, agreed):
    kitchen.sit(morning.ivy).tap("task", morning.ivy, agreed, text="I hold the spoon")
    assert task(agreed, morning.ivy) == "I hold the spoon"


def test_the_tasks_of_the_others_are_there(morning, kitchen, agreed):
    morning.task(agreed, morning.maya, "I cook")
    kitchen.sit(morning.ivy)
    assert [each.text for each in kitchen.asks(morning.ivy)[f"task-{agreed}"].others] == ["I cook"]


def test_nothing_written_is_no_task(morning, kitchen, agreed):
    kitchen.sit(morning.ivy)
    before = facts()
    answer = kitchen.tap("task", morning.ivy, agreed)
    assert (answer.status_code, answer.content.decode()) == (422, "Say what your job is.")
    assert facts() == before


def test_it_is_applied_once(morning, kitchen, agreed):
    tap = str(uuid4())
    kitchen.sit(morning.ivy).tap("task", morning.ivy, agreed, picture="table", tap=tap)
    before = facts()
    assert kitchen.tap("task", morning.ivy, agreed, picture="wake", tap=tap).status_code == 200
    assert facts() == before


def test_only_those_asked(morning, kitchen, agreed):
    kitchen.sit(morning.leo)
    before = facts()
    assert kitchen.tap("task", morning.leo, agreed, picture="table").status_code == 422
    assert facts() == before


def test_another_household_finds_nothing(morning, next_door, agreed):
    tim = morning.cast.their_child
    assert next_door.sit(tim).tap("task", tim, agreed, picture="table").status_code == 404


def test_get_is_refused(morning, kitchen, agreed):
    assert kitchen.sit(morning.ivy).get("tablet_task", morning.ivy.id, agreed).status_code == 405
