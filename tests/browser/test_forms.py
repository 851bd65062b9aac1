"""The panel's rarer forms, each used as a person would, with somebody else looking on."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.states import STATES
from tests.browser.test_live import card, comment, option


def unfold(page, words):
    page.locator("summary", has_text=words).first.click()


def toast(page, words):
    expect(page.locator("#toast")).to_contain_text(words)


# The addresses of forms that are not named like their deed.
FORMS = {"take_task": "task", "answer_ask": "answer-ask", "close_unchanged": "unchanged"}


@pytest.fixture
def sit(family, screen):
    """Let people sit down before a step's panel: `maya, leo = sit(family.car, family.maya, family.leo)`."""

    def sit_down(step, *people):
        return [screen(family, who, family.panel(step)) for who in people]

    return sit_down


@pytest.mark.parametrize("granted", [True, False], ids=["yes", "not now"])
def test_a_wish_to_climb_and_its_answer(family, sit, granted):
    leo, maya = sit(family.car, family.leo, family.maya)
    unfold(leo, "Climb or step down")
    leo.get_by_role("radio", name="Co-design").check(force=True)
    leo.locator("#climb-reason").fill("More fun, more time")
    leo.get_by_role("button", name="Ask to climb").click()
    toast(leo, "Asked. A parent answers.")
    expect(maya.locator(".climb-ask")).to_contain_text("Leo asks to climb to Co-design")
    expect(maya.locator("#wanted")).to_contain_text("Into the car")
    maya.get_by_label("My answer, and why").fill("Let us try it.")
    maya.get_by_role("button", name="Yes, we climb" if granted else "Not now").click()
    toast(maya, "Climbed." if granted else "Answered.")
    rung = 3 if granted else 1
    for page in (leo, maya):
        expect(card(page, family.car)).to_have_class(re.compile(rf"\brung-{rung}\b"))
        expect(page.locator(".climb-ask")).to_have_count(0)


def test_a_safety_override_its_reply_and_its_end(family, sit):
    maya, leo = sit(family.dress, family.maya, family.leo)
    unfold(maya, "It is not safe")
    maya.get_by_label("The reason").select_option("health")
    maya.get_by_label("In words a child can read").fill("It is freezing outside.")
    maya.get_by_role("radio", name="tomorrow").check(force=True)
    maya.get_by_role("button", name="Decide this for now").click()
    toast(maya, "The safety override is in force.")
    for page in (leo, maya):
        expect(page.locator(".override")).to_contain_text("It is freezing outside.")
        expect(card(page, family.dress)).to_contain_text("for now")
    leo.get_by_label("What I say to that").fill("I would have worn a coat anyway.")
    leo.get_by_role("button", name="Reply").click()
    expect(maya.locator(".override")).to_contain_text("I would have worn a coat anyway.")
    maya.get_by_role("button", name="End it now").click()
    toast(maya, "The decision is back.")
    expect(leo.locator(".override")).to_have_count(0)


def test_an_idea_is_ruled_out_with_its_reason(family, sit):
    question = family.ask(family.game)
    for words in ("With music", "In pyjamas", "On the stairs"):
        family.idea(question, words)
    maya, leo = sit(family.game, family.maya, family.leo)
    unfold(maya, "It is not safe")
    unfold(maya, "Rule out “On the stairs”")
    form = maya.locator("details", has_text="Rule out “On the stairs”").last
    form.get_by_label("The reason").select_option("danger")
    form.get_by_label("In words a child can read").fill("Somebody could fall.")
    form.get_by_role("button", name="Rule it out").click()
    toast(maya, "Ruled out, with its reason.")
    expect(option(leo, "On the stairs")).to_contain_text("Maya ruled this out.")
    expect(option(leo, "On the stairs")).to_contain_text("Somebody could fall.")
    expect(option(leo, "On the stairs").get_by_role("button")).to_have_count(0)


def test_somebodys_own_matter_is_theirs_to_choose(family, sit):
    leo, maya = sit(family.own, family.leo, family.maya)
    unfold(leo, "Ask a question")
    leo.get_by_label("The question").fill("What do I eat?")
    leo.get_by_role("button", name="Ask everybody").click()
    toast(leo, "Asked.")
    if not leo.get_by_label("My idea").is_visible():
        unfold(leo, "Add an idea")
    leo.get_by_label("My idea").fill("Toast and two eggs")
    leo.get_by_role("button", name="Add my idea").click()
    expect(option(maya, "Toast")).to_be_visible()
    expect(option(maya, "Toast").get_by_role("button")).to_have_count(0)
    option(leo, "Toast").get_by_role("button").click()
    for page in (leo, maya):
        expect(page.locator(".last h3")).to_contain_text("Toast and two eggs")


def test_a_sticker_says_it_in_a_picture(family, sit):
    leo, maya = sit(family.game, family.leo, family.maya)
    unfold(leo, "Answer with a picture")
    leo.get_by_role("button", name="Heart").click()
    expect(leo.locator(".sticker-grid")).to_be_hidden()
    expect(maya.locator(".comments li use").last).to_have_attribute("href", re.compile("red-heart$"))


