"""Following an invitation."""

import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from households.actions.invitations import accept_invitation, invite, withdraw_invitation
from households.actions.refusal import Refused
from households.models import Event, Invitation, Member
from tests.cast import add, as_actor, assemble, client_of, found, fresh, make_account
from tests.households.doors import tap, url, words_of

pytestmark = pytest.mark.django_db

NAMES = ("Maya", "Leo", "Ivy", "Bo", "Nana", "Pia", "Lindenhof")


@pytest.fixture
def pia(cast):
    return add(cast.maya, "Pia", "teen")


def key_for(cast, member, *, ago=timedelta(0)):
    return invite(actor=as_actor(cast.maya), member_id=member.id, at=timezone.now() - ago)[1]


def test_nothing_of_the_family_is_shown_before_signing_in(cast, pia):
    page = client_of(None).get(f"/join/{key_for(cast, pia)}")
    assert page.status_code == 200
    assert "Somebody has invited you to their household on Rungs" in words_of(page)
    html = page.content.decode()
    for name in (*NAMES, pia.face, "person-"):
        assert not re.search(rf"\b{name}\b", html)


def test_ways_in_lead_back_to_the_invitation(cast, pia):
    key = key_for(cast, pia)
    html = client_of(None).get(f"/join/{key}").content.decode()
    assert f"/accounts/signup/?next=/join/{key}" in html
    assert f"/accounts/login/?next=/join/{key}" in html


def test_signed_in_one_sees_whose_it_is_and_joins(cast, pia):
    account = make_account("Pia")
    client, key = client_of(account), key_for(cast, pia)
    page = client.get(f"/join/{key}")
    assert "To Lindenhof, as Pia." in words_of(page)
    response = client.post(f"/join/{key}", {"tap": tap()})
    assert response["Location"] == url("household", cast.household)
    assert fresh(pia).account == account
    invitation = Invitation.objects.get(member=pia)
    assert invitation.used_by == account
    assert invitation.used_at is not None
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.member_id) == ("member.joined", pia.id, pia.id)
    assert client.get(url("people", cast.household)).status_code == 200


def test_looking_joins_nobody(cast, pia):
    client_of(make_account()).get(f"/join/{key_for(cast, pia)}")
    assert fresh(pia).account is None


def test_signed_out_a_post_leads_to_the_sign_in(cast, pia):
    key = key_for(cast, pia)
    response = client_of(None).post(f"/join/{key}")
    assert response["Location"] == f"/accounts/login/?next=/join/{key}"
    assert fresh(pia).account is None


def test_used_by_somebody_else(cast, pia):
    key = key_for(cast, pia)
    client_of(make_account("Pia")).post(f"/join/{key}")
    for client in (client_of(make_account("other")), client_of(None)):
        for answer in (client.get(f"/join/{key}"), client_of(make_account()).post(f"/join/{key}")):
            assert answer.status_code == 410
            assert "This invitation has been used already." in words_of(answer)
            assert "Lindenhof" not in answer.content.decode()


def test_my_own_replay_brings_me_home(cast, pia):
    client, key = client_of(make_account("Pia")), key_for(cast, pia)
    once = tap()
    for _ in range(3):
        assert client.post(f"/join/{key}", {"tap": once})["Location"] == url("household", cast.household)
    assert "You are in this household already." in words_of(client.get(f"/join/{key}"))
    assert Event.objects.of(cast.household.id).filter(kind="member.joined", member=pia).count() == 1


def test_a_week_later_it_is_over(cast, pia):
    key = key_for(cast, pia, ago=timedelta(days=7, seconds=1))
    for client in (client_of(None), client_of(make_account())):
        answer = client.get(f"/join/{key}")
        assert answer.status_code == 410
        assert "that week is over" in words_of(answer)
    assert client_of(make_account()).post(f"/join/{key}").status_code == 410
    assert fresh(pia).account is None


def test_a_moment_before_it_still_works(cast, pia):
    key = key_for(cast, pia, ago=timedelta(days=6, hours=23))
    assert client_of(make_account()).post(f"/join/{key}").status_code == 302


def test_taken_back_while_the_page_was_open(cast, pia):
    key, client = key_for(cast, pia), client_of(make_account())
    client.get(f"/join/{key}")
    withdraw_invitation(actor=as_actor(cast.maya), member_id=pia.id, at=timezone.now())
    answer = client.post(f"/join/{key}")
    assert answer.status_code == 410
    assert "This invitation was taken back." in words_of(answer)
    assert fresh(pia).account is None


def test_whoever_left_meanwhile_is_not_let_in(cast, pia):
    key = key_for(cast, pia)
    client_of(cast.maya).post(url("member_remove", cast.household, pia.id))
    assert client_of(make_account()).post(f"/join/{key}").status_code == 410


@pytest.mark.parametrize("key", ["x", "0" * 32, "ключ", "a%00b", "..", "'--", "k" * 2000])
def test_unknown_keys(db, key):
    answer = client_of(None).get(f"/join/{key}")
    assert answer.status_code == 404
    if key != "..":
        assert "We do not know this invitation." in words_of(answer)
    assert client_of(make_account()).post(f"/join/{key}").status_code == 404


def test_somebody_who_is_here_already(cast, pia):
    key = key_for(cast, pia)
    page = client_of(cast.leo).get(f"/join/{key}")
    assert "You are in this household already." in words_of(page)
    assert client_of(cast.leo).post(f"/join/{key}")["Location"] == url("household", cast.household)
    assert fresh(pia).account is None
    assert Invitation.objects.get(member=pia).used_at is None


def test_somebody_with_another_household_joins_a_second(cast, pia):
    elsewhere = found("At Dad's", founder="Pia")
    account = fresh(elsewhere).account
    client_of(account).post(f"/join/{key_for(cast, pia)}")
    assert Member.objects.signed_in_as(account.id).count() == 2


def test_the_verb_lets_one_account_in_once(cast, pia):
    lou = add(cast.maya, "Lou", "supporter")
    account = make_account()
    accept_invitation(key=key_for(cast, pia), account=account, at=timezone.now())
    with pytest.raises(Refused, match="already_member"):
        accept_invitation(key=key_for(cast, lou), account=account, at=timezone.now())
    assert fresh(lou).account is None


@pytest.mark.django_db(transaction=True)
def test_of_two_people_with_the_same_link_one_is_let_in():
    cast = assemble()
    pia = add(cast.maya, "Pia", "teen")
    key = key_for(cast, pia)
    accounts = [make_account(f"racer{number}") for number in range(6)]
    start, outcomes = Barrier(len(accounts)), []

    def race(account):
        try:
            start.wait(5)
            accept_invitation(key=key, account=account, at=timezone.now())
            outcomes.append("in")
        except Refused as refused:
            outcomes.append(refused.code)
        finally:
            connection.close()

    threads = [Thread(target=race, args=[account]) for account in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(outcomes) == ["in"] + ["invitation_used"] * 5
    assert fresh(pia).account == Invitation.objects.get(member=pia).used_by
