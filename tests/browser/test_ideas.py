"""A child brings an idea at the tablet with a finger, and the parent's laptop shows it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kitchen import SIZES


def choose(page, *names):
    """Tap one card after the other, leafing on where one is not in sight."""
    for name in names:
        card = page.locator(".idea-cards .choice", has_text=re.compile(f"^\\s*{name}\\s*$"))
        for _leaf in range(9):
            title = page.locator("#idea h1").inner_text()
            if card.count():
                break
            first = page.locator(".idea-cards .choice").first.inner_text()
            page.locator(".idea-more").click()
            expect(page.locator(".idea-cards .choice").first).not_to_have_text(first)
        card.click()
        expect(page.locator("#idea h1")).not_to_have_text(title)


def scribble(page, pen, *points):
    """Draw a line with one pen, through points given as parts of the paper."""
    page.locator(f'.pen:has(input[value="{pen}"])').click()
    box = page.locator("[data-paper]").bounding_box()
    places = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=6)
    page.mouse.up()


def inked(page, colour):
    """Return whether there is this colour on the paper."""
    return page.evaluate(
        """(colour) => {
          const paper = document.querySelector("[data-paper]");
          const dots = paper.getContext("2d").getImageData(0, 0, paper.width, paper.height).data;
          for (let i = 0; i < dots.length; i += 4) if (colour.every((part, at) => dots[i + at] === part)) return true;
          return false;
        }""",
        colour,
    )


RED, WHITE = [200, 50, 31], [255, 255, 255]


@pytest.fixture
def asked(family):
    return family.ask(family.dress, "How shall we get dressed?")


@pytest.mark.parametrize("size", SIZES)
def test_a_small_child_brings_a_picture_and_the_laptop_shows_it(family, asked, tablet, screen, size):
    laptop = screen(family, family.maya, family.panel(family.dress))
    page = tablet(family, family.ivy, size=size)
    page.goto(f"/tablet/m/{family.ivy.id}/idea")
    choose(page, "Get dressed", "Choose a picture", "Play and music", "Music")
    expect(page.locator(".idea-name")).to_have_text("Music")
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea h1")).to_have_text("Thank you!")
    expect(page.locator(".idea-follows")).to_contain_text("Maya decides and answers you")
    expect(laptop.locator(".option")).to_contain_text("Music")
    page.get_by_role("button", name="Oops").click()
    expect(laptop.locator(".option")).to_have_count(0)


def test_a_finger_draws_rubs_out_and_begins_anew(family, asked, tablet):
    page = tablet(family, family.ivy)
    page.goto(f"/tablet/m/{family.ivy.id}/idea?step={family.dress.id}&how=draw")
    finished = page.get_by_role("button", name="Finished")
    expect(finished).to_be_disabled()
    scribble(page, "red", (0.2, 0.5), (0.8, 0.5))
    expect(finished).to_be_enabled()
    assert inked(page, RED)
    for row in (0.46, 0.5, 0.54):
        scribble(page, "rubber", (0.1, row), (0.9, row))
    assert not inked(page, RED)
    scribble(page, "red", (0.2, 0.2), (0.3, 0.3))
    page.get_by_role("button", name="Start over").click()
    assert not inked(page, RED)
    assert inked(page, WHITE)
    expect(finished).to_be_disabled()


def test_a_drawing_arrives_in_the_parents_panel(family, asked, tablet, screen):
    laptop = screen(family, family.maya, family.panel(family.dress))
    page = tablet(family, family.ivy)
    page.goto(f"/tablet/m/{family.ivy.id}/idea?step={family.dress.id}")
    choose(page, "Draw it")
    scribble(page, "red", (0.2, 0.8), (0.5, 0.2), (0.8, 0.8))
    page.get_by_role("button", name="Finished").click()
    expect(page.locator("#idea h1")).to_have_text("This is your idea.")
    page.locator("[data-back]").click()
    expect(page.locator("#idea h1")).to_have_text("Draw your idea.")
    assert inked(page, RED)
    page.get_by_role("button", name="Finished").click()
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea h1")).to_have_text("Thank you!")
    for shown in (page.locator(".idea-shown .drawing"), laptop.locator(".option .drawing")):
        expect(shown).to_be_visible()
        shown.evaluate("(image) => image.decode()")
        assert shown.evaluate("(image) => image.naturalWidth") == 640


def test_without_a_net_an_idea_waits_and_comes_once(family, asked, tablet, screen):
    laptop = screen(family, family.maya, family.panel(family.dress))
    page = tablet(family, family.ivy, service_workers="block")
    page.goto(f"/tablet/m/{family.ivy.id}/idea?step={family.dress.id}&how=draw")
    scribble(page, "red", (0.2, 0.8), (0.8, 0.2))
    page.get_by_role("button", name="Finished").click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea")).to_contain_text("Saved here. It will be sent.")
    expect(laptop.locator(".option")).to_have_count(0)
    page.context.set_offline(False)
    expect(laptop.locator(".option .drawing")).to_be_visible()
    page.reload()
    page.wait_for_timeout(500)
    expect(laptop.locator(".option")).to_have_count(1)


def test_what_is_refused_is_said_and_nothing_is_lost(family, asked, tablet):
    family.aged(family.ivy, "10-12")
    family.pictured(asked, ["Music", "musical-notes"])
    page = tablet(family, family.ivy)
    page.goto(f"/tablet/m/{family.ivy.id}/idea?step={family.dress.id}&how=words")
    page.get_by_label("Your idea in a few words").fill("music")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("alert")).to_have_text("“music” is there already. Tap it.")
    expect(page.get_by_label("Your idea in a few words")).to_have_value("music")
    page.get_by_label("Your idea in a few words").fill("Singing")
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea h1")).to_have_text("Thank you!")


def test_a_ten_year_old_asks_something_of_everybody(family, tablet, screen):
    laptop = screen(family, family.maya, family.panel(family.game))
    family.aged(family.ivy, "10-12")
    page = tablet(family, family.ivy)
    page.goto(f"/tablet/m/{family.ivy.id}/idea")
    choose(page, "The game", "Ask something", "Write it")
    page.get_by_label("What do you want to ask?").fill("Can we play outside?")
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea")).to_contain_text("Everyone sees what you ask now")
    expect(laptop.locator("#panel h3").first).to_have_text("Can we play outside?")


def test_without_scripts_a_picture_still_goes_its_way(family, asked, tablet):
    page = tablet(family, family.ivy, java_script_enabled=False)
    page.goto(f"/tablet/m/{family.ivy.id}/idea?question={asked}")
    expect(page.get_by_text("Draw it")).to_be_hidden()
    page.get_by_text("Choose a picture").click()
    page.get_by_text("Clothes").click()
    page.get_by_text("Socks").click()
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea h1")).to_have_text("Thank you!")


def test_every_screen_passes_axe(family, asked, tablet, axe):
    page = tablet(family, family.ivy)
    start = f"/tablet/m/{family.ivy.id}/idea"
    step = f"{start}?step={family.dress.id}"
    for address in (start, step, f"{step}&how=picture", f"{step}&how=picture&category=animals", f"{step}&how=words"):
        page.goto(address)
        assert axe(page) == [], address
    page.goto(f"{step}&how=draw")
    assert axe(page) == []
    scribble(page, "red", (0.2, 0.8), (0.8, 0.2))
    page.get_by_role("button", name="Finished").click()
    assert axe(page) == []
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("#idea h1")).to_have_text("Thank you!")
    assert axe(page) == []
