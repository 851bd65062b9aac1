from datetime import timedelta

import pytest

from routines.actions.override import override
from routines.models import AgendaItem, Override
from tests.routines.morning import missing, refused

AGENDA = ("kind", "due_on", "done_at")


def _override(morning, step=None, *, by="maya", ground="health", reason="Ten below zero.", hours=9):
    at = morning.now
    return override(
        actor=morning.actor(getattr(morning, by)),
        step_id=(step or morning.dress).id,
        ground=ground,
        reason=reason,
        expires_at=at + timedelta(hours=hours),
        at=at,
    )


@pytest.mark.parametrize("ground", ["danger", "health", "law", "harm"])
def test_a_parent_rules_for_a_while_and_says_why(morning, ground):
    event = _override(morning, ground=ground)
    row = Override.objects.get()
    assert (row.ground, row.reason, row.set_by_id, row.ended_at) == (ground, "Ten below zero.", morning.maya.id, None)
    assert (event.kind, event.subject_key, event.why) == ("override.set", row.id, "Ten below zero.")
    state = morning.state(morning.dress)
    assert state.has_override
    assert (state.override.reason, state.override.by) == ("Ten below zero.", morning.maya.id)


def test_it_ends_by_itself_and_the_decision_is_back(morning):
    _override(morning, hours=9)
    morning.pass_time(hours=8)
    assert morning.state(morning.dress).has_override
    morning.pass_time(hours=1)
    state = morning.state(morning.dress)
    assert (state.has_override, state.override) == (False, None)


def test_the_question_waits_meanwhile_untouched(morning):
    question, *_ = morning.consulted()
    _override(morning)
    state = morning.state(morning.dress)
    assert (state.question.id, len(state.question.voices)) == (question, 3)


def test_its_review_is_on_the_agenda_within_a_week(morning):
    _override(morning)
    assert list(AgendaItem.objects.values_list(*AGENDA)) == [("override", morning.today + timedelta(days=7), None)]


def test_two_in_fourteen_days_put_the_step_itself_there(morning):
    _override(morning)
    morning.pass_time(days=13)
    _override(morning)
    week = morning.today + timedelta(days=7)
    assert set(AgendaItem.objects.values_list(*AGENDA)) == {
        ("override", week - timedelta(days=13), None),
        ("override", week, None),
        ("step", week, None),
    }


def test_two_further_apart_do_not(morning):
    _override(morning)
    morning.pass_time(days=14)
    _override(morning)
    assert not AgendaItem.objects.filter(kind="step").exists()


def test_two_on_different_steps_do_not(morning):
    _override(morning)
    _override(morning, morning.car)
    assert set(AgendaItem.objects.values_list("kind", flat=True)) == {"override"}


def test_one_taken_back_does_not_count(morning):
    from routines.actions.take_back import take_back

    event = _override(morning)
    take_back(actor=morning.actor(morning.maya), event_id=event.id, at=morning.now)
    assert not AgendaItem.objects.exists()
    _override(morning)
    assert list(AgendaItem.objects.values_list("kind", flat=True)) == ["override"]


def test_the_days_are_those_of_the_familys_clock(morning):
    from households.actions.household import Home, change_household

    change_household(
        actor=morning.actor(morning.maya),
        home=Home("Lindenhof", "Pacific/Auckland", "en"),
        at=morning.now,
    )
    morning.actor(morning.maya)
    from tests.cast import as_actor

    at = morning.now
    override(
        actor=as_actor(morning.maya),
        step_id=morning.dress.id,
        ground="law",
        reason="The road is closed.",
        expires_at=at.replace(hour=23),
        at=at.replace(hour=12),
    )
    assert AgendaItem.objects.get().due_on == morning.today + timedelta(days=8)


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"ground": ""}, "ground_first"),
        ({"ground": "late"}, "late_is_no_ground"),
        ({"ground": "nerves"}, "ground_not_valid"),
        ({"reason": " "}, "reason_first"),
        ({"reason": "x" * 501}, "too_long"),
        ({"hours": 0}, "expiry_ahead"),
        ({"hours": -1}, "expiry_ahead"),
        ({"hours": 24 * 7 + 1}, "expiry_ahead"),
    ],
)
def test_only_for_safety_only_for_a_while(morning, about, code):
    with refused(code):
        _override(morning, **about)


def test_one_at_a_time(morning):
    _override(morning, hours=9)
    with refused("override_there"):
        _override(morning, by="sam")
    morning.pass_time(hours=9)
    _override(morning, by="sam")


def test_parents_only(morning):
    with refused("parents_only"):
        _override(morning, by="leo")
    with missing():
        _override(morning, by="nana")
