"""What the family did in a review is taken back where it was done, as long as nothing rests on it."""

from uuid import uuid4

import pytest
from django.urls import reverse

from households.models import Consent
from routines.actions import review_family as family
from routines.actions import review_session as theirs
from routines.actions.review_answer import answer_review
from routines.models import ReviewItem, ReviewSession
from tests.cast import client_of
from tests.routines.morning import refused
from tests.routines.verbs.every import VERBS
from tests.routines.verbs.of_reviews import planned, summed_up
from tests.routines.verbs.undoing import back


def added(morning):
    """Let Leo put something on the list of a review; return who looks in, the review, and what happened."""
    tim, session = planned(morning)
    made = family.add_family_item(actor=morning.actor(morning.leo), **session, text="Tuesdays", at=morning.now)
    return tim, session, made


def called_off(morning, session):
    return family.call_off_for_family(actor=morning.actor(morning.maya), **session, at=morning.now)


def test_what_was_talked_about_stays_on_the_list(morning):
    tim, session, made = added(morning)
    theirs.tick_item(onlooker=tim, **session, item_id=made.subject_key, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, made)


def test_the_list_of_a_review_called_off_stays(morning):
    _tim, session, made = added(morning)
    off = called_off(morning, session)
    with refused("review_session_over"):
        back(morning, made)
    back(morning, off)
    back(morning, made)
    assert not ReviewItem.objects.filter(taken_back_at=None).exists()


def test_the_last_first(morning):
    _tim, session, made = added(morning)
    leo = morning.actor(morning.leo)
    off = family.remove_family_item(actor=leo, **session, item_id=made.subject_key, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, made)
    back(morning, off)
    assert ReviewItem.objects.get().taken_back_at is None


def test_what_who_looks_in_did_is_theirs(morning):
    tim, session = planned(morning)
    off = theirs.call_off(onlooker=tim, **session, at=morning.now)
    with refused("not_yours_to_take_back"):
        back(morning, off, by=morning.maya)


def test_a_signature_they_signed_upon_stays(morning):
    tim, summary = summed_up(morning)
    made = family.sign_for_family(actor=morning.actor(morning.leo), **summary, at=morning.now)
    theirs.sign(onlooker=tim, **summary, at=morning.now)
    with refused("others_built_on_it"):
        back(morning, made)
    assert ReviewSession.objects.get().family_signed_by_id == morning.leo.id


def test_a_signature_on_earlier_words_is_none_any_more(morning):
    tim, summary = summed_up(morning)
    made = family.sign_for_family(actor=morning.actor(morning.leo), **summary, at=morning.now)
    theirs.sum_up(onlooker=tim, **summary, summary="We keep it on Fridays.", at=morning.now)
    with refused("others_built_on_it"):
        back(morning, made)


def test_it_shows_to_who_looks_in(morning):
    tim, session = planned(morning)
    off = called_off(morning, session)
    before = Consent.objects.get(id=tim.consent_id).turn
    back(morning, off)
    assert Consent.objects.get(id=tim.consent_id).turn == before + 1


def test_an_answer_stands_again_as_of_when_it_was_given(morning):
    ready = VERBS["answer_review"](morning)
    ready.do(actor=morning.actor(morning.leo), at=morning.now)
    about = ready.about | {"text": "Less noise."}
    last = answer_review(actor=morning.actor(morning.leo), **about, at=morning.now)
    first = morning.events("review.answered")[0]
    back(morning, last)
    answer = morning.household.review_answers.get()
    assert (answer.text, answer.said_at) == ("More time.", first.at)


DONE_AT = {
    # verb: its address, and what that names
    "answer_review": ("asked_answer", ("question_id",)),
    "add_family_item": ("asked_item", ("session_id",)),
    "remove_family_item": ("asked_item_remove", ("session_id", "item_id")),
    "call_off_for_family": ("asked_call_off", ("session_id",)),
    "sign_for_family": ("asked_sign", ("session_id",)),
}


@pytest.mark.parametrize("name", DONE_AT)
def test_it_is_offered_where_it_was_done(morning, name):
    about, (address, ids) = VERBS[name](morning).about, DONE_AT[name]
    leo, home = client_of(morning.leo), morning.household.id
    sent = {key: value for key, value in about.items() if key not in ids}
    leo.post(reverse(address, args=[home, *(about[each] for each in ids)]), sent | {"tap": str(uuid4())})
    undo = reverse("undo", args=[home, morning.events()[-1].id])
    assert undo in leo.get(reverse("asked", args=[home])).content.decode()
    answer = leo.post(undo, {"tap": str(uuid4())})
    assert (answer.status_code, answer["Location"]) == (302, reverse("asked", args=[home]))
    assert morning.events()[-1].kind == "taken_back"
