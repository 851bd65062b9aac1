"""Name, clock and language of a household."""

import pytest

from households.models import Event, Household
from tests.cast import add, client_of, found
from tests.households.doors import strangers_find_nothing, tap, url, words_of

pytestmark = pytest.mark.django_db


def asked(household, **changed):
    return {
        "name": household.name,
        "time_zone": household.time_zone,
        "language": household.language,
        "revision": household.revision,
        "tap": tap(),
    } | changed


def household_of(cast):
    cast.household.refresh_from_db()
    return cast.household


def test_a_parent_changes_them(cast):
    household = household_of(cast)
    address = url("household_settings", household)
    response = client_of(cast.maya).post(address, asked(household, name="Birkenhof", time_zone="Europe/Vienna"))
    assert response["Location"] == address
    after = Household.objects.get(id=household.id)
    assert (after.name, after.time_zone) == ("Birkenhof", "Europe/Vienna")
    assert after.revision == household.revision + 1
    event = Event.objects.of(household.id).latest("id")
    assert event.kind == "household.changed"
    assert event.changes == {"name": ["Lindenhof", "Birkenhof"], "time_zone": ["Europe/London", "Europe/Vienna"]}


def test_pages_speak_the_households_language(cast):
    client = client_of(cast.maya)
    household = household_of(cast)
    client.post(url("household_settings", household), asked(household, language="de"))
    assert 'lang="de"' in client.get(url("household_settings", household)).content.decode()


def test_saving_nothing_changes_nothing(cast):
    household = household_of(cast)
    client_of(cast.maya).post(url("household_settings", household), asked(household))
    assert Event.objects.of(household.id).latest("id").kind != "household.changed"


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_others_see_them_but_only_a_parent_changes_them(cast, who):
    household, client = household_of(cast), client_of(getattr(cast, who))
    page = client.get(url("household_settings", household))
    assert "A parent or carer can change this." in words_of(page)
    assert 'name="time_zone"' not in page.content.decode()
    response = client.post(url("household_settings", household), asked(household, name="Mine"))
    assert response.status_code == 422
    assert "Only a parent or carer can do this." in words_of(response)
    assert household_of(cast).name == "Lindenhof"


def test_strangers(cast):
    strangers_find_nothing(url("household_settings", cast.household), cast)
    strangers_find_nothing(url("household_settings", cast.household), cast, method="post", **asked(cast.household))


def test_two_parents_at_once_keep_each_others_changes(cast):
    household = household_of(cast)
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    drawn = household_of(cast).revision
    address = url("household_settings", household)
    client_of(cast.maya).post(address, asked(household, revision=drawn, name="Birkenhof"))
    client_of(papa).post(address, asked(household, revision=drawn, time_zone="Europe/Paris"))
    after = household_of(cast)
    assert (after.name, after.time_zone) == ("Birkenhof", "Europe/Paris")


def test_a_clash_is_shown_and_sent_again_mine_wins(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    household = household_of(cast)
    address = url("household_settings", household)
    client_of(cast.maya).post(address, asked(household, name="Birkenhof"))
    clash = client_of(papa).post(address, asked(household, name="Ahornhof"))
    assert clash.status_code == 422
    assert "Maya has changed this to “Birkenhof” meanwhile. Yours is kept here" in words_of(clash)
    form = clash.context["form"]
    assert form["name"].value() == "Ahornhof"
    assert household_of(cast).name == "Birkenhof"
    client_of(papa).post(address, asked(household, name="Ahornhof", revision=form["revision"].value()))
    assert household_of(cast).name == "Ahornhof"


@pytest.mark.parametrize("nonsense", ["", "x", "-1", "9" * 40])
def test_a_nonsense_revision_never_overwrites_silently(cast, nonsense):
    household = household_of(cast)
    address = url("household_settings", household)
    client = client_of(cast.maya)
    client.post(address, asked(household, name="Birkenhof"))
    response = client.post(address, asked(household, name="Ahornhof", revision=nonsense))
    assert response.status_code == 422
    assert household_of(cast).name == "Birkenhof"


def test_a_double_tap_is_applied_once(cast):
    household = household_of(cast)
    data = asked(household, name="Birkenhof")
    client = client_of(cast.maya)
    assert client.post(url("household_settings", household), data).status_code == 302
    assert client.post(url("household_settings", household), data).status_code == 302
    assert Event.objects.of(household.id).filter(kind="household.changed").count() == 1


def test_one_household_never_changes_another():
    mine, other = found("Lindenhof"), found("Next door")
    household = mine.household
    household.refresh_from_db()
    client_of(mine).post(url("household_settings", household), asked(household, name="Birkenhof"))
    assert Household.objects.get(id=other.household_id).name == "Next door"
