"""At the tablet: its sizes, sitting down, tapping, and what stands in its outbox."""

import time
from contextlib import suppress

from playwright.sync_api import Error, expect

SIZES = {
    "wide": {"width": 1280, "height": 800},
    "small": {"width": 1024, "height": 600},
    "tall": {"width": 800, "height": 1280},
}
WAITING = "outbox.all().then((taps) => taps.length)"
PATIENCE = 15
# A tablet that can speak, as headless browsers cannot: what it says stands in `spoken`.
VOICE = """
window.spoken = [];
Object.defineProperty(speechSynthesis, "getVoices", {value: () => VOICES});
Object.defineProperty(speechSynthesis, "speak", {value: (said) => {
    spoken.push(said.text);
    setTimeout(() => said.onend?.());
}});
Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", {set() {}});
"""
LOCAL = '{lang: "en-GB", localService: true, default: true}'


def voices(*each):
    """Return a script that gives a page these voices."""
    return VOICE.replace("VOICES", f"[{', '.join(each)}]")


def sit_down(page, who):
    """Tap somebody's face, and wait until their page has its scripts."""
    page.locator(f"[data-face='{who.id}']").tap()
    expect(page.locator("#seat")).to_have_attribute("data-member", str(who.id))
    page.wait_for_load_state()


def choice(page, name):
    """Return the picture with these words that is in sight."""
    return page.locator(".choice:visible", has_text=name)


def tap_choice(page, name):
    """Tap a picture."""
    choice(page, name).tap()


def tell_picked(page, name):
    """Expect that a picture is ticked, and no other one."""
    expect(choice(page, name)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("article:not([hidden]) .choice[aria-pressed=true]")).to_have_count(1)


def ask(page):
    """Return what is asked now."""
    return page.locator("[data-ask]:not([hidden])")


def forward(page):
    """Tap Next."""
    page.locator(".next:visible").tap()


def forward_until(page, true):
    """Tap Next until something is true of the page; there are never twenty questions."""
    for _ in range(20):
        if true():
            return
        forward(page)
    raise AssertionError("Next leads on and on.")


def until(page, promise, wanted=True):
    """Wait until something a page promises is as wanted; the page may go to another one meanwhile."""
    found = None

    def as_wanted():
        nonlocal found
        with suppress(Error):
            found = page.evaluate(promise)
        return found == wanted

    patiently(page, as_wanted, lambda: f"{promise} is {found}")


def patiently(page, true, what):
    """Let a page live until something is true, but not for ever; `what()` says what is not."""
    deadline = time.monotonic() + PATIENCE
    page.wait_for_timeout(20)
    while not true():
        assert time.monotonic() < deadline, what()
        page.wait_for_timeout(20)


def all_sent(page):
    """Wait until no tap waits any more."""
    until(page, WAITING, 0)
