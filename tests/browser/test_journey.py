"""As a new family would: found a household, build a morning with all four rungs on two screens, and settle each.

One story in chapters: each goes on where the one before ended, so it is one test.
"""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.test_founding import add, sign_up
from tests.browser.test_live import speak_for

STEPS = {
    "Into the car": ("Inform", "5"),
    "Get dressed": ("Consult", "15"),
    "The getting-dressed game": ("Co-design", "10"),
    "Breakfast": ("Co-produce", "20"),
}


def toast(page, words):
    expect(page.locator("#toast")).to_contain_text(words)


def open_step(page, title):
    page.get_by_role("link", name="Plan", exact=True).click()
    page.locator(".card", has_text=title).click()
    expect(page.locator("#panel-title")).to_have_text(title)


def option(page, words):
    return page.locator(".option", has_text=words)


def idea(page, words, consequence=""):
    fold = page.locator("details", has_text="Add an idea")
    if not fold.get_by_label("My idea").is_visible():
        fold.locator("summary").click()
    fold.get_by_label("My idea").fill(words)
    fold.get_by_label("What happens if we do it?").fill(consequence)
    fold.get_by_role("button", name="Add my idea").click()
    expect(option(page, words)).to_be_visible()


def ask(page, words, button="Ask everybody"):
    page.get_by_text("Ask a question").click()
    page.get_by_label(re.compile("The question|What do we want to solve together")).fill(words)
    page.get_by_role("button", name=button).click()
    expect(page.locator(".question > h3")).to_have_text(words)


def a_household_is_founded_and_somebody_joins(maya, leo):
    maya.goto("/")
    maya.get_by_role("link", name="Start with your family").click()
    sign_up(maya, "maya.journey@example.org")
    maya.get_by_label("What is your household called?").fill("Lindenhof")
    maya.get_by_label("What do they call you at home?").fill("Maya")
    maya.get_by_role("button", name="Found it").click()
    add(maya, "Leo", "Teenager")
    add(maya, "Bo", "Child of 3 to 5")
    maya.get_by_role("button", name="Invite Leo").click()
    leo.goto(maya.get_by_role("textbox", name="The link").input_value())
    leo.get_by_role("link", name="I am new here").click()
    sign_up(leo, "leo.journey@example.org")
    leo.get_by_role("button", name="Join").click()
    expect(leo.get_by_role("heading", level=1)).to_have_text("Lindenhof")
    expect(leo.get_by_text("No routine yet")).to_be_visible()


def a_morning_is_built_with_a_step_on_every_rung(maya, leo):
    maya.get_by_role("link", name="Home").click()
    maya.get_by_role("link", name="Choose a morning").click()
    maya.get_by_role("link", name="Begin with nothing").click()
    maya.get_by_label("What do you call it?").fill("Monday")
    for day in ("Monday", "Tuesday"):
        maya.get_by_role("checkbox", name=day).check(force=True)
    maya.get_by_label("When?").fill("08:20")
    maya.get_by_role("button", name="Begin").click()
    maya.get_by_role("link", name="Add the first step").click()
    for title, (rung, minutes) in STEPS.items():
        maya.get_by_label("What happens?").fill(title)
        maya.get_by_label("How many minutes?").fill(minutes)
        maya.get_by_role("radio", name=re.compile(f"^{rung}")).check(force=True)
        maya.get_by_label("Why do we do this?").fill("So that we arrive together.")
        maya.get_by_label("What is fixed?").fill("Everybody has clothes on.")
        maya.get_by_role("button", name="Add it").click()
        expect(maya.locator(".card", has_text=title)).to_be_visible()
        if title != "Breakfast":
            maya.get_by_role("link", name="Add a step").click()
    expect(maya.locator(".routine-head")).to_contain_text("start at 7:30")
    expect(maya.locator(".step")).to_have_count(4)

    expect(leo.locator(".tile", has_text="Monday")).to_contain_text("4 steps, nothing is being asked")
    leo.locator(".tile", has_text="Monday").click()
    expect(leo.locator(".step")).to_have_count(4)
    expect(maya.locator("#presence")).to_contain_text("2 here now")


