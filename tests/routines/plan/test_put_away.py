"""Putting routines and steps away, and bringing them back."""

from uuid import uuid4

import pytest
from django.urls import reverse

from routines.models import Routine, Step
from tests.routines.plan.browser import text_of


def test_a_step_is_put_away_with_a_reason(maya, morning):
    answer = maya.post("step_archive", morning.car.id, why="We walk now.")
    assert answer["Location"] == maya.url("routine", morning.routine.id)
    assert Step.objects.get(id=morning.car.id).archived_at
    assert morning.events("step.archived")[-1].why == "We walk now."
    assert "“Into the car” is put away. Nothing of it is lost." in text_of(maya.get("household"))


def test_it_is_listed_and_brought_back(maya, morning):
    maya.post("step_archive", morning.car.id)
    for page in ("routine_edit", "routine_changes"):
        text = text_of(maya.get(page, morning.routine.id))
        assert "1 step that was put away" in text
        assert maya.url("step_restore", morning.car.id) in text
    assert maya.post("step_restore", morning.car.id).status_code == 302
    step = Step.objects.get(id=morning.car.id)
    assert (step.archived_at, step.position) == (None, 6)
    assert "put away" not in text_of(maya.get("routine_edit", morning.routine.id)).split("<h2")[0].split("Put this")[0]


@pytest.mark.parametrize("verb", ["step_archive", "step_restore", "routine_archive", "routine_restore"])
def test_the_same_tap_counts_once(maya, morning, verb):
    thing = morning.car.id if verb.startswith("step") else morning.routine.id
    if verb.endswith("restore"):
        maya.post(verb.replace("restore", "archive"), thing)
    tap = str(uuid4())
    before = len(morning.events())
    for _ in range(2):
        assert maya.post(verb, thing, tap=tap).status_code == 302
    assert len(morning.events()) == before + 1


def test_a_step_people_are_asked_about_stays(maya, morning):
    morning.ask(morning.car)
    answer = maya.post("step_archive", morning.car.id)
    assert answer.status_code == 422
    assert "Settle the question, then put the step away." in text_of(answer)
    assert Step.objects.get(id=morning.car.id).archived_at is None


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        ("x" * 501, "This is 501 characters long, and there is room for 500. Please make it shorter."),
        ("a\x00b", "There are signs in here that cannot be shown."),
    ],
    ids=["long", "hidden"],
)
@pytest.mark.parametrize("verb", ["step_archive", "routine_archive"])
def test_a_reason_that_cannot_be_kept_gets_a_sentence_and_stays(maya, morning, verb, why, sentence):
    thing = morning.car.id if verb.startswith("step") else morning.routine.id
    answer = maya.post(verb, thing, why=why)
    assert answer.status_code == 422
    page = text_of(answer)
    assert sentence in page
    assert f'value="{why}"' in page
    assert f'action="{reverse(verb.replace("archive", "edit"), args=[morning.household.id, thing])}"' in page
    assert not morning.events("step.archived", "routine.archived")


@pytest.mark.parametrize(("who", "status"), [("leo", 422), ("nana", 404)])
@pytest.mark.parametrize("verb", ["step_archive", "step_restore"])
def test_others_put_no_step_away(browse, morning, who, status, verb):
    assert browse(who).post(verb, morning.car.id).status_code == status
    assert Step.objects.get(id=morning.car.id).archived_at is None


def test_a_step_in_use_is_not_brought_back_twice(maya, morning):
    answer = maya.post("step_restore", morning.car.id)
    assert answer.status_code == 422
    assert "There is nothing to bring back." in text_of(answer)


def test_a_routine_is_put_away_and_back(maya, morning):
    answer = maya.post("routine_archive", morning.routine.id, why="Holidays")
    assert answer["Location"] == maya.url("household")
    assert Routine.objects.get().archived_at
    home = text_of(maya.get("household"))
    assert "1 routine that was put away" in home
    assert maya.url("routine_restore", morning.routine.id) in home
    back = maya.post("routine_restore", morning.routine.id)
    assert back["Location"] == maya.url("routine", morning.routine.id)
    assert Routine.objects.get().archived_at is None


@pytest.mark.parametrize("who", ["leo", "nana"])
@pytest.mark.parametrize("verb", ["routine_archive", "routine_restore"])
def test_only_parents_put_routines_away(browse, morning, who, verb):
    answer = browse(who).post(verb, morning.routine.id)
    assert answer.status_code == 422
    assert "only parents can do this" in text_of(answer)
    assert Routine.objects.get().archived_at is None


def test_others_do_not_see_what_was_put_away_at_home(maya, leo, morning):
    maya.post("routine_archive", morning.routine.id)
    assert "put away" not in text_of(leo.get("household"))
