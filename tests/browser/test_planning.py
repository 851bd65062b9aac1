"""Forms of the plan that scripts help with: pictures, computed times, what changes while one writes."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_live import card, comment, option


@pytest.fixture
def question(family):
    question = family.ask(family.game, "How do we play?")
    family.idea(question, "With music")
    family.idea(question, "In pyjamas", family.leo)
    return question


def picked(page, where):
    return page.locator(f"#{where}-pictures input:checked")


def test_a_picture_found_by_searching_stays_chosen(family, screen):
    maya = screen(family, family.maya, family.url(f"s/{family.car.id}/edit"), live=False)
    search = maya.get_by_label("Search pictures")
    search.fill("rocket")
    maya.get_by_role("radio", name="Rocket").check(force=True)
    search.fill("shoes")
    expect(maya.get_by_role("radio", name="Shoes and coat")).to_be_attached()
    expect(picked(maya, "step")).to_have_value("rocket")
    search.fill("")
    expect(maya.get_by_role("radio", name="Teddy")).to_be_attached()
    expect(picked(maya, "step")).to_have_value("rocket")
    search.press("Enter")
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator(".panel-head use").first).to_have_attribute("href", re.compile("#rocket$"))


def test_an_idea_and_its_picture_survive_what_others_do(family, question, screen):
    maya, leo = (screen(family, who, family.panel(family.game)) for who in (family.maya, family.leo))
    leo.locator("summary", has_text="Add an idea").click()
    leo.get_by_label("My idea").fill("On the moon")
    leo.get_by_label("Search pictures").fill("rocket")
    leo.get_by_role("radio", name="Rocket").check(force=True)
    option(maya, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya")).to_be_visible()
    comment(maya, "Hello")
    expect(leo.get_by_text("1 comment shows")).to_be_visible()
    option(leo, "In pyjamas").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya, Leo")).to_be_visible()

    expect(leo.get_by_label("Search pictures")).to_have_value("rocket")
    expect(picked(leo, "idea")).to_have_value("rocket")
    leo.get_by_role("button", name="Add my idea").click()
    for page in (leo, maya):
        expect(option(page, "On the moon").locator("use").first).to_have_attribute("href", re.compile("#rocket$"))
    expect(leo.get_by_label("My idea")).to_have_value("")
    expect(picked(leo, "idea")).to_have_count(0)


def test_times_are_computed_while_one_chooses(family, screen):
    maya = screen(family, family.maya, family.url(f"r/{family.routine.id}/edit"), live=False)
    computed = maya.locator("#computed")
    expect(computed).to_contain_text("7:20")
    maya.get_by_label("When?").fill("09:00")
    maya.get_by_label("When?").press("Tab")
    expect(computed).to_contain_text("8:00")
    maya.get_by_role("radio", name="Start at").check(force=True)
    expect(computed).to_contain_text("10:00")


def test_a_step_put_away_elsewhere_leaves_calmly(family, screen):
    maya, leo = (screen(family, who, family.panel(family.car)) for who in (family.maya, family.leo))
    comment(leo).fill("Wait for me")
    maya.get_by_role("button", name="Put away").click()
    expect(card(leo, family.car)).to_have_count(0)
    expect(leo.locator("#panel-title")).to_have_text("This step is no longer in the plan")
    expect(leo.locator("#toast")).to_contain_text("Wait for me")
    leo.get_by_role("link", name="The game").click()
    comment(leo, "Hello")
    expect(leo.locator("#toast")).to_contain_text("Said.")
    expect(leo.locator("#toast")).to_contain_text("Wait for me")
    leo.locator(".toast", has_text="Wait for me").get_by_role("button", name="Close").click()
    expect(leo.locator("#toast")).not_to_contain_text("Wait for me")
    leo.locator(".panel-close").click()
    expect(leo.locator("#panel")).to_be_hidden()

    maya.locator("#toast").get_by_role("button", name="Undo").click()
    expect(card(leo, family.car)).to_be_visible()
    maya.goto(family.plan)
    maya.goto(family.url("history"))
    maya.get_by_role("link", name="put “Into the car” away").first.click()
    expect(maya.locator("#panel-title")).to_have_text("Into the car")


def test_what_happened_leads_to_a_step_that_was_put_away(family, screen):
    maya = screen(family, family.maya, family.panel(family.car))
    maya.get_by_role("button", name="Put away").click()
    expect(maya.locator("#toast")).to_contain_text("put away")
    maya.goto(family.url("history"))
    maya.get_by_role("link", name="put “Into the car” away").click()
    expect(maya.get_by_role("heading", level=1)).to_have_text("Monday")
    expect(maya.locator("#toast")).to_contain_text("“Into the car” is put away. Nothing of it is lost.")


def test_words_given_back_stand_beside_other_messages_until_somebody_closes_them(family, screen):
    maya = screen(family, family.maya, family.panel(family.car))
    leo = screen(family, family.leo)
    leo.clock.install()
    leo.goto(family.panel(family.car))
    expect(leo.locator("#live-state")).to_have_attribute("data-state", "live")
    comment(leo).fill("Wait for me")
    maya.get_by_role("button", name="Put away").click()
    expect(leo.locator(".toast")).to_contain_text("Wait for me")
    leo.get_by_role("link", name="The game").click()
    for words in ("Hello", "Hello again"):
        comment(leo, words)
        expect(leo.locator(".comments li", has_text=words).last).to_be_visible()
        expect(leo.locator(".toast")).to_have_text([re.compile("Wait for me"), re.compile("Said.")])
    leo.route("**/comment", lambda route: route.fulfill(status=500), times=1)
    comment(leo, "Lost")
    expect(leo.locator(".toast")).to_have_text([re.compile("Wait for me"), re.compile("did not get through")])
    leo.locator("main").hover()
    leo.clock.run_for(13_000)
    expect(leo.locator(".toast")).to_have_text([re.compile("Wait for me")])
    leo.locator(".toast").get_by_role("button", name="Close").click()
    expect(leo.locator(".toast")).to_have_count(0)


def test_words_begun_on_one_step_wait_for_its_return(family, screen):
    leo = screen(family, family.leo, family.panel(family.game))
    comment(leo).fill("Half a thought")
    card(leo, family.car).locator(".card").click()
    expect(leo.locator("#panel-title")).to_have_text("Into the car")
    expect(comment(leo)).to_have_value("")
    card(leo, family.game).locator(".card").click()
    expect(leo.locator("#panel-title")).to_have_text("The game")
    expect(comment(leo)).to_have_value("Half a thought")
    leo.keyboard.press("Escape")
    expect(leo.locator("#panel")).to_be_hidden()
    card(leo, family.game).locator(".card").click()
    expect(comment(leo)).to_have_value("Half a thought")


def test_back_and_forward_open_and_close_panels(family, question, screen):
    leo, maya = screen(family, family.leo, family.plan), screen(family, family.maya, family.panel(family.game))
    leo.evaluate("window.same = true")
    card(leo, family.game).locator(".card").click()
    expect(leo.locator("#panel-title")).to_have_text("The game")
    comment(leo).fill("Half a thought")
    card(leo, family.car).locator(".card").click()
    expect(leo.locator("#panel-title")).to_have_text("Into the car")
    leo.go_back()
    expect(leo.locator("#panel-title")).to_have_text("The game")
    expect(comment(leo)).to_have_value("Half a thought")
    expect(leo.locator("#now")).to_be_focused()
    option(maya, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya")).to_be_visible()
    leo.go_back()
    expect(leo.locator("#panel")).to_be_hidden()
    expect(leo.locator(".card[aria-current]")).to_have_count(0)
    leo.go_forward()
    expect(leo.locator("#panel-title")).to_have_text("The game")
    expect(comment(leo)).to_have_value("Half a thought")
    assert leo.evaluate("same"), "It is still the same page."


def test_back_shows_the_history_as_it_was_filtered(family, question, screen):
    maya = screen(family, family.maya, family.url("history"))
    maya.get_by_label("Whose").select_option(label="Leo")
    expect(maya.locator("#history-list")).not_to_contain_text("Maya asked")
    maya.go_back()
    expect(maya.locator("#history-list")).to_contain_text("Maya asked")
    expect(maya.get_by_label("Whose")).to_have_value("")


def test_the_home_page_follows_and_keeps_the_focus(family, screen):
    leo, maya = screen(family, family.leo, family.url()), screen(family, family.maya, family.panel(family.game))
    leo.locator(".tile").focus()
    maya.get_by_text("Ask a question").click()
    maya.get_by_label("The question").fill("How do we play?")
    maya.get_by_role("button", name="Ask everybody").click()
    expect(leo.locator("#wanted")).to_contain_text("How do we play?")
    expect(leo.locator(".tile")).to_be_focused()


def test_signing_out_ends_the_other_tabs(family, screen):
    leo = screen(family, family.leo, family.plan)
    tab = leo.context.new_page()
    tab.goto(family.url())
    tab.locator("summary", has_text="Menu").click()
    tab.get_by_role("button", name="Sign out").click()
    expect(leo.locator("#live-state")).to_have_text("Ended", use_inner_text=True)
    expect(leo.locator("#toast")).to_contain_text("You were signed out.")
    expect(leo.get_by_role("heading", level=1)).to_have_text("Mornings you make together")
    expect(leo.locator("#toast")).to_contain_text("You were signed out.")


def test_the_colours_of_ones_choice_stay(family, screen):
    maya = screen(family, family.maya, family.plan, color_scheme="light")
    light = maya.evaluate("getComputedStyle(document.body).backgroundColor")
    maya.locator("summary", has_text="Menu").click()
    maya.get_by_role("button", name="Dark colours").click()
    dark = maya.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    maya.goto(family.url("people"))
    assert maya.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    maya.locator("summary", has_text="Menu").click()
    maya.get_by_role("button", name="Light colours").click()
    maya.reload()
    assert maya.evaluate("getComputedStyle(document.body).backgroundColor") == light
