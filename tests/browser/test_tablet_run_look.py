"""Nothing of a morning at the tablet sticks out, is cut off or too small to tap, and all of it is accessible."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import LOCAL, SIZES, voices
from tests.browser.test_layout import TURN

FLAWS = (Path(__file__).parent / "tablet_flaws.js").read_text()
SMALLEST = {"3-5": 120, "6-9": 72, "10-12": 56}
STEPS = "T-shirt\nTrousers\nSocks\nShoes and coat"


def begun(family, **about):
    family.unfolding(family.dress, STEPS)
    family.begin(**about)


def plain(family):
    begun(family)
    return family.bo


def under_way(family):
    begun(family, began=20)
    family.done(family.bo, family.car)
    family.done(family.ivy, family.car, family.dress)
    return family.bo


def over_time(family):
    begun(family, leaves_in=-10, began=90)
    return family.ivy


def waiting(family):
    begun(family)
    family.done(family.leo, family.car, family.dress, family.game)
    return family.leo


def handed_over(family):
    waiting(family)
    for each in (family.maya, family.nana, family.ivy, family.bo):
        family.done(each, family.breakfast)
    return family.leo


def finished(family):
    begun(family)
    family.done(family.ivy, family.car, family.dress, family.game, family.breakfast)
    return family.ivy


def asked(family):
    under_way(family)
    family.wish_today(family.leo, family.game, "skip", "There is no time, and we can play in the car instead of here.")
    return family.bo


def off(family):
    begun(family, began=30)
    family.left()
    return family.ivy


STATES = (plain, under_way, over_time, waiting, handed_over, finished, asked, off)


@pytest.fixture
def still(tablet):
    """A tablet on which nothing moves, and which can speak."""

    def open_tablet(family, *, turned=False, **options):
        page = tablet(family, **{"reduced_motion": "reduce", "service_workers": "block", **options})
        page.add_init_script(voices(LOCAL))
        if turned:
            page.add_init_script(TURN)
        page.reload()
        return page

    return open_tablet


def own(page, who):
    page.locator(f"[data-card='{who.id}'] .card-who").tap()
    expect(page.locator("#run")).to_be_visible()


def seated(page, family, who):
    """Sit down for one's own morning, from wherever the tablet rests."""
    if page.locator("#now[data-state=running]").count():
        return own(page, who)
    page.goto("/tablet?say=1")
    page.locator(f"[data-face='{who.id}']").tap()
    expect(page.locator("#seat")).to_be_visible()
    page.goto(f"/tablet/m/{who.id}/now")


def told(page, name, smallest):
    return [f"{name}: {flaw}" for flaw in page.evaluate(FLAWS, smallest)]


@pytest.mark.parametrize("size", SIZES)
def test_everybody_side_by_side_fits(hand, still, size):
    found = []
    for state in STATES:
        family = hand.family()
        state(family)
        page = still(family, size=size)
        expect(page.locator("#now")).to_be_visible()
        found += told(page, state.__name__, 72)
        page.context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", [False, True])
def test_five_side_by_side_fit_and_more_come_in_groups(hand, still, size, code):
    found = []
    for more in (("Tim", "Ruth"), ("Tim", "Ruth", "Uma")):
        family = hand.family()
        for name in more:
            family.newcomer(name, "child", "6-9")
        family.everybody(family.car)
        family.begin()
        if code:
            family.picture_code(family.ivy, ("star", "frog", "star"))
        page = still(family, size=size)
        expect(page.locator("[data-card]:visible")).to_have_count(5 if len(more) == 2 else 3)
        found += told(page, f"{len(more)} more", 72)
        if len(more) == 3:
            page.get_by_role("button", name="The others").tap()
            expect(page.locator("[data-card]:visible")).to_have_count(3)
            found += told(page, "the others", 72)
        page.context.close()
    assert not found, "\n".join(found)


# Who is three needs the most room, and the largest words besides; the others fit where these do, in the least space.
OWN = [("3-5", size, text) for text in ("largest", "normal") for size in SIZES]
OWN += [("10-12", "small", "largest"), ("6-9", "small", "normal")]


