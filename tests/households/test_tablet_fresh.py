"""What matters most asks for the password once more: adding a tablet and changing a picture code."""

import time

import pytest
from django.test import RequestFactory
from django.utils import timezone

from households.actions.pairing import claim_with_key
from households.actions.picture_codes import set_code
from households.models import Account, Pairing, PictureCode, Tablet
from households.views.fresh import signed_in_lately
from tests.cast import PASSWORD, as_actor, client_of, fresh
from tests.households.doors import tap, url, words_of
from tests.households.kitchen import CODE, offered, paired, signed_in_just_now

pytestmark = pytest.mark.django_db


def asks(answer, then):
    return answer.status_code == 302 and answer["Location"] == f"/accounts/reauthenticate/?next={then}"


def quoted(path):
    return path.replace("/", "%2F").replace("?", "%3F").replace("=", "%3D")


def test_adding_a_tablet(cast):
    client, path = client_of(cast.maya), url("tablet_add", cast.household)
    for answer in (client.get(path), client.post(path, {"tap": tap()})):
        assert asks(answer, quoted(path))
    assert not Pairing.objects.exists()
    page = client.get(f"/accounts/reauthenticate/?next={path}")
    assert "This matters, so we ask for your password once more." in words_of(page)
    wrong = client.post("/accounts/reauthenticate/", {"password": "wrong", "next": path})
    assert wrong.status_code == 200
    back = client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": path}, follow=True)
    assert "Show the code" in words_of(back)
    assert client.post(path, {"tap": tap()}).status_code == 200
    assert Pairing.objects.count() == 1


def test_whoever_has_just_signed_in_is_not_asked_again(cast):
    client = client_of(None)
    client.post("/accounts/login/", {"login": fresh(cast.maya).account.email, "password": PASSWORD})
    assert client.get(url("tablet_add", cast.household)).status_code == 200


def test_nor_is_whoever_has_just_signed_up(db):
    client = client_of(None)
    account = {"email": "maya@example.org", "password1": PASSWORD, "password2": PASSWORD, "name": "Maya"}
    assert client.post("/accounts/signup/", account).status_code == 302
    assert client.session["signed_up"]["account"] == Account.objects.get().pk
    request = RequestFactory().get("/")
    request.user, request.session = Account.objects.get(), client.session
    assert signed_in_lately(request)
    request.user = Account.objects.create(email="leo@example.org")
    assert not signed_in_lately(request)


@pytest.mark.parametrize(("seconds", "asked"), [(299, False), (301, True)])
def test_five_minutes(cast, monkeypatch, seconds, asked):
    client = signed_in_just_now(cast.maya)
    later = time.time() + seconds
    monkeypatch.setattr(time, "time", lambda: later)
    assert (client.get(url("tablet_add", cast.household)).status_code == 302) is asked


def test_a_sign_in_by_mail_is_no_password(cast):
    client = signed_in_just_now(cast.maya)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password_reset", "at": time.time()}]
    session.save()
    assert client.get(url("tablet_add", cast.household)).status_code == 302


def test_the_password_of_one_account_is_not_that_of_another(cast):
    client = signed_in_just_now(cast.leo)
    client.force_login(fresh(cast.maya).account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(url("tablet_add", cast.household)).status_code == 302


def test_saying_yes_keeps_the_name(cast):
    offer = offered(cast.maya)
    claim_with_key(key=offer.key, claim="k" * 43, at=timezone.now())
    client = client_of(cast.maya)
    answer = client.post(
        url("tablet_confirm", cast.household, offer.pairing.id), {"name": "Küche & Flur", "tap": tap()}
    )
    assert not Tablet.objects.exists()
    back = client.post(
        "/accounts/reauthenticate/",
        {"password": PASSWORD, "next": f"{url('tablet_adding', cast.household, offer.pairing.id)}?name=K%C3%BCche"},
    )
    assert answer["Location"].startswith("/accounts/reauthenticate/?next=")
    assert 'value="Küche"' in client.get(back["Location"]).content.decode()


@pytest.mark.parametrize("what", ["code", "no-code", "again"])
def test_picture_codes(cast, what):
    set_code(actor=as_actor(cast.maya), member_id=cast.ivy.id, code=CODE, at=timezone.now())
    kept = PictureCode.objects.get().code_hash
    path = url("member_tablet", cast.household, cast.ivy.id)
    client = client_of(cast.maya)
    data = {"what": what, "picture0": "house", "picture1": "house", "picture2": "house", "tap": tap()}
    assert asks(client.post(path, data), quoted(f"{path}?what=code"))
    assert asks(client.get(f"{path}?what={what}"), quoted(f"{path}?what=code"))
    assert PictureCode.objects.get().code_hash == kept


def test_how_a_tablet_is_for_somebody_needs_no_password(cast):
    assert client_of(cast.maya).get(url("member_tablet", cast.household, cast.ivy.id)).status_code == 200


def test_putting_away_is_one_step_without_it(cast):
    tablet, _key = paired(cast.maya)
    answer = client_of(cast.maya).post(url("tablet_revoke", cast.household, tablet.id), {"tap": tap()})
    assert answer["Location"] == url("tablets", cast.household)
    assert Tablet.objects.get().revoked_at
