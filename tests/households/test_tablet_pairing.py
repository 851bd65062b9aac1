"""Adding a tablet: the code on the parent's screen, the claim on the tablet, and the parent who says yes."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from households.actions.pairing import claim_with_key, confirm_pairing, withdraw_pairing
from households.actions.refusal import Refused
from households.models import Event, Pairing, Tablet
from tests.cast import add, as_actor, client_of, found, fresh
from tests.households.doors import only_posts, strangers_find_nothing, tap, url, words_of
from tests.households.kitchen import offered, paired, signed_in_just_now, tablet_client

pytestmark = pytest.mark.django_db
NOBODYS = re.compile(r"Lindenhof|Maya|Leo|Ivy|Bo\b|Nana|person-")


def key_on(response):
    """The key in the QR code's link: the page shows only its picture, so it is read from what was drawn."""
    return response.context["qr"], response.context["digits"].replace(" ", "")


def added(cast, who=None):
    return signed_in_just_now(who or cast.maya).post(url("tablet_add", cast.household), {"tap": tap()})


def test_the_code_is_shown_once_and_only_hashes_are_kept(cast):
    response = added(cast)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    _qr, digits = key_on(response)
    assert re.fullmatch(r"\d{6}", digits)
    assert "<path" in response.content.decode()
    pairing = Pairing.objects.get()
    stored = f"{pairing.key_hash} {pairing.digits_hash}"
    assert digits not in stored
    assert sha256(digits.encode()).hexdigest() not in stored  # six digits alone would be guessed back at once
    assert pairing.expires_at - pairing.made_at == timedelta(minutes=10)
    later = client_of(cast.maya).get(url("tablet_adding", cast.household, pairing.id)).content.decode()
    assert digits not in later.replace(" ", "")


def test_the_key_has_enough_bits(cast):
    keys = {offered(cast.maya).key for _ in range(20)}
    assert len(keys) == 20
    assert all(len(key) >= 22 for key in keys)  # 22 letters of 6 bits are more than 128


def test_nothing_of_the_household_shows_before_a_parent_confirms(cast):
    offer, tablet = offered(cast.maya), tablet_client()
    pages = [
        tablet.get("/tablet"),
        tablet.get(f"/tablet/pair/{offer.key}"),
        tablet.get("/tablet/pair/unknown"),
        tablet.post("/tablet/digits", {"digits": "000000"}),
        tablet.post(f"/tablet/pair/{offer.key}", {"tap": tap()}, follow=True),
        tablet.get("/tablet/waiting"),
    ]
    for page in pages:
        assert not NOBODYS.search(page.content.decode())


def test_from_the_code_to_the_faces(cast):
    parent, tablet = signed_in_just_now(cast.maya), tablet_client()
    parent.post(url("tablet_add", cast.household), {"tap": tap()})
    pairing = Pairing.objects.get()
    here = url("tablet_adding", cast.household, pairing.id)
    assert "Waiting for the tablet" in words_of(parent.get(here))

    offer = offered(cast.maya)
    here = url("tablet_adding", cast.household, offer.pairing.id)
    asks = tablet.get(f"/tablet/pair/{offer.key}")
    assert "Shall this be a shared tablet?" in words_of(asks)
    claimed = tablet.post(f"/tablet/pair/{offer.key}", {"tap": tap()})
    assert claimed["Location"] == "/tablet"
    cookie = claimed.cookies[settings.TABLET_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["max-age"] > 60 * 60 * 24 * 365
    assert len(cookie.value) >= 43  # 32 bytes
    assert tablet.get("/tablet/waiting").status_code == 204

    waiting, asked = tablet.get("/tablet").content.decode(), parent.get(here).content.decode()
    pictures = Pairing.objects.get(id=offer.pairing.id).pictures
    assert len(set(pictures)) == 3
    for page in (waiting, asked):
        shown = re.search(r'<p class="pair(?:ing)?-pictures">(.*?)</p>', page, re.DOTALL)[1]
        assert re.findall(r"#([\w-]+)\"", shown) == pictures
    assert not Tablet.objects.exists()

    yes = parent.post(
        url("tablet_confirm", cast.household, offer.pairing.id), {"name": " Kitchen ", "tap": tap()}, follow=True
    )
    assert "“Kitchen” is a tablet of your household now." in words_of(yes)
    row = Tablet.objects.get()
    assert (row.name, row.paired_by_id) == ("Kitchen", cast.maya.id)
    assert row.key_hash == sha256(cookie.value.encode()).hexdigest()
    assert tablet.get("/tablet/waiting").json() == {"there": "/tablet"}
    assert "Ivy" in words_of(tablet.get("/tablet"))


def test_a_key_is_worth_nothing_before_the_parent_confirms(cast):
    offer = offered(cast.maya)
    tablet = tablet_client()
    tablet.post(f"/tablet/pair/{offer.key}", {"tap": tap()})
    assert tablet.get("/tablet/here")["Location"] == "/tablet"
    assert tablet.get(f"/tablet/m/{cast.ivy.id}")["Location"] == "/tablet"
    assert tablet.post("/tablet/leave").status_code == 404
    assert tablet.post(f"/tablet/sit/{cast.ivy.id}").status_code == 404


def test_the_history_says_who_added_it(cast):
    paired(cast.maya)
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.title) == ("tablet.added", cast.maya.id, "Kitchen")
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    assert "Maya added the tablet “Kitchen”." in words_of(client_of(papa).get(url("history", cast.household)))
    assert "Added by Maya" in words_of(client_of(papa).get(url("tablets", cast.household)))


