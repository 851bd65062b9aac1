"""Changing somebody's name, face, colour, or who they are."""

import pytest

from households.models import Event, Invitation, Member
from tests.cast import add, as_actor, client_of, fresh
from tests.households.doors import strangers_find_nothing, tap, url, words_of

pytestmark = pytest.mark.django_db


def address(cast, member):
    return url("member", cast.household, member.id)


def asked(member, **changed):
    member = fresh(member)
    data = {
        "name": member.name,
        "who": f"{member.kind} {member.age_band}".strip(),
        "face": member.face,
        "colour": member.colour,
        "revision": member.household.revision,
        "tap": tap(),
    }
    return data | changed


def test_a_parent_changes_a_child(cast):
    response = client_of(cast.maya).post(address(cast, cast.ivy), asked(cast.ivy, name="Ivy-Lou", who="child 6-9"))
    assert response["Location"] == url("people", cast.household)
    ivy = fresh(cast.ivy)
    assert (ivy.name, ivy.age_band) == ("Ivy-Lou", "6-9")
    event = Event.objects.of(cast.household.id).latest("id")
    assert event.kind == "member.changed"
    assert event.member_id == ivy.id
    assert event.changes == {"name": ["Ivy", "Ivy-Lou"], "age_band": ["3-5", "6-9"]}


def test_growing_up_ends_the_age_band(cast):
    client_of(cast.maya).post(address(cast, cast.ivy), asked(cast.ivy, who="teen"))
    assert (fresh(cast.ivy).kind, fresh(cast.ivy).age_band) == ("teen", "")


def test_one_keeps_ones_own_face_and_colour(cast):
    page = client_of(cast.maya).get(address(cast, cast.ivy))
    assert page.context["form"]["face"].value() == cast.ivy.face
    assert cast.ivy.face in dict(page.context["form"].fields["face"].choices)
    assert client_of(cast.maya).post(address(cast, cast.ivy), asked(cast.ivy)).status_code == 302


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_everybody_changes_their_own_look_but_not_who_they_are(cast, who):
    me = getattr(cast, who)
    client = client_of(me)
    page = client.get(address(cast, me))
    assert page.status_code == 200
    assert "who" not in page.context["form"].fields
    response = client.post(address(cast, me), asked(me, name="Zed", face="rocket", who="parent"))
    assert response.status_code == 302
    assert (fresh(me).name, fresh(me).face, fresh(me).kind) == ("Zed", "rocket", me.kind)


def test_a_parent_does_not_change_who_they_are_themself(cast):
    client_of(cast.maya).post(address(cast, cast.maya), asked(cast.maya, who="teen", name="May"))
    assert (fresh(cast.maya).kind, fresh(cast.maya).name) == ("parent", "May")


def test_others_are_not_for_teens_and_supporters_to_change(cast):
    for who in (cast.leo, cast.nana):
        client = client_of(who)
        page = client.get(address(cast, cast.ivy))
        assert page.status_code == 403
        assert "You can change your own name, face and colour. For Ivy, ask a parent." in words_of(page)
        assert client.post(address(cast, cast.ivy), asked(cast.ivy, name="Worm")).status_code == 422
    assert fresh(cast.ivy).name == "Ivy"


