"""Without a mouse: the main thing in five key presses, and everything else within reach."""

import re

import pytest
from playwright.sync_api import expect

# What has the focus, and whether a ring shows around it.
FOCUS = """
() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
  const box = at.getBoundingClientRect()
  return {
    words: at.innerText || at.value || at.tagName,
    ring: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
    seen: box.width > 0 && box.top < innerHeight && box.bottom > 0,
  }
}
"""
# All that can be used with a mouse here and now.
CONTROLS = """
() => [...document.querySelectorAll("#panel :is(a[href], button, input, select, textarea, summary)")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.type !== "hidden")
  .map((each) => each.type === "radio" ? "radio " + each.name : each.outerHTML)
"""
REACHED = """
() => {
  const at = document.activeElement
  if (!at.closest("#panel")) return null
  return at.type === "radio" ? "radio " + at.name : at.outerHTML
}
"""


def press(page, *keys):
    """Press keys one after the other; the focus is to be seen after each."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_function("document.activeElement !== document.body")
        focus = page.evaluate(FOCUS)
        assert focus["ring"], f"No ring after {key} on {focus['words']}"
        assert focus["seen"], f"Out of sight after {key}: {focus['words']}"


def focus(page):
    return page.evaluate("document.activeElement.id || document.activeElement.innerText.trim()")


@pytest.fixture
def question(family):
    question = family.ask(family.game, "How do we play?")
    family.idea(question, "With music")
    family.idea(question, "In pyjamas")
    return question


@pytest.mark.parametrize("rung", ["inform", "consult", "codesign", "coproduce"])
def test_a_voice_is_given_within_five_keys_from_the_plan(family, screen, rung):
    step = {"inform": family.car, "consult": family.dress, "codesign": family.game, "coproduce": family.breakfast}[rung]
    question = family.ask(step, "What do you think?", **({"why": "We arrive together."} if rung == "inform" else {}))
    if rung in ("consult", "codesign"):
        family.idea(question, "With music")
        family.idea(question, "In pyjamas")
    who = family.maya if rung == "coproduce" else family.leo
    page = screen(family, who, family.plan)
    press(page, "Tab", "Enter", "Enter")
    expect(page.locator("#now")).to_be_focused()
    press(page, "Tab")
    if rung == "coproduce":
        return expect(page.get_by_label("What matters to me here")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Heard: Leo")).to_be_visible()
    assert family.kinds()[-1] == "voice.said"
    page.wait_for_function("document.activeElement.matches('#panel button[aria-pressed=true]')")


def test_a_voice_is_given_within_five_keys_from_a_steps_own_address(family, question, screen):
    leo = screen(family, family.leo, family.panel(family.game))
    press(leo, "Tab", "Enter", "Tab")
    leo.keyboard.press("Enter")
    expect(leo.get_by_text("Heard: Leo")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_every_control_of_a_panel_can_be_reached(family, screen, width):
    family.consulted()
    maya = screen(family, family.maya, family.panel(family.dress), viewport={"width": width, "height": 800})
    maya.evaluate("document.querySelectorAll('#panel .fold').forEach((each) => { each.open = true })")
    controls = set(maya.evaluate(CONTROLS))
    maya.locator(".skip").focus()
    maya.locator("#now").focus()
    reached = set()
    for _ in range(len(controls) + 30):
        maya.keyboard.press("Tab")
        if here := maya.evaluate(REACHED):
            reached.add(here)
            assert maya.evaluate(FOCUS)["ring"], here
    for _ in range(len(controls) + 30):
        maya.keyboard.press("Shift+Tab")
        if here := maya.evaluate(REACHED):
            reached.add(here)
    assert controls - reached == set()


def test_escape_closes_the_menu_then_the_panel_and_gives_the_focus_back(family, question, screen):
    maya = screen(family, family.maya, family.plan)
    card = maya.locator(f"#card-{family.game.id} > .card")
    card.focus()
    maya.keyboard.press("Enter")
    expect(maya.locator("#now")).to_be_focused()
    assert maya.url.endswith(family.panel(family.game))

    stickers = maya.locator("summary", has_text="Answer with a picture")
    stickers.focus()
    maya.keyboard.press("Enter")
    expect(maya.locator(".sticker-grid")).to_be_visible()
    maya.keyboard.press("Tab")
    maya.keyboard.press("Escape")
    expect(maya.locator(".sticker-grid")).to_be_hidden()
    expect(stickers).to_be_focused()
    expect(maya.locator("#panel-title")).to_be_visible()

    maya.get_by_label("Say something").focus()
    maya.keyboard.press("Escape")
    expect(maya.locator("#panel-title")).to_be_visible()
    maya.keyboard.press("Escape")
    expect(maya.locator("#panel")).to_be_hidden()
    expect(card).to_be_focused()
    assert maya.url.endswith(family.plan)
    maya.go_back()
    expect(maya.locator("#panel-title")).to_have_text("The game")
    maya.go_forward()
    expect(maya.locator("#panel")).to_be_hidden()


def test_a_menu_closes_when_the_focus_leaves_it(family, screen):
    maya = screen(family, family.maya, family.plan)
    menu = maya.locator("details", has_text="More about this routine")
    menu.locator("summary").focus()
    maya.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="What changed")).to_be_visible()
    for _ in range(6):
        maya.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="What changed")).to_be_hidden()


def test_the_order_changes_by_keyboard_and_the_focus_stays_on_the_step(family, screen):
    maya = screen(family, family.maya, f"{family.plan}?view=list")
    maya.get_by_role("button", name="Change the order").focus()
    maya.keyboard.press("Enter")
    later = maya.get_by_role("button", name="Move Into the car later")
    later.focus()
    for place in (1, 2):
        maya.keyboard.press("Enter")
        expect(maya.locator(".step").nth(place)).to_have_id(f"card-{family.car.id}")
        expect(later).to_be_focused()
    assert family.order()[:3] == ["Get dressed", "The game", "Into the car"]


def test_the_order_changes_from_the_panel(family, screen):
    maya = screen(family, family.maya, family.panel(family.car))
    maya.get_by_role("button", name="Later", exact=True).focus()
    maya.keyboard.press("Enter")
    expect(maya.locator(".step").nth(1)).to_have_id(f"card-{family.car.id}")
    expect(maya.get_by_role("button", name="Later", exact=True)).to_be_focused()


def test_the_order_changes_by_dragging_a_card_on_the_ladder(family, screen):
    maya = screen(family, family.maya, family.plan)
    card, goal = (maya.locator(f"#card-{step.id} > .card").bounding_box() for step in (family.car, family.game))
    maya.mouse.move(card["x"] + 20, card["y"] + 20)
    maya.mouse.down()
    maya.mouse.move(goal["x"] + goal["width"] - 4, goal["y"] + 30, steps=8)
    expect(maya.locator(".is-dragging")).to_have_id(f"card-{family.car.id}")
    maya.mouse.up()
    expect(maya.locator(".step").nth(2)).to_have_id(f"card-{family.car.id}")
    expect(maya.locator("#panel")).to_be_hidden()
    assert family.order()[:3] == ["Get dressed", "The game", "Into the car"]

    card, goal = (maya.locator(f"#card-{step.id} > .card").bounding_box() for step in (family.car, family.dress))
    maya.mouse.move(card["x"] + 20, card["y"] + 20)
    maya.mouse.down()
    maya.mouse.move(goal["x"] + 4, goal["y"] + 30, steps=4)
    maya.keyboard.press("Escape")
    maya.mouse.up()
    expect(maya.locator(".is-dragging")).to_have_count(0)
    assert family.order()[:3] == ["Get dressed", "The game", "Into the car"]


def test_the_order_changes_by_dragging_a_handle_in_the_list(family, screen):
    maya = screen(family, family.maya, family.plan, viewport={"width": 390, "height": 844})
    maya.get_by_role("button", name="Change the order").click()
    handle = maya.locator(f"#card-{family.own.id} [data-handle]")
    handle.scroll_into_view_if_needed()
    start, goal = handle.bounding_box(), maya.locator(f"#card-{family.game.id}").bounding_box()
    maya.mouse.move(start["x"] + 10, start["y"] + 10)
    maya.mouse.down()
    maya.mouse.move(start["x"] + 10, goal["y"] + 4, steps=6)
    maya.mouse.up()
    expect(maya.locator(".step").nth(2)).to_have_id(f"card-{family.own.id}")
    assert family.order()[2] == "Own breakfast"


def test_the_focus_goes_where_one_goes_on(family, question, screen):
    """After a swap it is on the same thing, on the sentence that says why not, or on what came instead."""
    maya = screen(family, family.maya, family.panel(family.game))
    field = maya.get_by_label("Say something")
    field.fill("Hello")
    send = maya.get_by_role("button", name="Send")
    send.focus()
    maya.keyboard.press("Enter")
    expect(maya.locator("#toast")).to_contain_text("Said.")
    expect(send).to_be_focused()

    maya.locator("summary", has_text="Climb or step down").click()
    maya.get_by_label("Why, for everybody to see").fill("Because")
    step_down = maya.get_by_role("button", name="Step down", exact=True)
    step_down.focus()
    maya.keyboard.press("Enter")
    expect(maya.locator(".panel-head")).to_contain_text("Consult")
    assert maya.evaluate("document.activeElement.closest('#panel') !== null")


def test_the_skip_link_leads_past_the_header_everywhere(family, screen):
    maya = screen(family, family.maya, live=False)
    for path in ("people", "settings", "history", "r/start", ""):
        maya.goto(family.url(path))
        press(maya, "Tab")
        expect(maya.locator(".skip")).to_be_focused()
        maya.keyboard.press("Enter")
        expect(maya).to_have_url(re.compile(r"#main$"))
        maya.keyboard.press("Tab")
        assert maya.evaluate("document.activeElement.closest('main') !== null"), path