def test_who_is_signed_in_on_the_tablet_is_told_and_signed_out(cast):
    offer = offered(cast.maya)
    browser = client_of(cast.leo)
    assert "They will be signed out here" in words_of(browser.get(f"/tablet/pair/{offer.key}"))
    assert "They will be signed out here" in words_of(browser.get("/tablet"))
    before = browser.session.session_key
    browser.post(f"/tablet/pair/{offer.key}", {"tap": tap()})
    assert not browser.session.session_key or browser.session.session_key != before
    assert browser.get(url("household", cast.household)).status_code == 302
    assert "signed out" not in words_of(tablet_client().get(f"/tablet/pair/{offered(cast.maya).key}"))


def test_a_parent_who_signed_in_on_the_tablet_is_signed_out_when_it_shows_its_faces(cast):
    _tablet, key = paired(cast.maya)
    browser = client_of(cast.maya)
    browser.cookies[settings.TABLET_COOKIE_NAME] = key
    assert browser.get(url("household", cast.household)).status_code == 200
    browser.get("/tablet/here")
    assert browser.get(url("household", cast.household)).status_code == 200
    browser.get("/tablet")
    assert browser.get(url("household", cast.household)).status_code == 302


def test_a_code_of_ten_minutes_ago(cast):
    offer = offered(cast.maya, timezone.now() - timedelta(minutes=10))
    tablet = tablet_client()
    for answer in (tablet.get(f"/tablet/pair/{offer.key}"), tablet.post(f"/tablet/pair/{offer.key}", {"tap": tap()})):
        assert answer.status_code == 410
        assert "good for ten minutes, and they are over" in words_of(answer)
    typed = tablet.post("/tablet/digits", {"digits": offer.digits})
    assert typed.status_code == 422
    assert "good for ten minutes, and they are over" in words_of(typed)
    page = client_of(cast.maya).get(url("tablet_adding", cast.household, offer.pairing.id))
    assert "good for ten minutes, and they are over" in words_of(page)
    assert "Make a new code" in words_of(page)


def test_a_code_that_ran_out_while_the_tablet_waited(cast):
    long_ago = timezone.now() - timedelta(minutes=10)
    offer = offered(cast.maya, long_ago)
    claim_with_key(key=offer.key, claim="k" * 43, at=long_ago + timedelta(minutes=9))
    tablet = tablet_client("k" * 43)
    assert tablet.get("/tablet/waiting").status_code == 410
    assert "good for ten minutes, and they are over" in words_of(tablet.get("/tablet"))
    late = signed_in_just_now(cast.maya).post(
        url("tablet_confirm", cast.household, offer.pairing.id), {"name": "Kitchen", "tap": tap()}
    )
    assert late.status_code == 422
    assert not Tablet.objects.exists()


def test_the_same_code_on_two_tablets(cast):
    offer = offered(cast.maya)
    first, second = tablet_client(), tablet_client()
    assert first.post(f"/tablet/pair/{offer.key}", {"tap": tap()}).status_code == 302
    for answer in (
        second.get(f"/tablet/pair/{offer.key}"),
        second.post(f"/tablet/pair/{offer.key}", {"tap": tap()}),
        second.post("/tablet/digits", {"digits": offer.digits}),
    ):
        assert answer.status_code in {410, 422}
        assert "Another tablet was quicker with this code." in words_of(answer)
        assert settings.TABLET_COOKIE_NAME not in answer.cookies
    assert first.get("/tablet/waiting").status_code == 204


def test_a_used_code(cast):
    offer = offered(cast.maya)
    claim_with_key(key=offer.key, claim="k" * 43, at=timezone.now())
    confirm_pairing(actor=as_actor(cast.maya), pairing_id=offer.pairing.id, name="Kitchen", at=timezone.now())
    answer = tablet_client().post(f"/tablet/pair/{offer.key}", {"tap": tap()})
    assert answer.status_code == 410
    assert "used already" in words_of(answer)


