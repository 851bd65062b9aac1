"""From the front door to two people in one household, as newcomers would do it."""

import re

from playwright.sync_api import expect

PASSWORD = "a-quiet-morning-42"


def sign_up(page, email):
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def found(page, rungs):
    page.goto(rungs.url)
    page.get_by_role("link", name="Start with your family").click()
    sign_up(page, "maya@example.org")
    expect(page.get_by_role("heading", level=1)).to_have_text("Found a household")
    page.get_by_label("What is your household called?").fill("Lindenhof")
    page.get_by_label("What do they call you at home?").fill("Maya")
    page.get_by_role("button", name="Found it").click()
    page.wait_for_url(re.compile(r"/h/\d+/$"))


def add(page, name, who):
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Add somebody").click()
    page.get_by_label("What do you call them?").fill(name)
    page.get_by_role("radio", name=who).check(force=True)
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(re.compile(r"/people$"))


def test_found_invite_join_and_be_let_go(rungs, new_page, axe):
    maya = new_page(timezone_id="Europe/Vienna", permissions=["clipboard-read", "clipboard-write"])
    found(maya, rungs)
    assert axe(maya) == []
    maya.locator("summary", has_text="Menu").click()
    maya.get_by_role("link", name="Settings").click()
    expect(maya.get_by_label("Which clock is yours?")).to_have_value("Europe/Vienna")

    add(maya, "Leo", "Teenager")
    maya.get_by_role("button", name="Invite Leo").click()
    expect(maya.get_by_role("heading", level=1)).to_have_text("Invite Leo")
    assert axe(maya) == []
    maya.get_by_role("button", name="Copy").click()
    expect(maya.get_by_role("button", name="Copied")).to_be_visible()
    link = maya.evaluate("navigator.clipboard.readText()")
    assert link == maya.get_by_role("textbox", name="The link").input_value()

    leo = new_page()
    leo.goto(link)
    expect(leo.get_by_role("heading", level=1)).to_have_text("You are invited")
    assert "Lindenhof" not in leo.content()
    assert axe(leo) == []
    leo.get_by_role("link", name="I am new here").click()
    sign_up(leo, "leo@example.org")
    expect(leo.get_by_text("To Lindenhof, as Leo.")).to_be_visible()

    maya.get_by_role("link", name="Done").click()
    expect(maya.get_by_text("has a sign-in")).to_have_count(1)
    leo.get_by_role("button", name="Join").click()
    leo.wait_for_url(re.compile(r"/h/\d+/$"))
    expect(maya.get_by_text("has a sign-in")).to_have_count(2)

    leo.get_by_role("link", name="People").click()
    expect(leo.get_by_text("Live", exact=True)).to_be_visible()
    maya.get_by_role("link", name="Change Leo").click()
    maya.get_by_role("link", name="Leo is leaving").click()
    maya.get_by_role("button", name="Yes, Leo is leaving").click()
    leo.wait_for_url(re.compile(r"/households/new$"))
