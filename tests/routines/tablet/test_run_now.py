"""Everybody side by side: the page a tablet rests on while a morning runs."""

import pytest

from households.models import HiddenFace, Tablet
from routines.models import Morning
from routines.regions.tablet.morning.now import SIDE_BY_SIDE
from tests.cast import add
from tests.routines.tablet.running import page


def people(view) -> list[str]:
    return [card.person.name for group in view.groups for card in group]


def proofs(html: str) -> int:
    return html.count('name="seat"')


def test_all_with_a_face_and_a_part_are_there_and_the_others_small(running):
    view = running.now()
    assert people(view) == ["Leo", "Ivy", "Bo"]
    assert [other.person.name for other in view.others] == ["Maya", "Nana"]


def test_a_hidden_face_is_among_the_others(running):
    family = running.family
    HiddenFace.objects.create(household=family.household, tablet=running.kitchen.tablet, member=family.leo)
    view = running.now()
    assert people(view) == ["Ivy", "Bo"]
    assert [other.person.name for other in view.others] == ["Maya", "Leo", "Nana"]


def test_now_next_and_what_was_done_last(running):
    family = running.family
    running.done((family.ivy, family.car))
    card = running.card(family.ivy)
    assert [(part.title, part.state) for part in card.parts] == [
        ("Into the car", "last"),
        ("Get dressed", "now"),
        ("The game", "next"),
        ("Breakfast", "later"),
    ]
    assert card.state == "at"
    assert card.view.disc


def test_each_part_says_what_others_have_to_be_done_with_before(running):
    family = running.family
    breakfast, own = running.run.step(family.breakfast), running.run.step(family.own)
    after = {part.step: part.after.split() for part in running.card(family.leo).parts}
    assert set(after[own.id]) == {
        f"{breakfast.id}-{each.id}" for each in (family.maya, family.ivy, family.bo, family.nana)
    }
    assert after[running.step(family.car)] == []


def test_who_waits_and_who_has_done_everything(running):
    family = running.family
    running.done(*((family.leo, step) for step in (family.car, family.dress, family.game)))
    assert running.card(family.leo).state == "waits"
    running.done(*((family.ivy, step) for step in (family.car, family.dress, family.game, family.breakfast)))
    card = running.card(family.ivy)
    assert card.state == "finished"
    assert "of free time" in card.dial.words


def test_the_page_carries_a_proof_for_each_face_without_a_code_alone(running):
    family = running.family
    running.coded(family.leo)
    html = page(running.kitchen.get("tablet_now"))
    assert proofs(html) == 2
    assert f"/tablet/m/{family.leo.id}/" not in html
    assert f"/tablet/sit/{family.leo.id}?then=run" in html
    assert f"/tablet/m/{family.ivy.id}/m/{running.run.id}/steps/{running.step(family.car)}/done" in html


def test_a_code_set_while_it_shows_takes_the_proof_away(running):
    html = page(running.kitchen.get("tablet_now"))
    assert proofs(html) == 3
    running.coded(running.family.leo)
    assert proofs(page(running.kitchen.get("tablet_now"))) == 2


def test_nothing_of_it_leads_to_settings(running):
    html = page(running.kitchen.get("tablet_now"))
    assert "/h/" not in html.replace("/live/h/", "")
    assert "/accounts" not in html


def test_the_tablet_rests_there_instead_of_on_the_faces(running):
    assert running.kitchen.get("tablet")["Location"] == "/tablet/now"
    assert 'id="faces"' in page(running.kitchen.get("tablet", say=1))


def test_while_somebody_sits_it_leads_to_their_morning(running):
    ivy = running.family.ivy
    assert running.kitchen.sit(ivy).get("tablet_now")["Location"] == f"/tablet/m/{ivy.id}/now"


def test_without_a_morning_it_leads_to_the_faces(running):
    Morning.objects.filter(id=running.run.id).update(taken_back_at=running.clock())
    assert running.kitchen.get("tablet_now")["Location"] == "/tablet"
    assert 'id="faces"' in page(running.kitchen.get("tablet"))


def test_where_nobody_of_the_faces_has_a_part_it_rests_on_them(running):
    for each in (running.family.leo, running.family.ivy, running.family.bo):
        about = {"household": running.family.household, "tablet": running.kitchen.tablet}
        HiddenFace.objects.create(**about, member=each)
    assert running.kitchen.get("tablet_now")["Location"] == "/tablet"
    assert running.kitchen.get("tablet").status_code == 200


def test_a_morning_goes_on_past_midnight_and_ends_after_eighteen_hours(running):
    assert running.later(hours=17).now() is not None
    assert running.later(hours=2).now() is None


def test_after_leaving_it_says_so_for_an_hour(running):
    running.run.leave()
    view = running.now()
    assert (view.state, view.may_come_back) == ("left", True)
    assert "We’re off!" in page(running.kitchen.get("tablet_now"))
    assert view.changes_at
    assert running.later(minutes=59).now() is not None
    assert running.later(minutes=2).now() is None


def test_until_the_next_day_is_over_each_can_tell_how_it_was(running):
    family = running.family
    running.run.leave()
    way = 'name="then" value="notice"'
    assert page(running.kitchen.get("tablet_now")).count(way) == 3
    running.later(hours=2)
    assert page(running.kitchen.get("tablet")).count(way) == 3
    answer = running.kitchen.client.post(f"/tablet/sit/{family.bo.id}", {"then": "notice"})
    assert answer["Location"] == f"/tablet/m/{family.bo.id}/notice"
    running.kitchen.sit(None)
    running.later(days=2)
    assert way not in page(running.kitchen.get("tablet"))


def test_how_early_or_late_is_told_only_where_it_is_wanted(running):
    running.run.leave()
    assert running.now().morning.left
    Morning.objects.filter(id=running.run.id).update(tells_minutes=False)
    running.changed()
    assert running.now().morning.left == ""


def test_more_than_fit_side_by_side_come_in_groups(running, morning):
    more = [add(morning.maya, name, "child", age_band="6-9", at=morning.now) for name in ("Tim", "Ruth", "Uma")]
    assert all(more)
    step = morning.step("Shoes", 5, (morning.leo, morning.ivy, morning.bo, *more))
    running.run.leave()
    Morning.objects.filter(id=running.run.id).update(taken_back_at=running.clock())
    running.run.id = running.run.start().morning_key
    groups = running.now().groups
    assert running.run.step(step)
    assert [len(group) for group in groups] == [3, 3]
    assert max(map(len, groups)) <= SIDE_BY_SIDE


def test_a_wish_that_waits_shows_as_a_number_on_those_asked(running):
    family = running.family
    running.run.ask(family.leo, family.game, "skip", reason="No time.")
    assert [running.card(each).waiting for each in (family.leo, family.ivy, family.bo)] == [0, 1, 1]


@pytest.mark.parametrize("dead", ["revoked", "forged"])
def test_a_dead_key_shows_nobody(running, dead):
    if dead == "revoked":
        Tablet.objects.update(revoked_at=running.clock(), revoked_by=running.family.maya)
    else:
        running.kitchen.client.cookies["rungs-tablet"] = "forged"
    answer = running.kitchen.get("tablet_now")
    assert answer.status_code == 302
    assert "Ivy" not in answer.content.decode()
