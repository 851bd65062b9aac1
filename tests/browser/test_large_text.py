"""Text twice its size by whatever means: no page scrolls sideways, and nothing leaves the screen.

A browser's own font size moves the media queries too, and `test_layout` tries that. Here only the root's is doubled,
as text-only zoom and a reader's own style sheet do, so that pages must make room by themselves.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.test_layout import UNFOLD
from tests.browser.test_morning import Going
from tests.browser.test_tablet_run import own

PHONE, LOW = {"width": 390, "height": 844}, {"width": 1024, "height": 600}
DOUBLE = "document.documentElement.style.fontSize = '200%'"
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
LEAVES = """() => {
    const reached = (at) => {
        for (let up = at.parentElement; up; up = up.parentElement) {
            if (/auto|scroll|clip|hidden/.test(getComputedStyle(up).overflowX)) return true
        }
        return false
    }
    return [...document.querySelectorAll('.button, .tile, .run-button, input, select, summary')].filter((at) => {
        const { left, right, width } = at.getBoundingClientRect()
        return width > 2 && (left < -1 || right > innerWidth + 1) && at.checkVisibility() && !reached(at)
    }).map((at) => `${at.className}: ${at.textContent.trim().slice(0, 30)}`)
}"""
# What is clipped at its own edge, or cut by the end of the screen on a page that does not scroll.
CUT = """() => {
    const page = document.querySelector('.tablet')
    const scrolls = page.scrollHeight > page.clientHeight + 1 || page.offsetHeight > innerHeight
    return [...document.querySelectorAll('.part-done, .part-now > .pic, .run-foot .tile, .part-now > .part-title')]
        .filter((at) => at.checkVisibility({ visibilityProperty: true }))
        .filter((at) => {
            const box = at.getBoundingClientRect()
            return box.height < 8 || (!scrolls && box.bottom > innerHeight + 1) ||
                (at.matches('.part-done') && box.bottom > at.parentElement.getBoundingClientRect().bottom + 1)
        })
        .map((at) => `${at.getAttribute('class')}: ${at.textContent.trim().slice(0, 30)}`)
}"""


def pages_of(family):
    """Return the main pages; the running morning has a pick, small steps and a wish in it."""
    run, routine = Going(family).path, family.routine.id
    step = family.in_run(family.breakfast)
    family_pages = ["", "today?all", f"r/{routine}/", f"r/{routine}/?view=list", f"s/{family.dress.id}/", "people"]
    family_pages += ["history", "settings", "days", "days/break", f"days/usual/{family.bo.id}", "meeting", "picks"]
    going = ["", f"p/{family.ivy.id}/", "otherwise", "insert", f"steps/{step}/today?kind=later", "notice"]
    return [family.url(path) for path in family_pages] + [run + path for path in going]


@pytest.fixture
def busy(family):
    """A family with much to show."""
    family.consulted()
    family.unfolding(family.dress, "Vest and pants\nShirt\nSocksandsockenhalterbefestigung\nTrousers")
    family.daily("Which game?", ("Tag", "person-running"), ("Ball", "soccer-ball"))
    family.begin(60, 3)
    family.done(family.leo, family.car)
    family.wish_today(family.leo, family.game, "skip", "Because it rains.")
    return family


@pytest.mark.parametrize("viewport", [PHONE, LOW], ids=["phone", "low"])
def test_no_page_scrolls_sideways(busy, screen, viewport):
    maya, found = screen(busy, busy.maya, live=False, viewport=viewport, reduced_motion="reduce"), []
    for path in pages_of(busy):
        maya.goto(path)
        maya.evaluate(DOUBLE)
        maya.evaluate(UNFOLD)
        wide, room = maya.evaluate(WIDTHS)
        found += [f"{path} is {wide} wide"] if wide > room else []
        found += [f"{path} {what}" for what in maya.evaluate(LEAVES)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("viewport", [LOW, PHONE], ids=["low", "phone"])
def test_on_the_tablet_nothing_is_cut_off(busy, tablet, viewport):
    page, found = tablet(busy, viewport=viewport), []

    def look(where):
        page.evaluate(DOUBLE)
        wide, room = page.evaluate(WIDTHS)
        found.extend([f"{where} is {wide} wide"] if wide > room else [])
        found.extend(f"{where} {what}" for what in (*page.evaluate(LEAVES), *page.evaluate(CUT)))

    look("everybody")
    own(page, busy.ivy)
    look("own")
    page.locator(".run-foot .tile", has_text="Pick something").tap()
    expect(page.locator("#seat .ask-ways:visible")).to_be_visible()
    look("pick")
    page.goto("/tablet?say=1")
    look("faces")
    assert not found, "\n".join(found)
