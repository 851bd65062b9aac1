"""Recording how a question or an idea sounds."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from routines.actions.recording import record_line
from routines.models import Recording
from routines.models.recording import MOST_BYTES
from tests.cast import client_of
from tests.routines.ideas.files import HTML, MP4, OGG, SVG, WEBM, drawn
from tests.routines.morning import facts, missing, refused


@pytest.fixture
def dressing(morning):
    question = morning.ask(morning.dress)
    return question, morning.idea(question, "With music")


@pytest.fixture
def record(morning):
    def record(question, option=None, data=WEBM, kind="audio/webm;codecs=opus", who="maya", **more):
        return record_line(
            actor=morning.actor(getattr(morning, who)),
            question_id=question,
            option_id=option,
            data=data,
            content_type=kind,
            at=more.pop("at", morning.now),
            **more,
        )

    return record


def heard(morning):
    """Return what the question and its ideas sound like now, as ids."""
    question = morning.question(morning.dress)
    return question.recording, [option.recording for option in question.options]


@pytest.mark.parametrize(
    ("data", "said", "kind"),
    [
        (WEBM, "audio/webm;codecs=opus", "audio/webm"),
        (OGG, "audio/ogg; codecs=opus", "audio/ogg"),
        (MP4, "audio/mp4", "audio/mp4"),
    ],
)
def test_a_line_is_kept_as_it_was_said(morning, dressing, record, data, said, kind):
    event = record(dressing[0], data=data, kind=said)
    kept = Recording.objects.get()
    assert (bytes(kept.sound), kept.kind, kept.recorded_by_id, kept.option_id) == (data, kind, morning.maya.id, None)
    assert (event.kind, event.subject_key, event.member_id) == ("recording.made", kept.id, None)


def test_the_question_and_each_idea_have_their_own(morning, dressing, record):
    question, option = dressing
    asked, said = record(question).subject_key, record(question, option).subject_key
    assert heard(morning) == (asked, [said])


def test_a_new_one_takes_the_place_of_the_old(morning, dressing, record):
    question, _option = dressing
    first, second = record(question), record(question, data=OGG, kind="audio/ogg")
    assert heard(morning) == (second.subject_key, [None])
    assert Recording.objects.get(id=first.subject_key).removed_at is not None


@pytest.mark.parametrize(
    ("data", "said", "code"),
    [
        (b"", "audio/webm", "sound_first"),
        (WEBM + bytes(MOST_BYTES), "audio/webm", "sound_too_big"),
        (WEBM, "audio/ogg", "sound_unknown"),
        (WEBM, "audio/mp4", "sound_unknown"),
        (WEBM, "video/webm", "sound_unknown"),
        (WEBM, "", "sound_unknown"),
        (OGG, "text/html", "sound_unknown"),
        (HTML, "audio/webm", "sound_unknown"),
        (SVG, "audio/ogg", "sound_unknown"),
        (drawn(), "audio/mp4", "sound_unknown"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav", "sound_unknown"),
        (b"ID3\x03\x00", "audio/mpeg", "sound_unknown"),
        (b"\x1a\x45\xdf\xa3" + bytes(60) + b"matroska", "audio/webm", "sound_unknown"),
    ],
)
def test_what_is_no_line_is_refused(dressing, record, data, said, code):
    with refused(code):
        record(dressing[0], data=data, kind=said)


@pytest.mark.parametrize("who", ["leo", "ivy", "bo"])
def test_no_child_and_no_teen_is_ever_recorded(dressing, record, who):
    with refused("parents_only"):
        record(dressing[0], who=who)


def test_a_supporter_does_not_record(morning, record):
    question = morning.ask(morning.breakfast)
    with refused("parents_only"):
        record(question, who="nana")


def test_an_idea_of_another_question_has_no_line_here(morning, dressing, record):
    other = morning.idea(morning.ask(morning.game), "Dice")
    with refused("option_gone"):
        record(dressing[0], other)


def test_the_neighbours_find_nothing(dressing, record):
    with missing():
        record(dressing[0], who="neighbour")


def test_what_is_over_is_not_recorded_any_more(morning, record):
    question, *_ = morning.consulted()
    morning.settle(question, text="So.", reason="Yes.", answers=morning.answers(*morning.cast.family[1:4]))
    with refused("closed"):
        record(question)


def test_asked_anew_it_still_sounds_the_same(morning, dressing, record):
    from routines.actions.rung import climb
    from routines.rules.state import Rung

    question, option = dressing
    before = record(question).subject_key, [record(question, option).subject_key]
    event = climb(actor=morning.actor(morning.maya), step_id=morning.dress.id, to_rung=Rung.COPRODUCE, at=morning.now)
    assert heard(morning) == before
    from tests.routines.verbs.undoing import back

    back(morning, event)
    assert heard(morning) == before


def test_once_it_cannot_be_taken_back_the_sound_is_forgotten(morning, dressing, record):
    question, option = dressing
    first = record(question).subject_key
    record(question)
    record(question, option, at=morning.now + timedelta(minutes=9))
    assert bytes(Recording.objects.get(id=first).sound) == WEBM
    record(question, option, at=morning.now + timedelta(minutes=11))
    assert bytes(Recording.objects.get(id=first).sound) == b""


class Form:
    """The form of a panel."""

    def __init__(self, morning, question):
        self.address = reverse("question_record", args=[morning.household.id, question])

    def send(self, who, data=WEBM, kind="audio/webm;codecs=opus", htmx=True, **more):
        sound = {} if data is None else {"sound": SimpleUploadedFile("line", data, content_type=kind)}
        headers = {"HX-Request": "true"} if htmx else {}
        return client_of(who).post(self.address, {"tap": str(uuid4()), **sound, **more}, headers=headers)


@pytest.fixture
def form(morning, dressing):
    return Form(morning, dressing[0])


def test_the_panel_plays_what_was_recorded(morning, dressing, form):
    answer = form.send(morning.maya, option=dressing[1])
    kept = Recording.objects.get()
    assert (answer.status_code, kept.option_id) == (200, dressing[1])
    assert f'src="/h/{morning.household.id}/recordings/{kept.id}"' in answer.content.decode()


def test_a_parent_finds_the_button_and_nobody_else(morning, dressing):
    where = reverse("step", args=[morning.household.id, morning.dress.id])
    assert "data-recorder" in client_of(morning.maya).get(where).content.decode()
    assert "data-recorder" not in client_of(morning.leo).get(where).content.decode()


def test_speaking_for_a_child_a_parent_records_their_own_voice(morning, dressing, form):
    assert form.send(morning.maya, speaker=morning.ivy.id).status_code == 200
    assert Recording.objects.get().recorded_by_id == morning.maya.id


@pytest.mark.parametrize(("data", "words"), [(None, "nothing to hear"), (HTML, "not a recording")])
def test_a_refusal_stands_in_the_panel(morning, form, data, words):
    before = facts()
    answer = form.send(morning.maya, data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert facts() == before


def test_a_teen_is_told_who_records(morning, form):
    answer = form.send(morning.leo)
    assert (answer.status_code, Recording.objects.count()) == (422, 0)


def test_without_a_script_it_leads_back_to_the_step(morning, form):
    assert form.send(morning.maya, htmx=False).status_code == 302


def test_a_tap_that_comes_twice_is_recorded_once(morning, form):
    tap = str(uuid4())
    assert [form.send(morning.maya, tap=tap).status_code for _time in range(2)] == [200, 200]
    assert Recording.objects.count() == 1


def test_other_households_and_getting_find_nothing(morning, form):
    assert form.send(morning.neighbour).status_code == 404
    assert client_of(morning.maya).get(form.address).status_code == 405


@pytest.mark.parametrize(("who", "microphone"), [("maya", "(self)"), ("leo", "()"), ("nana", "()")])
def test_only_a_parents_panel_may_use_the_microphone(morning, who, microphone):
    step = reverse("step", args=[morning.household.id, morning.breakfast.id])
    routine = reverse("routine", args=[morning.household.id, morning.routine.id])
    for page in (step, routine):
        answer = client_of(getattr(morning, who)).get(page)
        assert f"microphone={microphone}" in answer["Permissions-Policy"]
        assert "camera=()" in answer["Permissions-Policy"]


def test_no_other_page_of_a_parent_may(morning, kitchen):
    for page in (reverse("household", args=[morning.household.id]), reverse("people", args=[morning.household.id])):
        assert "microphone=()" in client_of(morning.maya).get(page)["Permissions-Policy"]
    seat = kitchen.sit(morning.leo).get("tablet_seat", morning.leo.id)
    assert "microphone=()" in seat["Permissions-Policy"]
