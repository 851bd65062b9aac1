"""Answer and push in whatever order they come: what somebody did is told them, and nothing jumps back."""

import pytest
from playwright.sync_api import expect

from tests.browser.hand import Kept
from tests.browser.test_live import card, comment, option


def test_a_page_led_on_says_what_was_done_though_the_stream_was_faster(family, screen):
    """The page is fetched anew behind the answer to a plain form; the words for its reader wait for the reader."""
    family.forbid(family.breakfast, "The stove is broken.")
    maya = screen(family, family.maya, family.url())
    kept = Kept(maya, "**/done")
    with maya.expect_response(lambda response: response.request.resource_type == "fetch"):
        maya.get_by_role("button", name="We talked about it").click(no_wait_after=True)
    kept.let_go()
    toast = maya.locator("#toast")
    expect(toast).to_contain_text("Talked about.")
    expect(toast.get_by_role("button", name="Undo")).to_have_count(1)


@pytest.mark.parametrize("goes", ["closes it", "turns to another card"])
def test_an_answer_to_a_panel_somebody_has_left_tells_them_and_opens_nothing(family, screen, goes):
    question = family.ask(family.game, "How do we play?")
    family.idea(question, "With music")
    family.idea(question, "In pyjamas")
    leo = screen(family, family.leo, family.panel(family.game))
    kept = Kept(leo, "**/say")
    option(leo, "With music").get_by_role("button").click()
    expect(leo.get_by_text("Heard: Leo")).to_be_visible()
    if goes == "closes it":
        leo.locator(".panel-close").click()
        expect(leo.locator("#panel")).to_be_hidden()
    else:
        card(leo, family.car).locator(".card").click()
        expect(leo.locator("#panel-title")).to_have_text("Into the car")
        comment(leo).fill("Half a thought")
    kept.let_go()
    expect(leo.locator("#toast")).to_contain_text("Said.")
    if goes == "closes it":
        expect(leo.locator("#panel")).to_be_hidden()
    else:
        expect(leo.locator("#panel-title")).to_have_text("Into the car")
        expect(comment(leo)).to_have_value("Half a thought")
    leo.locator("#toast").get_by_role("button", name="Undo").click()
    expect(leo.locator("#toast")).to_contain_text("Taken back.")
    expect(card(leo, family.game)).to_contain_text("4 voices to go")
    expect(leo.locator("main" if goes == "closes it" else "#now")).to_be_focused()


def ready_to_settle(family, how):
    """Bring a step to where Maya's next tap settles its question; returns the step."""
    if how == "inform":
        question = family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
        for each in (family.leo, family.ivy, family.bo):
            family.say(question, each, "got_it")
        return family.car
    if how == "consult":
        family.consulted()
        return family.dress
    if how == "codesign":
        family.voted(maya="music", leo="music", ivy="race", bo="race")
        return family.game
    question, _idea = family.proposal()
    for each in (family.maya, family.ivy, family.bo):
        family.say(question, each, "yes")
        family.task(question, each, "Spoons")
    return family.breakfast


def settle(page, family, how):
    """Fill in what an ending needs, and tap."""
    if how == "inform":
        page.locator("#panel").get_by_role("button", name="Close the question").click()
    if how == "consult":
        page.locator("summary", has_text="Decide and answer").click()
        fold = page.locator("details", has_text="Decide and answer everyone")
        fold.get_by_role("radio", name="With music").check(force=True)
        fold.get_by_role("textbox", name="Why", exact=True).fill("It wakes us up.")
        for answer in fold.get_by_role("group").filter(has_text="because").all():
            answer.get_by_role("radio", name="We do it").check(force=True)
            answer.get_by_label("because").fill("you said so.")
        fold.get_by_role("button", name="Decide and answer everyone").click()
    if how == "codesign":
        page.get_by_role("button", name="Count the votes").click()
    if how == "coproduce":
        page.get_by_label("When do we look at it again?").fill(family.soon())
        page.get_by_role("button", name="We agree").click()


