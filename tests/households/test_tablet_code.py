"""Picture codes on the parents' side: choosing one, taking it away, letting a child try again."""

import pytest
from django.contrib.auth.hashers import check_password
from django.utils import timezone

from households.actions.picture_codes import set_code
from households.models import Event, PictureCode
from tests.cast import as_actor, client_of
from tests.households.doors import strangers_find_nothing, tap, url, words_of
from tests.households.kitchen import CODE, paired, signed_in_just_now, tablet_client

pytestmark = pytest.mark.django_db


def address(cast, member):
    return url("member_tablet", cast.household, member.id)


def chosen(code=CODE, **more):
    return {f"picture{place}": name for place, name in enumerate(code)} | {"what": "code", "tap": tap()} | more


def coded(cast, member, wrong=0):
    set_code(actor=as_actor(cast.maya), member_id=member.id, code=CODE, at=timezone.now())
    PictureCode.objects.update(wrong=wrong)


def latest(cast):
    event = Event.objects.of(cast.household.id).latest("id")
    return event.kind, event.actor_id, event.member_id


def test_choosing_one(cast):
    client = signed_in_just_now(cast.maya)
    page = client.get(f"{address(cast, cast.ivy)}?what=code")
    assert page.content.decode().count('type="radio"') == 27
    done = client.post(address(cast, cast.ivy), chosen(), follow=True)
    assert "Ivy has a picture code now." in words_of(done)
    kept = PictureCode.objects.get()
    assert (kept.member_id, kept.set_by_id, kept.wrong) == (cast.ivy.id, cast.maya.id, 0)
    assert check_password("star frog star", kept.code_hash)
    assert "frog" not in kept.code_hash
    assert latest(cast) == ("code.set", cast.maya.id, cast.ivy.id)
    event = Event.objects.latest("id")
    assert "frog" not in f"{event.title}{event.why}{event.changes}{event.undo}"
    assert "Maya chose a picture code with Ivy." in words_of(client.get(url("history", cast.household)))


def test_the_code_is_shown_nowhere_afterwards(cast):
    coded(cast, cast.ivy)
    client = signed_in_just_now(cast.maya)
    assert "checked" not in client.get(f"{address(cast, cast.ivy)}?what=code").content.decode()
    assert "#frog" not in client.get(address(cast, cast.ivy)).content.decode()


def test_a_new_one_takes_the_place_of_the_old_one_and_ends_waiting(cast):
    _tablet, key = paired(cast.maya)
    coded(cast, cast.ivy, wrong=7)
    signed_in_just_now(cast.maya).post(address(cast, cast.ivy), chosen(("house", "house", "frog")))
    tablet = tablet_client(key)
    assert tablet.post(f"/tablet/sit/{cast.ivy.id}", {"code": list(CODE)}).status_code == 422
    assert tablet.post(f"/tablet/sit/{cast.ivy.id}", {"code": ["house", "house", "frog"]}).status_code == 302


def test_letting_them_try_again(cast):
    _tablet, key = paired(cast.maya)
    coded(cast, cast.ivy, wrong=7)
    client = signed_in_just_now(cast.maya)
    assert "waits for you" in words_of(client.get(address(cast, cast.ivy)))
    done = client.post(address(cast, cast.ivy), {"what": "again", "tap": tap()}, follow=True)
    assert "Ivy can try the pictures again." in words_of(done)
    assert latest(cast) == ("code.forgiven", cast.maya.id, cast.ivy.id)
    assert tablet_client(key).post(f"/tablet/sit/{cast.ivy.id}", {"code": list(CODE)}).status_code == 302


def test_taking_it_away(cast):
    _tablet, key = paired(cast.maya)
    coded(cast, cast.ivy)
    done = signed_in_just_now(cast.maya).post(address(cast, cast.ivy), {"what": "no-code", "tap": tap()}, follow=True)
    assert "Ivy sits down without a code now." in words_of(done)
    assert not PictureCode.objects.exists()
    assert latest(cast) == ("code.removed", cast.maya.id, cast.ivy.id)
    assert tablet_client(key).post(f"/tablet/sit/{cast.ivy.id}").status_code == 302


@pytest.mark.parametrize("what", ["no-code", "again"])
def test_there_is_none(cast, what):
    answer = signed_in_just_now(cast.maya).post(address(cast, cast.ivy), {"what": what, "tap": tap()})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (("star", "frog"), "Please choose one."),
        (("star", "frog", "penguin"), "This cannot be chosen."),
        ((), "Please choose one."),
    ],
)
def test_what_is_no_code(cast, code, sentence):
    answer = signed_in_just_now(cast.maya).post(address(cast, cast.ivy), chosen(code))
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert not PictureCode.objects.exists()


def test_a_teen_chooses_their_own_but_nobody_elses(cast):
    client = signed_in_just_now(cast.leo)
    assert client.post(address(cast, cast.leo), chosen()).status_code == 302
    assert latest(cast) == ("code.set", cast.leo.id, cast.leo.id)
    answer = client.post(address(cast, cast.ivy), chosen())
    assert answer.status_code == 422
    assert "Only a parent or carer can do this." in words_of(answer)
    assert client.get(address(cast, cast.ivy)).status_code == 403


@pytest.mark.parametrize("who", ["maya", "nana"])
def test_those_with_screens_of_their_own_need_none(cast, who):
    answer = signed_in_just_now(cast.maya).post(address(cast, getattr(cast, who)), chosen())
    assert answer.status_code == 422
    assert "Only children and teenagers sit down at a shared tablet." in words_of(answer)


def test_a_double_tap_is_one(cast):
    client, data = signed_in_just_now(cast.maya), chosen()
    for _ in range(2):
        assert client.post(address(cast, cast.ivy), data).status_code == 302
    assert Event.objects.filter(kind="code.set").count() == 1


def test_strangers(cast):
    coded(cast, cast.ivy)
    kept = PictureCode.objects.get().code_hash
    strangers_find_nothing(address(cast, cast.ivy), cast)
    strangers_find_nothing(address(cast, cast.ivy), cast, method="post", **chosen())
    there = url("member_tablet", cast.next_door, cast.ivy.id)
    assert signed_in_just_now(cast.neighbour).post(there, chosen()).status_code == 404
    assert client_of(cast.neighbour).get(there).status_code == 404
    assert PictureCode.objects.get().code_hash == kept