def test_two_parents_do_not_change_each_other(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    response = client_of(cast.maya).post(address(cast, papa), asked(papa, name="Nobody"))
    assert response.status_code == 422
    assert "Nils has a sign-in of their own, so only they can change this." in words_of(response)
    assert fresh(papa).name == "Nils"


def test_a_teen_with_a_sign_in_does_not_become_a_child(cast):
    response = client_of(cast.maya).post(address(cast, cast.leo), asked(cast.leo, who="child 10-12"))
    assert response.status_code == 422
    assert "children do not need one" in words_of(response)
    assert response.context["form"]["who"].value() == "child 10-12"
    assert fresh(cast.leo).kind == "teen"


def test_becoming_a_child_ends_an_open_invitation(cast):
    from django.utils import timezone

    from households.actions.invitations import invite

    pia = add(cast.maya, "Pia", "teen")
    invite(actor=as_actor(cast.maya), member_id=pia.id, at=timezone.now())
    client_of(cast.maya).post(address(cast, pia), asked(pia, who="child 10-12"))
    assert not Invitation.objects.waiting().exists()


def test_taken_faces_are_refused(cast):
    response = client_of(cast.maya).post(address(cast, cast.ivy), asked(cast.ivy, face=cast.bo.face))
    assert response.status_code == 422
    assert "Somebody else has this face." in words_of(response)


def test_two_people_at_once_keep_each_others_changes(cast):
    mine, theirs = asked(cast.leo, name="Leon"), asked(cast.leo, face="rocket")
    client_of(cast.maya).post(address(cast, cast.leo), mine)
    client_of(cast.leo).post(address(cast, cast.leo), theirs)
    assert (fresh(cast.leo).name, fresh(cast.leo).face) == ("Leon", "rocket")


def test_a_clash_is_shown_with_both(cast):
    mine, theirs = asked(cast.leo, face="owl"), asked(cast.leo, face="rocket")
    client_of(cast.leo).post(address(cast, cast.leo), theirs)
    clash = client_of(cast.maya).post(address(cast, cast.leo), mine)
    assert clash.status_code == 422
    assert "Leo has changed this to “Rocket” meanwhile." in words_of(clash)
    assert fresh(cast.leo).face == "rocket"
    form = clash.context["form"]
    assert form["face"].value() == "owl"
    again = client_of(cast.maya).post(
        address(cast, cast.leo), mine | {"tap": tap(), "revision": form["revision"].value()}
    )
    assert again.status_code == 302
    assert fresh(cast.leo).face == "owl"


def test_a_clash_about_who_somebody_is(cast):
    papa = add(cast.maya, "Nils", "parent", with_account=True)
    mine, theirs = asked(cast.ivy, who="child 6-9"), asked(cast.ivy, who="teen")
    client_of(papa).post(address(cast, cast.ivy), theirs)
    clash = client_of(cast.maya).post(address(cast, cast.ivy), mine)
    assert clash.status_code == 422
    assert "Nils has changed this to “Teenager” meanwhile." in words_of(clash)
    assert clash.context["form"]["who"].value() == "child 6-9"


def test_unknown_foreign_and_gone(cast):
    client = client_of(cast.maya)
    assert client.get(url("member", cast.household, 999_999)).status_code == 404
    assert client.get(url("member", cast.household, 10**30)).status_code == 404
    assert client.get(url("member", cast.household, cast.their_child.id)).status_code == 404
    assert client.post(url("member", cast.household, cast.their_child.id), asked(cast.ivy)).status_code == 404
    client.post(url("member_remove", cast.household, cast.bo.id))
    gone = client.get(address(cast, cast.bo))
    assert gone.status_code == 403
    assert "Bo is no longer in this household." in words_of(gone)


def test_strangers(cast):
    strangers_find_nothing(address(cast, cast.ivy), cast)
    strangers_find_nothing(address(cast, cast.ivy), cast, method="post", **asked(cast.ivy, name="Worm"))
    assert not Member.objects.filter(name="Worm").exists()


def test_a_double_tap_is_applied_once(cast):
    data = asked(cast.ivy, name="Ivy-Lou")
    client = client_of(cast.maya)
    client.post(address(cast, cast.ivy), data)
    assert client.post(address(cast, cast.ivy), data)["Location"] == url("people", cast.household)
    assert Event.objects.of(cast.household.id).filter(kind="member.changed").count() == 1


def test_somebody_removed_meanwhile_changes_nothing_more(cast):
    """The rule is asked inside the change: a page opened before does not outlive the right."""
    from django.utils import timezone

    from households.actions.people import Look, Who, change_member
    from households.actions.refusal import Missing

    actor = as_actor(cast.leo)
    client_of(cast.maya).post(url("member_remove", cast.household, cast.leo.id))
    with pytest.raises(Missing):
        change_member(
            actor=actor, member_id=cast.leo.id, who=Who("teen"), look=Look("Leo", "owl", "sun"), at=timezone.now()
        )
