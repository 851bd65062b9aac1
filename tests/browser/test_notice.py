"""After a morning: three people tell how it was, one thing becomes a change of the plan, and the plan says whence."""

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import WAITING, all_sent, ask, choice, forward, sit_down, tap_choice, until

PHONE = {"viewport": {"width": 390, "height": 844}}
SIZES = [(390, 844), (1024, 600), (1280, 800), (1440, 900)]
PAGES = ("notice", "morning", "mornings", "repairs")


@pytest.fixture
def over(family):
    """A family whose morning is over; `over.morning` is its address."""
    family.morning = family.url(f"m/{family.lived()}/")
    return family


@pytest.fixture
def telling(tablet):
    """Open the tablet on the page on which somebody tells how the morning was."""

    def of(family, who, **options):
        page = tablet(family, **options)
        page.goto("/tablet?say=1")  # it rests on the morning that was left a moment ago
        sit_down(page, who)
        page.goto(f"/tablet/m/{who.id}/notice")
        return page

    return of


def feel(page, step, words):
    """Tap how a step felt."""
    card = page.locator(".telling-step", has=page.get_by_role("heading", name=step, exact=True))
    button = card.get_by_role("button", name=words)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_three_people_tell_and_the_plan_changes(over, screen, telling):
    maya = screen(over, over.maya, over.url())
    maya.locator(".how-was").get_by_role("link", name="Tell").click()
    maya.get_by_role("button", name="Maybe").click()
    expect(maya.get_by_role("button", name="Maybe")).to_have_attribute("aria-pressed", "true")

    leo = screen(over, over.leo, f"{over.morning}notice", **PHONE)
    leo.get_by_role("button", name="No", exact=True).click()
    feel(leo, "Get dressed", "I was pressured.")
    expect(leo.get_by_text("This stays in the family.")).to_be_visible()
    feel(leo, "The game", "I shaped parts")

    bo = telling(over, over.bo)
    tap_choice(bo, "Yes")
    forward(bo)
    choice(bo, "Get dressed").tap()
    bo.locator(".more:visible").tap()
    tap_choice(bo, "I was made to.")
    all_sent(bo)

    maya.goto(over.morning)
    accounts = maya.locator(".told-account")
    expect(accounts).to_have_count(3)
    expect(accounts.nth(1)).to_contain_text("I was pressured.")
    expect(accounts.nth(2)).to_contain_text("I was made to.")

    maya.goto(f"{over.morning}notice")
    sorry = maya.locator(".give", has_text="Say sorry")
    sorry.get_by_placeholder("In your own words").fill("I shouted up the stairs.")
    sorry.get_by_role("button", name="Leo").click()
    expect(sorry.get_by_text("Maya says sorry to Leo")).to_be_visible()

    card = leo.locator(".telling-step", has_text="The game")
    card.get_by_text("Try this instead").click()
    card.get_by_label("What shall we do another way?").fill("A race to the car")
    card.get_by_role("button", name="Bring this idea").click()
    expect(leo.locator("#toast")).to_contain_text("Asked.")

    leo.goto(over.morning)
    leo.get_by_role("button", name="I heard you.").click()
    expect(leo.get_by_text("Leo: I heard you.")).to_be_visible()

    question = over.asked_on(over.game)
    for each in (over.maya, over.leo, over.ivy, over.bo):
        over.say(question, each, "yes")
    over.settle(question)
    maya.goto(over.panel(over.game))
    link = maya.locator(".last .came-from a")
    expect(link).to_contain_text("’s morning, ")
    link.click()
    expect(maya.locator(".change")).to_contain_text("A race to the car")
    expect(maya.locator(".change .badge")).to_have_text("Settled")
    maya.goto(f"{over.plan}changes")
    expect(maya.locator(".told", has_text="counted the votes").locator(".came-from")).to_be_visible()


