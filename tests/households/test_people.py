"""The people page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import add, client_of, found, fresh
from tests.households.doors import strangers_find_nothing, url, words_of

pytestmark = pytest.mark.django_db


def test_everybody_sees_everybody(cast):
    for who in (cast.maya, cast.leo, cast.nana):
        words = words_of(client_of(who).get(url("people", cast.household)))
        for name in ("Maya", "Leo", "Ivy", "Bo", "Nana"):
            assert name in words
        assert "Tim" not in words
        assert "@" not in words


def test_buttons_are_those_the_rules_allow(cast):
    add(cast.maya, "Nils", "parent", with_account=True)
    rows = {
        row.member.name: row for row in client_of(cast.maya).get(url("people", cast.household)).context["people"].rows
    }
    assert {name for name, row in rows.items() if row.may_change} == {"Maya", "Leo", "Ivy", "Bo", "Nana"}
    assert not any(row.may_invite for row in rows.values())
    rows = {
        row.member.name: row for row in client_of(cast.leo).get(url("people", cast.household)).context["people"].rows
    }
    assert {name for name, row in rows.items() if row.may_change} == {"Leo"}


def test_a_supporter_finds_no_button_to_add_somebody(cast):
    assert "Add somebody" in words_of(client_of(cast.maya).get(url("people", cast.household)))
    assert "Add somebody" not in words_of(client_of(cast.nana).get(url("people", cast.household)))


def test_the_page_is_live(cast):
    page = client_of(cast.leo).get(url("people", cast.household)).content.decode()
    assert f'data-live-url="/live/h/{cast.household.id}/?page=people"' in page
    assert f'data-poll-url="/h/{cast.household.id}/poll?page=people"' in page
    assert f'data-revision="{fresh(cast.leo).household.revision}"' in page


def test_as_many_queries_for_twelve_as_for_one():
    def asked(member):
        client = client_of(member)
        client.get(url("people", member.household))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(url("people", member.household))
        return len(queries)

    alone = found("Alone")
    full = found("Full")
    for number in range(11):
        add(full, f"Child {number}", "child", age_band="6-9")
    assert asked(alone) == asked(full) <= 5


def test_a_full_house_says_so():
    full = found("Full")
    for number in range(11):
        add(full, f"Child {number}", "child", age_band="6-9")
    words = words_of(client_of(full).get(url("people", full.household)))
    assert "All twelve colours are taken." in words
    assert "Add somebody" not in words


def test_strangers(cast):
    strangers_find_nothing(url("people", cast.household), cast)


def test_only_looking(cast):
    assert client_of(cast.maya).post(url("people", cast.household)).status_code == 405


@pytest.mark.parametrize("household_id", [0, 999_999, 2**63, 10**40])
def test_unknown_households(cast, household_id):
    assert client_of(cast.maya).get(f"/h/{household_id}/people").status_code == 404


def test_a_changed_password_ends_other_sessions(cast):
    client = client_of(cast.leo)
    account = fresh(cast.leo).account
    account.set_password("another-quiet-morning")
    account.save()
    assert client.get(url("people", cast.household)).status_code in {302, 404}
