"""Nothing of the tablet sticks out, is cut off, scrolls or is too small to tap: sizes, ages, sizes of text, directions.

And no accessibility violation, in any state, light or dark.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.asked import ASKED, PICTURES, many, picking, proposed
from tests.browser.kitchen import LOCAL, SIZES, forward, tap_choice, voices
from tests.browser.test_layout import TURN

CODE = ("star", "frog", "star")
SMALLEST = {"3-5": 120, "6-9": 72, "10-12": 48, "teen": 48}
FLAWS = (Path(__file__).parent / "tablet_flaws.js").read_text()


@pytest.fixture
def still(tablet):
    """A tablet on which nothing moves, and which can speak."""

    def open_tablet(family, who=None, *, turned=False, **options):
        page = tablet(family, **{"reduced_motion": "reduce", "service_workers": "block", **options})
        page.add_init_script(voices(LOCAL))
        if turned:
            page.add_init_script(TURN)
        page.reload()
        if who is not None:
            page.locator(f"[data-face='{who.id}']").tap()
            expect(page.locator("#seat")).to_be_visible()
        return page

    return open_tablet


def every(page):
    """Show each thing that is asked in turn, the thank-you last."""
    for key in page.evaluate("region.asks().map(({ dataset }) => dataset.ask)"):
        page.evaluate("(key) => region.show(key)", key)
        yield key


def told(page, name, smallest):
    return [f"{name}: {flaw}" for flaw in page.evaluate(FLAWS, smallest)]


# The largest words are the hardest to fit; those who are three need the most room besides.
LARGEST = [(age, size, "largest") for age in ("3-5", "6-9", "10-12") for size in SIZES]


@pytest.mark.parametrize(("age", "size", "text"), [*LARGEST, *[("3-5", size, "normal") for size in SIZES]])
def test_everything_asked_fits_and_can_be_tapped(hand, still, age, size, text):
    found = []
    for asked in ASKED[:-1]:
        family = hand.family()
        who = asked(family)
        family.aged(who, age)
        family.suited(who, text, False)
        page = still(family, who, size=size)
        for key in every(page):
            found += told(page, f"{asked.__name__} {key}", SMALLEST[age])
        page.context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_the_teens_form_is_calm_and_fits(hand, still, size):
    found = []
    for asked in (ASKED[-1], picking, many):
        family = hand.family()
        asked(family)
        page = still(family, family.leo, size=size)
        expect(page.locator(".speaker:visible")).to_have_count(0)
        for key in every(page):
            found += told(page, f"{asked.__name__} {key}", SMALLEST["teen"])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_right_to_left_fits(family, still, size):
    who = proposed(family)
    many(family)
    page = still(family, who, size=size, turned=True)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    found = []
    for key in every(page):
        found += told(page, key, 120)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_the_other_pages_fit(family, still, size):
    family.picture_code(family.bo, CODE)
    page = still(family, size=size)
    found = told(page, "faces", 72)
    page.goto("/tablet/plan")
    found += told(page, "plan", 72)
    page.goto(f"/tablet/sit/{family.bo.id}")
    found += told(page, "code", 96)
    page.goto("/tablet/offline")
    found += told(page, "offline", 72)
    page.context.clear_cookies()
    page.goto("/tablet")
    found += told(page, "pair", 48)
    assert not found, "\n".join(found)


@pytest.fixture
def look(axe):
    """Check a page as it stands in both themes; told at the end."""
    found = {}

    def check(page, name):
        found[name] = axe(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found[f"{name}, dark"] = axe(page, runOnly=["color-contrast"])
        page.emulate_media(color_scheme="light", reduced_motion="reduce")

    yield check
    assert {name: violations for name, violations in found.items() if violations} == {}


def test_whatever_is_asked_is_accessible(hand, still, look):
    for asked in ASKED:
        family = hand.family()
        page = still(family, asked(family))
        for key in every(page):
            look(page, f"{asked.__name__} {key}")
        page.context.close()


def test_the_other_pages_are_accessible(family, still, look):
    family.pictured(family.ask(family.dress, "How shall we get dressed?"), *PICTURES)
    family.picture_code(family.bo, CODE)
    page = still(family)
    look(page, "faces")
    page.goto("/tablet/plan")
    look(page, "plan")
    page.goto(f"/tablet/sit/{family.bo.id}")
    look(page, "code")
    page.goto("/tablet/offline")
    look(page, "offline")
    page.goto("/tablet")
    page.locator(f"[data-face='{family.ivy.id}']").tap()
    page.locator(".in-words:visible summary").tap()
    look(page, "in words")
    page.locator("[data-close-words]:visible").tap()
    page.context.set_offline(True)
    tap_choice(page, "Music")
    expect(page.locator("#saved")).to_be_visible()
    look(page, "saved")
    forward(page)
    look(page, "thanks")
    page.evaluate("document.getElementById('still').showModal()")
    look(page, "still there?")
    page.context.set_offline(False)


def test_nothing_moves_for_those_who_asked_for_rest(family, still):
    page = still(family, picking(family))
    page.evaluate(
        "window.moved = [];"
        "for (const kind of ['animationstart', 'transitionrun']) addEventListener(kind, () => moved.push(kind), true)"
    )
    tap_choice(page, "Music")
    forward(page)
    assert page.evaluate("moved") == []
