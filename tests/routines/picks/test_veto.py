"""Ruling something out for a day: parents only, on a ground, with a reason; two things stay."""

import pytest

from routines.models import PickVeto
from routines.regions.picks.cards import card_view
from tests.routines.morning import missing, refused


def test_it_is_crossed_out_with_its_reason(today):
    event = today.veto("E", "health", "The eggs are old.")
    option = next(each for each in today.state().options if each.id == today.letters["E"])

    assert (option.ground, option.reason, option.ruled_out_by) == ("health", "The eggs are old.", today.family.maya.id)
    assert today.letters["E"] not in today.state().live
    assert (event.why, event.changes["idea"]) == ("The eggs are old.", ["Eggs", ""])


@pytest.mark.parametrize("name", ["leo"])
def test_parents_only(today, name):
    with refused("parents_only"):
        today.veto("E", by=getattr(today.family, name))


def test_a_guest_does_not_either(today):
    with refused("parents_only"):
        today.veto("E", by=today.family.nana)


@pytest.mark.parametrize(
    ("ground", "reason", "code"),
    [
        ("", "Hot.", "ground_first"),
        ("late", "We are late.", "late_is_no_ground"),
        ("taste", "Yuck.", "ground_not_valid"),
        ("danger", " ", "reason_first"),
        ("danger", "x" * 501, "too_long"),
    ],
)
def test_what_must_be_there(today, ground, reason, code):
    with refused(code):
        today.veto("E", ground, reason)


def test_it_must_be_one_of_them(today):
    with refused("which_one"):
        today.veto("?")


def test_once(today):
    today.veto("E")
    with refused("ruled_out_already"):
        today.veto("E")


def test_two_stay_so_all_can_never_be_ruled_out(today):
    today.veto("E")
    today.veto("F")
    with refused("redesign"):
        today.veto("O")
    assert len(today.state().live) == 2


def test_whose_taps_all_vanished_is_asked_again(today):
    m = today.family
    today.tap(m.leo, "E")
    today.tap(m.ivy, "EP")
    today.tap(m.bo, "P")
    today.veto("E")
    m.pass_time(minutes=1)
    assert today.winner() is None
    assert [p.name for p in card(today, m.maya).waiting] == ["Leo"]
    today.tap(m.leo, "O")
    m.pass_time(minutes=1)

    assert today.winner() == "P"


def card(picks, who):
    look = picks.look(who)
    return card_view(look, picks.morning_state(), picks.state(), picks.reveal(who))


def test_who_does_not_tap_again_sits_out_unpenalised(today):
    m = today.family
    today.tap(m.leo, "E")
    today.veto("E")
    today.tap(m.ivy, "P")
    today.tap(m.bo, "O")
    today.leave()

    assert m.leo.id not in dict(today.memory().waits) or dict(today.memory().waits)[m.leo.id] == 0
    assert today.jars()["Leo"] == "0"


@pytest.mark.parametrize("ground", ["health", "law", "harm"])
def test_after_the_reveal_only_for_danger(today, ground):
    today.all_tap("P", "P", "E")
    with refused("after_reveal_danger_only"):
        today.veto("P", ground, "Not good.")


def test_after_the_reveal_the_same_taps_are_counted_again(today):
    today.all_tap("P", "P", "E").settle()
    assert today.winner() == "P"
    today.veto("P", "danger", "The pan is broken.")

    assert today.winner() == "E"
    assert today.jars() == {"Leo": "0", "Ivy": "0", "Bo": "0"}  # nobody else has a wish left
    assert today.memory().rounds == 1


def test_before_anybody_has_written_it_down(today):
    today.all_tap("P", "P", "E")
    today.veto("P", "danger", "The pan is broken.")

    assert today.winner() == "E"


def test_after_the_reveal_one_may_be_left(today):
    today.veto("O")
    today.veto("F")
    today.all_tap("P", "P", "E")
    today.veto("P", "danger", "The pan is broken.")
    assert today.winner() == "E"
    with refused("redesign"):
        today.veto("E", "danger", "The stove is hot.")


def test_not_once_something_was_picked_by_the_same_turns(morning, picks):
    from routines.actions.pick_bundle import answer_bundle, propose_bundle

    game = picks.make(morning.game, "Which game?", "Tag", "Ball", "Run")
    event = propose_bundle(actor=morning.actor(morning.leo), pick_ids=(picks.pick.id, game.id), at=morning.now)
    for who in (morning.maya, morning.ivy, morning.bo):
        answer_bundle(**morning.acting(who), bundle_id=event.subject_key, agrees=True, at=morning.now)
    picks.start().all_tap("P", "P", "E").settle()
    morning.pass_time(hours=1, minutes=15)
    picks.settle()

    assert picks.state(game).settled_at is not None
    with refused("pick_later_ones"):
        picks.veto("P", "danger", "The pan is broken.")


def test_it_is_of_one_day(today):
    today.veto("E")
    today.leave()
    today.next_day().start()

    assert len(today.state().live) == 4
    assert PickVeto.objects.count() == 1


def test_not_when_they_are_off(today):
    today.leave()
    with refused("morning_over"):
        today.veto("P")


def test_the_neighbours_find_nothing(today):
    with missing():
        today.veto("P", by=today.family.neighbour)
