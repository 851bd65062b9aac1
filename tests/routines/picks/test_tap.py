"""Tapping: several things at once, changed as often as one likes, hidden until the reveal."""

from uuid import uuid4

import pytest

from households.actions.refusal import AlreadyApplied
from households.models import Member
from routines.actions.pick_options import archive_option
from routines.models import Ballot
from routines.models.snapshots import forget
from routines.rules.picking.times import LAST_MOMENT
from tests.routines.morning import missing, refused


def said(picks):
    return {(b.member.name, b.late): b.options for b in Ballot.objects.select_related("member")}


def test_several_things_are_one_tap(today):
    today.tap(today.family.leo, "EP")

    assert said(today) == {("Leo", False): sorted(today.wanted("PE"))}


def test_it_can_be_changed_until_the_reveal(today):
    today.tap(today.family.leo, "P")
    today.tap(today.family.leo, "FE")
    today.tap(today.family.leo, "")

    assert said(today) == {("Leo", False): []}
    assert len(today.family.events("pick.tapped")) == 3


def test_the_same_again_is_nothing(today):
    today.tap(today.family.leo, "PE")

    assert today.tap(today.family.leo, "EP") is None


def test_a_tap_sent_again_is_applied_once(today):
    tap = uuid4()
    today.tap(today.family.leo, "P", tap=tap)
    today.tap(today.family.leo, "E")
    with pytest.raises(AlreadyApplied):
        today.tap(today.family.leo, "P", tap=tap)
    assert said(today) == {("Leo", False): today.wanted("E")}


def test_a_parent_taps_for_a_child_and_it_shows(today):
    today.tap(today.family.ivy, "P")

    assert Ballot.objects.get().said_by == today.family.maya
    assert today.family.events("pick.tapped")[0].member == today.family.ivy


@pytest.mark.parametrize("name", ["maya", "sam"])
def test_who_does_not_eat_there_does_not_pick(today, name):
    with refused("pick_not_yours"):
        today.tap(getattr(today.family, name), "P")


def test_a_guest_taps(today):
    today.tap(today.family.nana, "P")

    assert said(today) == {("Nana", False): today.wanted("P")}


def test_a_supporter_finds_only_picks_with_them(morning, picks):
    game = picks.make(morning.game, "Which game?", "Tag", "Ball")
    picks.start()
    with missing():
        picks.tap(morning.nana, "", picking_id=picks.picking(game))


def test_nobody_taps_for_a_teen_with_a_phone(today):
    m = today.family
    with refused("acting_for_not_yours"):
        today.tap(m.leo, "P", actor=m.actor(m.maya), speaker_id=m.leo.id)


def test_what_is_not_there_cannot_be_tapped(today):
    with refused("option_gone"):
        today.tap(today.family.leo, options=[10_000])


def test_what_was_put_away_meanwhile_cannot_be_tapped(today):
    m = today.family
    archive_option(actor=m.actor(m.maya), pick_id=today.pick.id, option_id=today.letters["P"], at=m.now)
    with refused("option_gone"):
        today.tap(m.leo, "PE")


def test_what_was_added_meanwhile_can(today):
    today.add(today.family.ivy, "W", "Waffles")
    today.tap(today.family.leo, "W")

    assert said(today) == {("Leo", False): today.wanted("W")}


def test_after_the_reveal_it_is_over(today):
    today.all_tap("P", "P", "E")
    with refused("pick_settled"):
        today.tap(today.family.leo, "E")


def test_what_came_too_late_is_kept_and_never_counts(today):
    today.all_tap("P", "P", "E")
    event = today.late(today.family.bo, "F")
    today.late(today.family.bo, "FE")

    assert event.kind == "pick.late"
    assert said(today)["Bo", True] == sorted(today.wanted("FE"))
    assert said(today)["Bo", False] == today.wanted("E")
    assert today.state().winner == today.letters["P"]
    assert today.memory().rounds == 1


def test_late_is_kept_also_when_they_are_off(today):
    today.leave()
    with refused("morning_over"):
        today.tap(today.family.leo, "P")
    today.late(today.family.leo, "P")

    assert said(today) == {("Leo", True): today.wanted("P")}


def test_what_is_not_late_is_not_kept_as_late(today):
    with missing():
        today.late(today.family.leo, "P")


def test_who_does_not_pick_is_not_late(today):
    today.all_tap("P", "P", "E")
    with refused("pick_settled"):
        today.late(today.family.maya, "P")


def test_the_last_moment_lets_the_last_one_tap_twice(today):
    m = today.family
    today.tap(m.leo, "P")
    today.tap(m.ivy, "P")
    today.tap(m.bo, "E")
    today.tap(m.bo, "EP")
    assert today.winner() is None
    m.pass_time(seconds=LAST_MOMENT.total_seconds())

    assert today.winner() == "P"


def test_who_left_the_household_is_not_waited_for(today):
    m = today.family
    today.tap(m.leo, "P")
    today.tap(m.ivy, "E")
    Member.objects.filter(id=m.bo.id).update(left_at=m.now)
    forget()
    m.pass_time(seconds=30)
    m.household.refresh_from_db()
    from households.models import Household

    Household.objects.update(people_revision=m.revision + 1)

    assert today.winner() is not None
    today.settle()
    assert today.state().members == (m.leo.id, m.ivy.id)
