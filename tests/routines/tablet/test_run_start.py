"""Beginning the morning at the tablet, when it is its turn."""

import pytest

from routines.models import Morning
from routines.regions.tablet.faces import faces_view
from tests.routines.tablet.hand import Kitchen
from tests.routines.tablet.running import page


@pytest.fixture
def waiting(morning, kitchen, monkeypatch):
    """The family's tablet before their morning has begun: it is half past six."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning.now)
    return Kitchen(morning.maya)


def start(waiting, who, routine, **sent):
    return waiting.tap("start", who, routine.id, **{"on": "now", **sent})


def test_the_faces_offer_it_with_a_face_each(morning, waiting):
    html = page(waiting.get("tablet"))
    assert "Start the morning" in html
    for each in (morning.leo, morning.ivy, morning.bo):
        assert f"/tablet/m/{each.id}/r/{morning.routine.id}/start" in html


def test_one_tap_begins_it_in_the_name_of_who_tapped(morning, waiting):
    answer = start(waiting, morning.bo, morning.routine)
    assert 'id="now"' in page(answer)
    assert Morning.objects.get().started_by_id == morning.bo.id
    assert waiting.get("tablet")["Location"] == "/tablet/now"


def test_without_a_script_it_leads_there(morning, waiting):
    answer = start(waiting, morning.bo, morning.routine, script=False)
    assert (answer.status_code, answer["Location"]) == (303, "/tablet/now")


def test_two_fingers_begin_one_morning(morning, waiting):
    for each in (morning.bo, morning.ivy):
        assert start(waiting, each, morning.routine).status_code == 200
    assert Morning.objects.count() == 1


def test_beginning_can_be_taken_back(morning, waiting):
    start(waiting, morning.bo, morning.routine)
    event = morning.events("morning.started")[0]
    answer = waiting.tap("undo", morning.bo, event.id, on="now")
    assert answer.status_code == 205
    assert waiting.get("tablet").status_code == 200


def test_outside_its_hours_nothing_is_offered(morning, waiting):
    morning.pass_time(hours=8)
    assert "Start the morning" not in page(waiting.get("tablet"))


def test_nor_while_one_runs(morning, waiting):
    start(waiting, morning.bo, morning.routine)
    html = page(waiting.get("tablet", say=1))
    assert "Start the morning" not in html
    assert "data-rests" in html


def test_the_faces_are_drawn_anew_when_its_turn_comes_or_goes(morning, waiting):
    from households.models import Household
    from routines.regions.tablet.room import Room

    room = Room(Household.objects.get(id=morning.household.id), morning.now)
    view = faces_view(room, waiting.tablet)
    assert view.changes_at / 1000 == morning.now.replace(hour=11, minute=20, second=0, microsecond=0).timestamp()


def test_a_face_with_a_code_sits_down_first_and_begins_on_their_own_page(morning, waiting):
    from households.models import PictureCode

    about = {"household": morning.household, "member": morning.leo, "set_by": morning.maya}
    PictureCode.objects.create(**about, code_hash="x", set_at=morning.now)
    html = page(waiting.get("tablet"))
    assert f"/tablet/m/{morning.leo.id}/r/" not in html
    assert f"/tablet/sit/{morning.leo.id}?then=run" in html
    html = page(waiting.sit(morning.leo).get("tablet_run", morning.leo.id))
    assert f"/tablet/m/{morning.leo.id}/r/{morning.routine.id}/start" in html


def test_one_put_away_meanwhile_says_so(morning, waiting):
    from routines.actions.routine import archive_routine

    archive_routine(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=morning.now)
    answer = start(waiting, morning.bo, morning.routine)
    assert answer.status_code in (404, 422)
    assert not Morning.objects.exists()
