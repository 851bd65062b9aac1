from datetime import timedelta

import pytest

from households.actions.people import Look, Who, change_member
from households.models import Event
from routines.actions.take_back import take_back
from routines.models import Comment, Decision, Option, Question
from tests.routines.morning import missing, refused
from tests.routines.verbs.deeds import DEEDS
from tests.routines.verbs.every import VERBS
from tests.routines.verbs.undoing import back, latest, seen

# What came too late counts for nothing, and reading so is no deed: there is nothing to take back.
NOT_TAKEN_BACK = ("take_back", "keep_late", "see_late", "keep_late_tap")
PLAIN = [name for name in VERBS if name not in NOT_TAKEN_BACK]


def _is_undone(morning, act):
    before = seen(morning)
    act()
    assert seen(morning) != before
    event = latest(morning)
    undone = back(morning, event)
    assert seen(morning) == before
    event.refresh_from_db()
    assert event.taken_back_at == undone.at
    assert (undone.kind, undone.subject_key) == ("taken_back", event.id)
    assert undone.changes == {"kind": [event.kind, ""]}
    assert (undone.step_key, undone.member_id) == (event.step_key, event.member_id)


@pytest.mark.parametrize("name", PLAIN)
def test_every_deed_is_restored_exactly(morning, name):
    ready = VERBS[name](morning)
    _is_undone(morning, lambda: ready.do(actor=morning.actor(ready.doer), at=morning.now))


@pytest.mark.parametrize("name", DEEDS)
def test_so_are_those_with_more_to_restore(morning, name):
    _is_undone(morning, DEEDS[name](morning))


@pytest.mark.parametrize("by", ["sam", "leo"])
def test_nobody_takes_back_what_another_did(morning, by):
    event = morning.say(morning.ask(morning.car), morning.bo, "got_it")
    with refused("not_yours_to_take_back"):
        back(morning, event, by=getattr(morning, by))


def test_who_tapped_for_a_child_takes_it_back(morning):
    event = morning.say(morning.ask(morning.car), morning.bo, "got_it")
    undone = back(morning, event, by=morning.maya)
    assert (undone.actor_id, undone.member_id) == (morning.maya.id, morning.bo.id)


def test_for_ten_minutes(morning):
    event = morning.say(morning.ask(morning.car), morning.leo, "got_it")
    take_back(actor=morning.actor(morning.leo), event_id=event.id, at=event.at + timedelta(minutes=10))


def test_not_a_second_longer(morning):
    event = morning.say(morning.ask(morning.car), morning.leo, "got_it")
    with refused("too_late_to_take_back"):
        take_back(
            actor=morning.actor(morning.leo),
            event_id=event.id,
            at=event.at + timedelta(minutes=10, seconds=1),
        )


def test_once(morning):
    event = morning.say(morning.ask(morning.car), morning.leo, "got_it")
    back(morning, event)
    with refused("taken_back_already"):
        back(morning, event)


def test_taking_back_is_not_taken_back(morning):
    event = morning.say(morning.ask(morning.car), morning.leo, "got_it")
    undone = back(morning, event)
    with refused("not_yours_to_take_back"):
        back(morning, undone)


@pytest.mark.parametrize("name", ["keep_late", "see_late"])
def test_what_came_too_late_is_not_taken_back(morning, name):
    ready = VERBS[name](morning)
    event = ready.do(actor=morning.actor(ready.doer), at=morning.now)
    before = seen(morning)
    with refused("not_yours_to_take_back"):
        back(morning, event)
    assert seen(morning) == before


def test_what_happened_to_people_is_changed_on_their_own_page(morning):
    change_member(
        actor=morning.actor(morning.maya),
        member_id=morning.bo.id,
        who=Who("child", "3-5"),
        look=Look("Bobo", morning.bo.face, morning.bo.colour),
        at=morning.now,
    )
    with refused("not_yours_to_take_back"):
        back(morning, Event.objects.latest("id"))


def test_an_unknown_event_is_missing(morning):
    with missing():
        take_back(actor=morning.actor(morning.maya), event_id=10**6, at=morning.now)


def test_the_history_keeps_both_and_nothing_is_erased(morning):
    question, _music, _pyjamas = morning.consulted()
    kinds = [event.kind for event in morning.events()]
    event = morning.say(question, morning.leo, "pass")
    back(morning, event)
    assert [each.kind for each in morning.events()] == [*kinds, "voice.passed", "taken_back"]


def test_an_idea_and_a_remark_are_marked_not_erased(morning):
    question = morning.ask(morning.dress)
    morning.idea(question, "Pyjamas", morning.leo)
    back(morning, morning.events("option.proposed")[-1])
    assert Option.objects.get().taken_back_at is not None
    VERBS["comment"](morning).do(actor=morning.actor(morning.leo), at=morning.now)
    back(morning, latest(morning))
    assert Comment.objects.get().taken_back_at is not None


def test_a_decision_is_marked_and_its_question_asked_again(morning):
    settle = DEEDS["decided_for_a_trial"](morning)
    event = settle()
    back(morning, event)
    first, again = Question.objects.order_by("id")
    assert Decision.objects.get().taken_back_at is not None
    assert first.closed_at is not None
    assert again.closed_at is None
    assert morning.last(morning.dress) is None


def test_it_can_then_be_settled_differently(morning):
    event = DEEDS["decided_for_a_trial"](morning)()
    back(morning, event)
    again = morning.question(morning.dress)
    answers = morning.answers(morning.leo, morning.ivy, morning.bo)
    morning.settle(again.id, option=again.options[1].id, reason="Because.", answers=answers)
    assert morning.last(morning.dress).decision.option == again.options[1].id


def test_a_wish_granted_by_mistake_waits_again(morning):
    event = DEEDS["granted_wish"](morning)()
    back(morning, event)
    granted = morning.events("climb.granted")[0]
    assert granted.taken_back_at is not None
    assert [ask.member for ask in morning.state(morning.car).asks] == [morning.leo.id]
