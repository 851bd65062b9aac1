"""Signing up, in and out, through the product's own pages."""

import re

import pytest
from django.core import mail

from households.models import Account, Member
from tests.cast import PASSWORD, client_of, fresh, make_account
from tests.households.doors import url, words_of

pytestmark = pytest.mark.django_db

NEW = {"email": "maya@example.org", "password1": PASSWORD}


def test_from_the_front_door_to_a_household(client):
    assert client.get("/").status_code == 200
    assert "Make your sign-in" in words_of(client.get("/accounts/signup/"))
    response = client.post("/accounts/signup/", NEW, follow=True)
    assert response.redirect_chain[-1][0] == "/households/new"
    assert "Found a household" in words_of(response)
    home = {"name": "Lindenhof", "time_zone": "Europe/Berlin", "language": "en"}
    client.post("/households/new", home | {"my_name": "Maya", "face": "fox", "colour": "mint"})
    member = Member.objects.select_related("account").get()
    assert member.account.email == "maya@example.org"
    assert client.get(url("people", member.household)).status_code == 200


def test_from_an_invitation_and_back_to_it(client, cast):
    from django.utils import timezone

    from households.actions.invitations import invite
    from tests.cast import add, as_actor

    pia = add(cast.maya, "Pia", "teen")
    _invitation, key = invite(actor=as_actor(cast.maya), member_id=pia.id, at=timezone.now())
    page = client.get(f"/accounts/signup/?next=/join/{key}")
    assert "then you will see whose" in words_of(page)
    assert f'value="/join/{key}"' in page.content.decode()
    response = client.post("/accounts/signup/", NEW | {"next": f"/join/{key}"})
    assert response["Location"] == f"/join/{key}"
    client.post(f"/join/{key}")
    assert fresh(pia).account.email == "maya@example.org"


def test_nobody_is_sent_to_another_site(client):
    response = client.post("/accounts/signup/", NEW | {"next": "https://evil.example/"})
    assert response["Location"] == "/"


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({"email": "nonsense"}, "nonsense"),
        ({"email": ""}, ""),
        ({"password1": "short"}, "maya@example.org"),
        ({"password1": "1234567890"}, "maya@example.org"),
        ({"password1": "maya@example.org"}, "maya@example.org"),
        ({"email": "a" * 300 + "@example.org"}, "a" * 300 + "@example.org"),
        ({"email": "a\x00b@example.org"}, None),
        ({"email": "<script>@example.org"}, None),
    ],
)
def test_what_is_wrong_is_said_and_the_address_is_kept(client, changed, kept):
    page = client.post("/accounts/signup/", NEW | changed)
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert "<script>@" not in page.content.decode()
    assert not Account.objects.exists()
    if kept:
        assert f'value="{kept}"' in page.content.decode()
    assert PASSWORD not in page.content.decode()


def test_an_address_is_one_persons_whatever_its_capitals(client):
    make_account("maya")
    taken = Account.objects.get().email
    page = client.post("/accounts/signup/", NEW | {"email": taken.upper()})
    assert page.status_code == 200
    assert Account.objects.count() == 1


def test_in_and_out(client, cast):
    email = fresh(cast.leo).account.email
    wrong = client.post("/accounts/login/", {"login": email, "password": "not-this-one"})
    assert "errorlist" in wrong.content.decode()
    assert f'value="{email}"' in wrong.content.decode()
    back = client.post("/accounts/login/", {"login": email.upper(), "password": PASSWORD, "next": "/households"})
    assert back["Location"] == "/households"
    assert "Sign out?" in words_of(client.get("/accounts/logout/"))
    assert client.post("/accounts/logout/")["Location"] == "/"
    assert client.get(url("people", cast.household)).status_code == 302


def test_where_one_wanted_to_go(client, cast):
    address = url("people", cast.household)
    email = fresh(cast.leo).account.email
    response = client.post("/accounts/login/", {"login": email, "password": PASSWORD, "next": address})
    assert response["Location"] == address


def test_a_forgotten_password(client, cast):
    account = fresh(cast.leo).account
    client.post("/accounts/password/reset/", {"email": account.email})
    letter = mail.outbox[0]
    assert letter.to == [account.email]
    assert letter.subject == "A new password for Rungs"
    assert "Leo" not in letter.body
    assert "Lindenhof" not in letter.body
    link = re.search(r"http://testserver(/\S+)", letter.body)[1]
    page = client.get(link, follow=True)
    assert "Choose a new password" in words_of(page)
    address = page.redirect_chain[-1][0]
    done = client.post(
        address, {"password1": "another-quiet-morning-7", "password2": "another-quiet-morning-7"}, follow=True
    )
    assert "Your new password works" in words_of(done)
    assert client.login(username=account.email, password="another-quiet-morning-7") or client.post(
        "/accounts/login/", {"login": account.email, "password": "another-quiet-morning-7"}
    )
    used = client_of(None).get(link, follow=True)
    assert "This link no longer works" in words_of(used)


def test_an_unknown_address_is_not_given_away(client, cast):
    known = client.post("/accounts/password/reset/", {"email": fresh(cast.leo).account.email}, follow=True)
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert words_of(known) == words_of(unknown)
    assert mail.outbox[1].subject == "No sign-in with this address"


def test_a_confirmed_address_leads_back_to_the_invitation(client, cast, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    response = client.post("/accounts/signup/", NEW | {"next": "/join/abc"}, follow=True)
    assert "Look at your mail" in words_of(response)
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    page = client.get(link)
    assert "Is maya@example.org yours?" in words_of(page)
    response = client.post(link)
    assert response.status_code == 302
    assert response["Location"] == "/join/abc"


PAGES_FOR_STRANGERS = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
    "/accounts/inactive/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/nonsense/",
    "/accounts/password/reset/key/1-nonsense/",
]
PAGES_FOR_THOSE_IN = [
    "/accounts/logout/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
]


@pytest.mark.parametrize("address", PAGES_FOR_STRANGERS + PAGES_FOR_THOSE_IN)
def test_every_page_is_in_our_look(cast, address):
    client = client_of(cast.leo if address in PAGES_FOR_THOSE_IN else None)
    page = client.get(address, follow=True)
    assert page.status_code == 200
    html = page.content.decode()
    assert "bundle/rungs.css" in html
    assert html.count("<h1>") == 1
    assert "style=" not in html
    assert "account/js" not in html
    assert "Menu:" not in html


def test_changing_the_password_needs_the_old_one(cast):
    client = client_of(cast.leo)
    new = {"password1": "another-quiet-morning-7", "password2": "another-quiet-morning-7"}
    wrong = client.post("/accounts/password/change/", new | {"oldpassword": "guess"})
    assert "errorlist" in wrong.content.decode()
    client.post("/accounts/password/change/", new | {"oldpassword": PASSWORD})
    assert fresh(cast.leo).account.check_password("another-quiet-morning-7")
