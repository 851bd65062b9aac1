"""Deleting a recorded line."""

from uuid import uuid4

import pytest
from django.urls import reverse

from routines.actions.recording import record_line, remove_recording
from routines.models import Recording
from tests.cast import client_of
from tests.routines.ideas.files import WEBM
from tests.routines.morning import facts, missing, refused
from tests.routines.verbs.undoing import back


@pytest.fixture
def record(morning):
    question = morning.ask(morning.dress)

    def record():
        actor = morning.actor(morning.maya)
        made = record_line(actor=actor, question_id=question, data=WEBM, content_type="audio/webm", at=morning.now)
        return made.subject_key

    return record


def remove(morning, recording, who="maya", **more):
    return remove_recording(actor=morning.actor(getattr(morning, who)), recording_id=recording, at=morning.now, **more)


def heard(morning):
    return morning.question(morning.dress).recording


def test_any_parent_deletes_it(morning, record):
    event = remove(morning, record(), "sam")
    assert heard(morning) is None
    assert (event.kind, event.actor_id) == ("recording.removed", morning.sam.id)


@pytest.mark.parametrize("who", ["leo", "ivy"])
def test_nobody_else_does(morning, record, who):
    recording = record()
    with refused("parents_only"):
        remove(morning, recording, who)


def test_it_is_deleted_once(morning, record):
    recording = record()
    remove(morning, recording)
    with refused("recording_gone"):
        remove(morning, recording)


def test_the_neighbours_and_the_unknown(morning, record):
    recording = record()
    with missing():
        remove(morning, recording, "neighbour")
    with missing():
        remove(morning, 987654)


def test_taken_back_it_is_heard_again(morning, record):
    recording = record()
    back(morning, remove(morning, recording))
    assert heard(morning) == recording


def test_once_another_is_there_it_stays_deleted(morning, record):
    event = remove(morning, record())
    record()
    with refused("others_built_on_it"):
        back(morning, event)


def test_taking_back_a_new_one_brings_the_old(morning, record):
    first = record()
    record()
    back(morning, morning.events("recording.made")[-1])
    assert heard(morning) == first


def test_taking_back_one_that_was_deleted(morning, record):
    remove(morning, record())
    with refused("others_built_on_it"):
        back(morning, morning.events("recording.made")[-1])


def test_the_panel_deletes_it_and_offers_to_take_that_back(morning, record):
    where = reverse("recording_remove", args=[morning.household.id, record()])
    sent = {"tap": str(uuid4())}
    answer = client_of(morning.maya).post(where, sent, headers={"HX-Request": "true"})
    assert (answer.status_code, heard(morning)) == (200, None)
    assert "Deleted." in answer.content.decode()
    before = facts()
    assert client_of(morning.maya).post(where, sent, headers={"HX-Request": "true"}).status_code == 200
    assert facts() == before


def test_others_find_nothing(morning, record):
    where = reverse("recording_remove", args=[morning.household.id, record()])
    assert client_of(morning.neighbour).post(where).status_code == 404
    assert client_of(morning.maya).get(where).status_code == 405
    unknown = reverse("recording_remove", args=[morning.household.id, 987654])
    assert client_of(morning.maya).post(unknown).status_code == 404
    assert Recording.objects.get().removed_at is None
