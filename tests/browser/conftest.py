"""A browser for tests: the system's Chromium, never a downloaded one."""

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM_ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"


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
def new_page(browser):
    """Open pages, each in a browser profile of its own: `new_page(viewport=..., locale="de-DE")`."""
    contexts = []

    def open_page(**options):
        contexts.append(browser.new_context(**options))
        contexts[-1].set_default_timeout(10_000)
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture(scope="session")
def axe():
    """Check a page for accessibility: `assert axe(page) == []`, one line for each violation."""
    source = AXE.read_text()

    def violations(page, **options):
        # Through the debugger, as the page's own policy rightly refuses foreign scripts.
        page.evaluate(source)
        found = page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{v['id']} ({v['impact']}): {v['help']} at {[' '.join(map(str, n['target'])) for n in v['nodes']]}"
            for v in found["violations"]
        ]

    return violations
