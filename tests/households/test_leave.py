"""Leaving a household by oneself."""

import pytest

from households.models import Event, Member
from tests.cast import add, client_of, found, fresh
from tests.households.doors import strangers_find_nothing, tap, url, words_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_a_teen_or_supporter_leaves(cast, who):
    member = getattr(cast, who)
    client = client_of(member)
    address = url("household_leave", cast.household)
    assert "Leave Lindenhof?" in words_of(client.get(address))
    response = client.post(address, {"tap": tap()})
    assert response["Location"] == "/"
    after = fresh(member)
    assert after.left_at is not None
    assert after.account is None
    assert client.get(url("people", cast.household)).status_code == 404
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.member_id) == ("member.left", member.id, member.id)


def test_the_last_parent_who_can_sign_in_stays(cast):
    add(cast.maya, "Nils", "parent")
    client = client_of(cast.maya)
    address = url("household_leave", cast.household)
    assert "You are the only parent here who can sign in." in words_of(client.get(address))
    response = client.post(address, {"tap": tap()})
    assert response.status_code == 422
    assert "Invite another parent first." in words_of(response)
    assert fresh(cast.maya).left_at is None


def test_one_of_two_parents_may_go(cast):
    add(cast.maya, "Nils", "parent", with_account=True)
    client_of(cast.maya).post(url("household_leave", cast.household))
    assert fresh(cast.maya).left_at is not None


def test_two_parents_never_both_go(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    address = url("household_leave", cast.household)
    answers = [client_of(who).post(address).status_code for who in (cast.maya, papa)]
    assert answers == [302, 422]
    assert Member.objects.of(cast.household.id).here().filter(kind="parent").count() == 1


def test_leaving_one_household_keeps_the_other(cast):
    elsewhere = found("At Dad's", founder="Leo", account=fresh(cast.leo).account)
    client_of(cast.leo).post(url("household_leave", cast.household))
    assert fresh(elsewhere).account is not None


def test_strangers(cast):
    address = url("household_leave", cast.household)
    strangers_find_nothing(address, cast)
    strangers_find_nothing(address, cast, method="post")
    assert Member.objects.filter(left_at__isnull=False).count() == 0
