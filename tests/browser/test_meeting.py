"""A family meeting on two screens, and its agenda on paper."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}


def thing(page, title):
    return page.locator(".thing", has=page.get_by_role("heading", name=title))


def note(page, title):
    """Return the field in which stands what came of something, unfolded."""
    fold = thing(page, title).locator("details")
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()
    return fold.locator("textarea")


@pytest.fixture
def asked(family):
    """Two open questions."""
    family.ask(family.dress, "What do we wear?")
    family.ask(family.game, "How do we play?")


def test_beginning_noting_and_ending_on_two_screens(family, asked, screen):
    place = family.url("meeting")
    maya, leo = screen(family, family.maya, place), screen(family, family.leo, place, viewport=PHONE)
    expect(leo.get_by_text("It is Maya’s turn.")).to_be_visible()
    maya.get_by_role("radio", name="Bo").check(force=True)
    maya.get_by_role("button", name="Begin the meeting").click()
    expect(maya.get_by_role("heading", name="Bo chairs")).to_be_visible()
    expect(leo.get_by_role("heading", name="Bo chairs")).to_be_visible()
    expect(leo.get_by_role("heading", name="2 things to talk about")).to_be_visible()

    draft = note(leo, "The game")
    draft.press_sequentially("We play")
    note(maya, "Get dressed").fill("Warm socks on Mondays.")
    thing(maya, "Get dressed").get_by_role("button", name="Note it").click()
    expect(thing(leo, "Get dressed")).to_contain_text("Warm socks on Mondays.")
    expect(draft).to_be_focused()
    expect(draft).to_have_value("We play")
    expect(thing(maya, "The game").locator("textarea")).to_be_visible()
    expect(thing(maya, "The game").locator("summary")).to_be_focused()
    expect(thing(maya, "Get dressed").locator("textarea")).to_be_hidden()

    leo.keyboard.type(" after breakfast.")
    thing(leo, "The game").get_by_role("button", name="Note it").click()
    expect(leo.locator("#toast")).to_contain_text("Noted.")
    expect(thing(maya, "The game")).to_contain_text("We play after breakfast.")

    maya.get_by_text("Pass the chair on").click()
    maya.get_by_role("button", name="Pass it on").click()
    expect(leo.get_by_role("heading", name="Sam chairs")).to_be_visible()
    leo.get_by_role("button", name="We are done").click()
    for page in (maya, leo):
        fresh = page.locator(".meeting-fresh")
        expect(fresh).to_contain_text("Warm socks on Mondays.")
        expect(fresh).to_contain_text("We play after breakfast.")
        expect(page.get_by_role("button", name="Begin the meeting")).to_be_visible()


def test_two_note_the_same_thing_and_nobodys_words_are_lost(family, asked, screen):
    place = family.url("meeting")
    maya, leo = screen(family, family.maya, place), screen(family, family.leo, place)
    maya.get_by_role("button", name="Begin the meeting").click()
    expect(leo.get_by_role("heading", name="Maya chairs")).to_be_visible()
    note(leo, "Get dressed").fill("Thin socks.")
    note(maya, "Get dressed").fill("Warm socks.")
    thing(maya, "Get dressed").get_by_role("button", name="Note it").click()
    expect(thing(leo, "Get dressed").locator(".thing-note")).to_contain_text("Warm socks.")
    expect(note(leo, "Get dressed")).to_have_value("Thin socks.")

    thing(leo, "Get dressed").get_by_role("button", name="Note it").click()
    expect(thing(leo, "Get dressed").get_by_role("alert")).to_contain_text("Somebody changed this")
    expect(thing(leo, "Get dressed").locator(".thing-note")).to_contain_text("Warm socks.")
    note(leo, "Get dressed").fill("Warm socks on Mondays, thin ones in May.")
    thing(leo, "Get dressed").get_by_role("button", name="Note it").click()
    expect(thing(maya, "Get dressed").locator(".thing-note")).to_contain_text("thin ones in May")


def test_words_begun_when_the_meeting_ends_are_given_back(family, asked, screen):
    place = family.url("meeting")
    maya, leo = screen(family, family.maya, place), screen(family, family.leo, place)
    maya.get_by_role("button", name="Begin the meeting").click()
    note(leo, "The game").fill("One more thing")
    maya.get_by_role("button", name="We are done").click()
    expect(leo.locator("#toast")).to_contain_text("One more thing")


def test_without_scripts(family, asked, screen):
    maya = screen(family, family.maya, family.url("meeting"), live=False, java_script_enabled=False)
    expect(maya.get_by_role("button", name="Print")).to_be_hidden()
    maya.get_by_role("button", name="Begin the meeting").click()
    note(maya, "Get dressed").fill("Warm socks.")
    thing(maya, "Get dressed").get_by_role("button", name="Note it").click()
    expect(thing(maya, "Get dressed")).to_contain_text("Warm socks.")
    expect(thing(maya, "The game").locator("textarea")).to_be_visible()
    maya.get_by_role("button", name="We are done").click()
    expect(maya.get_by_role("heading", name="What came of today’s meeting")).to_be_visible()


PAPER = """
() => {
  const shown = (at) => at.checkVisibility() && at.getBoundingClientRect().height > 0
  const name = (at) => `${at.localName}.${at.className}`
  const tapped = [...document.querySelectorAll("button, input, textarea, select, summary, nav, header")]
  const body = getComputedStyle(document.body)
  return {
    tapped: tapped.filter(shown).map(name),
    lines: [...document.querySelectorAll(".writing-lines > li")].filter(shown).length,
    wide: document.documentElement.scrollWidth,
    ink: body.color,
  }
}
"""
# Between the margins, A4 is 178 and Letter 184 millimetres wide: 673 and 695 pixels.
SHEETS = {"A4": 673, "Letter": 695}


@pytest.mark.parametrize("sheet", SHEETS)
def test_on_paper_there_is_the_agenda_and_room_to_write(family, asked, screen, sheet):
    width = SHEETS[sheet]
    maya = screen(
        family, family.maya, family.url("meeting"), viewport={"width": width, "height": 950}, color_scheme="dark"
    )
    maya.evaluate("document.documentElement.dataset.theme = 'dark'")
    maya.evaluate("window.print = () => { window.printed = true }")
    maya.get_by_role("button", name="Print").click()
    assert maya.evaluate("window.printed")
    maya.emulate_media(media="print")
    paper = maya.evaluate(PAPER)
    assert paper["tapped"] == []
    assert paper["lines"] == 2 * 2 + 3
    assert paper["wide"] <= width
    assert paper["ink"] == "rgb(43, 35, 64)"
    expect(maya.get_by_text("Maya chairs")).to_be_visible()
    assert maya.pdf(format=sheet).count(b"/Type /Page\n") == 1


def test_how_a_step_climbed_is_a_chart_and_a_table(family, screen, axe):
    page = screen(family, family.maya, family.panel(family.dress), live=False, reduced_motion="reduce")
    page.get_by_role("link", name="How it climbed").click()
    expect(page.get_by_role("heading", name="Get dressed")).to_be_visible()
    assert page.locator(".chart-card use").first.bounding_box()["width"] < 25
    assert axe(page) == []


def test_the_meeting_is_accessible_while_it_lasts(family, asked, screen, axe):
    page = screen(family, family.maya, family.url("meeting"), live=False, reduced_motion="reduce")
    assert axe(page) == []
    page.get_by_role("button", name="Begin the meeting").click()
    expect(page.get_by_role("button", name="We are done")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert axe(page) == []
