"""A facilitator's pages: what they show, and what they say calmly where nothing is shared."""

import pytest
from django.urls import reverse

from households.pictograms import PICTOGRAMS
from routines.actions.feel import feel
from routines.actions.review_answer import answer_review
from routines.actions.review_question import ask_family
from routines.actions.start_morning import start_morning
from routines.models import MorningStep, ReviewQuestion
from tests.cast import client_of
from tests.review.lookers import browser_of, looking_in, onlooker


def url(consent, name="review", *args):
    return reverse(name, args=[consent.key, *args])


@pytest.fixture
def tim(consent):
    return browser_of(consent)


def test_the_overview_says_until_when_and_that_it_may_end(consent, tim):
    page = tim.get(url(consent)).content.decode()
    assert "Reviewing one family" in page
    assert "the family can stop this at any time" in page
    assert "Get dressed" in page
    assert "Ask the family" in page


@pytest.mark.parametrize("name", ["review_notes", "review_sessions"])
def test_other_pages_open(consent, tim, name):
    assert tim.get(url(consent, name)).status_code == 200


def test_a_step_by_its_opaque_name(consent, tim, morning):
    page = tim.get(url(consent))
    address = page.content.decode().split(f"/review/{consent.key}/step/")[1].split("/")[0]
    assert len(address) == 20
    answer = tim.get(url(consent, "review_step", address))
    assert answer.status_code == 200
    assert tim.get(url(consent, "review_step", "0" * 20)).status_code == 404


def step_page(consent, title):
    tim = browser_of(consent)
    page = tim.get(url(consent)).content.decode()
    token = page.split(f"<span>{title}</span></a>")[0].split(f"/review/{consent.key}/step/")[-1].split("/")[0]
    return tim.get(url(consent, "review_step", token)).content.decode()


def test_what_was_said_of_a_step_and_for_whom(morning, consent):
    asked = morning.ask(morning.game, "How shall we play?")
    music = morning.idea(asked, "With music", by=morning.ivy)
    morning.idea(asked, "Alone", by=morning.leo)
    for each in (morning.maya, morning.leo, morning.ivy, morning.bo):
        morning.say(asked, each, "choice", option=music)
    answers = morning.answers(morning.ivy, morning.leo)
    morning.settle(asked, option=music, reason="All like it.", answers=answers)
    page = step_page(consent, morning.game.title)
    assert "Maya, for Ivy" in page
    assert "Leo</b>" in page


def test_what_is_not_shared_is_said_calmly(morning):
    consent = looking_in(morning, kinds=["comments"])
    page = browser_of(consent).get(url(consent)).content.decode()
    assert page.count("The family does not share this.") >= 2


def test_every_page_is_noted(consent, tim):
    tim.get(url(consent))
    tim.get(url(consent, "review_notes"))
    assert list(consent.look_ins.order_by("id").values_list("page", flat=True)) == ["review", "notes"]


def test_an_overview_costs_few_queries(morning, consent, tim, django_assert_max_num_queries):
    ask_family(onlooker=onlooker(consent), text="How is it?", at=morning.now)
    with django_assert_max_num_queries(12):
        tim.get(url(consent))
    with django_assert_max_num_queries(6):
        tim.get(url(consent))


def test_the_poll_tells_the_turn_alone(consent, tim):
    answer = tim.get(url(consent, "review_poll"))
    assert (answer.status_code, answer["X-Revision"]) == (204, "0")
    type(consent).objects.filter(id=consent.id).update(turn=3)
    assert tim.get(url(consent, "review_poll") + "?revision=2").status_code == 205


def told(morning, felt: str) -> None:
    """Let Ivy have felt a step like one lane, long enough ago to have joined."""
    run = start_morning(actor=morning.actor(morning.maya), routine_id=morning.routine.id, at=morning.now).morning_key
    step = MorningStep.objects.get(morning_id=run, step=morning.dress)
    feel(**morning.acting(morning.ivy), morning_id=run, morning_step_id=step.id, felt=felt, at=morning.now)
    morning.pass_time(days=5)


def test_feelings_show_without_rungs(morning):
    told(morning, "codesign")
    consent = looking_in(morning, kinds=["feelings"])
    tim = browser_of(consent)
    page = tim.get(url(consent)).content.decode()
    assert "Co-design once" in page
    assert "Consult" not in page
    token = page.split("Get dressed</a>")[0].split(f"/review/{consent.key}/step/")[-1].split("/")[0]
    assert "Co-design once" in tim.get(url(consent, "review_step", token)).content.decode()


def test_all_that_was_asked_is_found_page_by_page(morning, consent, tim):
    about = {"household": morning.household, "consent": consent, "asked_at": morning.now, "closed_at": morning.now}
    ReviewQuestion.objects.bulk_create(ReviewQuestion(text=f"Question {each}!", **about) for each in range(41))
    first, second = tim.get(url(consent)).content.decode(), tim.get(url(consent) + "?asked=2").content.decode()
    assert "Question 40!" in first
    assert "Question 0!" not in first
    assert "Older questions" in first
    assert "Question 0!" in second
    assert "Newer questions" in second
    assert tim.get(url(consent) + "?asked=99999999999999999").status_code == 200


def test_questions_that_wait_are_found_page_by_page(morning, consent, tim):
    about = {"household": morning.household, "consent": consent, "asked_at": morning.now}
    ReviewQuestion.objects.bulk_create(ReviewQuestion(text=f"Question {each}!", **about) for each in range(41))
    ReviewQuestion.objects.create(text="Closed!", **about, closed_at=morning.now)
    first = tim.get(url(consent) + "?waiting=1").content.decode()
    assert "Closed!" not in first
    assert "?asked=2&amp;waiting=1#asked" in first
    assert "Question 0!" in tim.get(url(consent) + "?asked=2&waiting=1").content.decode()
    ReviewQuestion.objects.update(closed_at=morning.now)
    assert "No question waits for an answer." in tim.get(url(consent) + "?waiting=1").content.decode()


def test_a_picture_says_what_it_shows(morning, consent, tim):
    asked = ask_family(onlooker=onlooker(consent), text="How is it?", at=morning.now).subject_key
    answer_review(**morning.acting(morning.ivy), question_id=asked, pictogram="party-popper", at=morning.now)
    page = tim.get(url(consent)).content.decode()
    label = str(PICTOGRAMS["party-popper"].label)
    assert f'aria-label="{label}"' in page
    assert "1 new answer" in page
    page = client_of(morning.maya).get(reverse("asked", args=[morning.household.id])).content.decode()
    assert 'aria-label="worried-face"' not in page
