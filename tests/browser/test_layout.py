"""Nothing sticks out, is cut off or too small to be tapped, whatever the screen, the size of text and the direction."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

SIZES = {"desk": (1440, 900), "tablet": (1280, 800), "small tablet": (1024, 600), "phone": (390, 844)}
CHECKS = (Path(__file__).parent / "flaws.js").read_text()
TURN = """
const turn = () => document.documentElement?.setAttribute("dir", "rtl")
new MutationObserver(turn).observe(document, { childList: true, subtree: true })
"""
UNFOLD = "document.querySelectorAll('.fold').forEach((each) => { each.open = true })"


def pages_of(family):
    """All that a parent can look at; the first are the busiest."""
    routine = family.routine.id
    paths = [f"s/{family.dress.id}/", f"s/{family.breakfast.id}/", f"r/{routine}/", "", "people", "settings", "history"]
    paths += [f"r/{routine}/?view=list", f"r/{routine}/edit", f"r/{routine}/changes", f"r/{routine}/steps/new"]
    paths += [f"s/{family.car.id}/edit", "r/start", "people/new", f"people/{family.bo.id}"]
    paths += ["days", "days/break", f"days/usual/{family.bo.id}"]
    paths += ["meeting", f"s/{family.dress.id}/story"]
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
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: true }})"))
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
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: false }})"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/nothing/here", "/tablet/nothing/here"])
def test_a_page_that_says_what_went_wrong_fits_twice_as_large(rungs, new_page, path):
    """All such pages are alike; the longest words that stand on one are put there."""
    page = new_page(base_url=rungs.url, viewport={"width": 390, "height": 844}, locale="de-DE")
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert page.goto(path).status == 404
    found = told(path, page.evaluate(f"({CHECKS})({{ targets: false }})"))
    page.evaluate("document.querySelector('h1').textContent = 'Bei uns ist etwas schiefgegangen'")
    found += told(path, page.evaluate(f"({CHECKS})({{ targets: false }})"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_right_to_left_fits(busy, screen, size):
    width, height = SIZES[size]
    maya = screen(busy, busy.maya, live=False, viewport={"width": width, "height": height}, reduced_motion="reduce")
    maya.add_init_script(TURN)
    found = []
    for path in pages_of(busy):
        maya.goto(path)
        expect(maya.locator("html")).to_have_attribute("dir", "rtl")
        found += told(path, maya.evaluate(f"({CHECKS})({{ targets: false }})"))
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


# Faces of the header that are cut off or stand in a second row.
FACES_AWAY = """
() => {
  const row = document.querySelector("#presence .faces").getBoundingClientRect()
  const out = ({ top, left, right }) => top - row.top > 6 || left < row.left || right > row.right + 0.5
  const faces = [...document.querySelectorAll("#presence .face")].filter((each) => each.checkVisibility())
  return faces.filter((each) => out(each.getBoundingClientRect())).length
}
"""


def test_a_long_name_of_a_household_leaves_room_for_faces(family, screen):
    maya = screen(family, family.maya, family.url("settings"), live=False, viewport={"width": 390, "height": 844})
    maya.get_by_label("What is your household called?").fill("The whole large household by the old mill")
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator("#toast")).to_contain_text("Saved.")
    for who in (family.leo, family.sam, family.nana):
        screen(family, who, family.plan)
    maya.goto(family.plan)
    expect(maya.locator("#presence .face:visible")).to_have_count(4)
    assert maya.evaluate(FACES_AWAY) == 0
    assert maya.locator(".site-household").bounding_box()["width"] >= 64
    assert maya.evaluate("document.documentElement.scrollWidth") <= 390


# How far the least distant card, with the ring of the chosen one, is from the edges of its lane and the lane's name.
ROOM = """
() => {
  const box = (at) => at.getBoundingClientRect()
  const lanes = [...document.querySelectorAll(".lane")].map(box)
  const names = Math.max(...[...document.querySelectorAll(".lane-name")].map((each) => box(each).right))
  const cards = [...document.querySelectorAll(".step > .card")]
  const above = cards.map((each) => {
    const card = box(each), middle = (card.top + card.bottom) / 2
    const lane = lanes.find(({ top, bottom }) => top <= middle && middle <= bottom)
    return Math.min(card.top - lane.top, lane.bottom - card.bottom)
  })
  const { outlineWidth, outlineOffset } = getComputedStyle(document.querySelector(".card[aria-current]"))
  return [Math.min(...above), box(cards[0]).left - names, parseFloat(outlineWidth) + parseFloat(outlineOffset)]
}
"""


@pytest.mark.parametrize("size", ["desk", "tablet"])
def test_cards_and_the_ring_of_the_chosen_one_keep_within_their_lane(family, screen, size):
    for number in range(1, 5):
        family.also(f"long{number}", "Brushing teeth and combing everybody’s hair", rung=number)
    width, height = SIZES[size]
    maya = screen(family, family.maya, family.panel(family.car), viewport={"width": width, "height": height})
    room, beside, ring = maya.evaluate(ROOM)
    assert beside >= ring
    assert room >= ring


def test_a_board_with_more_beyond_its_edge_fades_there(family, screen):
    few = screen(family, family.maya, family.plan)
    expect(few.locator(".board-frame")).to_be_visible()
    assert few.locator("[data-more]").count() == 0
    for number in range(25):
        family.also(f"many{number}", f"Step {number}", rung=1 + number % 4)
    many = screen(family, family.maya, family.plan)
    leo = screen(family, family.leo, family.plan)
    for page in (many, leo):
        expect(page.locator(".board-frame[data-more]")).to_be_visible()
    many.locator(".card", has_text="Step 12").press("Enter")
    many.get_by_role("button", name="Later", exact=True).click()
    expect(many.locator("#toast")).to_contain_text("new place")
    for page in (many, leo):
        expect(page.locator(".board-frame[data-more]")).to_be_visible()
    leo.locator(".board-frame").evaluate("frame => { frame.scrollLeft = frame.scrollWidth }")
    expect(leo.locator("[data-more]")).to_have_count(0)


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
