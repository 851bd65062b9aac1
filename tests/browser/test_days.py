"""Who is here when: one tap on a day, live on other screens, by keys, and without scripts."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.test_layout import CHECKS, SIZES, told

NOTHING_WRONG = f"({CHECKS})({{ targets: true }})"


@pytest.fixture
def on():
    """Return the date some days from today, at the family's home."""
    today = timezone.localdate(timezone=timezone.zoneinfo.ZoneInfo("Europe/London"))
    return lambda ahead: (today + timedelta(days=ahead)).isoformat()


def spot(page, who, day):
    return page.locator(f"#spot-{who.id}-{day}")


def test_a_tap_on_a_day_shows_on_every_screen(family, screen, on):
    maya, leo = (screen(family, who, family.url("days")) for who in (family.maya, family.leo))
    day = spot(maya, family.bo, on(3))
    expect(day).to_have_attribute("aria-pressed", "true")
    day.click()
    expect(day).to_have_attribute("aria-pressed", "false")
    expect(day).to_be_focused()
    expect(maya.locator("#toast")).to_contain_text("Bo is away on")
    expect(spot(leo, family.bo, on(3)).locator("use")).to_have_attribute("href", re.compile("#luggage$"))
    maya.get_by_role("button", name="Undo").click()
    expect(day).to_have_attribute("aria-pressed", "true")
    expect(spot(leo, family.bo, on(3)).locator(".face")).to_be_visible()


def test_days_are_changed_by_keys(family, screen, on):
    leo = screen(family, family.leo, family.url("days"))
    day = spot(leo, family.leo, on(1))
    day.focus()
    leo.keyboard.press("Enter")
    expect(day).to_have_attribute("aria-pressed", "false")
    leo.keyboard.press("Enter")
    expect(day).to_have_attribute("aria-pressed", "true")
    expect(spot(leo, family.bo, on(1))).not_to_have_attribute("aria-pressed", "true")


def test_sick_today_and_well_again(family, screen, on):
    maya = screen(family, family.maya, family.url("days"))
    bo = maya.locator(f"#now-{family.bo.id}")
    bo.get_by_role("button", name="Sick today").click()
    expect(bo).to_contain_text("sick")
    expect(maya.locator(".days-breaks")).to_contain_text("Bo: sick")
    spot(maya, family.bo, on(0)).click()
    expect(maya.locator(".days-breaks li")).to_be_in_viewport()
    bo.get_by_role("button", name="Well again").click()
    expect(bo.get_by_role("button", name="Sick today")).to_be_visible()
    expect(maya.locator("#toast")).to_contain_text("Welcome back.")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_holiday_and_two_homes(family, screen, on, scripts):
    maya = screen(family, family.maya, family.url("days"), live=False, java_script_enabled=scripts)
    maya.get_by_role("link", name="A holiday, or another break").click()
    maya.get_by_label("From").fill(on(8))
    maya.get_by_label("Until its last day").fill(on(9))
    maya.get_by_role("button", name="Note it").click()
    expect(maya.locator(".days-breaks")).to_contain_text("Everybody: holiday")
    maya.locator(f"#usual-{family.ivy.id}").get_by_role("link", name="Change").click()
    second = maya.locator(".usual-second")
    expect(second).to_be_hidden()
    maya.get_by_role("radio", name="Two weeks in turn").check(force=True)
    expect(second).to_be_visible()
    for day in second.get_by_role("checkbox").all():
        day.uncheck(force=True)
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator(f"#usual-{family.ivy.id}")).to_contain_text("week of")
    day = spot(maya, family.leo, on(2))
    day.click()
    expect(day).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_can_be_tapped(family, screen, on, axe, size):
    width, height = SIZES[size]
    maya = screen(family, family.maya, live=False, viewport={"width": width, "height": height}, reduced_motion="reduce")
    maya.goto(family.url("days"))
    maya.locator(f"#now-{family.leo.id}").get_by_role("button", name="Sick today").click()
    expect(maya.locator(".days-breaks")).to_contain_text("Leo: sick")
    found = []
    for path in ("days", f"days/usual/{family.bo.id}", "days/break", "people"):
        maya.goto(family.url(path))
        found += told(path, maya.evaluate(NOTHING_WRONG)) + axe(maya)
        maya.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += axe(maya, runOnly=["color-contrast"])
        maya.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert found == []
