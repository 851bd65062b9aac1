"""The tablets page, and what a parent changes about one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from households.actions.picture_codes import set_code
from households.models import Event, HiddenFace, PictureCode, Tablet
from tests.cast import add, as_actor, client_of, fresh
from tests.households.doors import strangers_find_nothing, tap, url, words_of
from tests.households.kitchen import CODE, paired, sat_down, tablet_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitchen(cast):
    return paired(cast.maya)


def page(cast, who=None):
    return words_of(client_of(who or cast.maya).get(url("tablets", cast.household)))


def asked(cast, tablet, **changed):
    everybody = [cast.leo.id, cast.ivy.id, cast.bo.id]
    return {
        "name": tablet.name,
        "faces": everybody,
        "offered": " ".join(map(str, everybody)),
        "revision": fresh(cast.maya).household.revision,
        "tap": tap(),
    } | changed


def changed(cast, tablet, who=None, **fields):
    return client_of(who or cast.maya).post(
        url("tablet_change", cast.household, tablet.id), asked(cast, tablet, **fields)
    )


def test_without_a_tablet_the_page_says_what_it_is_good_for(cast):
    words = page(cast)
    assert "No tablet yet" in words
    assert words.count("Add a tablet") == 1


def test_parents_find_it_from_everywhere_and_others_do_not(cast):
    there = f'href="{url("tablets", cast.household)}"'
    for name in ("household", "people", "household_settings", "history"):
        assert there in client_of(cast.maya).get(url(name, cast.household)).content.decode()
        assert there not in client_of(cast.leo).get(url(name, cast.household)).content.decode()


def test_last_seen(cast, kitchen):
    tablet, key = kitchen
    Tablet.objects.update(last_seen_at=timezone.now() - timedelta(days=3))
    assert "Last seen on" in page(cast)
    tablet_client(key).get("/tablet/here")
    assert "Seen a moment ago" in page(cast)
    assert timezone.now() - Tablet.objects.get(id=tablet.id).last_seen_at < timedelta(seconds=30)


def test_as_many_queries_for_five_as_for_one(cast, kitchen):
    client, address = client_of(cast.maya), url("tablets", cast.household)
    client.get(address)

    def asked_for():
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    one = asked_for()
    for number in range(4):
        paired(cast.maya, f"Tablet {number}")
    assert asked_for() == one <= 8


def test_another_name(cast, kitchen):
    tablet, _key = kitchen
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    assert changed(cast, tablet, papa, name="Hall")["Location"] == url("tablets", cast.household)
    assert Tablet.objects.get().name == "Hall"
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.changes) == ("tablet.changed", papa.id, {"name": ["Kitchen", "Hall"]})


def test_whose_faces(cast, kitchen):
    tablet, key = kitchen
    changed(cast, tablet, faces=[cast.ivy.id])
    assert set(HiddenFace.objects.values_list("member_id", flat=True)) == {cast.leo.id, cast.bo.id}
    faces = words_of(tablet_client(key).get("/tablet"))
    assert "Ivy" in faces
    assert "Bo" not in faces
    changes = words_of(client_of(cast.maya).get(url("history", cast.household)))
    assert "Maya changed the tablet “Kitchen”." in changes
    assert "Leo and Bo" in changes
    changed(cast, tablet)
    assert not HiddenFace.objects.exists()


def test_nobodys_face(cast, kitchen):
    tablet, key = kitchen
    changed(cast, tablet, faces=[])
    assert "It shows nobody’s face yet." in page(cast)
    assert tablet_client(key).get("/tablet").status_code == 200


def test_only_children_and_teens_are_offered(cast, kitchen):
    form = client_of(cast.maya).get(url("tablet_change", cast.household, kitchen[0].id)).context["form"]
    assert [each.name for each in form.people] == ["Leo", "Ivy", "Bo"]
    assert form.chosen == {cast.leo.id, cast.ivy.id, cast.bo.id}


@pytest.mark.parametrize("face", ["nana", "their_child", "maya"])
def test_a_face_that_cannot_be_chosen(cast, kitchen, face):
    answer = changed(cast, kitchen[0], faces=[getattr(cast, face).id])
    assert answer.status_code == 422
    assert "Please look once more." in words_of(answer)


def test_whom_the_form_did_not_know_is_not_hidden_by_it(cast, kitchen):
    data = asked(cast, kitchen[0])
    add(cast.maya, "Mia", "child", age_band="6-9")
    client_of(cast.maya).post(url("tablet_change", cast.household, kitchen[0].id), data)
    assert not HiddenFace.objects.exists()


@pytest.mark.parametrize("offered", ["", "x y", "9" * 40, "-1", "999999"])
def test_nonsense_in_the_form(cast, kitchen, offered):
    assert changed(cast, kitchen[0], faces=[], offered=offered).status_code == 302
    assert not HiddenFace.objects.exists()


def test_who_sits_there_leaves_with_their_face(cast, kitchen):
    tablet, key = kitchen
    browser = sat_down(key, cast.ivy)
    changed(cast, tablet, faces=[cast.bo.id])
    assert Tablet.objects.get().seat_id is None
    assert browser.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"


def test_two_parents_at_once_keep_what_both_meant(cast, kitchen):
    tablet, _key = kitchen
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    mine, his = asked(cast, tablet, name="Hall"), asked(cast, tablet, faces=[cast.ivy.id])
    address = url("tablet_change", cast.household, tablet.id)
    client_of(cast.maya).post(address, mine)
    assert client_of(papa).post(address, his).status_code == 302
    assert Tablet.objects.get().name == "Hall"
    assert HiddenFace.objects.count() == 2


def test_two_parents_change_the_same(cast, kitchen):
    tablet, _key = kitchen
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    mine, his = asked(cast, tablet, faces=[cast.bo.id]), asked(cast, tablet, faces=[cast.ivy.id])
    address = url("tablet_change", cast.household, tablet.id)
    client_of(cast.maya).post(address, mine)
    clash = client_of(papa).post(address, his)
    assert clash.status_code == 422
    assert "Maya has changed this to “Bo” meanwhile." in words_of(clash)
    again = his | {"revision": clash.context["form"].data["revision"], "tap": tap()}
    assert client_of(papa).post(address, again).status_code == 302
    assert set(HiddenFace.objects.values_list("member_id", flat=True)) == {cast.leo.id, cast.bo.id}


def test_saving_without_a_change_is_no_event(cast, kitchen):
    changed(cast, kitchen[0])
    assert not Event.objects.filter(kind="tablet.changed").exists()


@pytest.mark.parametrize("name", ["", "   ", "y" * 41])
def test_a_name_that_does_not_fit(cast, kitchen, name):
    assert changed(cast, kitchen[0], name=name).status_code == 422
    assert Tablet.objects.get().name == "Kitchen"


def test_a_child_who_waits_for_a_parent_is_named(cast, kitchen):
    set_code(actor=as_actor(cast.maya), member_id=cast.ivy.id, code=CODE, at=timezone.now())
    PictureCode.objects.update(wrong=6)
    assert "waits for you" not in page(cast)
    PictureCode.objects.update(wrong=7)
    assert "Ivy tapped wrong pictures many times and waits for you." in page(cast)


def test_names_are_written_as_they_are(cast):
    paired(cast.maya, "<b>Küche</b>")
    assert "&lt;b&gt;Küche&lt;/b&gt;" in client_of(cast.maya).get(url("tablets", cast.household)).content.decode()


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_not_for_teens_and_supporters(cast, kitchen, who):
    client = client_of(getattr(cast, who))
    for address in (url("tablets", cast.household), url("tablet_change", cast.household, kitchen[0].id)):
        assert client.get(address).status_code == 403
    assert changed(cast, kitchen[0], getattr(cast, who), name="Mine").status_code == 422
    assert Tablet.objects.get().name == "Kitchen"


def test_strangers(cast, kitchen):
    strangers_find_nothing(url("tablets", cast.household), cast)
    strangers_find_nothing(url("tablet_change", cast.household, kitchen[0].id), cast)
    strangers_find_nothing(url("tablet_change", cast.household, kitchen[0].id), cast, method="post")
    assert client_of(cast.neighbour).get(url("tablet_change", cast.next_door, kitchen[0].id)).status_code == 404
    assert "Kitchen" not in page_of_neighbour(cast)


def page_of_neighbour(cast):
    return words_of(client_of(cast.neighbour).get(url("tablets", cast.next_door)))
