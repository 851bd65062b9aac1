"""The front door."""

import pytest

from tests.cast import add, client_of, found, fresh, join, make_account
from tests.households.doors import words_of

pytestmark = pytest.mark.django_db


def test_a_stranger_is_told_what_this_is(client):
    page = client.get("/")
    assert page.status_code == 200
    words = words_of(page)
    assert "Mornings you make together" in words
    for address in ("/accounts/signup/", "/accounts/login/", "/about"):
        assert f'href="{address}"' in page.content.decode()


def test_without_a_household_one_is_led_to_founding_one():
    assert client_of(make_account()).get("/")["Location"] == "/households/new"


def test_with_one_household_one_is_at_home(cast):
    assert client_of(cast.leo).get("/")["Location"] == f"/h/{cast.household.id}/"


def test_with_several_one_chooses(cast):
    add(cast.neighbour, "Leo", "teen")
    theirs = next(each for each in cast.next_door.members.all() if each.name == "Leo")
    join(cast.neighbour, theirs, account=fresh(cast.leo).account)
    found("Somebody else's")
    client = client_of(cast.leo)
    assert client.get("/")["Location"] == "/households"
    words = words_of(client.get("/households"))
    assert words.index("Lindenhof") < words.index("Next door")
    assert "Somebody else" not in words


def test_the_list_of_nobody_yet():
    assert "Nobody here yet" in words_of(client_of(make_account()).get("/households"))


def test_the_list_is_for_those_signed_in():
    assert client_of(None).get("/households")["Location"] == "/accounts/login/?next=/households"


def test_one_query_for_the_households(cast, django_assert_num_queries):
    client = client_of(cast.leo)
    with django_assert_num_queries(4):  # session, account, memberships, work with families
        client.get("/households")


@pytest.mark.parametrize("address", ["/", "/households"])
def test_only_looking(cast, address):
    assert client_of(cast.leo).post(address).status_code == 405
