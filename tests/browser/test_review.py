"""A facilitator and a family, live: asked, answered on the tablet, seen at once; ended, and the page is gone."""

from playwright.sync_api import expect


def test_asked_answered_and_ended_live(family, new_page, rungs, tablet, screen):
    key, session = family.looked_in_by("Tim")
    tim = new_page(base_url=rungs.url)
    tim.context.add_cookies([{"name": "rungs", "value": session, "url": rungs.url}])
    tim.goto(f"/review/{key}/")
    expect(tim.locator("#live-state")).to_have_attribute("data-state", "live")
    tim.locator("summary", has_text="You could begin with").click()
    tim.get_by_text("What are you glad about?").click()
    expect(tim.get_by_label("Your question")).to_have_value("What are you glad about?")
    tim.get_by_role("button", name="Send a question").click()
    expect(tim.locator("#asked")).to_contain_text("What are you glad about?")
    expect(tim.locator("#live-state")).to_have_attribute("data-state", "live")

    page = tablet(family, family.ivy)
    page.goto(f"/tablet/m/{family.ivy.id}/asked")
    page.locator(".choice:visible").first.tap()
    expect(tim.locator("#asked .review-answers")).to_contain_text("Ivy")

    tim.get_by_label("Your question").fill("And what about Tues")
    maya = screen(family, family.maya, family.url("looking-in/"), live=False)
    ended = family.consent_id()
    maya.locator(f'form[action$="/{ended}/end"] button').first.click()
    tim.wait_for_url("**/review/**", timeout=5000)
    expect(tim.get_by_role("heading", name="No longer shared")).to_be_visible(timeout=5000)
    expect(tim.locator("[data-kept-text]")).to_have_value("And what about Tues")


def test_on_a_phone_the_form_is_one_tap_away(family, new_page, rungs):
    key, session = family.looked_in_by("Tim")
    tim = new_page(base_url=rungs.url, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    tim.context.add_cookies([{"name": "rungs", "value": session, "url": rungs.url}])
    tim.goto(f"/review/{key}/")
    way = tim.get_by_role("link", name="Ask the family")
    expect(way).to_be_in_viewport()
    for back in ("overview", "step"):
        expect(tim.get_by_label("Your question")).not_to_be_in_viewport()
        way.click()
        expect(tim.get_by_label("Your question")).to_be_in_viewport()
        if back == "overview":
            tim.locator(".mirror-table a").first.click()
            expect(way).to_be_in_viewport()
    tim.set_viewport_size({"width": 1440, "height": 900})
    expect(way).to_be_hidden()
