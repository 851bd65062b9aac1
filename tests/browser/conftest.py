"""A browser for tests: the system's Chromium, never a downloaded one; and one server for all of them."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.hand import Hand
from tests.browser.kitchen import SIZES, sit_down
from tests.conftest import servers

# A busy machine with two cores takes its time.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)

CHROMIUM_ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def pytest_collection_modifyitems(items):
    """On a strange machine, shared and slow, a browser test that failed is tried once more; the summary names it."""
    if os.environ.get("CI"):
        for item in items:
            if item.path.is_relative_to(Path(__file__).parent):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def chromium_path():
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path:
        return path
    message = "No Chromium found: install one or point CHROMIUM at it."
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser(chromium_path):
    from playwright.sync_api import sync_playwright

    # Playwright leaves its event loop running in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    args = [*CHROMIUM_ARGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=args)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints():
    """What the pages complain of: a script error, or what their policy refuses. Any left fails the test."""
    found = []
    yield found
    assert found == []


@pytest.fixture
def new_page(browser, complaints):
    """Open pages, each in a browser profile of its own: `new_page(viewport=..., locale="de-DE")`."""
    contexts = []

    def listen(message):
        # That an answer was 404, say, is for the test to judge.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(message.text)

    def open_page(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("console", listen)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def rungs(prepared, tmp_path_factory):
    """One running Rungs for all browser tests: each makes a family of its own there, or signs up."""
    with servers(prepared, tmp_path_factory) as make:
        yield make()


@pytest.fixture(scope="session")
def hand(rungs):
    """The process that makes families on `rungs`."""
    hand = Hand(rungs)
    yield hand
    hand.stop()


@pytest.fixture
def family(hand):
    """A family that no other test knows, with a step on every rung; see `Today` and `Morning`."""
    return hand.family()


@pytest.fixture
def screen(rungs, new_page):
    """Sit down at a screen as somebody of a family: `screen(family, family.leo, family.plan)`."""

    def sit_down(family, who, path="", *, live=True, **options):
        page = new_page(base_url=rungs.url, **options)
        page.context.add_cookies([{"name": "rungs", "value": family.session(who), "url": rungs.url}])
        if path:
            page.goto(path)
            if live:
                expect(page.locator("#live-state")).to_have_attribute("data-state", "live")
        return page

    return sit_down


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture(scope="session")
def axe():
    """Check a page for accessibility: `assert axe(page) == []`, one line for each violation."""
    source = AXE.read_text()

    def violations(page, **options):
        if page.evaluate("typeof axe") == "undefined":
            # Through the debugger, as the page's own policy rightly refuses foreign scripts.
            page.evaluate(source)
        # Only what is wrong is told, which halves the time.
        options = {"resultTypes": ["violations"], "preload": False, **options}
        found = page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{v['id']} ({v['impact']}): {v['help']} at {[' '.join(map(str, n['target'])) for n in v['nodes']]}"
            for v in found["violations"]
        ]

    return violations


@pytest.fixture
def tablet(rungs, new_page):
    """Open a family's tablet: `tablet(family)`, or with somebody who sits down, `tablet(family, family.ivy)`.

    A test that takes the net away lets the worker be ready first, or does without (`service_workers="block"`): the page
    asks for it a second after it has come, and a net that goes at that very moment is a complaint of the browser's.
    """

    def open_tablet(family, who=None, *, key=None, size="wide", **options):
        page = new_page(**{"base_url": rungs.url, "has_touch": True, "viewport": SIZES[size], **options})
        page.context.add_cookies([{"name": "rungs-tablet", "value": key or family.tablet(), "url": rungs.url}])
        page.goto("/tablet")
        if who is not None:
            sit_down(page, who)
        return page

    return open_tablet
