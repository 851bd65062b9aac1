"""What a morning's taps meet when the world has moved on: nothing is lost, and every no is a kind sentence."""

from datetime import UTC, timedelta

import pytest
from django.core.cache import cache

from households.actions.people import remove_member
from households.actions.tablets import revoke_tablet
from households.models import HiddenFace, Member, Tablet
from routines.actions.step import archive_step
from routines.models import Doing, Morning
from tests.routines.tablet.running import page


def done_at(running, who, step):
    return running.run.part(who, step).done_at


def test_a_tap_that_arrives_an_hour_late_counts_for_when_it_was_made(running):
    family = running.family
    running.later(hours=1)
    running.tap("done", family.ivy, family.car, age=3000)
    assert (
        timedelta(seconds=2995) < running.clock() - done_at(running, family.ivy, family.car) < timedelta(seconds=3010)
    )


@pytest.mark.parametrize("age", ["-5", "1e3", "nonsense", "99999999999", ""])
def test_an_age_that_cannot_be_is_none(running, age):
    family = running.family
    running.tap("done", family.ivy, family.car, age=age)
    assert running.clock() - done_at(running, family.ivy, family.car) < timedelta(minutes=1)


def test_an_age_from_before_the_morning_counts_from_its_start(running):
    family = running.family
    running.tap("done", family.ivy, family.car, age=86_000)
    assert done_at(running, family.ivy, family.car) == running.run.state.started


def test_what_was_tapped_without_a_net_counts_after_they_left(running):
    family = running.family
    running.later(minutes=50).run.leave()
    left = running.run.state.left
    answer = running.later(minutes=30).tap("done", family.ivy, family.car, age=2400)
    assert answer.status_code == 200
    assert 'data-state="left"' in page(answer)
    assert done_at(running, family.ivy, family.car) <= left


def test_we_are_off_counts_for_when_it_was_said(running):
    running.later(minutes=40)
    running.tap("off", running.family.bo, age=600)
    assert timedelta(minutes=9) < running.clock() - running.run.state.left < timedelta(minutes=11)


def test_the_next_day_is_taken_and_the_day_after_is_too_late(running):
    family = running.family
    answer = running.later(hours=30).tap("done", family.ivy, family.car, age=100_000)
    assert answer.status_code == 205  # taken; but the tablet rests on this morning no more
    assert done_at(running, family.ivy, family.car)
    answer = running.later(hours=24).tap("done", family.bo, family.car, age=190_000)
    assert answer.status_code == 422
    assert page(answer) == "This morning was too long ago. Look at today."


def test_a_step_put_away_from_the_plan_is_still_done_today(running):
    family = running.family
    archive_step(actor=family.actor(family.maya), step_id=family.car.id, at=family.now)
    assert running.tap("done", family.ivy, family.car).status_code == 200
    assert done_at(running, family.ivy, family.car)


def test_a_step_skipped_meanwhile_says_so(running):
    family = running.family
    car = running.step(family.car)
    running.run.ask(family.maya, family.car, "skip", reason="We walk.")
    answer = running.kitchen.tap("done", family.ivy, running.run.id, car, on="now")
    assert answer.status_code == 422
    assert page(answer) == "We skip this today. Go on with the next one."
    assert "Into the car" not in [part.title for part in running.card(family.ivy).parts]


def test_somebody_who_left_the_household_is_gone_and_nobody_waits_for_them(running):
    family = running.family
    running.done(*((family.leo, step) for step in (family.car, family.dress, family.game)))
    running.done((family.maya, family.game), (family.maya, family.breakfast), (family.ivy, family.breakfast))
    remove_member(actor=family.actor(family.maya), member_id=family.bo.id, at=family.now)
    assert [card.person.name for group in running.now().groups for card in group] == ["Leo", "Ivy"]
    assert running.tap("done", family.bo, family.car).status_code == 404
    assert str(family.bo.id) not in {
        key.split("-")[1] for part in running.card(family.leo).parts for key in part.after.split()
    }


def test_a_face_taken_off_the_tablet_can_not_be_tapped_there_any_more(running):
    family = running.family
    about = {"household": family.household, "tablet": running.kitchen.tablet}
    HiddenFace.objects.create(**about, member=family.bo)
    assert running.tap("done", family.bo, family.car).status_code == 404


def test_a_tablet_put_away_while_it_rests_there_is_nobodys(running):
    family = running.family
    revoke_tablet(actor=family.actor(family.maya), tablet_id=running.kitchen.tablet.id, at=family.now)
    assert running.tap("done", family.ivy, family.car).status_code == 404
    assert running.kitchen.get("tablet_now")["Location"] == "/tablet"
    assert not Doing.objects.exclude(done_at=None).exists()


def test_a_start_taken_back_leads_the_tablet_to_its_faces(running):
    family = running.family
    car = running.step(family.car)
    Morning.objects.filter(id=running.run.id).update(taken_back_at=running.clock())
    assert running.kitchen.tap("done", family.ivy, running.run.id, car, on="now").status_code == 404
    assert running.kitchen.get("tablet_now")["Location"] == "/tablet"


def test_a_morning_of_the_neighbours_is_no_morning_here(running, next_door):
    theirs = Member.objects.filter(household_id=running.family.neighbour.household_id).first()
    car = running.step(running.family.car)
    assert next_door.tap("done", theirs, running.run.id, car).status_code == 404
    assert done_at(running, running.family.ivy, running.family.car) is None


def test_a_fast_finger_is_asked_to_wait(running, monkeypatch):
    monkeypatch.setattr("routines.views.tablet.limit.A_MINUTE", 1)
    cache.clear()
    family = running.family
    assert running.tap("done", family.ivy, family.car).status_code == 200
    answer = running.tap("undone", family.ivy, family.car)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_the_tablets_own_clock_is_asked_nothing(running):
    """Only the age counts, whatever moment a tablet believes in."""
    family = running.family
    running.tap("done", family.ivy, family.car, age=60, at="1970-01-01T00:00:00Z")
    moment = done_at(running, family.ivy, family.car)
    assert moment.tzinfo == UTC
    assert running.clock() - moment < timedelta(minutes=2)
    assert Tablet.objects.get(id=running.kitchen.tablet.id).seat_id is None
