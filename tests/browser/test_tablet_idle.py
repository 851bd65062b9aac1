"""After a minute without a touch the tablet is nobody's; two children never see each other's, not even with Back."""

import pytest
from playwright.sync_api import expect

from tests.browser.asked import PICTURES
from tests.browser.kitchen import SIZES, ask, choice, forward, sit_down, tap_choice


@pytest.fixture
def dressing(family):
    family.pictured(family.ask(family.dress, "How shall we get dressed?"), *PICTURES)
    return family


@pytest.fixture
def watched(tablet):
    """A tablet whose time the test moves."""

    def open_tablet(family, who=None, **options):
        page = tablet(family, **options)
        page.clock.install()
        page.reload()
        if who is not None:
            sit_down(page, who)
        return page

    return open_tablet


@pytest.mark.parametrize("size", SIZES)
def test_it_asks_gently_and_then_goes_back_to_the_faces(dressing, watched, size):
    page = watched(dressing, dressing.ivy, size=size)
    page.clock.run_for(49_000)
    expect(page.locator("#still")).to_be_hidden()
    page.clock.run_for(2_000)
    expect(page.locator("#still")).to_be_visible()
    page.clock.run_for(10_000)
    expect(page.locator("#faces")).to_be_visible()
    page.reload()
    expect(page.locator("#faces")).to_be_visible()


def test_a_touch_keeps_it(dressing, watched):
    page = watched(dressing, dressing.ivy)
    page.clock.run_for(51_000)
    button = page.locator("[data-here-i-am]").bounding_box()
    page.touchscreen.tap(button["x"] + button["width"] / 2, button["y"] + button["height"] / 2)
    expect(page.locator("#still")).to_be_hidden()
    page.clock.run_for(40_000)
    expect(page.locator("#seat")).to_be_visible()


def test_the_clock_of_the_tablet_may_be_a_day_wrong(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    page.evaluate("const now = Date.now; Date.now = () => now() + 86_400_000")
    page.wait_for_timeout(1200)
    expect(page.locator("#seat")).to_be_visible()
    tap_choice(page, "Music")
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "true")


def test_the_faces_and_the_plan_of_nobody_ask_nothing(dressing, watched):
    page = watched(dressing)
    page.clock.run_for(120_000)
    expect(page.locator("#faces")).to_be_visible()
    expect(page.locator("#still")).to_be_hidden()


def test_two_children_one_after_the_other_never_see_each_others(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    tap_choice(page, "Music")
    forward(page)
    page.get_by_role("button", name="Done").tap()
    expect(page.locator("#faces")).to_be_visible()
    ivys = f"/tablet/m/{dressing.ivy.id}"
    page.go_back()
    page.wait_for_timeout(300)
    assert ivys not in page.url
    expect(page.locator("#faces")).to_be_visible()
    page.goto(ivys)
    expect(page.locator("#faces")).to_be_visible()
    sit_down(page, dressing.bo)
    expect(ask(page).locator(".choice[aria-pressed=true]")).to_have_count(0)
    expect(page.locator(".choice .face")).to_have_count(0)
    page.go_back()
    page.wait_for_timeout(300)
    expect(page.locator("#seat")).to_have_attribute("data-member", str(dressing.bo.id))
    page.goto(ivys)
    expect(page.locator("#seat")).to_have_attribute("data-member", str(dressing.bo.id))


def test_somebody_who_left_without_a_net_is_not_there_when_it_returns(dressing, watched):
    page = watched(dressing, dressing.ivy)
    page.route("**/tablet/leave", lambda route: route.abort(), times=1)
    page.clock.run_for(61_000)
    expect(page.locator("#faces")).to_be_visible()
    expect(page.locator("#seat")).to_have_count(0)
