"""Breaks: noted, ended and taken back, by parents for all and by teens for themselves."""

from datetime import date, timedelta

import pytest

from households.actions.people import remove_member
from households.live import listening
from routines.actions.pause import end_pause, set_pause
from routines.actions.routine import archive_routine
from routines.actions.take_back import take_back
from routines.models import Pause
from routines.models.presences import away_today, paused_today, pauses_kept
from tests.routines.morning import missing, refused

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
FRIDAY, SUNDAY = MONDAY + 4 * DAY, MONDAY + 6 * DAY


def note(morning, by="maya", **about):
    about = {"kind": "holiday", "from_on": MONDAY, "until_on": FRIDAY, **about}
    return set_pause(actor=morning.actor(getattr(morning, by)), at=morning.now, **about)


def end(morning, event, by="maya"):
    return end_pause(actor=morning.actor(getattr(morning, by)), pause_id=event.subject_key, at=morning.now)


def back(morning, event, by="maya"):
    return take_back(actor=morning.actor(getattr(morning, by)), event_id=event.id, at=morning.now)


def away(morning, day, routine=None):
    here = [each.id for each in (morning.maya, morning.leo, morning.ivy, morning.bo)]
    return {each.member: each.why for each in away_today(morning.household.id, day, here, routine)}


def test_a_holiday_of_everybody_stops_the_routines(morning):
    event = note(morning, note=" By the sea ")
    assert (event.kind, event.member_id, event.title, event.why) == ("pause.set_for_all", None, "", "By the sea")
    assert event.changes == {"pause": ["", "holiday"], "from_on": ["", "2026-03-02"], "until_on": ["", "2026-03-06"]}
    plan = morning.routine.id
    assert paused_today(morning.household.id, FRIDAY, plan).kind == "holiday"
    assert paused_today(morning.household.id, FRIDAY + DAY, plan) is None
    assert paused_today(morning.cast.next_door.id, FRIDAY, plan) is None
    assert away(morning, FRIDAY) == {}


def test_one_of_a_routine_leaves_the_others_alone(morning):
    event = note(morning, routine_id=morning.routine.id, until_on=None)
    assert (event.routine_key, event.title) == (morning.routine.id, "Monday")
    assert event.changes["routine"] == ["", "Monday"]
    assert paused_today(morning.household.id, SUNDAY, morning.routine.id) is not None
    assert paused_today(morning.household.id, SUNDAY, morning.routine.id + 1) is None


def test_who_is_sick_is_away(morning):
    event = note(morning, kind="sick", member_id=morning.bo.id, until_on=MONDAY)
    assert (event.kind, event.member_id, event.title) == ("pause.set", morning.bo.id, "Bo")
    assert away(morning, MONDAY) == {morning.bo.id: "sick"}
    assert away(morning, MONDAY + DAY) == {}


def test_one_that_began_yesterday_is_fine(morning):
    note(morning, kind="sick", member_id=morning.bo.id, from_on=MONDAY - DAY, until_on=None)
    assert away(morning, MONDAY) == {morning.bo.id: "sick"}


def test_the_same_said_twice_is_one(morning):
    note(morning)
    assert note(morning, by="sam") is None
    assert note(morning, from_on=MONDAY + DAY) is None
    assert note(morning, kind="sick") is not None
    assert note(morning, until_on=FRIDAY + DAY) is not None
    assert note(morning, until_on=None) is not None
    assert note(morning, until_on=SUNDAY) is None
    assert note(morning, routine_id=morning.routine.id) is not None


