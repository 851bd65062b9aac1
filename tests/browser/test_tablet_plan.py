"""The plan on the tablet: taps alone reach every step, lying, standing, and from right to left."""

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import SIZES
from tests.browser.test_layout import TURN

STEPS = 5
TILES = "[data-turns]"
SEEN = """(at) => {
  const step = [...document.querySelectorAll(".plan-step")].at(at).getBoundingClientRect()
  const list = document.querySelector(".plan-steps").getBoundingClientRect()
  const inside = (from, to, least, most) => from >= least - 2 && to <= most + 2
  return inside(step.left, step.right, list.left, list.right) && inside(step.top, step.bottom, list.top, list.bottom)
}"""


@pytest.fixture
def plan(tablet):
    """Open a family's plan on a tablet on which nothing moves."""

    def open_plan(family, size, *, turned=False):
        page = tablet(family, size=size, reduced_motion="reduce", service_workers="block")
        if turned:
            page.add_init_script(TURN)
        page.goto("/tablet/plan")
        return page

    return open_plan


def tile(page, name):
    return page.get_by_role("button", name=name, exact=True)


def tap_to_the_end(page, name):
    """Tap until it leads no further; return how often."""
    for taps in range(20):
        if tile(page, name).is_disabled():
            return taps
        tile(page, name).tap()
        page.wait_for_timeout(50)
    raise AssertionError(f"{name} leads on and on")


def long(family):
    for number in range(STEPS):
        family.also(f"more{number}", f"Step {number}", why="So that it is long.")


@pytest.mark.parametrize("turned", [False, True], ids=["ltr", "rtl"])
@pytest.mark.parametrize("size", ["wide", "tall"])
def test_taps_bring_the_last_step_into_view_and_the_first_back(family, plan, size, turned):
    long(family)
    page = plan(family, size, turned=turned)
    expect(tile(page, "Earlier")).to_be_disabled()
    assert (page.evaluate(SEEN, 0), page.evaluate(SEEN, -1)) == (True, False)
    assert page.evaluate("document.body.scrollHeight - document.body.clientHeight") <= 1
    assert tap_to_the_end(page, "Later") > 0
    assert (page.evaluate(SEEN, 0), page.evaluate(SEEN, -1)) == (False, True)
    tap_to_the_end(page, "Earlier")
    assert page.evaluate(SEEN, 0)
    for each in page.locator("[data-turn]").all():
        box = each.bounding_box()
        assert min(box["width"], box["height"]) >= 72


def test_where_all_is_in_sight_there_is_nothing_to_tap(family, plan):
    page = plan(family, "wide")
    page.set_viewport_size({"width": SIZES["wide"]["width"] * 3, "height": 1600})
    expect(page.locator(TILES)).to_be_hidden()
