"""Without scripts every page works as pages always did: links, forms, whole answers."""

import re

import pytest
from playwright.sync_api import expect


def option(page, words):
    return page.locator(".option", has_text=words)


def unfold(page, words):
    page.locator("summary", has_text=words).first.click()


@pytest.fixture
def sit(screen):
    """Sit down at a screen whose browser runs no scripts."""

    def sit_down(family, who, path="", **options):
        return screen(family, who, path, live=False, java_script_enabled=False, **options)

    return sit_down


@pytest.fixture
def question(family):
    question = family.ask(family.dress, "What do we wear?")
    family.idea(question, "With music")
    family.idea(question, "In pyjamas", family.leo)
    return question


def test_signing_in_and_opening_a_step(rungs, family, new_page):
    page = new_page(base_url=rungs.url, java_script_enabled=False)
    page.goto(family.panel(family.game))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("Email").fill(family.address(family.leo))
    page.get_by_label("Password").fill("a-quiet-morning-42")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#panel-title")).to_have_text("The game")
    page.get_by_role("link", name="Back to the plan").click()
    page.get_by_role("link", name="Get dressed").click()
    expect(page.locator("#panel-title")).to_have_text("Get dressed")
    unfold(page, "Menu")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mornings you make together")


def test_a_voice_a_reason_a_comment_and_taking_it_back(family, question, sit):
    leo = sit(family, family.leo, family.panel(family.dress))
    option(leo, "In pyjamas").get_by_role("button").click()
    expect(leo.locator("#toast")).to_contain_text("Said.")
    expect(option(leo, "In pyjamas").get_by_role("button")).to_have_attribute("aria-pressed", "true")
    unfold(leo, "Say why")
    leo.locator("#say-note").fill("It is warm.")
    leo.get_by_role("button", name="Save my reason").click()
    expect(leo.locator(".voices").first).to_contain_text("It is warm.")
    leo.get_by_label("Say something").fill("Good morning\nall of you")
    leo.get_by_role("button", name="Send").click()
    expect(leo.locator(".comments li")).to_contain_text("Good morning")
    leo.locator("#toast").get_by_role("button", name="Undo").click()
    expect(leo.locator("#toast")).to_contain_text("Taken back.")
    expect(leo.locator(".comments li")).to_have_count(0)
    assert family.kinds()[-3:] == ["voice.changed", "comment.said", "taken_back"]


def test_an_idea_with_its_picture(family, question, sit):
    leo = sit(family, family.leo, family.panel(family.dress))
    unfold(leo, "Add an idea")
    leo.get_by_label("My idea").fill("In my costume")
    expect(leo.get_by_label("Search pictures")).to_be_hidden()
    leo.get_by_role("radio", name="Teddy").check(force=True)
    leo.get_by_role("button", name="Add my idea").click()
    expect(option(leo, "In my costume").locator("use").first).to_have_attribute("href", re.compile("#teddy-bear$"))


def test_deciding_for_all_after_speaking_for_the_small_ones(family, question, sit):
    family.say(question, family.leo, "pass")
    maya = sit(family, family.maya, family.panel(family.dress))
    for name in ("Ivy", "Bo"):
        maya.locator(".speakers").get_by_role("link", name=name).click()
        option(maya, "With music").get_by_role("button").click()
        expect(maya.locator(".voices")).to_contain_text(f"Maya, for {name} · With music")
    maya.locator(".speakers").get_by_role("link", name="me").click()
    fold = maya.locator("details", has_text="Decide and answer everyone")
    fold.locator("summary").click()
    fold.get_by_role("radio", name="With music").check(force=True)
    fold.get_by_label("Why", exact=True).fill("Two of three want it.")
    for answer in fold.get_by_role("group").filter(has_text="because").all():
        answer.get_by_role("radio", name="We do it").check(force=True)
        answer.get_by_label("because").fill("you said so.")
    fold.get_by_role("button", name="Decide and answer everyone").click()
    expect(maya.locator("#toast")).to_contain_text("Settled.")
    expect(maya.locator(".last h3")).to_contain_text("With music")


def test_what_is_refused_keeps_what_was_typed(family, question, sit):
    maya = sit(family, family.maya, family.panel(family.game))
    unfold(maya, "Climb or step down")
    form = maya.locator("form", has=maya.get_by_role("button", name="Step down", exact=True))
    form.get_by_label("Why, for everybody to see").fill("   ")
    form.get_by_role("button", name="Step down", exact=True).click()
    expect(maya.locator(".refused")).to_be_visible()

    maya.goto(family.panel(family.breakfast))
    unfold(maya, "Ask a question")
    maya.get_by_label("What do we want to solve together?").fill("  ")
    maya.get_by_label("What is fixed").fill("Ten minutes\nare all we have.")
    maya.get_by_label("Open until").fill("2100-01-01")
    maya.get_by_role("button", name="Ask everybody").click()
    expect(maya.locator(".refused")).to_be_visible()
    expect(maya.get_by_label("What is fixed")).to_have_value("Ten minutes\nare all we have.")
    expect(maya.get_by_label("Open until")).to_have_value("2100-01-01")


def test_the_order_changes_by_buttons(family, sit):
    maya = sit(family, family.maya, family.panel(family.car))
    maya.get_by_role("button", name="Later", exact=True).click()
    expect(maya.locator("#toast")).to_contain_text("new place")
    assert family.order()[:2] == ["Get dressed", "Into the car"]
    maya.get_by_role("button", name="Earlier", exact=True).click()
    assert family.order()[:2] == ["Into the car", "Get dressed"]


def test_a_step_is_added_and_changed(family, sit):
    maya = sit(family, family.maya, family.plan)
    maya.get_by_role("link", name="Add a step").click()
    maya.get_by_label("What happens?").fill("Brush teeth")
    maya.get_by_label("How many minutes?").fill("5")
    maya.get_by_role("radio", name="Consult").check(force=True)
    maya.get_by_role("button", name="Add it").click()
    expect(maya.locator(".card", has_text="Brush teeth")).to_be_visible()
    maya.locator(".card", has_text="Brush teeth").click()
    maya.get_by_role("link", name="Change", exact=True).click()
    maya.get_by_label("What happens?").fill("")
    maya.get_by_label("How many minutes?").fill("7")
    maya.get_by_label("What happens?").press("Enter")
    expect(maya.get_by_label("How many minutes?")).to_have_value("7")
    maya.get_by_label("What happens?").fill("Brush all teeth")
    maya.get_by_role("button", name="Save").click()
    expect(maya.locator(".card", has_text="Brush all teeth")).to_be_visible()


def test_what_needs_scripts_is_not_there(family, sit):
    maya = sit(family, family.maya, f"{family.plan}?view=list")
    expect(maya.locator(".script-only").first).to_be_hidden()
    assert maya.locator(".script-only:visible").count() == 0
    expect(maya.locator("#live-state")).to_be_hidden()


def test_the_history_is_filtered_by_its_button(family, question, sit):
    maya = sit(family, family.maya, family.url("history"))
    maya.get_by_label("Whose").select_option(label="Leo")
    maya.get_by_role("button", name="Show").click()
    expect(maya.locator("#history-list")).to_contain_text("Leo had an idea")
    expect(maya.locator("#history-list")).not_to_contain_text("Maya asked")
