"""A facilitator looks in: a parent lets them, a child says no, a parent stops it in front of the open page."""

import re

from playwright.sync_api import expect

from tests.browser.kitchen import ask, sit_down, tap_choice
from tests.cast import PASSWORD


def given_by_maya(family, page):
    """Let Maya make a link for the parts of Leo and Bo in the browser; returns the link's key."""
    page.goto(family.url("looking-in/"))
    page.get_by_role("link", name="Make a link").click()
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    for name in ("Monday", "Leo", "Bo"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="Make the link").click()
    return re.search(r"/offer/([\w-]+)", page.locator("#link").input_value())[1]


def outside(rungs, new_page, session):
    page = new_page(base_url=rungs.url)
    page.context.add_cookies([{"name": "rungs", "value": session, "url": rungs.url}])
    return page


def test_given_refused_and_stopped(family, screen, tablet, rungs, new_page):
    maya = screen(family, family.maya)
    key = given_by_maya(family, maya)
    ruth = outside(rungs, new_page, family.outsider("Ruth"))
    consent = family.taken(key)
    assert family.looks_in() == ["Bo", "Leo"]

    kitchen = tablet(family)
    sit_down(kitchen, family.bo)
    kitchen.goto(f"/tablet/m/{family.bo.id}/looking-in")
    expect(ask(kitchen)).to_contain_text("Ruth looks in at our mornings")
    tap_choice(kitchen, "No, not my part")
    expect(kitchen.locator("button[value=no]")).to_have_attribute("aria-pressed", "true")
    kitchen.reload()
    expect(kitchen.locator("button[value=no]")).to_have_attribute("aria-pressed", "true")
    assert family.looks_in() == ["Leo"]

    ruth.goto(f"/review/{consent}/")
    expect(ruth.locator("#live-state")).to_have_attribute("data-state", "live")
    maya.goto(family.url())
    expect(maya.get_by_text("Ruth looks in until")).to_be_visible()
    maya.goto(family.url("looking-in/"))
    maya.locator("form[action$='/end'] button").click()
    expect(maya.locator("main")).to_contain_text("Nobody looks in.")
    assert family.looks_in() == []
    expect(ruth.locator("main")).to_contain_text("This family no longer shares its mornings with you.")


def test_a_no_without_a_net_is_sent_later(family, screen, tablet):
    maya = screen(family, family.maya)
    key = given_by_maya(family, maya)
    family.outsider("Ruth")
    family.taken(key)
    page = tablet(family, family.bo, service_workers="block")
    page.goto(f"/tablet/m/{family.bo.id}/looking-in")
    page.context.set_offline(True)
    tap_choice(page, "No, not my part")
    expect(page.locator("button[value=no]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#saved")).to_be_visible()
    assert family.looks_in() == ["Bo", "Leo"]
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_be_hidden()
    assert family.looks_in() == ["Leo"]
