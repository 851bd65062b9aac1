"""Looking back in a browser: a face leads to its mornings, the table is the keyboard's way, and all of it fits."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_layout import CHECKS, SIZES, UNFOLD, told


@pytest.fixture
def over(family):
    """A family whose morning is over, with what Maya and Leo felt."""
    family.lived()
    family.told(family.maya, "yes", game="consult", breakfast="coproduce")
    family.told(family.leo, "no", dress="explained", game="codesign")
    family.consulted()
    return family


def test_a_face_leads_to_its_mornings_and_back(over, screen):
    maya = screen(over, over.maya, over.url())
    maya.get_by_role("link", name="Looking back").click()
    expect(maya.get_by_role("heading", name="Planned and felt")).to_be_visible()
    face = maya.locator(".chart-steps a", has_text="Maya: The game, Consult once")
    face.locator("circle").click()
    expect(maya.get_by_role("heading", name="The game")).to_be_visible()
    expect(maya.get_by_text("Maya", exact=True)).to_be_visible()
    expect(maya.get_by_text("planned as Co-design then")).to_be_visible()
    maya.get_by_role("link", name="Looking back").click()
    expect(maya.get_by_role("heading", name="Planned and felt")).to_be_visible()


def test_filters_work_at_once_and_keep_the_focus(over, screen):
    maya = screen(over, over.maya, over.url("mirror/"))
    whose = maya.get_by_label("Whose view")
    whose.focus()
    whose.select_option("Leo")
    expect(maya.locator(".chart-steps a", has_text="Maya: ")).to_have_count(0)
    expect(whose).to_be_focused()
    assert "person=" in maya.url
    maya.get_by_role("link", name="Show everything").click()
    expect(maya.locator(".chart-steps a", has_text="Maya: ")).to_have_count(2)


def test_without_scripts_the_filters_are_a_form(over, screen):
    maya = screen(over, over.maya, over.url("mirror/"), live=False, java_script_enabled=False)
    maya.get_by_label("Whose view").select_option("Leo")
    maya.get_by_role("button", name="Show").click()
    expect(maya.locator(".chart-steps a", has_text="Maya: ")).to_have_count(0)


def test_by_keyboard_the_table_unfolds_and_leads_on(over, screen):
    maya = screen(over, over.maya, over.url("mirror/"))
    maya.get_by_text("The same as a table").focus()
    maya.keyboard.press("Tab")
    table = maya.get_by_role("table", name="Planned and felt, step by step")
    expect(table.get_by_role("link").first).to_be_focused()
    assert table.bounding_box()["height"] > 100
    link = table.get_by_role("row", name="The game").get_by_role("link", name="Consult once")
    link.focus()
    maya.keyboard.press("Enter")
    expect(maya.get_by_text("planned as Co-design then")).to_be_visible()


def test_a_counting_rule_is_one_tap_away(over, screen):
    maya = screen(over, over.maya, over.url("mirror/"))
    maya.get_by_text("Felt as planned").click()
    expect(maya.get_by_text("It does not know what nobody told.").first).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_is_accessible(over, screen, axe, size):
    width, height = SIZES[size]
    options = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}
    maya = screen(over, over.maya, live=False, **options)
    behind = f"mirror/mornings?step={over.game.id}&person={over.maya.id}&felt=consult"
    found = []
    for path in (over.url("mirror/"), over.url("mirror/said"), over.url(behind)):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: true }})"))
        found += [f"{path}: {violation}" for violation in axe(maya)]
    assert not found, "\n".join(found)


def test_on_paper_the_table_and_the_rules_are_there(over, screen):
    maya = screen(over, over.maya, over.url("mirror/"), live=False, viewport={"width": 673, "height": 950})
    maya.emulate_media(media="print")
    assert maya.get_by_role("table", name="Planned and felt, step by step").bounding_box()["height"] > 100
    assert maya.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    expect(maya.locator(".paper-only", has_text="It does not know what nobody told.")).to_be_visible()
    expect(maya.get_by_label("Whose view")).to_be_hidden()
