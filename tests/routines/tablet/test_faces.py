"""The faces of a tablet."""

import pytest
from django.utils import timezone

from households.models import HiddenFace, Member, PictureCode, Tablet
from tests.cast import found
from tests.routines.tablet.hand import Kitchen, shown


def test_all_children_and_teens_are_there_in_order_and_nobody_else(morning, kitchen):
    page = kitchen.get("tablet").content.decode()
    places = [page.index(name) for name in ("Leo", "Ivy", "Bo")]
    assert places == sorted(places)
    for adult in ("Maya", "Nana", "Sam", "Ruth", "Tim"):
        assert adult not in page


def test_a_hidden_face_is_not_there(morning, kitchen):
    HiddenFace.objects.create(household=morning.household, tablet=kitchen.tablet, member=morning.leo)
    assert "Leo" not in kitchen.get("tablet").content.decode()


def test_how_much_waits_for_each(morning, kitchen):
    morning.ask(morning.car, "We leave at 8:20.")
    question = morning.ask(morning.dress, "How?")
    music = morning.idea(question, "With music")
    morning.idea(question, "In pyjamas")
    morning.choose(question, morning.ivy, music)
    text = shown(kitchen.get("tablet")).text
    assert "Leo 2 2 questions wait" in text
    assert "Ivy 1 1 question waits" in text
    assert "Bo 2 2 questions wait" in text


def test_nothing_that_was_said_is_there(morning, kitchen):
    question = morning.ask(morning.dress, "How shall we dress?")
    morning.idea(question, "With music")
    morning.say(question, morning.ivy, "no", note="It itches")
    page = kitchen.get("tablet").content.decode()
    for words in ("How shall we dress?", "With music", "It itches", "Get dressed"):
        assert words not in page


def test_one_tap_sits_down_three_pictures_come_first_where_they_are_wanted(morning, kitchen):
    PictureCode.objects.create(
        household=morning.household,
        member=morning.leo,
        code_hash="x",
        set_by=morning.maya,
        set_at=timezone.now(),
    )
    page = shown(kitchen.get("tablet"))
    posts = {form["action"] for form in page.forms if form.get("method") == "post"}
    assert f"/tablet/sit/{morning.ivy.id}" in posts
    assert f"/tablet/sit/{morning.leo.id}" not in posts


def test_who_sits_is_led_to_their_page(morning, kitchen):
    answer = kitchen.sit(morning.ivy).get("tablet")
    assert (answer.status_code, answer["Location"]) == (302, f"/tablet/m/{morning.ivy.id}")


def test_somebody_removed_while_they_sat_leaves_the_faces(morning, kitchen):
    kitchen.sit(morning.ivy)
    Member.objects.filter(id=morning.ivy.id).update(left_at=timezone.now())
    answer = kitchen.get("tablet")
    assert answer.status_code == 200
    assert "Ivy" not in answer.content.decode()


@pytest.mark.parametrize("dead", ["revoked", "forged"])
def test_a_dead_key_shows_nobody(morning, kitchen, dead):
    if dead == "revoked":
        Tablet.objects.filter(id=kitchen.tablet.id).update(revoked_at=timezone.now(), revoked_by=morning.maya)
    else:
        kitchen.client.cookies["rungs-tablet"] = "forged"
    text = shown(kitchen.get("tablet")).text
    for name in ("Leo", "Ivy", "Bo", "Lindenhof"):
        assert name not in text


def test_an_empty_tablet_says_what_to_do(morning):
    empty = Kitchen(found("Empty", founder="Uma"))
    assert "Nobody can sit here yet." in shown(empty.get("tablet")).text
