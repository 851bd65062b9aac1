"""Deeds beyond the plain ones of `every`: what else can be taken back, prepared up to the last tap.

Each takes a morning, prepares it, and returns the last tap as a function.
"""

from collections.abc import Callable
from datetime import time, timedelta

from routines.actions.comment import comment
from routines.actions.override import override
from routines.actions.review_answer import answer_review
from routines.actions.review_family import sign_for_family
from routines.actions.review_session import sign
from routines.actions.routine import RoutineDraft, edit_routine
from routines.actions.rung import answer_ask, ask_climb, climb, step_down
from routines.actions.step import StepDraft, edit_step
from routines.models import ClimbAsk
from routines.rules.state import Rung
from tests.routines.verbs.every import VERBS, base_of
from tests.routines.verbs.of_reviews import summed_up


def changed_voice(m):
    question, music, _pyjamas = m.consulted()
    return lambda: m.choose(question, m.leo, music)


def passed(m):
    question = m.ask(m.car)
    return lambda: m.say(question, m.bo, "pass")


def spoken_again_in_a_later_round(m):
    question = m.consented()
    m.table(question, m.idea(question, "Toast"))
    return lambda: m.say(question, m.bo, "no", note="Too dry")


def changed_concern(m):
    question = m.ask(m.breakfast)
    m.concern(question, m.bo, "Warm")
    return lambda: m.concern(question, m.bo, "Warm, not hot")


def first_concern_beside_a_task(m):
    question = m.ask(m.breakfast)
    m.task(question, m.bo, "Spoons")
    return lambda: m.concern(question, m.bo, "Warm")


def first_proposal(m):
    question = m.ask(m.breakfast)
    m.concerns(question, m.maya, m.ivy, m.bo)
    option = m.idea(question, "Porridge")
    return lambda: m.table(question, option)


def another_proposal(m):
    question = m.consented()
    option = m.idea(question, "Toast")
    return lambda: m.table(question, option, trial=2)


def question_with_a_new_why(m):
    return lambda: m.ask(m.car, why="The bridge is closed.") and m.events("question.opened")[-1]


def idea_that_made_thumbs_misfit(m):
    question = m.ask(m.dress)
    m.idea(question, "Music")
    m.say(question, m.leo, "yes")
    return lambda: m.idea(question, "Pyjamas") and m.events("option.proposed")[-1]


def veto_of_what_was_wanted(m):
    question, _music, pyjamas = m.consulted()
    m.idea(question, "Socks")
    return lambda: m.veto(question, pyjamas)


def informed(m):
    question = m.ask(m.car)
    for each in (m.leo, m.ivy, m.bo):
        m.say(question, each, "dislike", note="Cold!")
    answers = m.answers(m.leo, m.ivy, m.bo)
    return lambda: m.settle(question, answers=answers)


def decided_for_a_trial(m):
    question, music, _pyjamas = m.consulted()
    comment(actor=m.actor(m.leo), step_id=m.dress.id, text="Loud, please", at=m.now)
    answers = m.answers(m.leo, m.ivy, m.bo)
    return lambda: m.settle(question, option=music, reason="Fun.", answers=answers, trial_days=3)


def decided_once_more(m):
    decided_for_a_trial(m)()
    return informed_again(m)


def informed_again(m):
    question = m.ask(m.dress, "Still?", deadline=m.today + timedelta(days=2))
    option = m.idea(question, "Yes, still")
    for each in (m.leo, m.ivy, m.bo):
        m.say(question, each, "unsure")
    answers = m.answers(m.leo, m.ivy, m.bo)
    return lambda: m.settle(question, option=option, reason="Fun.", answers=answers)


def counted_by_turn(m):
    question, _ideas = m.voted(maya="dice", leo="race", ivy="race", bo="dice")
    return lambda: m.settle(question)


def agreed(m):
    question = m.consented(trial=1)
    m.task(question, m.maya, "I cook")
    review = m.today + timedelta(days=9)
    return lambda: m.settle(question, review_on=review)


def climb_with_an_open_question(m):
    m.consulted()
    comment(actor=m.actor(m.leo), step_id=m.dress.id, text="Loud, please", at=m.now)
    return lambda: climb(actor=m.actor(m.maya), step_id=m.dress.id, to_rung=Rung.COPRODUCE, at=m.now)


