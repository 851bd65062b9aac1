"""A facilitator's report: exactly what the consent shows, on the page and in the files."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse

from households.models import ConsentRefusal
from routines.actions.rung import climb
from routines.models import ReviewAnswer, ReviewQuestion, ReviewSession
from routines.rules.state import Rung
from tests.review.conftest import by_the_clock, nothing_drawn  # noqa: F401 - fixtures
from tests.review.lookers import browser_of, looking_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(morning):
    """Return what a consent's facilitator gets: `sent(consent, "review_json")`."""

    def get(consent, name, query=""):
        return browser_of(consent).get(reverse(name, args=[consent.key]) + query)

    return get


@pytest.fixture
def shared(morning):
    """Maya, Leo and Ivy share all kinds of the morning's routine."""
    return looking_in(morning, morning.maya, morning.leo, morning.ivy)


def data(answer):
    return json.loads(answer.content)


def rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode().removeprefix("\ufeff"))))


def test_it_states_the_consent_and_the_counting_rules(morning, shared, sent):
    page = sent(shared, "review_report").content.decode()
    assert "What the family shares" in page
    assert "Maya, Leo, Ivy" in page
    assert "How this is counted" in page
    found = data(sent(shared, "review_json"))
    assert found["format"] == 1
    assert found["consent"]["people"] == ["Maya", "Leo", "Ivy"]
    assert found["consent"]["routines"] == ["Monday"]
    assert found["consent"]["facilitator"] == "Tim"
    assert all(each["rule"] for each in found["measures"])
    comment = [row[0] for row in rows(sent(shared, "review_csv")) if row[0].startswith("#")]
    assert any("Maya, Leo and Ivy" in row for row in comment)
    assert any("Left by the agreed time" in row for row in comment)


def test_files_are_named_by_their_day_and_not_kept_on_the_way(morning, shared, sent):
    for name, ending in (("review_csv", "csv"), ("review_json", "json")):
        answer = sent(shared, name)
        assert answer["Content-Disposition"] == f'attachment; filename="review-{morning.today}.{ending}"'
        assert "no-store" in answer["Cache-Control"]


def test_each_opening_is_noted(shared, sent):
    for name in ("review_report", "review_csv", "review_json"):
        sent(shared, name)
    assert list(shared.look_ins.order_by("id").values_list("page", flat=True)) == ["report", "csv", "json"]


def test_no_file_holds_a_number_of_the_database(morning, shared, sent):
    """Whatever is a number in the data counts something, and nothing is named by one."""

    def numbers(value):
        if isinstance(value, dict):
            return {key for key, each in value.items() if isinstance(each, int) and not isinstance(each, bool)} | {
                name for each in value.values() for name in numbers(each)
            }
        return {name for each in value for name in numbers(each)} if isinstance(value, list) else set()

    talk_of(morning)
    assert numbers(data(sent(shared, "review_json"))) <= {"format", "times"}


def talk_of(morning):
    """Leo says something on a question, Maya lets a step climb."""
    question = morning.ask(morning.dress, "How do we dress?")
    morning.idea(question, "=Music", morning.leo)
    climb(actor=morning.actor(morning.maya), step_id=morning.car.id, to_rung=Rung.CONSULT, reason="So.", at=morning.now)


def test_what_is_not_shared_leaves_no_trace(morning, shared, sent):
    """Everything Bo says and does, another routine, and what others asked: the files stay the same to the byte."""
    before = {name: sent(shared, name).content for name in ("review_csv", "review_json")}
    rest = looking_in(morning, morning.bo, facilitator=None)
    question = ReviewQuestion.objects.create(
        household=morning.household, consent=rest, text="Secret?", asked_at=morning.now
    )
    ReviewAnswer.objects.create(
        household=morning.household, question=question, member=morning.bo, text="Hidden", said_at=morning.now
    )
    only_bo = morning.step("Bo’s own secret", 5, (morning.bo,), rung=Rung.CONSULT, decider=morning.maya.id)
    morning.idea(morning.ask(only_bo, "How, Bo?"), "Hidden idea", morning.bo)
    morning.household.refresh_from_db()
    assert {name: sent(shared, name).content for name in before} == before


def test_a_no_takes_everything_of_theirs_away_at_once(morning, shared, sent):
    question = ReviewQuestion.objects.create(
        household=morning.household, consent=shared, text="What have you tried?", asked_at=morning.now
    )
    ReviewAnswer.objects.create(
        household=morning.household, question=question, member=morning.ivy, text="Ivy’s song", said_at=morning.now
    )
    assert data(sent(shared, "review_json"))["questions"][0]["answers"][0]["text"] == "Ivy’s song"
    ConsentRefusal.objects.create(
        household=morning.household, facilitator=shared.facilitator, member=morning.ivy, at=morning.now
    )
    for name in ("review_report", "review_csv", "review_json"):
        assert "Ivy" not in sent(shared, name).content.decode()


def test_only_what_both_sides_signed_is_agreed(morning, shared, sent):
    about = {"household": morning.household, "consent": shared, "on": morning.today, "planned_at": morning.now}
    both = {"signed_at": morning.now, "family_signed_at": morning.now, "family_signed_by": morning.maya}
    ReviewSession.objects.create(**about, summary="We go on like this.", version=1, **both)
    ReviewSession.objects.create(**about, summary="Only mine.", version=1, signed_at=morning.now)
    found = data(sent(shared, "review_json"))["summaries"]
    assert [(each["text"], each["family_signed_by"]) for each in found] == [("We go on like this.", "Maya")]
    assert "Only mine." not in sent(shared, "review_report").content.decode()


def test_without_counts_there_are_no_numbers_and_without_rungs_no_moves(morning, sent):
    talk_of(morning)
    found = data(sent(looking_in(morning, kinds=["comments"]), "review_json"))
    assert (found["measures"], found["moves"], found["steps"]) == ([], [], [])


def test_once_the_consent_is_over_there_is_no_report(morning, shared, sent):
    type(shared).objects.filter(id=shared.id).update(until_on=morning.today - timedelta(days=1))
    for name in ("review_report", "review_csv", "review_json"):
        assert sent(shared, name).status_code == 410


def test_it_costs_few_queries(shared, sent, django_assert_max_num_queries):
    browser, address = browser_of(shared), reverse("review_report", args=[shared.key])
    browser.get(address)
    with django_assert_max_num_queries(12):
        assert browser.get(address).status_code == 200


def test_peoples_own_counts_stand_beside_the_rule(morning, shared, sent):
    question, music, _pyjamas = morning.consulted()
    morning.settle(
        question, option=music, reason="Nice.", answers=morning.answers(morning.leo, morning.ivy, morning.bo)
    )
    found = {each["key"]: each for each in data(sent(shared, "review_json"))["measures"]}
    assert found["starters"]["counts"]
    page = sent(shared, "review_report").content.decode()
    assert all(each["what"] in page for each in found["starters"]["counts"])