def test_one_tap_that_came_twice_is_one_claim(cast):
    offer, data = offered(cast.maya), {"tap": tap()}
    first, second = tablet_client(), tablet_client()
    keys = {
        each.post(f"/tablet/pair/{offer.key}", data).cookies[settings.TABLET_COOKIE_NAME].value
        for each in (first, second)
    }
    assert len(keys) == 1


def test_one_tap_on_two_codes_is_two_claims(cast):
    data, tablet = {"tap": tap()}, tablet_client()
    for parent in (cast.maya, cast.neighbour):
        assert tablet.post(f"/tablet/pair/{offered(parent).key}", data).status_code == 302
    assert len(set(Pairing.objects.values_list("claim_hash", flat=True))) == 2


def test_the_key_is_kept_anew_while_the_tablet_is_used(cast):
    _tablet, key = paired(cast.maya)
    cookie = tablet_client(key).get("/tablet").cookies[settings.TABLET_COOKIE_NAME]
    assert (cookie.value, cookie["httponly"], cookie["max-age"]) == (key, True, settings.TABLET_COOKIE_AGE)
    assert settings.TABLET_COOKIE_NAME not in tablet_client("forged").get("/tablet").cookies


def test_pictures_that_are_not_the_same(cast):
    offer = offered(cast.maya)
    stranger = tablet_client()
    stranger.post("/tablet/digits", {"digits": offer.digits, "tap": tap()})
    no = client_of(cast.maya).post(
        url("tablet_withdraw", cast.household, offer.pairing.id), {"tap": tap()}, follow=True
    )
    assert "The code is taken back. No tablet was added." in words_of(no)
    assert stranger.get("/tablet/waiting").status_code == 410
    assert "A grown-up took this code back." in words_of(stranger.get("/tablet"))
    with pytest.raises(Refused):
        confirm_pairing(actor=as_actor(cast.maya), pairing_id=offer.pairing.id, name="X", at=timezone.now())


