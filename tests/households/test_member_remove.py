"""Letting somebody go, and welcoming them back."""

import pytest

from households.models import Event, Invitation, Member
from tests.cast import add, as_actor, client_of, fresh, join, make_account
from tests.households.doors import only_posts, strangers_find_nothing, tap, url, words_of

pytestmark = pytest.mark.django_db


def let_go(cast, member, by=None):
    return client_of(by or cast.maya).post(url("member_remove", cast.household, member.id), {"tap": tap()})


def welcome(cast, member, by=None):
    return client_of(by or cast.maya).post(url("member_return", cast.household, member.id), {"tap": tap()})


def test_a_parent_lets_somebody_go_and_their_history_stays(cast):
    said_before = Event.objects.of(cast.household.id).filter(member=cast.leo).count()
    theirs = client_of(cast.leo)
    assert "Is Leo leaving?" in words_of(client_of(cast.maya).get(url("member_remove", cast.household, cast.leo.id)))
    assert let_go(cast, cast.leo)["Location"] == url("people", cast.household)
    leo = fresh(cast.leo)
    assert leo.left_at is not None
    assert leo.account is None
    assert theirs.get(url("people", cast.household)).status_code == 404
    assert Event.objects.of(cast.household.id).filter(member=cast.leo).count() == said_before + 1
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.member_id) == ("member.left", cast.maya.id, leo.id)
    words = words_of(client_of(cast.maya).get(url("people", cast.household)))
    assert "Who was here before" in words


def test_an_open_invitation_ends_with_it(cast):
    from django.utils import timezone

    from households.actions.invitations import invite

    pia = add(cast.maya, "Pia", "teen")
    invite(actor=as_actor(cast.maya), member_id=pia.id, at=timezone.now())
    let_go(cast, pia)
    assert not Invitation.objects.waiting().exists()


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents_let_people_go(cast, who):
    by = getattr(cast, who)
    assert client_of(by).get(url("member_remove", cast.household, cast.ivy.id)).status_code == 403
    response = let_go(cast, cast.ivy, by=by)
    assert response.status_code == 422
    assert "Only a parent or carer can do this." in words_of(response)
    assert fresh(cast.ivy).left_at is None


def test_neither_parent_removes_the_other(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    for by, them in ((cast.maya, papa), (papa, cast.maya)):
        response = let_go(cast, them, by=by)
        assert response.status_code == 422
        assert "Neither of you can remove the other" in words_of(response)
    assert Member.objects.of(cast.household.id).here().filter(kind="parent").count() == 2


def test_a_parent_without_a_sign_in_can_be_let_go(cast):
    papa = add(cast.maya, "Nils", "parent")
    assert let_go(cast, papa).status_code == 302


def test_the_last_parent_is_not_let_go_by_themself(cast):
    response = let_go(cast, cast.maya)
    assert response.status_code == 422
    assert "You can leave the household yourself" in words_of(response)
    assert fresh(cast.maya).left_at is None


def test_gone_twice_is_said(cast):
    let_go(cast, cast.bo)
    response = let_go(cast, cast.bo)
    assert response.status_code == 422
    assert "Bo is no longer in this household." in words_of(response)


def test_a_double_tap_is_applied_once(cast):
    client, data = client_of(cast.maya), {"tap": tap()}
    address = url("member_remove", cast.household, cast.bo.id)
    assert client.post(address, data).status_code == 302
    assert client.post(address, data).status_code == 302
    assert Event.objects.of(cast.household.id).filter(kind="member.left").count() == 1


def test_welcome_back(cast):
    let_go(cast, cast.nana)
    assert welcome(cast, cast.nana)["Location"] == url("people", cast.household)
    nana = fresh(cast.nana)
    assert nana.left_at is None
    assert (nana.face, nana.colour) == (cast.nana.face, cast.nana.colour)
    assert nana.account is None  # a new invitation lets her in
    assert Event.objects.of(cast.household.id).latest("id").kind == "member.returned"


def test_back_with_a_free_face_when_the_old_one_is_taken(cast):
    let_go(cast, cast.nana)
    client_of(cast.maya).post(
        url("member_new", cast.household),
        {"name": "Pia", "who": "teen", "face": cast.nana.face, "colour": cast.nana.colour},
    )
    welcome(cast, cast.nana)
    nana, everybody = fresh(cast.nana), Member.objects.of(cast.household.id).here()
    assert everybody.filter(face=nana.face).count() == everybody.filter(colour=nana.colour).count() == 1
    changes = Event.objects.of(cast.household.id).latest("id").changes
    assert changes == {"face": [cast.nana.face, nana.face], "colour": [cast.nana.colour, nana.colour]}


def test_back_in_a_full_house_is_refused_with_a_sentence(cast):
    let_go(cast, cast.nana)
    for number in range(8):
        add(cast.maya, f"Child {number}", "child", age_band="6-9")
    response = welcome(cast, cast.nana)
    assert response.status_code == 422
    assert "All twelve colours are taken." in words_of(response)


def test_back_again_and_invited_anew(cast):
    let_go(cast, cast.nana)
    welcome(cast, cast.nana)
    account = make_account("Nana")
    assert join(cast.maya, cast.nana, account=account).account == account


def test_who_is_here_needs_no_welcome(cast):
    response = welcome(cast, cast.ivy)
    assert response.status_code == 422
    assert "Ivy is here already." in words_of(response)


def test_only_parents_welcome_back(cast):
    let_go(cast, cast.bo)
    assert welcome(cast, cast.bo, by=cast.leo).status_code == 422
    assert fresh(cast.bo).left_at is not None


def test_unknown_and_foreign(cast):
    for name in ("member_remove", "member_return"):
        for member_id in (999_999, 10**30, cast.their_child.id):
            assert client_of(cast.maya).post(url(name, cast.household, member_id)).status_code == 404
    assert fresh(cast.their_child).left_at is None


def test_strangers(cast):
    address = url("member_remove", cast.household, cast.ivy.id)
    strangers_find_nothing(address, cast)
    strangers_find_nothing(address, cast, method="post")
    strangers_find_nothing(url("member_return", cast.household, cast.ivy.id), cast, method="post")
    only_posts(url("member_return", cast.household, cast.ivy.id), cast.maya)
    assert fresh(cast.ivy).left_at is None
