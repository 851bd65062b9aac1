"""Who hears a recorded line."""

import pytest
from django.urls import reverse
from django.utils import timezone

from households.models import Tablet
from routines.actions.recording import record_line, remove_recording
from routines.models import Recording
from tests.cast import client_of
from tests.routines.ideas.files import MP4

SOUND = MP4


@pytest.fixture
def line(morning):
    """A line for the question about getting dressed, which Nana does not see."""
    question = morning.ask(morning.dress)
    record_line(
        actor=morning.actor(morning.maya), question_id=question, data=SOUND, content_type="audio/mp4", at=morning.now
    )
    return Recording.objects.get()


def get(morning, who, line, **headers):
    return client_of(who).get(reverse("recording", args=[morning.household.id, line.id]), headers=headers)


@pytest.mark.parametrize("who", ["maya", "leo", "sam"])
def test_the_family_hears_it(morning, line, who):
    answer = get(morning, getattr(morning, who), line)
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, SOUND, "audio/mp4")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


def test_others_do_not(morning, line):
    assert get(morning, morning.nana, line).status_code == 404
    assert get(morning, morning.neighbour, line).status_code == 404
    assert get(morning, None, line).status_code == 302


def test_the_tablet_plays_it_whoever_sits(morning, kitchen, next_door, line):
    assert kitchen.get("tablet_recording", line.id).content == SOUND
    assert kitchen.sit(morning.bo).get("tablet_recording", line.id).content == SOUND
    assert next_door.get("tablet_recording", line.id).status_code == 404
    Tablet.objects.filter(id=kitchen.tablet.id).update(revoked_at=timezone.now(), seat=None, seat_at=None)
    assert kitchen.get("tablet_recording", line.id).status_code == 302


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-1", 206, SOUND[:2]),
        ("bytes=10-", 206, SOUND[10:]),
        ("bytes=0-99999", 206, SOUND),
        ("bytes=99999-", 416, b""),
        ("bytes=5-2", 416, b""),
        ("bytes=-5", 200, SOUND),
        ("lines=1-2", 200, SOUND),
    ],
)
def test_a_part_of_it_can_be_asked_for(morning, line, asked, status, part):
    answer = get(morning, morning.maya, line, range=asked)
    assert (answer.status_code, answer.content) == (status, part)
    if status == 206:
        start = SOUND.index(part) if part != SOUND else 0
        assert answer["Content-Range"] == f"bytes {start}-{start + len(part) - 1}/{len(SOUND)}"


def test_what_was_deleted_or_is_over_is_silent(morning, kitchen, line):
    remove_recording(actor=morning.actor(morning.maya), recording_id=line.id, at=morning.now)
    assert get(morning, morning.maya, line).status_code == 404
    assert kitchen.get("tablet_recording", line.id).status_code == 404


def test_when_the_question_is_over_it_is_silent(morning, kitchen):
    question, *_ = morning.consulted()
    record_line(
        actor=morning.actor(morning.maya), question_id=question, data=SOUND, content_type="audio/mp4", at=morning.now
    )
    line = Recording.objects.get()
    morning.settle(question, text="So.", reason="Yes.", answers=morning.answers(*morning.cast.family[1:4]))
    assert get(morning, morning.maya, line).status_code == 404
    assert kitchen.get("tablet_recording", line.id).status_code == 404


def test_the_tablet_is_told_which_line_belongs_to_what(morning, kitchen, line):
    page = kitchen.sit(morning.bo).get("tablet_seat", morning.bo.id)
    assert f'data-recording="/tablet/recordings/{line.id}"' in page.content.decode()