@pytest.mark.parametrize(("age", "size", "text"), OWN)
def test_ones_own_morning_fits_and_can_be_tapped(hand, still, age, size, text):
    found = []
    for state in (under_way, over_time, finished, asked, off):
        family = hand.family()
        for each in (family.bo, family.ivy):
            family.aged(each, age)
            family.suited(each, text, False)
        who = state(family)
        page = still(family, size=size)
        seated(page, family, who)
        expect(page.locator("#run")).to_be_visible()
        found += told(page, state.__name__, SMALLEST[age])
        page.context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_the_teens_own_morning_fits(hand, still, size):
    found = []
    for state in (plain, waiting, handed_over, off):
        family = hand.family()
        state(family)
        page = still(family, size=size)
        seated(page, family, family.leo)
        expect(page.locator("#run")).to_be_visible()
        found += told(page, state.__name__, 56)
        page.context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("age", ["3-5", "6-9"])
def test_wishes_and_the_start_fit(family, still, size, age):
    family.aged(family.bo, age)
    family.at_any_hour()
    page = still(family, size=size)
    expect(page.locator(".whose-start")).to_be_visible()
    found = told(page, "start", 72)
    family.begin()
    page.goto("/tablet/now")
    own(page, family.bo)
    page.get_by_role("link", name="Ask for a change").tap()
    for what in ("More time", "Not today"):
        expect(page.get_by_role("link", name=what)).to_be_visible()
        found += told(page, "wish", SMALLEST[age])
        page.get_by_role("link", name=what).tap()
        expect(page.locator("button.choice").first).to_be_visible()
        found += told(page, what, SMALLEST[age])
        page.get_by_role("link", name="Back").tap()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_right_to_left_fits(family, still, size):
    asked(family)
    page = still(family, size=size, turned=True)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    found = told(page, "now", 72)
    own(page, family.bo)
    found += told(page, "run", 72)
    assert not found, "\n".join(found)


TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
LIE_OVER = """[...document.querySelectorAll('.card, .run-foot, .other, .part-now, .part-next, .card-head')]
    .filter((each) => each.checkVisibility())
    .some((each) => each.nextElementSibling?.checkVisibility()
        && each.getBoundingClientRect().bottom > each.nextElementSibling.getBoundingClientRect().top + 1
        && each.getBoundingClientRect().right > each.nextElementSibling.getBoundingClientRect().left + 1
        && each.getBoundingClientRect().left < each.nextElementSibling.getBoundingClientRect().right - 1)"""


def phone_flaws(page, name):
    page.evaluate("document.activeElement.blur()")
    found = [f"{name} is too wide"] if page.evaluate(TOO_WIDE) else []
    return found + ([f"{name} lies over itself"] if page.evaluate(LIE_OVER) else [])


def test_on_a_phone_it_stacks_and_nothing_sticks_out(hand, still):
    found = []
    for state in STATES:
        family = hand.family()
        who = state(family)
        page = still(family, viewport={"width": 390, "height": 844})
        found += phone_flaws(page, state.__name__)
        seated(page, family, who)
        expect(page.locator("#run")).to_be_visible()
        found += phone_flaws(page, f"{state.__name__}, own,")
        page.context.close()
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


def test_all_of_it_is_accessible(hand, still, look):
    for state in STATES:
        family = hand.family()
        who = state(family)
        page = still(family)
        look(page, f"{state.__name__}, all")
        seated(page, family, who)
        look(page, f"{state.__name__}, own")
        page.context.close()


def test_wishes_and_the_start_are_accessible(family, still, look):
    family.at_any_hour()
    page = still(family)
    look(page, "start")
    family.begin()
    page.goto("/tablet/now")
    own(page, family.bo)
    page.get_by_role("link", name="Ask for a change").tap()
    for what in ("More time", "Not today"):
        expect(page.get_by_role("link", name=what)).to_be_visible()
        look(page, "wish")
        page.get_by_role("link", name=what).tap()
        expect(page.locator("button.choice").first).to_be_visible()
        look(page, what)
        page.get_by_role("link", name="Back").tap()


def test_nothing_moves_for_those_who_asked_for_rest(family, still):
    plain(family)
    page = still(family)
    page.evaluate(
        "window.moved = [];"
        "for (const kind of ['animationstart', 'transitionrun']) addEventListener(kind, () => moved.push(kind), true)"
    )
    page.locator(f"[data-card='{family.bo.id}'] .part-now:visible").tap()
    page.wait_for_timeout(900)
    assert page.evaluate("moved") == []


def test_no_digit_counts_down_before_a_child(family, still):
    family.aged(family.bo, "3-5")
    plain(family)
    page = still(family)
    own(page, family.bo)
    words = page.locator("#run").inner_text()
    assert not any(sign.isdigit() for sign in words), words
