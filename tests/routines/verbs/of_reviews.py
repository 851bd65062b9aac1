"""The verbs of a review with somebody who looks in, ready to be done by the family."""

from datetime import timedelta

from routines.actions.review_answer import answer_review
from routines.actions.review_family import add_family_item, call_off_for_family, remove_family_item, sign_for_family
from routines.actions.review_question import ask_family
from routines.actions.review_session import plan_session, sum_up
from tests.review.lookers import looking_in, onlooker
from tests.routines.verbs.every import of


def _asked(m) -> dict:
    """Let Tim look in and ask something."""
    tim = onlooker(looking_in(m, at=m.now), at=m.now)
    return {"question_id": ask_family(onlooker=tim, text="What would help?", at=m.now).subject_key}


def planned(m) -> tuple:
    """Let Tim look in and plan a review; return him and the review."""
    tim = onlooker(looking_in(m, at=m.now), at=m.now)
    on = m.today + timedelta(days=3)
    return tim, {"session_id": plan_session(onlooker=tim, on=on, at=m.now).subject_key}


def summed_up(m) -> tuple:
    """Let Tim write what came of a review; return him and the summary."""
    tim, session = planned(m)
    sum_up(onlooker=tim, **session, summary="We keep the song.", version=0, at=m.now)
    return tim, {**session, "version": 1}


@of(answer_review)
def _answer(m):
    return m.leo, {**_asked(m), "text": "More time."}, None


@of(add_family_item)
def _add_item(m):
    return m.leo, {**planned(m)[1], "text": "Tuesdays"}, None


@of(remove_family_item)
def _remove_item(m):
    ready = _add_item(m)
    made = ready.do(actor=m.actor(m.leo), at=m.now)
    return m.leo, {"session_id": ready.about["session_id"], "item_id": made.subject_key}, None


@of(call_off_for_family)
def _call_off(m):
    return m.leo, planned(m)[1], None


@of(sign_for_family)
def _sign(m):
    return m.leo, summed_up(m)[1], None
