"""What a child is told where nothing is found: kindly, with the way back to the faces, and none to adults."""

import pytest

from households.seat import seat_token
from tests.cast import client_of
from tests.households.doors import words_of
from tests.households.kitchen import paired, sat_down, tablet_client

pytestmark = pytest.mark.django_db


def kind(answer):
    page = answer.content.decode()
    return 'href="/tablet"' in page and "/accounts/" not in page and 'href="/"' not in page


@pytest.mark.parametrize(
    "path", ["/tablet/nothing", "/tablet/m/999999/undo/1", f"/tablet/sit/{2**63}", "/tablet/m/1/x"]
)
def test_nothing_there(cast, path):
    _tablet, key = paired(cast.maya)
    answer = tablet_client(key).post(path)
    assert answer.status_code == 404
    assert "Nothing you said is lost." in words_of(answer)
    assert kind(answer)


def test_a_tap_in_the_name_of_somebody_else(cast):
    tablet, key = paired(cast.maya)
    answer = sat_down(key, cast.ivy).post(f"/tablet/m/{cast.bo.id}/undo/1", {"seat": seat_token(tablet, cast.ivy)})
    assert answer.status_code == 404
    assert kind(answer)


def test_a_page_that_was_open_too_long(cast):
    _tablet, key = paired(cast.maya)
    answer = tablet_client(key, enforce_csrf_checks=True).post(f"/tablet/sit/{cast.ivy.id}")
    assert answer.status_code == 403
    assert "Tap your face again" in words_of(answer)
    assert kind(answer)


def test_grown_ups_are_told_as_before(cast):
    answer = client_of(cast.maya).get("/nothing-here")
    assert answer.status_code == 404
    assert "The address may be mistyped" in words_of(answer)
    assert client_of(cast.maya).get("/tabletop").status_code == 404


def test_the_front_door_leads_a_tablet_to_its_faces(cast):
    _tablet, key = paired(cast.maya)
    assert tablet_client(key).get("/")["Location"] == "/tablet"
    assert tablet_client("forged").get("/").status_code == 200
    parent = client_of(cast.maya)
    assert parent.get("/")["Location"] == f"/h/{cast.household.id}/"
