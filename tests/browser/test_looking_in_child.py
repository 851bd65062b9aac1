"""A child of ten finds out alone who looks in, says no and yes again; the facilitator's open page follows at once."""

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import SIZES, ask, forward_until, sit_down, tap_choice
from tests.browser.test_tablet_look import FLAWS, SMALLEST

LOOKS = [*SIZES.values(), {"width": 390, "height": 844}]
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


def shown(page):
    """Return how the review page says whose parts it shows."""
    return page.locator("main")


def test_found_refused_and_given_again(family, tablet, new_page, rungs):
    family.aged(family.ivy, "10-12")
    key, session = family.looked_in_by("Tim")
    tim = new_page(base_url=rungs.url)
    tim.context.add_cookies([{"name": "rungs", "value": session, "url": rungs.url}])
    tim.goto(f"/review/{key}/")
    expect(tim.locator("#live-state")).to_have_attribute("data-state", "live")
    expect(shown(tim)).to_contain_text("Ivy")

    page = tablet(family)
    sit_down(page, family.ivy)
    forward_until(page, page.locator("[data-ask=done]").is_visible)
    expect(page.locator(".seat-lookers")).to_contain_text("Tim looks in at our mornings and sees")
    page.get_by_role("link", name="Who looks in").tap()
    expect(ask(page)).to_contain_text("May Tim see your part?")

    tap_choice(page, "No, not my part")
    expect(shown(tim)).not_to_contain_text("Ivy")
    tap_choice(page, "Yes, that’s fine")
    expect(shown(tim)).to_contain_text("Ivy")


@pytest.mark.parametrize("size", LOOKS, ids=lambda size: f"{size['width']}")
@pytest.mark.parametrize("age", ["3-5", "10-12"])
def test_it_fits_and_is_accessible(family, tablet, axe, size, age):
    family.aged(family.ivy, age)
    family.looked_in_by("Tim")
    page = tablet(family, family.ivy, viewport=size, reduced_motion="reduce", service_workers="block")
    for there in (f"/tablet/m/{family.ivy.id}?q=done", f"/tablet/m/{family.ivy.id}/looking-in"):
        page.goto(there)
        assert axe(page) == []
        if size["width"] >= 800:
            assert page.evaluate(FLAWS, SMALLEST[age]) == []
        assert not page.evaluate(TOO_WIDE)
    page.locator("a.back:visible").scroll_into_view_if_needed()
    expect(page.locator("a.back:visible")).to_be_in_viewport()
