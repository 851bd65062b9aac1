"""Inviting somebody, and taking it back."""

import re
from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from households.actions.invitations import hash_of, invite
from households.exports.qr import qr_code
from households.models import Event, Invitation
from tests.cast import add, as_actor, client_of, fresh
from tests.households.doors import only_posts, strangers_find_nothing, tap, url, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pia(cast):
    return add(cast.maya, "Pia", "teen")


def address(cast, member):
    return url("member_invite", cast.household, member.id)


def invited(cast, member):
    return client_of(cast.maya).post(address(cast, member), {"tap": tap()})


def key_in(response):
    return re.search(r"/join/([\w-]+)", response.context["link"])[1]


def test_the_link_is_shown_once_and_only_its_hash_is_kept(cast, pia):
    response = invited(cast, pia)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    key = key_in(response)
    assert len(key) >= 32  # 24 random bytes
    assert f'value="http://testserver/join/{key}"' in response.content.decode()
    invitation = Invitation.objects.get(member=pia)
    assert invitation.key_hash == sha256(key.encode()).hexdigest()
    assert invitation.expires_at - invitation.invited_at == timedelta(days=7)
    assert invitation.invited_by_id == cast.maya.id
    assert key not in client_of(cast.maya).get(url("people", cast.household)).content.decode()
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.member_id) == ("invitation.made", pia.id)
    assert key not in f"{event.title}{event.changes}{event.undo}{event.why}"


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("localhost:8000", True), ("127.0.0.1", True), ("[::1]:8000", True), ("rungs.local:8000", False)],
)
def test_a_link_no_phone_can_open_says_what_to_do(cast, pia, settings, host, only_here):
    settings.ALLOWED_HOSTS = ["*"]
    response = client_of(cast.maya).post(address(cast, pia), {"tap": tap()}, headers={"Host": host})
    assert f"http://{host}/join/" in response.content.decode()
    assert ("make run HOST=0.0.0.0" in words_of(response)) is only_here


def test_every_key_is_another(cast, pia):
    keys = {key_in(invited(cast, pia)) for _ in range(20)}
    assert len(keys) == 20


def test_the_picture_is_drawn_without_style(cast, pia):
    page = invited(cast, pia).content.decode()
    assert 'role="img"' in page
    assert "style=" not in page
    assert re.search(r'<path fill="#000" d="M4 4h7v1h-7z', page)


@pytest.mark.parametrize("text", ["http://localhost:8000/join/x", "https://rungs.example/join/" + "k" * 32])
def test_a_picture_has_finder_squares_and_a_quiet_zone(text):
    code = qr_code(text)
    assert code.path.startswith("M4 4h7v1h-7z")
    assert code.size % 4 == 1 + 8 % 4
    corners = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)", code.path)]
    assert min(x for x, _ in corners) == min(y for _, y in corners) == 4
    assert max(y for _, y in corners) == code.size - 5


def test_a_new_link_ends_the_old_one(cast, pia):
    old, new = key_in(invited(cast, pia)), key_in(invited(cast, pia))
    assert Invitation.objects.waiting().get().key_hash == hash_of(new)
    assert client_of(None).get(f"/join/{old}").status_code == 410
    assert client_of(None).get(f"/join/{new}").status_code == 200


def test_the_page_says_who_is_invited_and_until_when(cast, pia):
    invited(cast, pia)
    words = words_of(client_of(cast.maya).get(url("people", cast.household)))
    assert "Invited. The link works until" in words
    assert "Take back" in words
    assert "Invited." not in words_of(client_of(cast.leo).get(url("people", cast.household)))


def test_a_week_later_a_new_one_is_offered(cast, pia):
    invite(actor=as_actor(cast.maya), member_id=pia.id, at=timezone.now() - timedelta(days=8))
    words = words_of(client_of(cast.maya).get(url("people", cast.household)))
    assert "The invitation is over. Make a new one." in words
    assert invited(cast, pia).status_code == 200
    assert Invitation.objects.waiting().count() == 1


def test_a_double_tap_makes_one_and_says_so(cast, pia):
    client, data = client_of(cast.maya), {"tap": tap()}
    client.post(address(cast, pia), data)
    again = client.post(address(cast, pia), data, follow=True)
    assert "The link was shown once already." in words_of(again)
    assert Invitation.objects.count() == 1 + 2  # Leo and Nana came by theirs


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents_invite(cast, pia, who):
    response = client_of(getattr(cast, who)).post(address(cast, pia))
    assert response.status_code == 422
    assert "Only a parent or carer can do this." in words_of(response)


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("leo", "Leo has a sign-in already."),
        ("ivy", "Children need no sign-in"),
        ("maya", "Maya has a sign-in already."),
    ],
)
def test_who_is_not_invited(cast, who, sentence):
    response = invited(cast, getattr(cast, who))
    assert response.status_code == 422
    assert sentence in words_of(response)


def test_taking_it_back(cast, pia):
    key = key_in(invited(cast, pia))
    response = client_of(cast.maya).post(url("member_invite_withdraw", cast.household, pia.id), {"tap": tap()})
    assert response["Location"] == url("people", cast.household)
    assert Event.objects.of(cast.household.id).latest("id").kind == "invitation.withdrawn"
    closed = client_of(None).get(f"/join/{key}")
    assert closed.status_code == 410
    assert "This invitation was taken back." in words_of(closed)


def test_nothing_to_take_back(cast, pia):
    withdraw = url("member_invite_withdraw", cast.household, pia.id)
    assert client_of(cast.maya).post(withdraw).status_code == 404
    assert client_of(cast.leo).post(withdraw).status_code == 422


def test_unknown_and_foreign(cast):
    for name in ("member_invite", "member_invite_withdraw"):
        for member_id in (999_999, cast.their_child.id):
            assert client_of(cast.maya).post(url(name, cast.household, member_id)).status_code == 404


def test_strangers(cast, pia):
    for name in ("member_invite", "member_invite_withdraw"):
        strangers_find_nothing(url(name, cast.household, pia.id), cast, method="post")
    only_posts(url("member_invite_withdraw", cast.household, pia.id), cast.maya)
    back = client_of(cast.maya).get(url("member_invite", cast.household, pia.id))
    assert back.status_code == 302  # the link was shown once; a reload leads to the people
    assert not Invitation.objects.filter(member=pia).exists()
    assert fresh(pia).account is None
