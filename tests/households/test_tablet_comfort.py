"""How every tablet is for one child or teen: size of the words, reading aloud, language."""

import pytest

from households.models import Event
from tests.cast import add, client_of, fresh
from tests.households.doors import tap, url, words_of
from tests.households.kitchen import paired, sat_down

pytestmark = pytest.mark.django_db


def address(cast, member):
    return url("member_tablet", cast.household, member.id)


def asked(member, **changed):
    member = fresh(member)
    data = {"text_size": member.text_size, "language": member.language, "revision": member.household.revision}
    return data | ({"reads_aloud": "on"} if member.reads_aloud else {}) | {"tap": tap()} | changed


def comfort(member):
    member = fresh(member)
    return member.text_size, member.reads_aloud, member.language


def test_a_parent_says_how_it_is_for_a_child(cast):
    answer = client_of(cast.maya).post(
        address(cast, cast.ivy), asked(cast.ivy, text_size="largest", reads_aloud="on", language="de")
    )
    assert answer["Location"] == url("people", cast.household)
    assert comfort(cast.ivy) == ("largest", True, "de")
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.member_id) == ("member.tablet", cast.ivy.id)
    words = words_of(client_of(cast.maya).get(url("history", cast.household)))
    assert "Maya changed how the tablets are for Ivy." in words
    assert "Very large" in words


def test_the_tablet_follows(cast):
    _tablet, key = paired(cast.maya)
    browser = sat_down(key, cast.ivy)
    client_of(cast.maya).post(
        address(cast, cast.ivy), asked(cast.ivy, text_size="large", reads_aloud="on", language="de")
    )
    page = browser.get(f"/tablet/m/{cast.ivy.id}").content.decode()
    assert '<html lang="de"' in page
    assert 'data-text="large"' in page
    assert 'data-reads="1"' in page


def test_it_is_found_on_the_people_page(cast):
    for who, members in ((cast.maya, {cast.leo, cast.ivy, cast.bo}), (cast.leo, {cast.leo}), (cast.nana, set())):
        page = client_of(who).get(url("people", cast.household)).content.decode()
        assert {each for each in cast.family if f'href="{address(cast, each)}"' in page} == members


def test_a_teen_says_it_for_themself(cast):
    client_of(cast.leo).post(address(cast, cast.leo), asked(cast.leo, text_size="large"))
    assert comfort(cast.leo) == ("large", False, "")


@pytest.mark.parametrize("changed", [{"text_size": "huge"}, {"text_size": ""}, {"language": "tlh"}])
def test_what_cannot_be_chosen(cast, changed):
    answer = client_of(cast.maya).post(address(cast, cast.ivy), asked(cast.ivy, **changed))
    assert answer.status_code == 422
    assert comfort(cast.ivy) == ("normal", False, "")


def test_two_parents_at_once(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    mine, his = asked(cast.ivy, text_size="large"), asked(cast.ivy, reads_aloud="on")
    client_of(cast.maya).post(address(cast, cast.ivy), mine)
    assert client_of(papa).post(address(cast, cast.ivy), his).status_code == 302
    assert comfort(cast.ivy) == ("large", True, "")
    clash = client_of(papa).post(address(cast, cast.ivy), his | {"text_size": "largest", "tap": tap()})
    assert clash.status_code == 422
    assert "has changed this to “Large” meanwhile." in words_of(clash)


def test_saving_without_a_change_is_no_event(cast):
    before = Event.objects.count()
    client_of(cast.maya).post(address(cast, cast.ivy), asked(cast.ivy))
    assert Event.objects.count() == before


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_not_for_others(cast, who):
    client = client_of(getattr(cast, who))
    assert client.get(address(cast, cast.ivy)).status_code == 403
    assert client.post(address(cast, cast.ivy), asked(cast.ivy, text_size="large")).status_code == 422
    assert comfort(cast.ivy) == ("normal", False, "")


def test_only_those_who_sit_at_tablets(cast):
    answer = client_of(cast.maya).get(address(cast, cast.nana))
    assert answer.status_code == 403
    assert "Nana has a screen of their own." in words_of(answer)