def test_several_hold_at_once(morning):
    note(morning, kind="sick", member_id=morning.bo.id, until_on=MONDAY)
    note(morning, kind="other", member_id=morning.bo.id, until_on=FRIDAY)
    assert away(morning, MONDAY) == {morning.bo.id: "other"}
    assert len(pauses_kept(morning.household.id, MONDAY)) == 2


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"from_on": MONDAY - 2 * DAY, "until_on": MONDAY - DAY}, "pause_over"),
        ({"from_on": FRIDAY, "until_on": MONDAY}, "pause_days"),
        ({"from_on": None}, "pause_days"),
        ({"from_on": MONDAY + timedelta(days=367), "until_on": None}, "days_far"),
        ({"until_on": MONDAY + timedelta(days=367)}, "days_far"),
        ({"kind": "lazy"}, "pause_kind"),
        ({"note": "n" * 201}, "too_long"),
    ],
)
def test_what_does_not_work_is_refused(morning, about, code):
    with refused(code):
        note(morning, **about)


def test_who_left_needs_no_break(morning):
    remove_member(actor=morning.actor(morning.maya), member_id=morning.bo.id, at=morning.now)
    with refused("person_not_here"):
        note(morning, member_id=morning.bo.id)


def test_a_routine_put_away_needs_none_either(morning):
    archive_routine(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=morning.now)
    with refused("archived"):
        note(morning, routine_id=morning.routine.id)


def test_strangers_and_their_things_are_not_there(morning):
    with missing():
        note(morning, member_id=morning.cast.their_child.id)
    with missing():
        note(morning, routine_id=morning.routine.id + 999)
    event = note(morning)
    with missing():
        end_pause(actor=morning.actor(morning.neighbour), pause_id=event.subject_key, at=morning.now)


class TestATeen:
    def test_says_it_for_themselves(self, morning):
        assert note(morning, by="leo", kind="sick", member_id=morning.leo.id, until_on=MONDAY)
        assert away(morning, MONDAY) == {morning.leo.id: "sick"}

    @pytest.mark.parametrize("who", ["bo", None])
    def test_says_it_for_nobody_else(self, morning, who):
        with refused("only_for_yourself"):
            note(morning, by="leo", member_id=who and getattr(morning, who).id)

    def test_ends_their_own_and_no_other(self, morning):
        mine, ours = note(morning, member_id=morning.leo.id), note(morning)
        end(morning, mine, by="leo")
        with refused("only_for_yourself"):
            end(morning, ours, by="leo")


def test_supporters_say_nothing_of_it(morning):
    with refused("parents_only"):
        note(morning, by="nana", member_id=morning.nana.id)


def test_it_is_ended_from_today_on(morning):
    event = note(morning, from_on=MONDAY - DAY)
    ended = end(morning, event)
    assert ended.kind == "pause.ended_for_all"
    assert Pause.objects.get().until_on == MONDAY - DAY
    assert paused_today(morning.household.id, MONDAY, morning.routine.id) is None
    with refused("no_pause"):
        end(morning, event)


@pytest.mark.parametrize("begins", [MONDAY, MONDAY + DAY])
def test_one_that_has_hardly_begun_never_was(morning, begins):
    event = note(morning, from_on=begins)
    end(morning, event)
    assert Pause.objects.of(morning.household.id).count() == 0
    with refused("no_pause"):
        end(morning, event)


def test_a_note_is_taken_back(morning):
    event = note(morning, member_id=morning.bo.id)
    back(morning, event)
    assert away(morning, MONDAY) == {}


def test_a_note_stays_once_it_was_ended(morning):
    event = note(morning, from_on=MONDAY - DAY)
    end(morning, event, by="sam")
    with refused("others_built_on_it"):
        back(morning, event)


@pytest.mark.parametrize("begins", [MONDAY - DAY, MONDAY])
@pytest.mark.parametrize("until", [FRIDAY, None])
def test_an_end_is_taken_back(morning, begins, until):
    event = note(morning, from_on=begins, until_on=until)
    back(morning, end(morning, event))
    pause = Pause.objects.get()
    assert (pause.until_on, pause.taken_back_at) == (until, None)
    back(morning, event)
    assert Pause.objects.get().taken_back_at is not None


def test_screens_are_told(morning, django_capture_on_commit_callbacks):
    with listening() as heard, django_capture_on_commit_callbacks(execute=True):
        back(morning, end(morning, note(morning)))
    assert len(heard) == 3
    assert all({"history", "morning", "told"} <= news.kinds for news in heard)
