"""Putting a tablet away: dead at once, and every parent can."""

import pytest

from households.access import stream_viewer
from households.actions.tablets import revoke_tablet
from households.live.outlet import listening
from households.models import Event, Tablet
from tests.cast import add, as_actor, client_of
from tests.households.doors import only_posts, strangers_find_nothing, tap, url, words_of
from tests.households.kitchen import offered, paired, sat_down, tablet_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitchen(cast):
    return paired(cast.maya)


def put_away(cast, tablet, who=None):
    return client_of(who or cast.maya).post(url("tablet_revoke", cast.household, tablet.id), {"tap": tap()})


def test_any_parent_does(cast, kitchen):
    tablet, _key = kitchen
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    assert put_away(cast, tablet, papa)["Location"] == url("tablets", cast.household)
    row = Tablet.objects.get()
    assert (row.revoked_by_id, row.seat_id) == (papa.id, None)
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.title) == ("tablet.revoked", papa.id, "Kitchen")
    words = words_of(client_of(cast.maya).get(url("tablets", cast.household)))
    assert "Put away by Nils" in words
    assert "Nils put the tablet “Kitchen” away." in words_of(client_of(cast.maya).get(url("history", cast.household)))


def test_the_key_is_dead_at_the_next_request(cast, kitchen):
    tablet, key = kitchen
    browser = sat_down(key, cast.ivy)
    put_away(cast, tablet)
    assert browser.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"
    assert browser.get("/tablet/here")["Location"] == "/tablet"
    assert browser.post("/tablet/leave").status_code == 404
    assert browser.post(f"/tablet/sit/{cast.ivy.id}").status_code == 404
    page = browser.get("/tablet")
    assert "This tablet was put away" in words_of(page)
    assert "Ivy" not in words_of(page)
    assert not Tablet.objects.exclude(seat=None).exists()


def test_its_key_opens_its_own_streams(cast, kitchen):
    tablet, key = kitchen
    sat_down(key, cast.ivy)
    cookies = {"rungs-tablet": key}
    faces, seat = {"page": "faces"}, {"page": "seat", "member": str(cast.ivy.id)}
    assert stream_viewer(cookies, cast.household.id, faces).tablet_id == tablet.id
    assert stream_viewer(cookies, cast.household.id, seat).member_id == cast.ivy.id


@pytest.mark.django_db(transaction=True)
def test_every_open_screen_is_asked_again():
    from tests.cast import assemble

    cast = assemble()
    tablet, key = paired(cast.maya)
    sat_down(key, cast.ivy)
    with listening() as heard:
        put_away(cast, tablet)
    assert "rights" in heard[-1].kinds
    for query in ({"page": "faces"}, {"page": "seat", "member": str(cast.ivy.id)}):
        assert stream_viewer({"rungs-tablet": key}, cast.household.id, query) is None


def test_a_tablet_put_away_can_be_added_anew(cast, kitchen):
    tablet, key = kitchen
    put_away(cast, tablet)
    browser, offer = tablet_client(key), offered(cast.maya)
    assert browser.post(f"/tablet/pair/{offer.key}", {"tap": tap()}).status_code == 302
    assert browser.get("/tablet/waiting").status_code == 204
    assert Tablet.objects.in_use().count() == 0


def test_twice(cast, kitchen):
    tablet, _key = kitchen
    data, client = {"tap": tap()}, client_of(cast.maya)
    address = url("tablet_revoke", cast.household, tablet.id)
    assert client.post(address, data).status_code == client.post(address, data).status_code == 302
    assert client.post(address, {"tap": tap()}).status_code == 404  # somebody else was quicker: it is gone
    assert Event.objects.filter(kind="tablet.revoked").count() == 1
    assert client.get(url("tablet_change", cast.household, tablet.id)).status_code == 404


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents(cast, kitchen, who):
    assert put_away(cast, kitchen[0], getattr(cast, who)).status_code == 422
    assert Tablet.objects.in_use().exists()


def test_strangers(cast, kitchen):
    address = url("tablet_revoke", cast.household, kitchen[0].id)
    strangers_find_nothing(address, cast, method="post")
    assert client_of(cast.neighbour).post(url("tablet_revoke", cast.next_door, kitchen[0].id)).status_code == 404
    only_posts(address, cast.maya)
    assert Tablet.objects.in_use().exists()


def test_other_tablets_go_on(cast, kitchen):
    _other, key = paired(cast.maya, "Hall")
    revoke_tablet(actor=as_actor(cast.maya), tablet_id=kitchen[0].id, at=kitchen[0].paired_at)
    assert "Ivy" in words_of(tablet_client(key).get("/tablet"))
