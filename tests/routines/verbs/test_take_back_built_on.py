"""What others built on stays; so does what is counted in something settled."""

from datetime import timedelta

import pytest

from routines.actions.agenda import talked_about
from routines.actions.override import override, reply
from routines.actions.rung import answer_ask, ask_climb, climb, step_down
from routines.actions.step import (
    StepDraft,
    add_step,
    archive_step,
    edit_step,
    move_step,
    restore_step,
)
from routines.models import AgendaItem, ClimbAsk
from routines.rules.state import Rung
from tests.routines.morning import refused
from tests.routines.verbs.deeds import DEEDS
from tests.routines.verbs.every import VERBS, base_of
from tests.routines.verbs.undoing import back, latest, seen


def test_a_voice_counted_in_a_settled_question_stays(morning):
    question, _ideas = morning.voted(maya="dice", leo="race", ivy="dice", bo="dice")
    event = morning.choose(question, morning.leo, morning.question(morning.game).options[0].id)
    morning.settle(question)
    with refused("closed"):
        back(morning, event)


def test_only_the_latest_word_is_taken_back(morning):
    question = morning.ask(morning.car)
    first = morning.say(question, morning.leo, "dislike")
    last = morning.say(question, morning.leo, "got_it")
    with refused("others_built_on_it"):
        back(morning, first)
    back(morning, last)
    back(morning, first)
    assert morning.question(morning.car).voices == ()


def test_a_concern_stays_when_a_proposal_was_made_on_its_ground(morning):
    question = morning.ask(morning.breakfast)
    event = morning.concern(question, morning.ivy, "Warm")
    morning.concerns(question, morning.maya, morning.bo)
    morning.table(question, morning.idea(question, "Porridge"))
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_voice_stays_when_another_proposal_answers_it(morning):
    question, _option = morning.proposal()
    event = morning.say(question, morning.bo, "no", note="Too hot")
    morning.table(question, morning.idea(question, "Cold porridge"))
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_proposal_stays_when_somebody_answered_it(morning):
    question = morning.consented()
    event = morning.table(question, morning.idea(question, "Toast"))
    morning.say(question, morning.bo, "yes")
    with refused("others_built_on_it"):
        back(morning, event)


def _idea_event(morning, question, text="Pyjamas", by=None):
    morning.idea(question, text, by)
    return morning.events("option.proposed")[-1]


def test_an_idea_stays_that_somebody_chose(morning):
    question = morning.ask(morning.dress)
    morning.idea(question, "Music")
    event = _idea_event(morning, question)
    morning.choose(question, morning.bo, event.subject_key)
    with refused("others_built_on_it"):
        back(morning, event)


def test_an_idea_stays_that_a_choice_was_made_against(morning):
    question = morning.ask(morning.dress)
    music = morning.idea(question, "Music")
    event = _idea_event(morning, question)
    morning.choose(question, morning.bo, music)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_third_idea_nobody_chose_goes(morning):
    question, _music, _pyjamas = morning.consulted()
    event = _idea_event(morning, question, "Socks")
    back(morning, event)
    assert len(morning.question(morning.dress).options) == 2


def test_the_only_idea_stays_when_thumbs_were_given(morning):
    question = morning.ask(morning.dress)
    event = _idea_event(morning, question)
    morning.say(question, morning.bo, "yes")
    with refused("others_built_on_it"):
        back(morning, event)


def test_an_idea_stays_that_was_ruled_out(morning):
    question, *_ = morning.consulted()
    event = _idea_event(morning, question, "Barefoot")
    morning.veto(question, event.subject_key)
    with refused("others_built_on_it"):
        back(morning, event)


def test_an_idea_stays_that_lay_on_the_table_once(morning):
    question = morning.ask(morning.breakfast)
    morning.concerns(question, morning.maya, morning.ivy, morning.bo)
    event = _idea_event(morning, question, "Porridge")
    morning.table(question, event.subject_key)
    morning.table(question, morning.idea(question, "Toast"))
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_veto_stays_when_thumbs_were_given_to_what_is_left(morning):
    question, _music, pyjamas = morning.consulted()
    event = morning.veto(question, pyjamas)
    morning.say(question, morning.leo, "yes")
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_question_stays_that_somebody_spoke_to(morning):
    question = morning.ask(morning.breakfast)
    event = latest(morning)
    morning.concern(question, morning.bo, "Warm")
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_question_of_ones_own_goes_with_what_one_said_oneself(morning):
    question = morning.ask(morning.game, by=morning.leo)
    event = latest(morning)
    morning.idea(question, "Dice", morning.leo)
    morning.say(question, morning.leo, "yes")
    back(morning, event)
    assert morning.question(morning.game) is None