def inform_ends_with_an_answer_to_a_question(maya, leo):
    open_step(maya, "Into the car")
    maya.get_by_text("Tell everybody").first.click()
    maya.get_by_label("What will happen").fill("We leave at twenty past eight.")
    maya.get_by_role("button", name="Tell everybody").click()

    leo.get_by_role("link", name="Say what I think").click()
    leo.get_by_text("Say why").click()
    leo.locator("#say-note").fill("Can I go by bike?")
    leo.get_by_role("button", name="I have a question").click()
    toast(leo, "Said.")

    maya.get_by_role("button", name="Got it").click()
    expect(maya.locator("#now")).to_contain_text("Still to speak: Bo")
    speak_for(maya, "Bo")
    maya.get_by_role("button", name="Got it").click()
    expect(maya.locator(".voices", has_text="Maya, for Bo · Got it")).to_be_visible()
    expect(leo.locator(".voices", has_text="Maya, for Bo · Got it")).to_be_visible()
    speak_for(maya, "me")
    expect(maya.get_by_role("button", name="Answer and close")).to_be_visible()
    answer = maya.get_by_role("group", name=re.compile("Leo said: I have a question"))
    expect(answer).to_contain_text("Can I go by bike?")
    answer.get_by_role("radio", name="Partly").check(force=True)
    answer.get_by_label("because").fill("on dry days you can.")
    maya.get_by_role("button", name="Answer and close").click()
    toast(maya, "Settled.")
    for page in (maya, leo):
        expect(page.locator(".last")).to_contain_text("because on dry days you can.")
        expect(page.locator(".last")).to_contain_text("Seen by")


def consult_ends_with_an_answer_to_every_voice(maya, leo):
    open_step(maya, "Get dressed")
    ask(maya, "What do we wear on Mondays?")
    open_step(leo, "Get dressed")
    idea(leo, "In pyjamas", "Then it gets cold in the car.")
    expect(option(maya, "In pyjamas")).to_contain_text("Then it gets cold in the car.")
    idea(maya, "Clothes from the evening before")
    option(leo, "In pyjamas").get_by_role("button").click()
    toast(leo, "Said.")
    expect(maya.get_by_text("Heard: Leo")).to_be_visible()
    option(maya, "Clothes from").get_by_role("button").click()
    toast(maya, "Said.")
    speak_for(maya, "Bo")
    option(maya, "In pyjamas").get_by_role("button").click()
    expect(maya.locator(".voices", has_text="Maya, for Bo · In pyjamas")).to_be_visible()
    speak_for(maya, "me")
    expect(maya.locator("#now")).to_contain_text("Decide, and answer every voice")
    maya.locator("summary", has_text="Decide and answer").click()
    fold = maya.locator("details", has_text="Decide and answer everyone")
    fold.get_by_role("radio", name="In pyjamas").check(force=True)
    fold.get_by_role("textbox", name="Why", exact=True).fill("We try what two of us want.")
    fold.get_by_label("For how long").select_option("3")
    for name in ("Leo", "Bo"):
        answer = fold.get_by_role("group", name=re.compile(f"{name} said|for {name} said"))
        answer.get_by_role("radio", name="We do it").check(force=True)
        answer.get_by_label("because").fill(f"{name} said it first.")
    fold.get_by_role("button", name="Decide and answer everyone").click()
    toast(maya, "Settled.")
    expect(leo.locator(".last")).to_contain_text("In pyjamas")
    expect(leo.locator(".last")).to_contain_text("because Leo said it first.")
    expect(leo.locator(".last")).to_contain_text("Trying it until")


def codesign_ends_by_counting(maya, leo):
    open_step(leo, "The getting-dressed game")
    ask(leo, "How do we play it?")
    open_step(maya, "The getting-dressed game")
    idea(leo, "With music")
    idea(maya, "A race")
    option(leo, "With music").get_by_role("button").click()
    option(maya, "With music").get_by_role("button").click()
    expect(maya.get_by_role("button", name="Count the votes")).to_be_disabled()
    speak_for(maya, "Bo")
    option(maya, "A race").get_by_role("button").click()
    toast(maya, "Said.")
    leo.get_by_role("button", name="Count the votes").click()
    toast(leo, "Settled.")
    for page in (maya, leo):
        expect(page.locator(".last h3")).to_contain_text("With music")
        expect(page.locator(".tally li").first).to_contain_text("2")
        expect(page.locator(".last")).to_contain_text("Wanted something else: Bo")


