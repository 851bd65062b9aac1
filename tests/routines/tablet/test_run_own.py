"""One person's morning, full screen."""

import pytest

from households.models import Member
from routines.models import Doing, Morning, MorningStep
from routines.regions.tablet.morning.pictures import NO_PICTURE, picture_of
from tests.routines.tablet.running import page

SMALL = "T-shirt\nTrousers\nSocks\nShoes"


@pytest.fixture
def small(running):
    """The family's morning, where getting dressed comes first and unfolds for Ivy and Bo."""
    family = running.family
    running.done((family.ivy, family.car), (family.bo, family.car))
    dress = running.step(family.dress)
    MorningStep.objects.filter(id=dress).update(small_steps=SMALL)
    Doing.objects.filter(morning_step_id=dress, member_id__in=[family.ivy.id, family.bo.id]).update(unfolded=True)
    for who, band in ((family.ivy, "6-9"), (family.bo, "3-5")):
        Member.objects.filter(id=who.id).update(age_band=band)
    family.household.__class__.objects.filter(id=family.household.id).update(people_revision=family.revision + 1)
    running.changed()
    return running


def test_it_is_for_who_sits_alone(running):
    family = running.family
    ivys = f"/tablet/m/{family.ivy.id}/now"
    assert running.kitchen.client.get(ivys)["Location"] == "/tablet"
    running.kitchen.sit(family.ivy)
    html = page(running.kitchen.client.get(ivys))
    assert f'data-member="{family.ivy.id}"' in html
    assert html.count('name="seat"') >= 1
    assert running.kitchen.client.get(f"/tablet/m/{family.bo.id}/now")["Location"] == "/tablet"


def test_everybody_who_can_see_it_is_shown(running):
    assert [person.name for person in running.own(running.family.ivy).sees] == [
        "Maya",
        "Leo",
        "Ivy",
        "Bo",
        "Nana",
        "Sam",
    ]


@pytest.mark.parametrize(("who", "groups"), [("ivy", [4]), ("bo", [2, 2])])
def test_small_steps_come_as_many_together_as_this_age_can_look_at(small, who, groups):
    assert [len(group) for group in small.own(getattr(small.family, who)).small] == groups


def test_the_small_steps_in_sight_are_those_still_to_do(small):
    family = small.family
    for place in (0, 1):
        small.run.tick(family.bo, family.dress, place)
    view = small.own(family.bo)
    assert view.group == 1
    assert [each.ticked for group in view.small for each in group] == [True, True, False, False]


def test_who_is_very_small_is_not_asked_whether_they_can_do_without(small):
    family = small.family
    assert small.own(family.ivy).may_fold
    assert not small.own(family.bo).may_fold
    assert small.own(family.leo).may_unfold is False  # he is not there yet
    small.done((family.leo, family.car))
    assert small.own(family.leo).may_unfold


@pytest.mark.parametrize(
    ("words", "picture"),
    [("Socks", "socks"), ("Brush teeth", "brush-teeth"), ("Put on the coat", "coat"), ("Xyzzy", NO_PICTURE)],
)
def test_words_find_a_picture(words, picture):
    assert picture_of(words) == picture


def test_who_has_no_part_is_told_so(running):
    family = running.family
    Doing.objects.filter(member_id=family.bo.id).delete()
    running.changed()
    view = running.own(family.bo)
    assert (view.card, view.state) == (None, "apart")
    running.kitchen.sit(family.bo)
    assert "You have no part in this morning." in page(running.kitchen.get("tablet_run", family.bo.id))


def test_what_is_handed_over_is_said_in_ones_own_words(running):
    family = running.family
    running.done(*((family.leo, step) for step in (family.car, family.dress, family.game)))
    running.done(*((each, family.breakfast) for each in (family.maya, family.ivy, family.bo, family.nana)))
    running.kitchen.sit(family.leo)
    html = page(running.kitchen.get("tablet_run", family.leo.id))
    assert "Over to you" in html


def test_sitting_down_for_ones_morning_leads_there(running):
    family = running.family
    answer = running.kitchen.client.post(f"/tablet/sit/{family.bo.id}", {"then": "run"})
    assert answer["Location"] == f"/tablet/m/{family.bo.id}/now"
    answer = running.kitchen.client.post(f"/tablet/sit/{family.bo.id}", {"then": "https://example.org"})
    assert answer["Location"] == f"/tablet/m/{family.bo.id}"


def test_the_pictures_of_a_code_keep_where_it_was_meant_to_lead(running):
    family = running.family
    running.coded(family.leo)
    html = page(running.kitchen.client.get(f"/tablet/sit/{family.leo.id}?then=run"))
    assert '<input type="hidden" name="then" value="run">' in html
    assert 'name="then"' not in page(running.kitchen.client.get(f"/tablet/sit/{family.leo.id}?then=evil"))


def test_without_a_morning_it_leads_to_the_questions(running):
    family = running.family
    Morning.objects.filter(id=running.run.id).update(taken_back_at=running.clock())
    running.kitchen.sit(family.bo)
    running.later(hours=12)  # nothing is to be started either
    assert running.kitchen.sit(family.bo).get("tablet_run", family.bo.id)["Location"] == f"/tablet/m/{family.bo.id}"
