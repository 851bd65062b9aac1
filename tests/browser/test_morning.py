"""A running morning: several screens live, a disc without digits, by keys, on a phone, and nothing sticks out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import until
from tests.browser.test_layout import CHECKS, SIZES, told

NOTHING_WRONG = f"({CHECKS})({{ targets: true }})"
PHONE = {"width": 390, "height": 844}
SECONDS = 20_000
UNFOLD = "document.querySelectorAll('.fold').forEach((each) => { each.open = true })"


@pytest.fixture
def run(family):
    """A morning that is going on; `run.path` is its page."""
    family.begin()
    return Going(family)


class Going:
    def __init__(self, family):
        self.id = family.hand(do="look", family=family.number, name="run")
        self.path = family.url(f"m/{self.id}/")


def card(page, who):
    return page.locator(f"#run-{who.id}")


def tap(page, who):
    card(page, who).locator(".run-button").click()


def test_one_taps_and_everybody_sees_it(family, run, screen):
    maya, leo = screen(family, family.maya, run.path), screen(family, family.leo, run.path)
    tap(leo, family.leo)
    expect(card(leo, family.leo).locator(".run-button")).to_contain_text("Get dressed")
    expect(card(maya, family.leo)).to_contain_text("Get dressed")
    expect(maya.locator("#toast .toast")).to_have_count(0)
    card(leo, family.leo).get_by_role("button", name="Not done yet").click()
    expect(card(leo, family.leo).locator(".run-button")).to_contain_text("Into the car")
    expect(card(maya, family.leo).locator(".run-title")).to_have_text("Into the car")


def test_a_parent_marks_children_together(family, run, screen):
    maya = screen(family, family.maya, run.path)
    maya.get_by_role("button", name="Done together: Ivy and Bo").click()
    for child in (family.ivy, family.bo):
        expect(card(maya, child).locator(".run-title")).to_have_text("Get dressed")


def test_one_starts_it_and_open_pages_go_along(family, screen):
    family.at_any_hour()
    maya, leo = (screen(family, who, family.url("today")) for who in (family.maya, family.leo))
    maya.get_by_role("button", name="Start the morning").click()
    expect(maya).to_have_url(re.compile(r"/m/\d+/$"))
    expect(leo).to_have_url(re.compile(r"/m/\d+/$"))
    expect(card(leo, family.leo)).to_contain_text("Into the car")


def test_when_all_are_off_every_screen_says_so(family, run, screen):
    maya, leo = screen(family, family.maya, run.path), screen(family, family.leo, run.path)
    maya.get_by_role("button", name="We’re off").click()
    for page in (maya, leo):
        expect(page.get_by_role("button", name="We are not off yet")).to_be_visible()
    expect(maya.locator("#toast")).to_contain_text("You are off")
    leo.get_by_role("button", name="We are not off yet").click()
    expect(card(maya, family.leo)).to_contain_text("Into the car")


def test_a_wish_for_today_shows_everywhere_and_is_answered(family, run, screen):
    maya, leo = screen(family, family.maya, run.path), screen(family, family.leo, run.path, viewport=PHONE)
    leo.get_by_role("link", name="Not today: swap or skip").click()
    leo.get_by_role("link", name="Get dressed").click()
    leo.get_by_text("Leave it out today").click()
    leo.locator("#reason-skip").fill("I slept in my clothes.")
    leo.get_by_role("button", name="Leave it out").click()
    expect(leo.locator("#toast")).to_contain_text("Asked.")
    wish = maya.locator(".run-ask")
    expect(wish).to_contain_text("Leo would like to leave out “Get dressed” today.")
    expect(wish).to_contain_text("I slept in my clothes.")
    wish.locator("form", has_text="Maya").get_by_role("button", name="Yes").click()
    expect(wish).to_have_count(0)
    expect(leo.locator(".run-ask")).to_have_count(0)
    leo.get_by_text("The whole morning").click()
    expect(leo.locator(".run-line-skipped")).to_contain_text("Get dressed")


def test_more_time_says_what_it_costs(family, screen):
    family.begin(75)
    maya = screen(family, family.maya, Going(family).path)
    maya.get_by_role("link", name="More fun, more time").click()
    maya.get_by_role("link", name="Into the car").click()
    expect(maya.locator("#wish-later")).to_contain_text("Free time covers it.")
    maya.locator("#own-minutes").fill("45")
    maya.get_by_role("button", name="What does it cost?").click()
    expect(maya.locator("#own-cost")).to_contain_text(re.compile(r"You leave at \d+:\d\d, \d+ minutes later"))
    maya.get_by_role("button", name="Take the time").click()
    expect(maya.locator("#morning-head")).to_contain_text("later than planned, on purpose")


class TestTime:
    def shrinks(self, page):
        return float(page.locator(".disc-left").first.get_attribute("stroke-dasharray").split()[0])

    def test_a_disc_shrinks_without_digits(self, family, screen):
        family.begin(60, 2)
        leo = screen(family, family.leo, Going(family).path)
        before = self.shrinks(leo)
        assert 500 < before < 650
        until(leo, f"parseFloat(document.querySelector('.disc-left').getAttribute('stroke-dasharray')) < {before}")
        assert not re.search(r"\d", leo.locator(".run-who").first.inner_text())

    def test_when_it_is_over_the_ring_is_empty_and_the_step_still_open(self, family, screen):
        family.begin(60, 4.9)
        leo = screen(family, family.leo, Going(family).path)
        expect(card(leo, family.leo).locator(".disc")).to_have_class(re.compile("disc-over"), timeout=SECONDS)
        expect(card(leo, family.leo)).to_contain_text("still open", timeout=SECONDS)

    def test_it_stands_still_where_nothing_shall_move(self, family, run, screen):
        leo = screen(family, family.leo, run.path, reduced_motion="reduce")
        before = self.shrinks(leo)
        leo.wait_for_timeout(5000)
        assert self.shrinks(leo) == before

    def test_a_clock_that_is_wrong_does_no_harm(self, family, run, screen):
        leo = screen(family, family.leo)
        leo.add_init_script("const real = Date.now; Date.now = () => real() + 3 * 3600 * 1000")
        leo.goto(run.path)
        expect(card(leo, family.leo).locator(".disc")).not_to_have_class(re.compile("disc-over"))
        leo.wait_for_timeout(2500)
        assert self.shrinks(leo) > 900


def test_by_keys_one_step_after_the_other(family, run, screen):
    leo = screen(family, family.leo, run.path)
    button = card(leo, family.leo).locator(".run-button")
    button.focus()
    leo.keyboard.press("Enter")
    expect(button).to_contain_text("Get dressed")
    expect(button).to_be_focused()


def test_small_steps_are_ticked_and_folded(family, screen):
    family.unfolding(family.car, "Shoes\nBelt")
    family.begin()
    maya = screen(family, family.maya, Going(family).path)
    ivy = card(maya, family.ivy)
    shoes = ivy.get_by_role("button", name="Shoes")
    shoes.click()
    expect(shoes).to_have_attribute("aria-pressed", "true")
    expect(shoes).to_be_focused()
    ivy.get_by_role("button", name="I can do it without").click()
    expect(shoes).to_have_count(0)
    ivy.get_by_role("button", name="Show me the small steps").click()
    expect(shoes).to_have_attribute("aria-pressed", "true")


def test_on_a_phone_ones_own_thing_comes_first(family, run, screen):
    leo = screen(family, family.leo, run.path, viewport=PHONE)
    assert leo.locator(".run-card").first.get_attribute("id") == f"run-{family.leo.id}"
    expect(card(leo, family.leo).locator(".run-done")).to_be_in_viewport(ratio=1)
    leo.get_by_role("link", name=re.compile("Leo.*full screen")).click()
    expect(leo.get_by_text("Now", exact=True)).to_be_visible()
    expect(leo.locator("#live-state")).to_have_attribute("data-state", "live")
    tap(leo, family.leo)
    expect(card(leo, family.leo).locator(".run-title")).to_have_text("Get dressed")


def test_what_was_unfolded_stays_so_when_others_tap(family, run, screen):
    maya = screen(family, family.maya, run.path)
    maya.get_by_text("The whole morning").click()
    tap(maya, family.ivy)
    expect(maya.locator(".run-part-done")).to_have_count(1)
    expect(maya.locator("#run-list")).to_have_attribute("open", "")


def busy_pages(family):
    """Everything of a morning that has much in it, with long words."""
    family.also("long", "Zahnputzbecherhalterungsreinigungsaktion with a long title")
    family.unfolding(family.dress, "Vest and pants\nShirt\nSocksandsockenhalterbefestigung\nTrousers")
    family.begin(25, 9)
    family.done(family.leo, family.car, family.dress)
    family.done(family.ivy, family.car)
    run = Going(family)
    family.wish_today(family.leo, family.game, "skip", "Because of the Donaudampfschifffahrtsgesellschaft.")
    step = family.in_run(family.breakfast)
    paths = ["", f"p/{family.leo.id}/", f"p/{family.ivy.id}/", "otherwise", "insert", f"steps/{step}/today?kind=later"]
    return [run.path + path for path in paths] + [family.url("today?all")]


@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_and_can_be_tapped(family, screen, size):
    width, height = SIZES[size]
    options = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}
    maya, found = screen(family, family.maya, live=False, **options), []
    for path in busy_pages(family):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += told(path, maya.evaluate(NOTHING_WRONG))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_text_twice_as_large_fits(family, screen, size):
    width, height = SIZES[size]
    maya = screen(family, family.maya, live=False, viewport={"width": width, "height": height})
    maya.context.new_cdp_session(maya).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    found = []
    for path in busy_pages(family):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: false }})"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(family, screen, axe, scheme):
    maya = screen(family, family.maya, live=False, reduced_motion="reduce", color_scheme=scheme)
    found = []
    for path in busy_pages(family):
        maya.goto(path)
        maya.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        found += [f"{path}: {violation}" for violation in axe(maya)]
    assert not found, "\n".join(found)
