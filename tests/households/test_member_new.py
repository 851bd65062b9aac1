"""Adding somebody to the household."""

import pytest

from households.models import Event, Member
from tests.cast import add, client_of, found
from tests.households.doors import strangers_find_nothing, tap, url, words_of

pytestmark = pytest.mark.django_db

GOOD = {"name": "Pia", "who": "child 6-9", "face": "rocket", "colour": "plum"}


def address(cast):
    return url("member_new", cast.household)


@pytest.mark.parametrize(
    ("who", "kind", "age_band"),
    [
        ("parent", "parent", ""),
        ("teen", "teen", ""),
        ("child 3-5", "child", "3-5"),
        ("child 6-9", "child", "6-9"),
        ("child 10-12", "child", "10-12"),
        ("supporter", "supporter", ""),
    ],
)
def test_a_parent_adds_somebody(cast, who, kind, age_band):
    response = client_of(cast.maya).post(address(cast), GOOD | {"who": who, "tap": tap()})
    assert response["Location"] == url("people", cast.household)
    pia = Member.objects.get(name="Pia")
    assert (pia.household_id, pia.kind, pia.age_band) == (cast.household.id, kind, age_band)
    assert (pia.face, pia.colour, pia.account) == ("rocket", "plum", None)
    assert pia.position > max(each.position for each in cast.family)
    event = Event.objects.of(cast.household.id).latest("id")
    assert (event.kind, event.actor_id, event.member_id, event.title) == ("member.added", cast.maya.id, pia.id, "Pia")


def test_what_is_taken_is_not_offered(cast):
    page = client_of(cast.maya).get(address(cast))
    free = dict(page.context["form"].fields["colour"].choices)
    assert not {each.colour for each in cast.family} & set(free)
    assert page.context["form"].fields["face"].choices[0][0] == page.context["form"]["face"].value()
    response = client_of(cast.maya).post(address(cast), GOOD | {"colour": cast.ivy.colour, "face": cast.bo.face})
    assert response.status_code == 422
    assert "Somebody else has this colour." in words_of(response)
    assert "Somebody else has this face." in words_of(response)


def test_a_colour_taken_at_the_same_moment_is_refused_by_the_verb(cast):
    from households.actions.people import Look, Who, add_member
    from households.actions.refusal import Refused
    from tests.cast import as_actor, timezone

    with pytest.raises(Refused) as no:
        add_member(
            actor=as_actor(cast.maya), who=Who("teen"), look=Look("Pia", "rocket", cast.leo.colour), at=timezone.now()
        )
    assert (no.value.code, no.value.field) == ("colour_taken", "colour")


def test_what_somebody_who_left_had_is_free_again(cast):
    client = client_of(cast.maya)
    client.post(url("member_remove", cast.household, cast.nana.id))
    response = client.post(address(cast), GOOD | {"colour": cast.nana.colour, "face": cast.nana.face})
    assert response.status_code == 302


def test_two_households_may_have_the_same_faces(cast):
    response = client_of(cast.maya).post(address(cast), GOOD)
    assert response.status_code == 302
    response = client_of(cast.neighbour).post(url("member_new", cast.next_door), GOOD)
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Write the name you call them at home."),
        ("name", " \u3164 ", "Write the name you call them at home."),
        ("name", "x" * 41, "This is 41 characters long, and there is room for 40."),
        ("who", "", "Choose who they are in your household."),
        ("who", "child", "This cannot be chosen."),
        ("who", "facilitator", "This cannot be chosen."),
        ("face", "", "Choose a face."),
        ("colour", "", "Choose a colour."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(cast, field, value, sentence):
    response = client_of(cast.maya).post(address(cast), GOOD | {field: value})
    assert response.status_code == 422
    assert sentence in words_of(response)
    assert not Member.objects.filter(name="Pia").exists() or field == "name"
    kept = response.context["form"]
    for other, typed in GOOD.items():
        if other != field:
            assert kept[other].value() == typed


@pytest.mark.parametrize("who", ["leo", "nana"])
def test_only_parents_add_people(cast, who):
    client = client_of(getattr(cast, who))
    page = client.get(address(cast))
    assert page.status_code == 403
    assert "Only a parent or carer can do this." in words_of(page)
    assert client.post(address(cast), GOOD).status_code == 422
    assert not Member.objects.filter(name="Pia").exists()


def test_a_double_tap_adds_one(cast):
    client, data = client_of(cast.maya), GOOD | {"tap": tap()}
    assert client.post(address(cast), data)["Location"] == url("people", cast.household)
    again = client.post(address(cast), data)
    assert again["Location"] == url("people", cast.household)
    assert Member.objects.filter(name="Pia").count() == 1


def test_a_thirteenth_is_refused_with_a_sentence():
    full = found("Full")
    for number in range(11):
        add(full, f"Child {number}", "child", age_band="6-9")
    response = client_of(full).post(url("member_new", full.household), GOOD)
    assert response.status_code == 422
    assert Member.objects.of(full.household_id).count() == 12


def test_strangers(cast):
    strangers_find_nothing(address(cast), cast)
    strangers_find_nothing(address(cast), cast, method="post", **GOOD)
    assert not Member.objects.filter(name="Pia").exists()