def test_one_idea_is_answered_with_thumbs_and_why(family, sit):
    question = family.ask(family.dress)
    family.idea(question, "In pyjamas")
    leo, maya = sit(family.dress, family.leo, family.maya)
    unfold(leo, "Say why")
    leo.locator("#say-note").fill("It is so warm.")
    leo.get_by_role("button", name="Yes", exact=True).click()
    expect(leo.locator(".voices")).to_contain_text("It is so warm.")
    expect(maya.get_by_text("Heard: Leo")).to_be_visible()
    expect(maya.locator("#panel")).not_to_contain_text("It is so warm.")


def test_what_somebody_built_on_is_not_taken_back(family, sit):
    question = family.ask(family.game)
    family.idea(question, "With music")
    leo, maya = sit(family.game, family.leo, family.maya)
    unfold(leo, "Add an idea")
    leo.get_by_label("My idea").fill("In pyjamas")
    leo.get_by_role("button", name="Add my idea").click()
    toast(leo, "The idea is on the list.")
    option(maya, "In pyjamas").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Maya")).to_be_visible()
    leo.locator("#toast").get_by_role("button", name="Undo").click()
    expect(leo.locator("#toast")).not_to_contain_text("The idea is on the list.")
    expect(leo.locator("#toast p")).not_to_be_empty()
    expect(option(leo, "In pyjamas")).to_be_visible()
    assert "taken_back" not in family.kinds()


def test_a_vote_is_changed_and_taken_back(family, sit):
    question = family.ask(family.game)
    for words in ("With music", "In pyjamas"):
        family.idea(question, words)
    leo, maya = sit(family.game, family.leo, family.maya)
    pressed = re.compile("true")
    for words in ("With music", "In pyjamas"):
        option(leo, words).get_by_role("button").click()
        expect(option(leo, words).get_by_role("button")).to_have_attribute("aria-pressed", pressed)
    toast(leo, "Changed.")
    leo.locator("#toast").get_by_role("button", name="Undo").click()
    expect(option(leo, "With music").get_by_role("button")).to_have_attribute("aria-pressed", pressed)
    expect(option(leo, "In pyjamas").get_by_role("button")).to_have_attribute("aria-pressed", "false")
    option(maya, "In pyjamas").get_by_role("button").click()
    expect(option(maya, "With music").locator(".faces .face")).to_have_attribute("title", "Leo")


def test_three_rounds_and_it_stays_as_it_is(family, sit):
    question = family.ask(family.breakfast, "The porridge goes cold.")
    family.concerns(question, family.maya, family.ivy, family.bo)
    ideas = [family.idea(question, words) for words in ("Porridge together", "Bread", "Fruit")]
    for idea in ideas:
        family.table(question, idea)
        for each in (family.maya, family.ivy):
            family.say(question, each, "yes")
        family.say(question, family.bo, "no", note="I want honey.")
    (maya,) = sit(family.breakfast, family.maya)
    expect(maya.locator("#now")).to_contain_text("Try an idea for one to three days, or leave it as it is.")
    maya.get_by_role("button", name="Leave the step as it is").click()
    toast(maya, "It stays as it is.")
    expect(maya.locator(".last h3")).to_contain_text("It stays as it is for now.")


def test_somebody_speaks_for_a_child_and_it_shows(family, sit):
    question = family.ask(family.game)
    for words in ("With music", "In pyjamas"):
        family.idea(question, words)
    maya, leo = sit(family.game, family.maya, family.leo)
    maya.get_by_role("link", name="Speak for Bo").click()
    expect(maya).to_have_url(re.compile(rf"speaker={family.bo.id}$"))
    option(maya, "With music").get_by_role("button").click()
    expect(maya.locator(".voices")).to_contain_text("Maya, for Bo · With music")
    comment(maya, "More honey")
    expect(maya.locator(".comments li").last).to_contain_text("Maya, for Bo · More honey")
    option(leo, "With music").get_by_role("button").click()
    expect(leo.locator(".voices").first).to_contain_text("Maya, for Bo · With music")
    maya.reload()
    expect(maya.locator(".speakers [aria-current]")).to_contain_text("Bo")


def test_an_item_of_the_agenda_is_ticked_off(family, screen):
    family.forbid(family.breakfast, "The stove is broken.")
    maya, sam = (screen(family, who, family.url()) for who in (family.maya, family.sam))
    maya.get_by_role("button", name="We talked about it").first.click()
    toast(maya, "Talked about.")
    expect(sam.locator("#agenda")).to_contain_text("Nothing waits to be talked about.")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_what_comes_next_can_be_done_here(family, screen, state):
    """Whoever is told what to do next finds the form for it in the same panel."""
    step, _who = state(family)
    for who in (family.maya, family.leo):
        page = screen(family, who, family.panel(step), live=False)
        deed = page.locator("#now").get_attribute("data-deed")
        assert not deed or page.locator(f'#panel form[action*="/{FORMS.get(deed, deed)}"]').count(), deed
