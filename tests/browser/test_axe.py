"""No accessibility violation of any impact, on any page, in any state, light or dark."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.states import STATES, agreed
from tests.browser.test_founding import PASSWORD

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def look(axe):
    """Check a page as it stands, folded and unfolded, in both themes: `look(page, "what it is")`; told at the end."""
    found = {}

    def check(page, name, *, unfold=True):
        if unfold:
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        found[name] = axe(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found[f"{name}, dark"] = axe(page, runOnly=["color-contrast"])
        page.emulate_media(color_scheme="light", reduced_motion="reduce")

    yield check
    assert {name: violations for name, violations in found.items() if violations} == {}


@pytest.fixture
def at_once(screen):
    """Sit down at a screen on which nothing moves."""

    def sit_down(family, who, path="", **options):
        return screen(family, who, path, live=False, **{"reduced_motion": "reduce", "viewport": WIDE, **options})

    return sit_down


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_doors(rungs, new_page, look, viewport):
    page = new_page(base_url=rungs.url, reduced_motion="reduce", viewport=viewport)
    for path in (
        "/",
        "/about",
        "/accounts/signup/",
        "/accounts/login/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/1-gone/",
        "/join/not-a-key",
        "/nowhere",
    ):
        page.goto(path)
        look(page, path)
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("nobody@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    look(page, "a refused sign-in")
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill("somebody@example.org")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Go on").click()
    look(page, "a refused sign-up")
    page.goto("/accounts/login/")
    page.context.clear_cookies()
    page.get_by_label("Email").fill("nobody@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    look(page, "a form from a forgotten page")


def test_an_empty_household(family, rungs, new_page, look):
    number, session = family.new_home()
    page = new_page(base_url=rungs.url, reduced_motion="reduce", viewport=WIDE)
    page.context.add_cookies([{"name": "rungs", "value": session, "url": rungs.url}])
    for path in (
        "/households",
        "/households/new",
        f"/h/{number}/",
        f"/h/{number}/people",
        f"/h/{number}/people/new",
        f"/h/{number}/r/start",
        f"/h/{number}/r/new",
        f"/h/{number}/history",
        f"/h/{number}/leave",
        f"/h/{number}/nowhere",
    ):
        page.goto(path)
        look(page, path)
    page.goto("/households/new")
    page.get_by_label("What is your household called?").evaluate("field => field.form.noValidate = true")
    page.get_by_role("button", name="Found it").click()
    look(page, "a household without a name")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_households_pages(family, at_once, look, viewport):
    family.wish(family.car, family.leo, 2, "More fun, more time")
    family.consented(trial=2)
    family.empty_routine("Weekend")
    maya = at_once(family, family.maya, viewport=viewport)
    for path in (
        "",
        "people",
        "people/new",
        f"people/{family.bo.id}",
        f"people/{family.maya.id}",
        f"people/{family.leo.id}/remove",
        f"people/{family.bo.id}/tablet",
        "tablets",
        "settings",
        "history",
        f"history?person={family.nana.id}&step={family.car.id}",
    ):
        maya.goto(family.url(path))
        look(maya, path)
    for path in ("/accounts/email/", "/accounts/password/change/", "/accounts/logout/"):
        maya.goto(path)
        look(maya, path)
    family.newcomer("Tilda", "teen")
    maya.goto(family.url("people"))
    maya.get_by_role("button", name="Invite Tilda").click()
    look(maya, "an invitation")
    maya.goto(family.url("people"))
    maya.locator("summary", has_text="Menu").click()
    maya.get_by_role("button", name="Dark colours").click()
    look(maya, "people, dark by choice", unfold=False)


def test_somebody_without_much_to_see(family, at_once, look):
    nana = at_once(family, family.nana)
    for path in ("", "people", "settings", f"r/{family.routine.id}/edit"):
        nana.goto(family.url(path))
        look(nana, f"{path}, as a supporter")
    nana.goto(family.panel(family.breakfast))
    look(nana, "a panel, as a supporter")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_plan(family, at_once, look, viewport):
    family.voted(leo="music", ivy="music")
    family.forbid(family.breakfast, "The stove is broken.")
    empty = family.empty_routine("Weekend")
    routine = family.routine.id
    maya = at_once(family, family.maya, viewport=viewport)
    for path in (
        f"r/{routine}/",
        f"r/{routine}/?view=list",
        f"r/{empty}/",
        f"r/{routine}/edit",
        f"r/{routine}/changes",
        f"r/{routine}/steps/new",
        f"s/{family.car.id}/edit",
        f"s/{family.game.id}/edit",
        "r/new",
        "r/start",
    ):
        maya.goto(family.url(path))
        look(maya, path)
    maya.goto(f"{family.plan}?view=list")
    maya.get_by_role("button", name="Change the order").click()
    look(maya, "changing the order")


def test_a_step_two_people_changed(family, at_once, look):
    maya, sam = at_once(family, family.maya), at_once(family, family.sam)
    for page, title in ((maya, "Trousers"), (sam, "Clothes")):
        page.goto(family.url(f"s/{family.dress.id}/edit"))
        page.get_by_label("What happens?").fill(title)
    maya.get_by_role("button", name="Save").click()
    sam.get_by_role("button", name="Save").click()
    expect(sam.get_by_role("heading", name="Somebody changed this too")).to_be_visible()
    look(sam, "both changed it")
    sam.get_by_label("What happens?").fill("")
    sam.get_by_label("How many minutes?").fill("-3")
    sam.locator("form.form").first.evaluate("form => { form.noValidate = true }")
    sam.get_by_role("button", name="Save").click()
    look(sam, "refused")


SMALL = STATES[::3]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_panel(family, at_once, look, state):
    step, who = state(family)
    page = at_once(family, who, family.panel(step), viewport=PHONE if state in SMALL else WIDE)
    look(page, state.__name__)


def test_a_panel_after_what_was_done_in_it(family, at_once, look):
    agreed(family)
    maya = at_once(family, family.maya, family.panel(family.breakfast))
    maya.get_by_label("When do we look at it again?").fill((date.today() + timedelta(days=9)).isoformat())
    maya.get_by_role("button", name="We agree").click()
    expect(maya.locator("#toast")).to_contain_text("Settled.")
    look(maya, "a toast with its undo, and what was agreed")

    maya.goto(family.panel(family.dress))
    maya.get_by_label("Say something").fill("x" * 3000)
    maya.get_by_role("button", name="Send").click()
    expect(maya.locator(".refused")).to_be_visible()
    look(maya, "a refused comment")


def test_speaking_for_a_child(family, at_once, look):
    family.consulted()
    maya = at_once(family, family.maya, family.panel(family.dress, family.bo))
    expect(maya.locator(".speakers [aria-current]")).to_have_text(re.compile("Bo"))
    look(maya, "for a child")