def test_what_is_told_elsewhere_shows_and_half_written_words_stay(over, screen):
    """Leo tells on his phone while the laptop is open on the same page."""
    laptop = screen(over, over.leo, f"{over.morning}notice")
    words = laptop.get_by_label("What was hard, in your own words")
    words.fill("The bathroom was")
    phone = screen(over, over.leo, f"{over.morning}notice", **PHONE)
    phone.get_by_role("button", name="No", exact=True).click()
    expect(laptop.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(words).to_have_value("The bathroom was")


def test_a_morning_fetches_itself_anew(over, screen):
    maya = screen(over, over.maya, over.morning)
    leo = screen(over, over.leo, f"{over.morning}notice", **PHONE)
    expect(maya.get_by_text("Has told.")).to_have_count(0)
    feel(leo, "Get dressed", "I was pressured.")
    expect(maya.get_by_text("Has told.")).to_be_visible()
    expect(maya.get_by_text("I was pressured.")).to_have_count(0)
    elsewhere = screen(over, over.maya, f"{over.morning}notice", **PHONE)
    elsewhere.get_by_role("button", name="Yes", exact=True).click()
    expect(maya.get_by_text("I was pressured.")).to_be_visible()


def test_pass_puts_it_away_and_undo_brings_it_back(over, screen):
    leo = screen(over, over.leo, over.url())
    leo.locator(".how-was").get_by_role("button", name="Pass").click()
    expect(leo.locator(".how-was")).to_have_count(0)
    leo.locator("#toast").get_by_role("button", name="Undo").click()
    expect(leo.locator(".how-was")).to_have_count(1)


def test_told_by_pictures_alone(over, telling):
    ivy = telling(over, over.ivy, size="small")
    tap_choice(ivy, "Maybe")
    forward(ivy)
    choice(ivy, "Get dressed").tap()
    expect(ask(ivy)).to_contain_text("How was “Get dressed”?")
    tap_choice(ivy, "We talked. A bit changed.")
    ivy.get_by_text("Another one").locator("visible=true").tap()
    expect(ask(ivy).locator(".tell-told")).to_have_count(1)
    forward(ivy)
    tap_choice(ivy, "I was tired.")
    forward(ivy)
    tap_choice(ivy, "Maya")
    tap_choice(ivy, "Leo")
    all_sent(ivy)
    expect(choice(ivy, "Maya")).to_have_attribute("aria-pressed", "true")
    expect(choice(ivy, "Leo")).to_have_attribute("aria-pressed", "true")
    forward(ivy)
    forward(ivy)
    expect(ask(ivy)).to_contain_text("Thank you! That was all.")
    assert over.account(over.ivy) == ["maybe", "zzz", "Get dressed: engaged"]
    assert over.repaired() == ["thanks Ivy Maya", "thanks Ivy Leo"]


def test_oops_takes_the_last_tap_back(over, telling):
    ivy = telling(over, over.ivy)
    tap_choice(ivy, "No")
    ivy.locator(".oops:visible").tap()
    expect(choice(ivy, "No")).to_have_attribute("aria-pressed", "false")
    all_sent(ivy)
    assert over.account(over.ivy) == ["", ""]


def test_taps_without_a_net_arrive_once_and_all(over, telling):
    """Also two thank-yous at once, and the page meanwhile left for what is asked."""
    ivy = telling(over, over.ivy, service_workers="block")
    ivy.context.set_offline(True)
    tap_choice(ivy, "No")
    forward(ivy)
    forward(ivy)
    forward(ivy)
    tap_choice(ivy, "Maya")
    tap_choice(ivy, "Leo")
    until(ivy, WAITING, 3)
    ivy.context.set_offline(False)
    all_sent(ivy)
    assert over.account(over.ivy)[0] == "no"
    assert over.repaired() == ["thanks Ivy Maya", "thanks Ivy Leo"]


def test_trying_another_way_from_the_tablet(over, telling):
    ivy = telling(over, over.ivy)
    forward(ivy)
    ivy.locator(".more:visible").tap()
    choice(ivy, "The game").tap()
    ivy.get_by_text("Try another way").locator("visible=true").tap()
    # The screen left stays until the next one is fetched, so each tap is meant for a screen by its name.
    for name in ("way", "kinds", "pictures"):
        ivy.locator(f"#idea[data-screen={name}] .choice:visible").first.tap()
    ivy.locator(".send-idea").tap()
    expect(ivy.locator("#idea")).to_contain_text("Thank you!")
    assert over.repaired() == ["change Ivy everybody"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_fits_and_can_be_used_by_all(over, screen, axe, theme, width, height):
    over.told(over.leo, "no", dress="pushed", own="inform")
    over.told(over.maya, "maybe", breakfast="engaged")
    over.sorry(over.maya, over.leo, "I shouted up the stairs, and I should have come.")
    page = screen(over, over.leo, viewport={"width": width, "height": height}, color_scheme=theme)
    addresses = {"notice": f"{over.morning}notice", "morning": over.morning}
    for name in PAGES:
        page.goto(addresses.get(name) or over.url(name))
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        assert axe(page) == [], name


def test_all_of_it_by_keyboard(over, screen):
    leo = screen(over, over.leo, f"{over.morning}notice")
    leo.get_by_role("button", name="Yes", exact=True).focus()
    leo.keyboard.press("Tab")
    leo.keyboard.press("Enter")
    expect(leo.get_by_role("button", name="Maybe")).to_have_attribute("aria-pressed", "true")
    expect(leo.get_by_role("button", name="Maybe")).to_be_focused()


def test_twice_as_large_on_a_phone(over, screen):
    """200 % text: half the room, and nothing is cut off."""
    page = screen(over, over.leo, viewport={"width": 195, "height": 422})
    for address in (f"{over.morning}notice", over.morning, over.url("mornings"), over.url("repairs")):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