@pytest.mark.parametrize("first", ["answer", "push"])
@pytest.mark.parametrize("how", ["inform", "consult", "codesign", "coproduce"])
def test_whoever_settles_a_question_reads_its_answer_next(family, screen, how, first):
    step = ready_to_settle(family, how)
    maya = screen(family, family.maya, family.panel(step), viewport={"width": 390, "height": 844})
    if first == "answer":
        maya.route("**/live/**", lambda route: route.fulfill(status=503))
        maya.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(maya.locator("#live-state")).to_have_attribute("data-state", "connecting")
    kept = Kept(maya, "**/settle") if first == "push" else None
    settle(maya, family, how)
    if kept is not None:
        expect(maya.locator(".last")).to_be_visible()
        kept.let_go()
    expect(maya.locator("#toast")).to_contain_text("Settled.")
    expect(maya.locator("#now")).to_be_focused()
    expect(maya.locator(".last h3")).to_be_in_viewport(ratio=1)
    expect(maya.locator("#now")).to_be_in_viewport(ratio=1)


def test_a_refusal_of_something_said_in_a_panel_somebody_has_left_is_told(family, screen):
    question = family.ask(family.car, "We leave at ten past eight.", why="Then we are on time.")
    leo = screen(family, family.leo, family.panel(family.car))
    for each in (family.leo, family.ivy, family.bo):
        family.say(question, each, "got_it")
    family.settle(question, text="We leave at ten past eight.", reason="Then we are on time.")
    leo.get_by_text("Say why").click()
    leo.locator("#say-note").fill("But I wanted to go by bike.")
    kept = Kept(leo, "**/say")
    leo.get_by_role("button", name="I don’t like it").click()
    leo.locator(".panel-close").click()
    expect(leo.locator("#panel")).to_be_hidden()
    kept.let_go()
    expect(leo.locator("#toast")).to_contain_text("This question has just closed.")
    expect(leo.locator("#panel")).to_be_hidden()


def test_a_step_moved_again_before_the_first_answer_is_moved_twice(family, screen):
    maya = screen(family, family.maya, f"{family.plan}?view=list")
    maya.get_by_role("button", name="Change the order").click()
    later = maya.get_by_role("button", name="Move Into the car later")
    kept = Kept(maya, "**/move")
    later.click()
    expect(maya.locator(".step").nth(1)).to_have_id(f"card-{family.car.id}")
    later.click()
    kept.let_go()
    expect(maya.locator(".step").nth(2)).to_have_id(f"card-{family.car.id}")
    assert family.order()[:3] == ["Get dressed", "The game", "Into the car"]


def test_whoever_goes_on_writing_before_the_answer_is_not_interrupted(family, screen):
    family.ask(family.game, "How do we play?")
    leo = screen(family, family.leo, family.panel(family.game))
    field = leo.get_by_label("My idea")
    if not field.is_visible():
        leo.locator("summary", has_text="Add an idea").click()
    kept = Kept(leo, "**/propose")
    field.fill("With music")
    leo.get_by_role("button", name="Add my idea").click()
    expect(option(leo, "With music")).to_be_visible()
    field.fill("In pyjamas")
    kept.let_go()
    expect(leo.locator("#toast")).to_contain_text("The idea is on the list.")
    expect(field).to_be_focused()
    expect(field).to_have_value("In pyjamas")
    leo.get_by_role("button", name="Add my idea").click()
    expect(option(leo, "In pyjamas")).to_be_visible()
    expect(field).to_have_value("")


def test_what_has_gone_from_the_home_page_leaves_the_focus_near(family, screen):
    family.forbid(family.breakfast, "The stove is broken.")
    maya, sam = (screen(family, who, family.url()) for who in (family.maya, family.sam))
    sam.get_by_role("button", name="We talked about it").focus()
    maya.get_by_role("button", name="We talked about it").click()
    expect(sam.locator("#agenda")).to_contain_text("Nothing waits to be talked about.")
    expect(sam.locator("#agenda")).to_be_focused()
    comment(screen(family, family.leo, family.panel(family.car)), "Something new")
    expect(sam.locator("#agenda")).to_be_focused()
