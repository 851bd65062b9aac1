"""A treat: one person picks alone, openly and for a reason, and no memory counts it."""

from routines.rules.picking.times import LAST_MOMENT
from tests.routines.morning import refused


def test_one_person_picks_alone(today):
    m = today.family
    today.tap(m.leo, "P")
    today.treat(m.bo)
    with refused("pick_treat"):
        today.tap(m.ivy, "P")
    today.tap(m.bo, "E")
    m.pass_time(seconds=LAST_MOMENT.total_seconds())

    assert today.winner() == "E"


def test_no_turn_is_used_and_none_is_given(today):
    today.all_tap("P", "P", "E").settle()
    before = today.memory()
    today.next_day().start()
    today.treat(today.family.bo)
    today.tap(today.family.bo, "E")
    today.leave()

    assert today.state().kind == "treat"
    assert today.memory() == before


def test_one_that_nobody_uses_takes_what_was_picked_longest_ago(today):
    today.all_tap("P", "P", "P").settle()
    today.next_day().start()
    today.treat(today.family.bo)
    today.leave()

    assert today.winner() == "O"
    assert today.memory().rounds == 1


def test_it_says_why(today):
    event = today.treat(today.family.bo, "Bo is four today.")

    assert (event.member, event.why) == (today.family.bo, "Bo is four today.")
    assert (today.state().treat_for, today.state().treat_reason) == (today.family.bo.id, "Bo is four today.")


def test_parents_only(today):
    with refused("parents_only"):
        today.treat(today.family.bo, by=today.family.leo)


def test_for_somebody_who_picks_there(today):
    with refused("pick_not_yours"):
        today.treat(today.family.nana)


def test_never_without_a_reason(today):
    with refused("reason_first"):
        today.treat(today.family.bo, " ")


def test_not_after_the_reveal(today):
    today.all_tap("P", "P", "E")
    with refused("pick_settled"):
        today.treat(today.family.bo)


def test_who_has_tapped_already_has_picked(today):
    m = today.family
    today.tap(m.bo, "EF")
    m.pass_time(minutes=1)
    today.treat(m.bo)

    assert today.winner() == "F"