def step_down_with_a_proposal_on_the_table(m):
    question = m.consented()
    m.task(question, m.bo, "Spoons")
    m.table(question, m.idea(question, "Toast"), trial=2)
    m.say(question, m.bo, "no", note="Too dry")
    return lambda: step_down(
        actor=m.actor(m.maya), step_id=m.breakfast.id, to_rung=Rung.CONSULT, reason="No time.", at=m.now
    )


def climb_of_what_was_handed_over(m):
    step = m.step("Feed the cat", 2, (m.leo, m.ivy), over_to_you=True, why="She waits.")
    return lambda: climb(actor=m.actor(m.maya), step_id=step.id, to_rung=Rung.CONSULT, at=m.now)


def granted_wish(m):
    ask_climb(actor=m.actor(m.leo), step_id=m.car.id, to_rung=Rung.CODESIGN, reason="Fun.", at=m.now)
    ask = ClimbAsk.objects.get()
    return lambda: answer_ask(
        actor=m.actor(m.maya), step_id=m.car.id, ask_id=ask.id, granted=True, answer="Yes.", at=m.now
    )


def second_override(m):
    _ruled(m)
    m.pass_time(hours=2)
    return lambda: _ruled(m)


def _ruled(m):
    at = m.now
    return override(
        actor=m.actor(m.maya),
        step_id=m.dress.id,
        ground="health",
        reason="Ten below zero.",
        expires_at=at + timedelta(hours=1),
        at=at,
    )


def step_changed_in_every_field(m):
    draft = StepDraft(
        "Into the van",
        7,
        "bus",
        (m.ivy.id, m.bo.id, m.maya.id),
        doers=(m.leo.id,),
        why="It is bigger.",
        limits="Seat belts on.",
        alongside=True,
        over_to_you=False,
        safety=True,
        decider=m.sam.id,
    )
    base = base_of(m, m.car)
    return lambda: edit_step(actor=m.actor(m.maya), step_id=m.car.id, draft=draft, base=base, at=m.now)


def routine_changed_in_every_field(m):
    draft = RoutineDraft("Weekend", 0b1100000, "start", time(9, 15))
    base = {"title": "Monday", "weekdays": 31, "anchor": "leave", "anchor_time": time(8, 20)}
    return lambda: edit_routine(actor=m.actor(m.maya), routine_id=m.routine.id, draft=draft, base=base, at=m.now)


def time_taken_out(m):
    draft = RoutineDraft("Monday", 31, "leave", None)
    base = {"title": "Monday", "weekdays": 31, "anchor": "leave", "anchor_time": time(8, 20)}
    return lambda: edit_routine(actor=m.actor(m.maya), routine_id=m.routine.id, draft=draft, base=base, at=m.now)


def answered_otherwise(m):
    ready = VERBS["answer_review"](m)
    ready.do(**m.acting(m.ivy), text="", pictogram="play", at=m.now)
    return lambda: ready.do(**m.acting(m.ivy), text="The song", at=m.now)


def passed_a_review(m):
    ready = VERBS["answer_review"](m)
    return lambda: answer_review(actor=m.actor(m.leo), question_id=ready.about["question_id"], passed=True, at=m.now)


def signed_after_who_looks_in(m):
    tim, summary = summed_up(m)
    sign(onlooker=tim, **summary, at=m.now)
    return lambda: sign_for_family(actor=m.actor(m.maya), **summary, at=m.now)


DEEDS: dict[str, Callable] = {
    deed.__name__: deed
    for deed in (
        changed_voice,
        passed,
        spoken_again_in_a_later_round,
        changed_concern,
        first_concern_beside_a_task,
        first_proposal,
        another_proposal,
        question_with_a_new_why,
        idea_that_made_thumbs_misfit,
        veto_of_what_was_wanted,
        informed,
        decided_for_a_trial,
        decided_once_more,
        counted_by_turn,
        agreed,
        climb_with_an_open_question,
        step_down_with_a_proposal_on_the_table,
        climb_of_what_was_handed_over,
        granted_wish,
        second_override,
        step_changed_in_every_field,
        routine_changed_in_every_field,
        time_taken_out,
        answered_otherwise,
        passed_a_review,
        signed_after_who_looks_in,
    )
}
