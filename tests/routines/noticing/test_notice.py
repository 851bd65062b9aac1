"""How a morning was as a whole: told, told anew, passed; by everybody for themselves, while it is fresh."""

import pytest

from households.actions.refusal import AlreadyApplied
from routines.actions.notice import Noticed, notice
from tests.routines.morning import missing, refused
from tests.routines.verbs.undoing import back


def test_told_in_three_taps(lived):
    lived.notice(lived.morning.leo, "maybe")
    lived.notice(lived.morning.leo, hard="Waiting for the bathroom")
    lived.notice(lived.morning.leo, picture="stopwatch")
    account = lived.accounts()[lived.morning.leo.id]
    assert (account.again, account.hard, account.picture) == ("maybe", "Waiting for the bathroom", "stopwatch")
    assert account.told
    assert not account.passed


def test_nobody_overwrites_anybody(lived):
    lived.notice(lived.morning.leo, "yes")
    lived.notice(lived.morning.maya, "no")
    assert {each.member: each.again for each in lived.accounts().values()} == {
        lived.morning.leo.id: "yes",
        lived.morning.maya.id: "no",
    }


def test_a_pass_says_nothing_but_is_told(lived):
    event = lived.pass_over(lived.morning.leo)
    assert event.kind == "notice.passed"
    assert lived.accounts()[lived.morning.leo.id].passed


def test_told_otherwise_until_the_next_day_ends(lived):
    lived.notice(lived.morning.leo, "yes")
    lived.until_tomorrow_evening()
    assert lived.notice(lived.morning.leo, "no").kind == "notice.changed"
    assert lived.accounts()[lived.morning.leo.id].again == "no"


def test_not_after_the_next_day(lived):
    lived.until_the_day_after()
    with refused("felt_too_late"):
        lived.notice(lived.morning.leo, "yes")
    with refused("felt_too_late"):
        lived.pass_over(lived.morning.leo)


def test_told_in_time_on_a_tablet_without_a_net(lived):
    lived.until_the_day_after()
    lived.notice(lived.morning.leo, "yes", age=2 * 60 * 60)
    assert lived.accounts()[lived.morning.leo.id].again == "yes"


@pytest.mark.parametrize("age", [-1, 10**9, float("nan"), float("inf")])
def test_an_age_that_cannot_be_is_none(lived, age):
    lived.until_the_day_after()
    with refused("felt_too_late"):
        lived.notice(lived.morning.leo, "yes", age=age)


def test_the_same_twice_is_once(lived):
    lived.notice(lived.morning.leo, "yes")
    assert lived.notice(lived.morning.leo, "yes") is None


def test_a_tap_counts_once(lived):
    tap = "6f1c2a44-0000-4000-8000-000000000001"
    about = {"actor": lived.morning.actor(lived.morning.leo), "morning_id": lived.id, "tap": tap}
    notice(**about, noticed=Noticed("yes"), at=lived.now)
    with pytest.raises(AlreadyApplied):
        notice(**about, noticed=Noticed("no"), at=lived.now)
    assert lived.accounts()[lived.morning.leo.id].again == "yes"


def test_a_parent_for_a_child_says_so(lived):
    lived.notice(lived.morning.ivy, "no")
    account = lived.accounts()[lived.morning.ivy.id]
    assert account.said_by == lived.morning.maya.id
    assert lived.morning.events("notice.told")[-1].member_id == lived.morning.ivy.id


def test_nobody_for_a_teenager_with_an_account(lived):
    with refused("acting_for_not_yours"):
        notice(
            actor=lived.morning.actor(lived.morning.maya),
            speaker_id=lived.morning.leo.id,
            morning_id=lived.id,
            noticed=Noticed("yes"),
            at=lived.now,
        )


def test_who_had_no_part_tells_nothing(lived):
    with refused("not_in_the_morning"):
        lived.notice(lived.morning.sam, "yes")


def test_the_neighbour_finds_nothing(lived):
    with missing():
        lived.notice(lived.morning.neighbour, "yes")


@pytest.mark.parametrize("again", ["great", "1"])
def test_only_yes_maybe_or_no(lived, again):
    with refused("again_first"):
        lived.notice(lived.morning.leo, again)


def test_too_many_words(lived):
    with refused("too_long"):
        lived.notice(lived.morning.leo, hard="x" * 501)


def test_what_happened_says_who_told_and_never_what(lived):
    lived.notice(lived.morning.leo, "no", hard="Secret", picture="angry-face")
    event = lived.morning.events("notice.told")[-1]
    assert (event.title, event.why, event.changes) == ("Monday", "", {})
    assert event.step_key is None


def test_taken_back_for_ten_minutes(lived):
    first = lived.notice(lived.morning.leo, "yes")
    second = lived.notice(lived.morning.leo, "no", hard="Late")
    back(lived.morning, second)
    assert lived.accounts()[lived.morning.leo.id].again == "yes"
    back(lived.morning, first)
    assert lived.morning.leo.id not in lived.accounts()


def test_what_was_told_anew_since_is_not_taken_back(lived):
    first = lived.notice(lived.morning.leo, "yes")
    lived.notice(lived.morning.leo, "no")
    with refused("others_built_on_it"):
        back(lived.morning, first)


def test_each_tap_is_taken_back_alone(lived):
    """What was hard stays, though "again" is taken back after it was told."""
    again = lived.notice(lived.morning.leo, "no")
    hard = lived.notice(lived.morning.leo, picture="stopwatch")
    back(lived.morning, again)
    account = lived.accounts()[lived.morning.leo.id]
    assert (account.again, account.picture) == ("", "stopwatch")
    back(lived.morning, hard)
    assert lived.morning.leo.id not in lived.accounts()


def test_a_pass_taken_back_is_no_word_at_all(lived):
    back(lived.morning, lived.pass_over(lived.morning.leo))
    assert lived.morning.leo.id not in lived.accounts()


def test_nobody_takes_anothers_back(lived):
    event = lived.notice(lived.morning.leo, "yes")
    with refused("not_yours_to_take_back"):
        back(lived.morning, event, by=lived.morning.maya)


def test_not_after_ten_minutes(lived):
    event = lived.notice(lived.morning.leo, "yes")
    with refused("too_late_to_take_back"):
        back(lived.morning, event, minutes=11)
