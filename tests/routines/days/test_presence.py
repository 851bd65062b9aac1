"""Who is here when: two weeks in turn, and single days that are otherwise."""

from datetime import date, timedelta

import pytest

from households.actions.people import remove_member
from routines.actions.presence import set_day, set_presence
from routines.actions.take_back import take_back
from routines.models import Presence, PresenceDay
from routines.models.presences import away_today, exceptions_of, presences_of
from routines.rules.morning.presence import EVERY_DAY
from tests.routines.morning import missing, refused

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
WEEK = 7 * DAY
WEEK_ABOUT = 0b0000000_1111111
SCHOOL_DAYS = 0b0011111_0011111


def usual(morning, days=WEEK_ABOUT, who="bo", by="maya", from_on=MONDAY):
    about = {"member_id": getattr(morning, who).id, "days": days, "from_on": from_on}
    return set_presence(actor=morning.actor(getattr(morning, by)), at=morning.now, **about)


def one_day(morning, on, here, who="bo", by="maya"):
    about = {"member_id": getattr(morning, who).id, "on": on, "here": here}
    return set_day(actor=morning.actor(getattr(morning, by)), at=morning.now, **about)


def back(morning, event, by="maya"):
    return take_back(actor=morning.actor(getattr(morning, by)), event_id=event.id, at=morning.now)


def here(morning, *days, who="bo"):
    """Return whether somebody is here, day by day."""
    member = getattr(morning, who).id
    return [not away_today(morning.household.id, day, [member], None) for day in days]


def test_week_about(morning):
    event = usual(morning)
    assert (event.kind, event.member_id, event.title) == ("presence.set", morning.bo.id, "Bo")
    assert event.changes == {"two_weeks": [EVERY_DAY, WEEK_ABOUT], "from_on": ["", "2026-03-02"]}
    assert here(morning, MONDAY, MONDAY + 6 * DAY, MONDAY + WEEK, MONDAY + 2 * WEEK) == [True, True, False, True]
    assert here(morning, MONDAY + WEEK, who="ivy") == [True]
    (away,) = away_today(morning.household.id, MONDAY + WEEK, [morning.bo.id], None)
    assert (away.why, away.until) == ("other_home", MONDAY + 13 * DAY)


def test_weeks_are_counted_from_the_week_it_begins_in(morning):
    usual(morning, from_on=MONDAY + 3 * DAY)
    assert here(morning, MONDAY + 3 * DAY, MONDAY + WEEK, MONDAY + 2 * WEEK) == [True, False, True]
    assert Presence.objects.get().begins_on == MONDAY


def test_a_new_one_holds_from_its_day_on(morning):
    usual(morning)
    event = usual(morning, SCHOOL_DAYS, from_on=MONDAY + WEEK)
    assert event.changes["two_weeks"] == [0b1111111_0000000, SCHOOL_DAYS]
    assert here(morning, MONDAY + 5 * DAY, MONDAY + WEEK, MONDAY + 12 * DAY) == [True, True, False]
    usual(morning, EVERY_DAY)
    assert here(morning, *(MONDAY + each * DAY for each in range(28))) == [True] * 28
    assert len(presences_of(morning.household.id)) == 1


def test_saying_the_same_changes_nothing(morning):
    assert usual(morning, EVERY_DAY) is None
    usual(morning)
    assert usual(morning, from_on=MONDAY + 2 * WEEK) is None
    assert usual(morning, from_on=MONDAY + WEEK) is not None


@pytest.mark.parametrize(
    ("from_on", "code"),
    [(MONDAY - DAY, "day_over"), (MONDAY + timedelta(days=367), "days_far"), (None, "day_first")],
)
def test_days_that_do_not_work_are_refused(morning, from_on, code):
    with refused(code):
        usual(morning, from_on=from_on)
    with refused(code):
        one_day(morning, from_on, here=False)


def test_one_day_otherwise_and_as_usual_again(morning):
    assert one_day(morning, MONDAY, here=True) is None
    event = one_day(morning, MONDAY, here=False)
    assert (event.kind, event.changes) == ("presence.away", {"on": ["", "2026-03-02"]})
    assert here(morning, MONDAY, MONDAY + DAY) == [False, True]
    assert one_day(morning, MONDAY, here=False) is None
    assert one_day(morning, MONDAY, here=True).kind == "presence.here"
    assert not PresenceDay.objects.exists()


def test_a_day_stays_otherwise_whatever_is_usual(morning):
    usual(morning)
    one_day(morning, MONDAY + WEEK, here=True)
    usual(morning, 0)
    assert here(morning, MONDAY, MONDAY + WEEK) == [False, True]


class TestWhoMay:
    def test_a_teen_for_themselves(self, morning):
        assert usual(morning, who="leo", by="leo")
        assert one_day(morning, MONDAY, here=False, who="leo", by="leo")
        for act in (usual, lambda m, by: one_day(m, MONDAY, here=False, by=by)):
            with refused("only_for_yourself"):
                act(morning, by="leo")

    def test_a_supporter_for_nobody(self, morning):
        with refused("parents_only"):
            usual(morning, who="nana", by="nana")

    def test_a_parent_for_a_supporter(self, morning):
        assert usual(morning, who="nana")

    def test_nobody_for_who_left(self, morning):
        remove_member(actor=morning.actor(morning.maya), member_id=morning.bo.id, at=morning.now)
        with refused("person_not_here"):
            usual(morning)
        with refused("person_not_here"):
            one_day(morning, MONDAY, here=False)

    def test_strangers_are_not_there(self, morning):
        about = {"actor": morning.actor(morning.maya), "member_id": morning.cast.their_child.id}
        with missing():
            set_presence(**about, days=1, from_on=MONDAY, at=morning.now)
        with missing():
            set_day(**about, on=MONDAY, here=False, at=morning.now)


class TestTakingBack:
    def test_brings_back_the_weeks_of_before(self, morning):
        usual(morning)
        later = usual(morning, SCHOOL_DAYS, from_on=MONDAY + WEEK)
        event = usual(morning, 0)
        back(morning, event)
        assert [each.days for each in presences_of(morning.household.id)] == [WEEK_ABOUT, SCHOOL_DAYS]
        back(morning, later)
        assert here(morning, MONDAY + WEEK) == [False]

    def test_not_once_others_were_said(self, morning):
        event = usual(morning)
        usual(morning, 0, by="sam")
        with refused("others_built_on_it"):
            back(morning, event)
        early = usual(morning, WEEK_ABOUT, who="ivy")
        usual(morning, 0, who="ivy", by="sam", from_on=MONDAY + WEEK)
        with refused("others_built_on_it"):
            back(morning, early)

    def test_makes_a_day_what_it_was(self, morning):
        away = one_day(morning, MONDAY, here=False)
        back(morning, one_day(morning, MONDAY, here=True))
        assert here(morning, MONDAY) == [False]
        back(morning, away)
        assert not PresenceDay.objects.exists()

    def test_not_once_the_day_was_said_anew(self, morning):
        event = one_day(morning, MONDAY, here=False)
        one_day(morning, MONDAY, here=True, by="sam")
        with refused("others_built_on_it"):
            back(morning, event)


def test_a_day_is_read_in_three_queries(morning, django_assert_num_queries):
    usual(morning)
    usual(morning, who="ivy")
    for ahead in range(5):
        one_day(morning, MONDAY + ahead * DAY, here=False)
    members = [each.id for each in morning.cast.family]
    with django_assert_num_queries(3):
        away_today(morning.household.id, MONDAY, members, None)
    assert len(exceptions_of(morning.household.id, MONDAY, MONDAY + DAY)) == 2
