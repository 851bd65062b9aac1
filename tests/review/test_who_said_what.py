"""What a kind promises is kept on every page and in every file: words go with whose they are and with their kind."""

import json

import pytest
from django.urls import reverse

from households.actions.consent_refusals import refuse_part
from routines.actions.rung import answer_ask, ask_climb
from routines.rules.state import Rung
from tests.review.lookers import browser_of, looking_in
from tests.review.test_leaks import pages
from tests.review.test_pages import told

WISH, IDEA, VIEW, OPEN = "Ask us before we argue", "Leo’s loud music", "It wakes me", "How shall we get to the car"
ALL = ("rungs", "counts", "comments", "feelings")


@pytest.fixture
def talked(morning):
    """Leo wishes and Maya grants it; Leo's idea is chosen and answered; and a question is still open."""
    about = {"step_id": morning.dress.id, "at": morning.now}
    wish = ask_climb(actor=morning.actor(morning.leo), to_rung=Rung.CODESIGN, reason=WISH, **about).subject_key
    answer_ask(actor=morning.actor(morning.maya), ask_id=wish, granted=True, answer="Fair enough.", **about)
    asked = morning.ask(morning.game, "How shall we play?")
    music = morning.idea(asked, IDEA, by=morning.leo)
    morning.idea(asked, "Alone", by=morning.maya)
    everybody = (morning.maya, morning.leo, morning.ivy, morning.bo)
    for each in everybody:
        morning.say(asked, each, "choice", option=music, note=VIEW if each == morning.leo else "")
    morning.settle(asked, option=music, reason="All like it.", answers=morning.answers(*everybody))
    morning.ask(morning.breakfast, OPEN)
    return morning


def data(consent, query=""):
    return json.loads(browser_of(consent).get(reverse("review_json", args=[consent.key]) + query).content)


def found_in(consent, words):
    return [name for name, each in pages(consent).items() if words in each]


def test_with_words_and_rungs_all_of_it_is_told(talked):
    consent = looking_in(talked, talked.maya, talked.leo, talked.ivy)
    for words in (WISH, IDEA, VIEW, "All like it.", "Fair enough."):
        assert {"review_json", "review_csv", "review_report"} <= {*found_in(consent, words)}, words
    assert f"chose: {IDEA}" in {each["said"] for each in data(consent)["said"]}


def test_a_no_takes_words_wherever_they_have_got_to(talked):
    consent = looking_in(talked, talked.maya, talked.leo, talked.ivy)
    refuse_part(actor=talked.actor(talked.leo), facilitator_id=consent.facilitator_id, at=talked.now)
    for words in (WISH, IDEA, VIEW):
        assert found_in(consent, words) == [], words
    assert data(consent)["moves"][0]["because"] == ""
    assert "made a choice" in {each["said"] for each in data(consent)["said"]}


@pytest.mark.parametrize("kinds", [["rungs"], ["rungs", "counts"], ["rungs", "counts", "feelings"]])
def test_rungs_never_show_who_said_what(talked, kinds):
    consent = looking_in(talked, talked.maya, talked.leo, talked.ivy, kinds=kinds)
    for words in (WISH, VIEW, "All like it.", "Fair enough.", ": This one", "made a choice", "asked for more say"):
        assert found_in(consent, words) == [], words
    found = data(consent)
    assert found["said"] == []
    assert [each["decided"] for each in found["decisions"]] == [IDEA]
    assert found_in(consent, "Maya, for Ivy") == []


@pytest.mark.parametrize("kinds", [["rungs"], ["comments"], ["rungs", "counts"], ALL])
def test_a_question_that_is_still_open_is_nowhere(talked, kinds):
    consent = looking_in(talked, kinds=kinds)
    assert found_in(consent, OPEN) == []
    assert found_in(consent, "still talking about it") == []


def test_nothing_named_this_one_is_said(talked):
    consent = looking_in(talked)
    assert found_in(consent, "This one</p>") == found_in(consent, ": This one") == []


def test_no_sentence_denies_the_words_above_it(talked):
    consent = looking_in(talked)
    assert found_in(consent, "Nobody wrote anything") == []


def test_feelings_without_rungs_are_in_the_report_and_the_files(morning):
    told(morning, "codesign")
    consent = looking_in(morning, kinds=["feelings"])
    page = pages(consent)
    assert "Co-design 1×" in page["review_report"]
    assert "Nothing to show in this time." not in page["review_report"].split("report-said")[0]
    assert "felt,,Monday,Get dressed,Ivy,Co-design,1" in page["review_csv"]
    dressed = next(each for each in data(consent)["steps"] if each["step"] == "Get dressed")
    assert dressed["rung"] is None
    assert dressed["felt"] == [{"person": "Ivy", "felt": "Co-design", "times": 1}]
    assert "How steps felt is shared" in page["caseload"]
    assert "cards show the planned rung" not in page["review"].lower()
    assert [each for each in page.values() if "Felt as planned" in each] == []


def test_feelings_not_shared_are_not_told_from_nobody_told(morning):
    told(morning, "codesign")
    consent = looking_in(morning, kinds=["rungs", "counts"])
    page = pages(consent)
    assert [name for name, each in page.items() if "nobody told" in each] == []
    found = data(consent)
    assert {each["felt"] is None for each in found["steps"]} == {True}
    assert found["consent"]["not_shared"] == ["Words people wrote", "How steps felt"]
    shared = data(looking_in(morning))["steps"]
    assert [] in [each["felt"] for each in shared]


def test_a_rule_says_what_is_left_out_for_who_looks_in(talked):
    consent = looking_in(talked, kinds=["counts"])
    rules = {each["key"]: each["rule"] for each in data(consent)["measures"]}
    for key in ("views_answered", "ideas", "starters", "share_of_voice"):
        assert "only people whose part is shared, and no question that is still open" in rules[key]
    assert all("Here it counts only" in each for each in rules.values())
    ideas = next(each for each in data(consent)["measures"] if each["key"] == "ideas")
    assert not [each for each in ideas["counts"] if "waiting" in each["what"]]
    page = browser_of(consent).get(reverse("review", args=[consent.key])).content.decode()
    assert "no question that is still open" in page
