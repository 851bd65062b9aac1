"""Nothing sticks out, is cut off, or is too small to be tapped, whatever the screen, the size of text, and the direction."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

SIZES = {"desk": (1440, 900), "tablet": (1280, 800), "small tablet": (1024, 600), "phone": (390, 844)}
# What is wrong with how the page is laid out, as sentences.
FLAWS = """
() => {
  const flaws = []
  const root = document.documentElement
  const name = (at) => `${at.localName}.${at.className?.baseVal ?? at.className} “${(at.innerText ?? "").trim().slice(0, 40)}”`
  const shown = (at) => {
    const box = at.getBoundingClientRect()
    return at.checkVisibility({ visibilityProperty: true }) && box.width > 2 && box.height > 2
  }
  const scrolls = (at) => at && (/auto|scroll/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement))
  if (root.scrollWidth > root.clientWidth) {
    flaws.push(`The page is ${root.scrollWidth} wide on a screen of ${root.clientWidth}`)
    for (const at of document.body.querySelectorAll("*")) {
      const box = at.getBoundingClientRect()
      const out = box.right > root.clientWidth + 1 || box.left < -1
      if (out && shown(at) && !scrolls(at.parentElement) && flaws.length < 6) flaws.push(`${name(at)} sticks out`)
    }
  }
  for (const at of document.querySelectorAll(".button, .say, .choice > span, summary, .site-nav a, .menu-item")) {
    if (!shown(at) || at.closest(".sr")) continue
    const text = document.createRange()
    text.selectNodeContents(at)
    const lines = new Set([...text.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.bottom / 12)))
    const plain = at.matches(".button, .say, .site-nav a") && !at.querySelector("svg, .sr, b")
    if (plain && lines.size > 2 && !matchMedia("(max-width: 19em)").matches) flaws.push(`${name(at)} breaks into ${lines.size} lines`)
    if (at.scrollWidth > at.clientWidth + 2 && getComputedStyle(at).overflowX !== "visible") flaws.push(`${name(at)} is cut off`)
    if (at.matches(".button, .say") && at.scrollWidth > at.clientWidth + 2) flaws.push(`${name(at)} is wider than its border`)
  }
  return flaws
}
"""
SMALL_TARGETS = """
() => {
  const small = []
  const inText = (at) => at.localName === "a" && getComputedStyle(at).display === "inline"
  for (const at of document.querySelectorAll("a[href], button, select, textarea, summary, input:not([type=hidden])")) {
    const area = at.matches("[type=radio], [type=checkbox]") ? at.closest("label") ?? at : at
    const box = area.getBoundingClientRect()
    if (!area.checkVisibility({ visibilityProperty: true }) || at.matches(".skip") || inText(at)) continue
    if (box.height < 43.5 || box.width < 43.5) {
      const words = (area.innerText || at.name || "").trim().slice(0, 30)
      small.push(`${at.localName}.${at.className} “${words}” ${Math.round(box.width)}×${Math.round(box.height)}`)
    }
  }
  return small
}
"""
UNFOLD = "document.querySelectorAll('.fold').forEach((each) => { each.open = true })"


def pages_of(family):
    """All that a parent can look at; the first are the busiest."""
    routine = family.routine.id
    paths = [f"s/{family.dress.id}/", f"s/{family.breakfast.id}/", f"r/{routine}/", "", "people", "settings", "history"]
    paths += [f"r/{routine}/?view=list", f"r/{routine}/edit", f"r/{routine}/changes", f"r/{routine}/steps/new"]
    paths += [f"s/{family.car.id}/edit", "r/start", "people/new", f"people/{family.bo.id}"]
    return [family.url(path) for path in paths] + ["/about", "/households", "/accounts/email/"]


def told(path, flaws):
    return [f"{path}: {' '.join(flaw.split())}" for flaw in dict.fromkeys(flaws)]


@pytest.fixture
def busy(family):
    """A family of which every page has much to show, with long words in it."""
    family.consulted()
    family.proposal(trial=3)
    family.voted(leo="Donaudampfschifffahrtsgesellschaftskapitänsmützenwettbewerb", ivy="music")
    family.remark(family.dress, family.leo, "https://example.org/a/very/long/address/" + "that-never-ends" * 6)
    family.also("long", "Zahnputzbecherhalterungsreinigungsaktion with a long title")
    return family


@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_and_can_be_tapped(busy, screen, size):
    width, height = SIZES[size]
    options = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}
    maya = screen(busy, busy.maya, live=False, **options)
    found = []
    for path in pages_of(busy):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        found += told(path, maya.evaluate(FLAWS) + maya.evaluate(SMALL_TARGETS))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_text_twice_as_large_fits(busy, screen, size):
    width, height = SIZES[size]
    maya = screen(busy, busy.maya, live=False, viewport={"width": width, "height": height}, reduced_motion="reduce")
    # As somebody does in their browser's settings; the page cannot tell.
    maya.context.new_cdp_session(maya).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    found = []
    for path in pages_of(busy):
        maya.goto(path)
        maya.evaluate(UNFOLD)
        assert maya.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        found += told(path, maya.evaluate(FLAWS))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_right_to_left_fits(busy, screen, size):
    width, height = SIZES[size]
    maya = screen(busy, busy.maya, live=False, viewport={"width": width, "height": height}, reduced_motion="reduce")
    maya.add_init_script(
        "new MutationObserver(() => { document.documentElement.dir = 'rtl' }).observe(document, {childList: true, subtree: true})"
    )
    found = []
    for path in pages_of(busy):
        maya.goto(path)
        expect(maya.locator("html")).to_have_attribute("dir", "rtl")
        found += told(path, maya.evaluate(FLAWS))
    assert not found, "\n".join(found)


def test_the_plan_fits_a_lying_tablet_without_scrolling(family, screen):
    family.ask(family.game, "How do we play?")
    maya = screen(family, family.maya, family.plan, viewport={"width": 1280, "height": 800})
    ladder = maya.locator(".ladder").bounding_box()
    assert ladder["y"] + ladder["height"] <= 800
    assert ladder["x"] + ladder["width"] <= 1280
    assert maya.evaluate(
        "document.querySelector('.board-frame').scrollWidth <= document.querySelector('.board-frame').clientWidth"
    )


def test_nothing_moves_for_those_who_asked_for_rest(busy, screen):
    maya = screen(busy, busy.maya, reduced_motion="reduce")
    maya.add_init_script(
        "window.moved = [];"
        "for (const kind of ['animationstart', 'transitionrun'])"
        " addEventListener(kind, ({ target, type }) => moved.push(`${type} on ${target.className}`), true)"
    )
    leo = screen(busy, busy.leo, busy.panel(busy.dress))
    maya.goto(busy.panel(busy.dress))
    maya.locator(".option-button").first.hover()
    leo.get_by_label("Say something").fill("Good morning")
    leo.get_by_role("button", name="Send").click()
    expect(maya.get_by_text("Good morning")).to_be_visible()
    maya.locator("summary", has_text="Menu").click()
    maya.get_by_role("button", name="Dark colours").click()
    assert maya.evaluate("moved") == []
    assert maya.evaluate("document.getAnimations().length") == 0


def test_nothing_comes_from_elsewhere_and_nothing_is_missing(busy, screen, rungs):
    """Neither another server, nor an address of ours that fails. What the policy refuses fails every test."""
    maya = screen(busy, busy.maya, live=False)
    asked, missing = set(), []
    maya.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    maya.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    for path in pages_of(busy):
        maya.goto(path, wait_until="load")
    assert asked == {urlsplit(rungs.url).netloc}
    assert missing == []
