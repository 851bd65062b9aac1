"""A child at the tablet: a face, a picture, a tick at once, Next, thank you; whatever the server takes."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.asked import PICTURES, many, objected, picking
from tests.browser.hand import Kept
from tests.browser.kitchen import SIZES, WAITING, all_sent, ask, choice, forward, tap_choice, tell_picked, until

SAY = "**/q/*/say"
# Milliseconds from a tap to the painted tick, as the page itself sees it.
WATCH = """() => {
    window.seen = {};
    addEventListener("pointerup", () => (seen.tap = performance.now()), true);
    new MutationObserver((changes) => {
        if (!changes.some(({ target }) => target.getAttribute("aria-pressed") === "true")) return;
        requestAnimationFrame(() => setTimeout(() => (seen.tick ??= performance.now() - seen.tap)));
    }).observe(document.getElementById("seat"), { subtree: true, attributeFilter: ["aria-pressed"] });
}"""

# A tap is kept before it is sent; this browser takes its time.
SLOW_TO_KEEP = """() => {
    const { put } = outbox;
    outbox.put = async (record) => {
        await new Promise((done) => setTimeout(done, 1000));
        await put(record);
        window.kept = true;
    };
}"""
TOOK = "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/say')).duration"


def slow(page, seconds=2):
    """Let the server answer taps late."""

    def late(route):
        time.sleep(seconds)
        route.continue_()

    page.route("**/tablet/m/**", lambda route: late(route) if route.request.method == "POST" else route.continue_())


@pytest.fixture
def dressing(family):
    """A family that is asked how to get dressed."""
    family.question = family.ask(family.dress, "How shall we get dressed?")
    family.pictured(family.question, *PICTURES)
    return family


@pytest.mark.parametrize("size", SIZES)
def test_a_face_a_picture_next_and_thank_you(dressing, tablet, screen, size):
    page = tablet(dressing, dressing.ivy, size=size)
    maya = screen(dressing, dressing.maya, dressing.panel(dressing.dress))
    expect(ask(page).locator("h1")).to_have_text("How shall we get dressed?")
    tap_choice(page, "Music")
    tell_picked(page, "Music")
    expect(maya.locator("#panel .heard", has_text="Heard:")).to_have_text("Heard: Ivy")
    forward(page)
    expect(ask(page)).to_contain_text("Thank you! That was all.")
    assert dressing.voices(dressing.question) == ["Ivy: Music"]
    page.get_by_role("button", name="Done").tap()
    expect(page.locator("#faces")).to_be_visible()


def test_the_picture_shows_within_100_ms_though_the_server_takes_two_seconds(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    slow(page)
    page.evaluate(WATCH)
    tap_choice(page, "Music")
    page.wait_for_function("seen.tick !== undefined")
    assert page.evaluate("seen.tick") < 100
    all_sent(page)
    assert page.evaluate(TOOK) > 1900
    tell_picked(page, "Music")
    assert dressing.voices(dressing.question) == ["Ivy: Music"]


def test_one_can_go_on_and_be_thanked_before_the_server_answers(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    slow(page)
    tap_choice(page, "Music")
    forward(page)
    expect(ask(page)).to_contain_text("Thank you")
    all_sent(page)
    expect(ask(page)).to_contain_text("Thank you")


def test_another_picture_is_another_say(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    slow(page, 0.5)
    for name in ("Music", "Pyjamas!", "Night before"):
        page.locator(".more:visible").tap() if not choice(page, name).count() else None
        if choice(page, name).count():
            tap_choice(page, name)
    all_sent(page)
    assert len(dressing.voices(dressing.question)) == 1


def test_oops_takes_back_what_was_said(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    tap_choice(page, "Music")
    all_sent(page)
    page.locator(".oops:visible").tap()
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    all_sent(page)
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    assert dressing.voices(dressing.question) == []


def test_oops_works_before_the_answer_came(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    answer = Kept(page, SAY)
    tap_choice(page, "Music")
    answer.wait()
    page.locator(".oops:visible").tap()
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    answer.let_go()
    all_sent(page)
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    assert dressing.voices(dressing.question) == []


def test_oops_works_before_anything_was_sent(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.evaluate(SLOW_TO_KEEP)
    tap_choice(page, "Music")
    page.locator(".oops:visible").tap()
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    until(page, "kept")
    all_sent(page)
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    assert (dressing.voices(dressing.question), sent) == ([], [])


def test_passing_is_an_answer(dressing, tablet):
    page = tablet(dressing, dressing.bo)
    page.locator(".pass:visible").tap()
    expect(page.locator(".pass:visible")).to_have_attribute("aria-pressed", "true")
    all_sent(page)
    assert dressing.voices(dressing.question) == ["Bo: pass"]


def test_more_shows_the_other_pictures_and_they_stay(family, tablet, screen):
    page = tablet(family, many(family))
    expect(choice(page, "Music")).to_be_visible()
    page.locator(".more:visible").tap()
    expect(choice(page, "Music")).to_have_count(0)
    shown = page.locator(".choice-text:visible").all_inner_texts()
    tap_choice(page, shown[0])
    all_sent(page)
    assert page.locator(".choice-text:visible").all_inner_texts() == shown


def test_what_others_said_shows_only_after_one_has_spoken(family, tablet):
    page = tablet(family, picking(family))
    expect(page.locator(".choice .face")).to_have_count(0)
    tap_choice(page, "Music")
    expect(page.locator(".choice .face").first).to_be_attached()


def test_not_ok_asks_what_would_make_it_ok(family, tablet):
    page = tablet(family, objected(family))
    page.locator("[data-dot]").first.tap()
    expect(page.locator(".ask-extras:visible")).to_contain_text("What would make it OK?")
    tap_choice(page, "Help.")
    expect(choice(page, "Help.")).to_have_attribute("aria-pressed", "true")
    expect(choice(page, "Not OK")).to_have_attribute("aria-pressed", "true")
    all_sent(page)
    expect(choice(page, "Help.")).to_have_attribute("aria-pressed", "true")


def test_words_are_sent_by_enter_and_never_with_the_first_picture(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    page.locator(".in-words:visible summary").tap()
    page.locator(".in-words-sheet:visible .input").fill("Because it is loud")
    page.keyboard.press("Enter")
    expect(page.locator(".in-words-sheet:visible")).to_have_count(0)
    assert page.evaluate(WAITING) == 0
    tap_choice(page, "Night before")
    all_sent(page)
    expect(ask(page).locator(".said:visible").first).to_contain_text("Because it is loud")
    assert dressing.voices(dressing.question) == ["Ivy: Night before"]


def test_what_the_server_refuses_is_taken_back_with_its_reason(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    page.route(
        SAY, lambda route: route.fulfill(status=422, content_type="text/html", body="That can&#x27;t be said now.")
    )
    tap_choice(page, "Music")
    expect(page.locator("#toast")).to_contain_text("That can't be said now.")
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(WAITING) == 0


def test_words_that_are_too_long_stand_in_their_field_again(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    page.locator(".in-words:visible summary").tap()
    field, long = page.locator(".in-words-sheet:visible .input"), "abcdefgh " * 120
    field.fill(long)
    page.keyboard.press("Enter")
    tap_choice(page, "Music")
    expect(page.locator("#toast")).to_contain_text("Make this a bit shorter.")
    expect(choice(page, "Music")).to_have_attribute("aria-pressed", "false")
    expect(field).to_have_value(long)
    expect(field).to_be_visible()
    assert page.evaluate(WAITING) == 0
    assert dressing.voices(dressing.question) == []


def test_too_many_taps_wait_and_are_sent_later(dressing, tablet):
    page = tablet(dressing, dressing.ivy)
    full = {"status": 429, "headers": {"Retry-After": "1"}, "content_type": "text/html", "body": "Slowly."}
    page.route(SAY, lambda route: route.fulfill(**full), times=1)
    tap_choice(page, "Music")
    expect(page.locator("#saved")).to_be_visible()
    tell_picked(page, "Music")
    expect(page.locator("#saved")).to_be_hidden()
    assert dressing.voices(dressing.question) == ["Ivy: Music"]
