"""A tablet that others change while a child is about to tap: nothing moves under the finger, nobody is locked out."""

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import ask, forward, forward_until, sit_down


@pytest.fixture
def asked(family):
    family.getting = family.ask(family.dress, "How shall we get dressed?")
    for words in ("Music", "In pyjamas"):
        family.idea(family.getting, words)
    family.eating = family.ask(family.breakfast, "What matters to you?")
    return family


def catch_up(page):
    """Let the tablet's stream begin anew; it brings what happened meanwhile."""
    page.evaluate("dispatchEvent(new Event('online'))")


def forward_to(page, kind):
    """Tap Next until a matter of this kind is in sight; "" for the thank-you."""
    forward_until(page, lambda: (ask(page).get_attribute("data-kind") or "") == kind)


def test_a_face_opens_also_after_the_faces_came_anew(asked, tablet):
    page = tablet(asked)
    face = page.locator(f"[data-face='{asked.bo.id}']")
    expect(face).to_contain_text("2 questions wait")
    question = asked.ask(asked.game, "Which game?")
    for words in ("Hide and seek", "Cards"):
        asked.idea(question, words)
    catch_up(page)
    expect(face).to_contain_text("3 questions wait")
    sit_down(page, asked.bo)


def test_next_ends_with_what_is_still_open(asked, tablet):
    page = tablet(asked, asked.ivy)
    first = ask(page).get_attribute("data-ask")
    forward(page)
    assert ask(page).get_attribute("data-ask") != first
    forward(page)
    expect(page.get_by_role("heading", name="Something is still open.")).to_be_visible()
    expect(page.get_by_role("button", name="Done")).to_be_visible()
    page.get_by_role("link", name="Go on").tap()
    expect(ask(page)).to_have_attribute("data-ask", first)


def test_what_a_question_asks_next_takes_its_own_place(asked, tablet):
    page = tablet(asked, asked.ivy)
    forward_to(page, "concern")
    asked.concerns(asked.eating, asked.maya, asked.ivy, asked.bo)
    asked.table(asked.eating, asked.idea(asked.eating, "Porridge together"))
    catch_up(page)
    expect(ask(page)).to_have_attribute("data-kind", "consent")
    expect(ask(page)).to_have_attribute("data-question", str(asked.eating))


def test_no_other_question_comes_under_the_finger(asked, tablet):
    page = tablet(asked, asked.ivy)
    forward_to(page, "pick")
    for each in (asked.leo, asked.ivy, asked.bo):
        asked.say(asked.getting, each, "pass")
    asked.decided(asked.getting, "We get dressed before breakfast.")
    catch_up(page)
    expect(ask(page)).to_have_attribute("data-ask", "done")


def test_words_wait_on_their_question_until_they_are_sent(asked, tablet):
    page = tablet(asked, asked.ivy)
    forward_to(page, "pick")
    ask(page).get_by_text("In words").tap()
    page.locator(".in-words-line input:visible").fill("I want to dance.")
    ask(page).get_by_role("button", name="OK").tap()
    key = ask(page).get_attribute("data-ask")
    expect(ask(page).locator(".in-words")).to_have_attribute("data-filled", "")
    forward_to(page, "")
    page.get_by_role("link", name="Go on").tap()
    forward_to(page, "pick")
    expect(ask(page)).to_have_attribute("data-ask", key)
    expect(ask(page).locator(".in-words-line input")).to_have_value("I want to dance.")