def test_a_new_code_ends_ones_own_earlier_one_but_not_that_of_another_parent(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    old, his = offered(cast.maya), offered(papa)
    offered(cast.maya)
    assert "took this code back" in words_of(tablet_client().get(f"/tablet/pair/{old.key}"))
    assert tablet_client().get(f"/tablet/pair/{his.key}").status_code == 200


def test_nobody_claimed_it_yet(cast):
    offer = offered(cast.maya)
    early = signed_in_just_now(cast.maya).post(
        url("tablet_confirm", cast.household, offer.pairing.id), {"name": "Kitchen", "tap": tap()}
    )
    assert early.status_code == 422
    assert not Tablet.objects.exists()


@pytest.mark.parametrize(("name", "sentence"), [("  ", "Give the tablet a name."), ("x" * 41, "there is room for 40")])
def test_a_name_that_does_not_fit(cast, name, sentence):
    offer = offered(cast.maya)
    claim_with_key(key=offer.key, claim="k" * 43, at=timezone.now())
    answer = signed_in_just_now(cast.maya).post(
        url("tablet_confirm", cast.household, offer.pairing.id), {"name": name, "tap": tap()}
    )
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert not Tablet.objects.exists()


def test_a_double_tap_shows_one_code_and_adds_one_tablet(cast):
    parent, data = signed_in_just_now(cast.maya), {"tap": tap()}
    parent.post(url("tablet_add", cast.household), data)
    again = parent.post(url("tablet_add", cast.household), data, follow=True)
    assert "The code was shown once already." in words_of(again)
    assert Pairing.objects.count() == 1
    offer, data = offered(cast.maya), {"name": "Kitchen", "tap": tap()}
    claim_with_key(key=offer.key, claim="k" * 43, at=timezone.now())
    for _ in range(2):
        assert parent.post(url("tablet_confirm", cast.household, offer.pairing.id), data).status_code == 302
    assert Tablet.objects.count() == 1


def test_a_tablet_is_not_added_twice(cast):
    _tablet, key = paired(cast.maya)
    tablet, offer = tablet_client(key), offered(cast.maya)
    for answer in (
        tablet.get(f"/tablet/pair/{offer.key}"),
        tablet.post(f"/tablet/pair/{offer.key}", {"tap": tap()}),
        tablet.post("/tablet/digits", {"digits": offer.digits}),
    ):
        assert answer.status_code == 409
        assert "belongs to a household already" in words_of(answer)
    assert Pairing.objects.get(id=offer.pairing.id).claimed_at is None


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents_add_tablets(cast, who):
    client, offer = client_of(getattr(cast, who)), offered(cast.maya)
    claim_with_key(key=offer.key, claim="k" * 43, at=timezone.now())
    for name in ("tablet_confirm", "tablet_withdraw"):
        answer = client.post(url(name, cast.household, offer.pairing.id), {"name": "X", "tap": tap()})
        assert answer.status_code == 422
        assert "Only a parent or carer can do this." in words_of(answer)
    assert client.get(url("tablet_add", cast.household)).status_code == 403
    assert client.post(url("tablet_add", cast.household), {"tap": tap()}).status_code == 422
    assert client.get(url("tablet_adding", cast.household, offer.pairing.id)).status_code == 403


def test_strangers(cast):
    offer = offered(cast.maya)
    for name in ("tablet_adding", "tablet_confirm", "tablet_withdraw"):
        strangers_find_nothing(url(name, cast.household, offer.pairing.id), cast, method="post", name="X")
        foreign = client_of(cast.neighbour).post(url(name, cast.next_door, offer.pairing.id), {"name": "X"})
        assert foreign.status_code in {404, 405}
    strangers_find_nothing(url("tablet_add", cast.household), cast)
    strangers_find_nothing(url("tablet_add", cast.household), cast, method="post")
    strangers_find_nothing(url("tablet_adding", cast.household, offer.pairing.id), cast)
    for name in ("tablet_confirm", "tablet_withdraw"):
        only_posts(url(name, cast.household, offer.pairing.id), cast.maya)
    assert tablet_client().get("/tablet/digits").status_code == 405


def test_a_tablet_of_one_household_is_nothing_to_another(cast):
    _tablet, key = paired(cast.neighbour, "Theirs")
    theirs = tablet_client(key)
    assert theirs.post(f"/tablet/sit/{cast.ivy.id}").status_code == 404
    assert theirs.get(f"/tablet/m/{cast.ivy.id}").status_code == 302
    assert "Ivy" not in words_of(theirs.get("/tablet"))


@pytest.mark.parametrize("key", ["forged", "k" * 43, "", "\udce4", "x" * 5000, "' OR 1=1 --"])
def test_a_forged_key(cast, key):
    paired(cast.maya)
    tablet = tablet_client(key.encode("utf-8", "replace").decode())
    page = tablet.get("/tablet")
    assert page.status_code == 200
    assert "Make this a shared tablet" in words_of(page)
    assert "Ivy" not in words_of(page)
    assert tablet.get("/tablet/here")["Location"] == "/tablet"
    assert tablet.post(f"/tablet/sit/{cast.ivy.id}").status_code == 404


def test_no_key_by_a_header_or_the_address(cast):
    _tablet, key = paired(cast.maya)
    assert "Ivy" not in words_of(tablet_client().get(f"/tablet?key={key}", headers={"Authorization": f"Bearer {key}"}))


def test_the_key_is_bound_to_this_site_where_there_is_tls(cast, settings):
    settings.SESSION_COOKIE_SECURE = True
    offer = offered(cast.maya)
    cookie = tablet_client().post(f"/tablet/pair/{offer.key}", {"tap": tap()}).cookies[settings.TABLET_COOKIE_NAME]
    assert cookie["secure"] is True
    assert not cookie["domain"]


@pytest.mark.django_db(transaction=True)
def test_two_tablets_at_the_same_moment():
    maya = found("Lindenhof")
    offer = offered(maya)

    def claim(number):
        try:
            claim_with_key(key=offer.key, claim=f"tablet-{number}", at=timezone.now())
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(claim, range(4)))
    assert sorted(answers) == ["", "pairing_taken", "pairing_taken", "pairing_taken"]


@pytest.mark.django_db(transaction=True)
def test_yes_and_no_at_the_same_moment():
    maya = found("Lindenhof")
    papa = add(maya, "Nils", "parent", with_account=True)
    for _ in range(3):
        offer = offered(maya)
        claim_with_key(key=offer.key, claim=f"tablet-{offer.pairing.id}", at=timezone.now())

        def say(yes, pairing_id=offer.pairing.id):
            about = {"pairing_id": pairing_id, "at": timezone.now()}
            try:
                if yes:
                    confirm_pairing(actor=as_actor(maya), name="Kitchen", **about)
                else:
                    withdraw_pairing(actor=as_actor(papa), **about)
            except Refused as refused:
                return refused.code
            finally:
                connection.close()
            return ""

        with ThreadPoolExecutor(2) as threads:
            answers = set(threads.map(say, (True, False)))
        pairing = Pairing.objects.get(id=offer.pairing.id)
        assert "" in answers
        assert bool(pairing.tablet_id) != bool(pairing.withdrawn_at)
    assert fresh(maya)


@pytest.mark.parametrize(("host", "only_here"), [("localhost:8000", True), ("rungs.local:8000", False)])
def test_a_code_no_tablet_can_open_says_what_to_do(cast, settings, host, only_here):
    settings.ALLOWED_HOSTS = ["*"]
    parent = signed_in_just_now(cast.maya)
    page = parent.post(url("tablet_add", cast.household), {"tap": tap()}, headers={"Host": host})
    assert ("make run HOST=0.0.0.0" in page.content.decode()) is only_here