def test_a_decision_stays_when_the_next_question_is_open(morning):
    event = DEEDS["decided_for_a_trial"](morning)()
    morning.ask(morning.dress, "And on Sundays?")
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_decision_stays_when_the_step_has_moved_on_the_ladder(morning):
    event = DEEDS["decided_for_a_trial"](morning)()
    climb(actor=morning.actor(morning.maya), step_id=morning.dress.id, to_rung=Rung.CODESIGN, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_decision_stays_when_its_date_was_talked_about(morning):
    event = DEEDS["agreed"](morning)()
    item = AgendaItem.objects.get(kind="review")
    talked_about(actor=morning.actor(morning.leo), item_id=item.id, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_climb_stays_when_somebody_spoke_on_the_new_rung(morning):
    morning.consulted()
    event = climb(actor=morning.actor(morning.maya), step_id=morning.dress.id, to_rung=Rung.COPRODUCE, at=morning.now)
    morning.concern(morning.question(morning.dress).id, morning.bo, "Warm")
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_climb_stays_when_a_question_was_opened_on_the_new_rung(morning):
    event = VERBS["climb"](morning).do(actor=morning.actor(morning.maya), at=morning.now)
    morning.ask(morning.car, decider_id=morning.maya.id)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_climb_stays_when_the_step_climbed_on(morning):
    event = VERBS["climb"](morning).do(actor=morning.actor(morning.maya), at=morning.now)
    climb(actor=morning.actor(morning.sam), step_id=morning.car.id, to_rung=Rung.COPRODUCE, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_ideas_of_the_new_rung_stay_when_the_climb_is_taken_back(morning):
    morning.consulted()
    event = climb(actor=morning.actor(morning.maya), step_id=morning.dress.id, to_rung=Rung.COPRODUCE, at=morning.now)
    morning.idea(morning.question(morning.dress).id, "Socks", morning.bo)
    back(morning, event)
    state = morning.question(morning.dress)
    assert [option.text for option in state.options] == ["With music", "In pyjamas", "Socks"]
    assert len(state.voices) == 3


@pytest.mark.parametrize("about", [{"safety": True}, {"over_to_you": True}])
def test_a_step_down_stays_when_the_step_became_what_only_inform_can_be(morning, about):
    event = step_down(
        actor=morning.actor(morning.maya),
        step_id=morning.dress.id,
        to_rung=Rung.INFORM,
        reason="Ice.",
        at=morning.now,
    )
    _edit(morning, morning.dress, **about)
    with refused("others_built_on_it"):
        back(morning, event)


def _edit(morning, step, by="maya", **about):
    base = base_of(morning, step)
    return edit_step(
        actor=morning.actor(getattr(morning, by)),
        step_id=step.id,
        draft=StepDraft(**{**base, **about}),
        base=base,
        at=morning.now,
    )


def test_a_change_to_inform_only_stays_when_the_step_has_climbed(morning):
    step = morning.step("Seat belts", 1, (morning.leo, morning.bo), safety=True, why="They hold us.")
    event = _edit(morning, step, safety=False)
    climb(actor=morning.actor(morning.maya), step_id=step.id, to_rung=Rung.CONSULT, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_change_stays_when_the_same_was_changed_again(morning):
    event = _edit(morning, morning.car, title="Into the van")
    _edit(morning, morning.car, by="sam", title="Into the bus")
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_change_goes_when_something_else_was_changed(morning):
    event = _edit(morning, morning.car, title="Into the van")
    _edit(morning, morning.car, by="sam", minutes=9)
    back(morning, event)
    state = morning.state(morning.car)
    assert (state.title, state.minutes) == ("Into the car", 9)


def test_minutes_stay_when_the_step_needs_them_since(morning):
    event = _edit(morning, morning.car, minutes=9)
    _edit(morning, morning.car, by="sam", least=7)
    with refused("others_built_on_it"):
        back(morning, event)


def test_what_a_step_needs_at_the_least_stays_when_its_minutes_are_fewer_since(morning):
    _edit(morning, morning.car, least=5)
    event = _edit(morning, morning.car, least=None)
    _edit(morning, morning.car, by="sam", minutes=4)
    with refused("others_built_on_it"):
        back(morning, event)


@pytest.mark.parametrize("about", [{"limits": "Warm."}, {"affected": [1]}])
def test_people_and_limits_stay_while_a_question_is_open(morning, about):
    if "affected" in about:
        about = {"affected": [morning.leo.id, morning.maya.id]}
    event = _edit(morning, morning.dress, **about)
    morning.ask(morning.dress)
    with refused("others_built_on_it"):
        back(morning, event)


def test_what_would_no_longer_fit_the_clock_is_not_restored(morning):
    event = _edit(morning, morning.car, minutes=1)
    draft = StepDraft("Long talk", 442, "play", (morning.leo.id,))
    add_step(actor=morning.actor(morning.sam), routine_id=morning.routine.id, draft=draft, at=morning.now)
    with refused("does_not_fit"):
        back(morning, event)


def test_an_order_stays_when_it_was_ordered_again(morning):
    event = VERBS["move_step"](morning).do(actor=morning.actor(morning.maya), at=morning.now)
    move_step(actor=morning.actor(morning.sam), step_id=morning.game.id, to_index=0, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_new_step_stays_when_it_was_asked_about(morning):
    step = morning.step("Bag", 5, (morning.leo, morning.ivy), why="Books.")
    event = latest(morning)
    morning.ask(step)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_step_put_away_stays_so_when_its_place_is_taken(morning):
    event = archive_step(actor=morning.actor(morning.maya), step_id=morning.own.id, at=morning.now)
    morning.step("Bag", 5, (morning.leo,), why="Books.")
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_step_brought_back_meanwhile_is_not_brought_back_twice(morning):
    event = archive_step(actor=morning.actor(morning.maya), step_id=morning.own.id, at=morning.now)
    restore_step(actor=morning.actor(morning.sam), step_id=morning.own.id, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_wish_stays_that_was_answered(morning):
    event = VERBS["ask_climb"](morning).do(actor=morning.actor(morning.leo), at=morning.now)
    answer_ask(
        actor=morning.actor(morning.maya),
        step_id=morning.car.id,
        ask_id=ClimbAsk.objects.get().id,
        granted=False,
        answer="Later.",
        at=morning.now,
    )
    with refused("others_built_on_it"):
        back(morning, event)


def test_a_no_stays_when_the_wish_was_made_anew(morning):
    event = VERBS["answer_ask"](morning).do(actor=morning.actor(morning.maya), at=morning.now)
    ask_climb(
        actor=morning.actor(morning.leo),
        step_id=morning.car.id,
        to_rung=Rung.CONSULT,
        reason="At least ask.",
        at=morning.now,
    )
    with refused("others_built_on_it"):
        back(morning, event)


def test_an_override_stays_that_was_replied_to(morning):
    event = VERBS["override"](morning).do(actor=morning.actor(morning.maya), at=morning.now)
    reply(actor=morning.actor(morning.leo), step_id=morning.dress.id, text="Why?", at=morning.now)
    with refused("others_built_on_it"):
        back(morning, event)


def test_an_override_that_ended_stays_ended_when_there_is_another(morning):
    event = VERBS["end_override"](morning).do(actor=morning.actor(morning.maya), at=morning.now)
    at = morning.now
    override(
        actor=morning.actor(morning.sam),
        step_id=morning.dress.id,
        ground="law",
        reason="The road is closed.",
        expires_at=at + timedelta(hours=1),
        at=at,
    )
    with refused("others_built_on_it"):
        back(morning, event)


def test_taking_back_ones_own_steps_one_after_the_other_leads_to_the_beginning(morning):
    start = seen(morning)
    question = morning.ask(morning.game, by=morning.leo)
    option = morning.idea(question, "Dice", morning.leo)
    morning.idea(question, "Race", morning.leo)
    morning.choose(question, morning.leo, option)
    for event in reversed(morning.events()[-4:]):
        back(morning, event)
    assert seen(morning) == start
