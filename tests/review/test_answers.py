"""Asking and answering: whoever wants to answers, and who asked sees only those whose part is shared."""

import pytest
from django.urls import reverse

from households.actions.consent_refusals import refuse_part
from households.actions.refusal import Refused
from households.models import Consent
from routines.actions.review_answer import answer_review
from routines.actions.review_question import ask_family, close_question, take_back_question
from routines.actions.take_back import take_back
from routines.models import ReviewAnswer, ReviewQuestion
from tests.cast import client_of
from tests.review.lookers import browser_of, onlooker


@pytest.fixture
def question(morning, consent):
    return ask_family(onlooker=onlooker(consent), text="What would help?", at=morning.now).subject_key


def say(morning, who, question, **about):
    return answer_review(**morning.acting(who), question_id=question, at=morning.now, **about)


def turn(consent):
    return Consent.objects.get(id=consent.id).turn


def test_an_answer_shows_and_moves_the_page(morning, consent, question):
    before = turn(consent)
    say(morning, morning.ivy, question, pictogram="party-popper")
    assert turn(consent) == before + 1
    page = browser_of(consent).get(reverse("review", args=[consent.key])).content.decode()
    assert "party-popper" in page
    assert "Ivy" in page


def test_a_pass_moves_nothing(morning, consent, question):
    before = turn(consent)
    say(morning, morning.leo, question, passed=True)
    assert turn(consent) == before
    assert ReviewAnswer.objects.get().text == ""


def test_who_said_no_is_not_heard(morning, consent, question):
    refuse_part(actor=morning.actor(morning.leo), facilitator_id=consent.facilitator_id, at=morning.now)
    before = turn(consent)
    say(morning, morning.leo, question, text="Canary")
    assert turn(consent) == before
    assert "Canary" not in browser_of(consent).get(reverse("review", args=[consent.key])).content.decode()
    page = client_of(morning.leo).get(reverse("asked", args=[morning.household.id])).content.decode()
    assert "does not see your part" in page


def test_it_is_taken_back_and_what_was_said_before_stands_again(morning, question):
    say(morning, morning.leo, question, text="First")
    second = say(morning, morning.leo, question, text="Second")
    take_back(actor=morning.actor(morning.leo), event_id=second.id, at=morning.now)
    assert ReviewAnswer.objects.get().text == "First"


@pytest.mark.parametrize(("who", "code"), [("nana", "review_family_only")])
def test_supporters_do_not_answer(morning, question, who, code):
    with pytest.raises(Refused) as refused:
        say(morning, getattr(morning, who), question, text="Hello")
    assert refused.value.code == code


def test_nobody_answers_for_a_teenager(morning, question):
    with pytest.raises(Refused):
        answer_review(
            actor=morning.actor(morning.maya), speaker_id=morning.leo.id, question_id=question, text="X", at=morning.now
        )


def test_a_question_is_taken_back_only_unanswered_and_soon(morning, consent, question):
    take_back_question(onlooker=onlooker(consent), question_id=question, at=morning.now)
    assert not ReviewQuestion.objects.of(morning.household.id).exists()
    other = ask_family(onlooker=onlooker(consent), text="And now?", at=morning.now).subject_key
    say(morning, morning.leo, other, text="Yes")
    with pytest.raises(Refused) as refused:
        take_back_question(onlooker=onlooker(consent), question_id=other, at=morning.now)
    assert refused.value.code == "review_answered"
    close_question(onlooker=onlooker(consent), question_id=other, at=morning.now)
    with pytest.raises(Refused) as refused:
        say(morning, morning.ivy, other, text="Late")
    assert refused.value.code == "review_closed"


def test_an_unseen_answer_is_not_told_by_a_refusal(morning, consent, question):
    refuse_part(actor=morning.actor(morning.leo), facilitator_id=consent.facilitator_id, at=morning.now)
    say(morning, morning.leo, question, text="Hidden")
    assert take_back_question(onlooker=onlooker(consent), question_id=question, at=morning.now)


def test_consent_ended_while_typing(morning, consent):
    tim, address = browser_of(consent), reverse("review_ask", args=[consent.key])
    Consent.objects.filter(id=consent.id).update(ended_at=morning.now, ended_why="ended", ended_by=morning.maya)
    answer = tim.post(address, {"text": "Half a question"})
    assert answer.status_code == 410
    assert "Half a question" in answer.content.decode()
    assert not ReviewQuestion.objects.exists()


def test_ended_between_the_gate_and_the_deed(morning, consent):
    looking = onlooker(consent)
    Consent.objects.filter(id=consent.id).update(ended_at=morning.now, ended_why="ended", ended_by=morning.maya)
    with pytest.raises(Refused) as refused:
        ask_family(onlooker=looking, text="Too late", at=morning.now)
    assert refused.value.code == "review_over"


def test_asking_on_the_page(morning, consent):
    tim = browser_of(consent)
    answer = tim.post(reverse("review_ask", args=[consent.key]), {"text": "What next?", "starter": "next"})
    assert answer.status_code == 303
    page = client_of(morning.maya).get(reverse("asked", args=[morning.household.id])).content.decode()
    assert "What next?" in page
    home = client_of(morning.maya).get(reverse("household", args=[morning.household.id])).content.decode()
    assert "Who looks in asks you something" in home
    answered = client_of(morning.maya).post(
        reverse("asked_answer", args=[morning.household.id, ReviewQuestion.objects.get().id]),
        {"text": "", "picture": "worried-face", "speaker": morning.ivy.id},
    )
    assert answered.status_code == 302
    row = ReviewAnswer.objects.get()
    assert (row.member_id, row.said_by_id) == (morning.ivy.id, morning.maya.id)
