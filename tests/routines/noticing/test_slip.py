"""This turned into pushing: one tap by whoever notices, taken back with one tap, and it stays in the family."""

import pytest

from routines.actions.slip import withdraw_slip
from routines.regions.history import seen_by
from tests.routines.morning import missing, refused
from tests.routines.noticing.looks import look_of
from tests.routines.verbs.undoing import back


def slips(lived):
    return [(each.by, each.step) for each in lived.state().slips]


def test_during_the_morning_on_a_step(running):
    running.slip(running.morning.ivy, running.morning.dress)
    assert slips(running) == [(running.morning.ivy.id, running.step(running.morning.dress))]
    assert running.state().slips[0].acted_by == running.morning.maya.id


def test_the_next_day_about_the_whole(lived):
    lived.until_tomorrow_evening()
    lived.slip(lived.morning.maya)
    assert slips(lived) == [(lived.morning.maya.id, None)]


def test_no_longer_after_that(lived):
    lived.until_the_day_after()
    with refused("taps_over"):
        lived.slip(lived.morning.maya)


def test_tapped_in_time_without_a_net(lived):
    lived.until_the_day_after()
    lived.slip(lived.morning.leo, age=2 * 60 * 60)
    assert len(slips(lived)) == 1


def test_noticed_twice_by_one_is_once_by_two_is_twice(lived):
    lived.slip(lived.morning.leo, lived.morning.dress)
    assert lived.slip(lived.morning.leo, lived.morning.dress) is None
    lived.slip(lived.morning.maya, lived.morning.dress)
    assert len(slips(lived)) == 2


def test_taken_back_with_one_tap_also_later(lived):
    slip = lived.slip(lived.morning.leo, lived.morning.dress)
    lived.until_tomorrow_evening()
    about = {"actor": lived.morning.actor(lived.morning.leo), "slip_id": slip.subject_key}
    assert withdraw_slip(**about, at=lived.now).kind == "slip.withdrawn"
    assert slips(lived) == []
    assert withdraw_slip(**about, at=lived.now) is None


def test_undone_like_anything_else(lived):
    slip = lived.slip(lived.morning.leo, lived.morning.dress)
    back(lived.morning, slip)
    assert slips(lived) == []


def test_nobody_takes_anothers_back(lived):
    slip = lived.slip(lived.morning.leo, lived.morning.dress)
    with refused("not_yours_to_take_back"):
        withdraw_slip(actor=lived.morning.actor(lived.morning.maya), slip_id=slip.subject_key, at=lived.now)


def test_supporters_have_no_part_in_it(lived):
    with refused("supporter_takes_part"):
        lived.slip(lived.morning.nana, lived.morning.breakfast)


def test_the_neighbour_finds_nothing(lived):
    with missing():
        lived.slip(lived.morning.neighbour)


@pytest.mark.parametrize("whole", [True, False])
def test_no_supporter_reads_of_it(lived, whole):
    """Neither that it was noticed, nor that it was taken back, not even on a step that names them."""
    slip = lived.slip(lived.morning.maya, None if whole else lived.morning.breakfast)
    withdraw_slip(actor=lived.morning.actor(lived.morning.maya), slip_id=slip.subject_key, at=lived.now)
    back(lived.morning, lived.slip(lived.morning.leo, lived.morning.dress))
    seen = seen_by(look_of(lived, lived.morning.nana))
    happened = [(event.kind, event.changes.get("kind")) for event in seen]
    assert not [each for each in happened if "slip" in str(each)]
    family = [event.kind for event in seen_by(look_of(lived, lived.morning.leo))]
    assert family.count("slip.noticed") == 2
