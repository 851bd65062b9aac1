"""Today's picks on real screens: tapped on one, revealed on all together, also at the tablet and without a net."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import WAITING, all_sent, choice, sit_down, tap_choice, until
from tests.browser.test_layout import CHECKS, SIZES, told

GAMES = (("Tag", "person-running"), ("Ball", "soccer-ball"), ("Hide and seek", "eyes"))
UNFOLD = "document.querySelectorAll('.fold').forEach((each) => { each.open = true })"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def picks(family):
    """A family that picks its game; the morning is going on, and Ivy and Bo have tapped."""
    family.daily("Which game?", *GAMES)
    family.begin()
    family.would_like(family.bo, "Ball")
    return family


def number(family, name):
    return family.hand(do="look", family=family.number, name=name)


def runner(family):
    return family.url(f"m/{number(family, 'run')}/")


def picture(page, name):
    return page.locator("#morning-picks .pick-choice", has_text=name)


def tap_told(page, name):
    """Tap a picture, and wait until what can be undone is this tap: the stream may show it before the answer comes."""
    undo = page.locator("#toast form")
    before = undo.get_attribute("action") if undo.count() else ""
    picture(page, name).click()
    expect(page.locator(f"#toast form:not([action='{before}'])")).to_be_visible()


def winner(page):
    return page.locator("#morning-picks .pick-winner")


def test_tapped_on_one_screen_revealed_on_both(picks, screen):
    picks.would_like(picks.ivy, "Ball")
    maya = screen(picks, picks.maya, runner(picks))
    leo = screen(picks, picks.leo, runner(picks), viewport=PHONE)
    picture(maya, "Tag").click()
    expect(picture(maya, "Tag")).to_have_attribute("aria-pressed", "true")
    expect(leo.locator("#morning-picks .pick-waiting")).to_have_text("Still to pick: Leo")
    expect(leo.locator("#morning-picks [aria-pressed=true]")).to_have_count(0)
    picture(leo, "Tag").click()
    expect(picture(leo, "Tag")).to_have_attribute("aria-pressed", "true")
    picture(leo, "Hide and seek").click()
    for page in (maya, leo):
        expect(winner(page)).to_have_text("Tag")
    assert picks.wishes() == ["Maya: Tag", "Leo: Tag, Hide and seek", "Ivy: Ball", "Bo: Ball"]


def test_tapped_again_it_is_off_and_undo_brings_it_back(picks, screen):
    maya = screen(picks, picks.maya, runner(picks))
    tap_told(maya, "Tag")
    expect(picture(maya, "Tag")).to_have_attribute("aria-pressed", "true")
    tap_told(maya, "Ball")
    expect(picture(maya, "Ball")).to_have_attribute("aria-pressed", "true")
    tap_told(maya, "Tag")
    expect(picture(maya, "Tag")).to_have_attribute("aria-pressed", "false")
    maya.locator("#toast").get_by_role("button", name="Undo").click()
    expect(picture(maya, "Tag")).to_have_attribute("aria-pressed", "true")
    assert "Maya: Tag, Ball" in picks.wishes()


def test_by_keys_alone(picks, screen):
    maya = screen(picks, picks.maya, runner(picks))
    picture(maya, "Ball").focus()
    maya.keyboard.press("Enter")
    expect(picture(maya, "Ball")).to_have_attribute("aria-pressed", "true")
    expect(picture(maya, "Ball")).to_be_focused()


def test_a_parent_picks_for_a_child(picks, screen):
    maya = screen(picks, picks.maya, runner(picks))
    maya.get_by_role("link", name="Pick for Ivy").click()
    expect(maya.locator("#picking")).to_contain_text("You pick for Ivy.")
    maya.locator("#picking .pick-choice", has_text="Tag").click()
    expect(maya.locator("#picking .pick-choice", has_text="Tag")).to_have_attribute("aria-pressed", "true")
    assert "Ivy: Tag" in picks.wishes()


def test_the_cups_go_step_by_step(picks, screen):
    for who, game in ((picks.ivy, "Ball"), (picks.maya, "Tag"), (picks.leo, "Tag")):
        picks.would_like(who, game)
    maya = screen(picks, picks.maya, picks.url(f"k/{picks.today_pick()}/"))
    frames = maya.locator(".cups-frame:visible")
    expect(frames).to_have_count(1)
    expect(frames).to_contain_text("This is what everybody tapped.")
    steps = maya.get_by_role("button", name="And then?")
    steps.click()
    expect(frames).to_contain_text("These are the jars before.")
    steps.click()
    expect(frames).to_contain_text("A cup is poured for “Tag”")
    expect(frames.locator(".jar-pours")).to_have_count(2)
    steps.click()
    steps.click()
    expect(steps).to_be_disabled()
    maya.get_by_role("button", name="Before that").click()
    expect(frames).to_contain_text("It is a tie.")


def test_without_a_script(picks, screen):
    page = screen(picks, picks.maya, runner(picks), live=False, java_script_enabled=False)
    picture(page, "Tag").click()
    picture(page, "Ball").click()
    expect(page.locator("#morning-picks [aria-pressed=true]")).to_have_count(2)
    assert "Maya: Tag, Ball" in picks.wishes()


def test_at_the_tablet_several_are_tapped_and_revealed_with_the_others(picks, tablet, screen):
    maya = screen(picks, picks.maya, runner(picks))
    page = tablet(picks)
    page.goto("/tablet?say=1")
    sit_down(page, picks.ivy)
    tap_choice(page, "Tag")
    tap_choice(page, "Hide and seek")
    expect(page.locator("article:not([hidden]) .choice[aria-pressed=true]")).to_have_count(2)
    all_sent(page)
    assert "Ivy: Tag, Hide and seek" in picks.wishes()
    picks.would_like(picks.leo, "Tag")
    picture(maya, "Tag").click()
    expect(winner(maya)).to_have_text("Tag")
    expect(page.locator(".daily-winner:visible")).to_have_text("Tag")
    page.get_by_text("Show me").tap()
    expect(page.locator(".cups-frame:visible")).to_contain_text("This is what everybody tapped.")


def test_without_a_net_it_is_sent_as_a_whole_when_the_net_returns(picks, tablet):
    page = tablet(picks, service_workers="block")
    page.goto("/tablet?say=1")
    sit_down(page, picks.ivy)
    page.context.set_offline(True)
    tap_choice(page, "Tag")
    tap_choice(page, "Ball")
    tap_choice(page, "Tag")
    expect(choice(page, "Tag")).to_have_attribute("aria-pressed", "false")
    expect(choice(page, "Ball")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#saved")).to_be_visible()
    until(page, f"{WAITING}.then((waiting) => waiting > 0)")
    page.context.set_offline(False)
    all_sent(page)
    expect(page.locator("#saved")).to_be_hidden()
    assert picks.wishes() == ["Ivy: Ball", "Bo: Ball"]


def test_a_child_adds_something_else(picks, tablet):
    page = tablet(picks)
    page.goto("/tablet?say=1")
    sit_down(page, picks.ivy)
    tap_choice(page, "Tag")
    page.locator("summary:visible", has_text="Something else").tap()
    page.locator("input[name=text]:visible").fill("Frisbee")
    page.get_by_role("button", name="Add it").tap()
    expect(page.locator("article:not([hidden]) .choice", has_text="Frisbee")).to_have_count(1)
    expect(choice(page, "Tag")).to_have_attribute("aria-pressed", "true")
    assert picks.wishes() == ["Ivy: Tag", "Bo: Ball"]


def pages_of(family):
    return [
        runner(family),
        family.url("picks"),
        family.url(f"p/{number(family, 'pick')}/"),
        family.url(f"p/{number(family, 'pick')}/edit"),
        family.url(f"s/{family.game.id}/picks/new"),
        family.url(f"k/{family.today_pick()}/"),
    ]


@pytest.fixture
def shown(picks):
    """A pick with a long name among what was tapped, and one that has been picked before."""
    for who, game in ((picks.ivy, "Ball"), (picks.maya, "Tag"), (picks.leo, "Tag")):
        picks.would_like(who, game)
    return picks


@pytest.mark.parametrize("size", SIZES)
def test_nothing_sticks_out(shown, screen, size):
    width, height = SIZES[size]
    maya = screen(shown, shown.maya, live=False, viewport={"width": width, "height": height}, reduced_motion="reduce")
    found = []
    for path in pages_of(shown):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: true }})"))
    assert not found, "\n".join(found)


def test_text_twice_as_large_fits(shown, screen):
    maya = screen(shown, shown.maya, live=False, viewport=PHONE)
    maya.context.new_cdp_session(maya).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    found = []
    for path in pages_of(shown):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: false }})"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_left_out(picks, screen, axe, scheme):
    maya = screen(picks, picks.maya, live=False, color_scheme=scheme, reduced_motion="reduce")
    found = []
    for path in pages_of(picks):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += [f"{path}: {violation}" for violation in axe(maya)]
    assert not found, "\n".join(found)


def test_the_address_of_a_pick_is_calm_about_time(picks, screen):
    """No digit counts down, and nothing moves without a tap."""
    maya = screen(picks, picks.maya, runner(picks))
    text = maya.locator("#morning-picks").inner_text()

    assert re.search(r"until \d+:\d\d", text)
    assert not re.search(r"second|minute", text)