def coproduce_ends_with_consent_tasks_and_a_day_to_look_again(maya, leo):
    open_step(maya, "Breakfast")
    ask(maya, "The porridge goes cold.")
    open_step(leo, "Breakfast")
    maya.get_by_label("What matters to me here").fill("That it is calm.")
    maya.get_by_role("button", name="Say it").click()
    toast(maya, "Said what matters.")
    expect(leo.get_by_text("That it is calm.")).to_have_count(0)
    leo.get_by_role("button", name="Nothing from me").click()
    expect(leo.get_by_text("That it is calm.")).to_be_visible()
    speak_for(maya, "Bo")
    maya.get_by_label("What matters to Bo here").fill("Honey")
    maya.get_by_role("button", name="Say it").click()
    expect(leo.get_by_text("Maya, for Bo · Honey")).to_be_visible()
    speak_for(maya, "me")
    idea(leo, "Porridge together")
    option(leo, "Porridge together").get_by_role("button", name="Put on the table").click()
    toast(leo, "On the table.")
    maya.locator("#say-note").fill("Only if I can have coffee first.")
    maya.get_by_role("button", name="Not OK").click()
    leo.get_by_role("button", name="Yes", exact=True).click()
    expect(leo.get_by_text("Only if I can have coffee first.")).to_be_visible()
    maya.locator("#say-note").fill("")
    maya.get_by_role("button", name="OK for now").click()
    toast(maya, "Changed.")
    speak_for(maya, "Bo")
    maya.get_by_role("button", name="Yes", exact=True).click()
    expect(maya.locator("#now")).to_contain_text("Choose what you will do for it")
    maya.get_by_label("What Bo will do").fill("Spoons")
    maya.get_by_role("button", name="I do this").click()
    toast(maya, "The task is taken.")
    speak_for(maya, "me")
    for page, task in ((maya, "Cook it"), (leo, "Cut the apples")):
        page.get_by_label("What I will do").fill(task)
        page.get_by_role("button", name="I do this").click()
        toast(page, "The task is taken.")
    again = date.today() + timedelta(days=14)
    maya.get_by_label("When do we look at it again?").fill(again.isoformat())
    maya.get_by_role("button", name="We agree").click()
    toast(maya, "Settled.")
    for page in (maya, leo):
        expect(page.locator(".last")).to_contain_text("Maya, for Bo · Spoons")
        expect(page.locator(".last")).to_contain_text("We look at it again on")


def what_was_done_by_mistake_is_taken_back(maya, leo):
    open_step(maya, "Into the car")
    open_step(leo, "Into the car")
    maya.get_by_label("Say something").fill("Said too fast")
    maya.get_by_role("button", name="Send").click()
    expect(leo.get_by_text("Said too fast")).to_be_visible()
    maya.locator("#toast").get_by_role("button", name="Undo").click()
    toast(maya, "Taken back.")
    for page in (maya, leo):
        expect(page.get_by_text("Said too fast")).to_have_count(0)


def the_history_tells_it_all(maya, leo):
    for page in (maya, leo):
        page.get_by_role("link", name="What happened").click()
        expect(page.locator(".told").first).to_contain_text("Maya took back a comment")
    maya.get_by_label("About").select_option(label="Breakfast")
    expect(maya.locator(".told").first).to_contain_text("All agreed on “Breakfast”. Maya wrote it down.")
    expect(maya.locator("#history-list")).not_to_contain_text("Into the car")
    maya.get_by_label("Whose").select_option(label="Bo")
    expect(maya.locator(".told").first).to_contain_text("Maya took a task for Bo on “Breakfast”.")
    expect(maya.locator("#history-list")).not_to_contain_text("All agreed")
    leo.get_by_role("link", name="Earlier").click()
    expect(leo.get_by_text("Leo joined the household.")).to_be_visible()
    maya.get_by_role("link", name="Home").click()
    expect(maya.locator("#agenda")).to_contain_text("Get dressed")
    expect(maya.locator("#agenda")).to_contain_text("Breakfast")


def test_a_family_plans_its_morning_together(rungs, new_page):
    maya, leo = (new_page(base_url=rungs.url, timezone_id="Europe/Vienna") for _ in range(2))
    a_household_is_founded_and_somebody_joins(maya, leo)
    a_morning_is_built_with_a_step_on_every_rung(maya, leo)
    inform_ends_with_an_answer_to_a_question(maya, leo)
    consult_ends_with_an_answer_to_every_voice(maya, leo)
    codesign_ends_by_counting(maya, leo)
    coproduce_ends_with_consent_tasks_and_a_day_to_look_again(maya, leo)
    what_was_done_by_mistake_is_taken_back(maya, leo)
    the_history_tells_it_all(maya, leo)
