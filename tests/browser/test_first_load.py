"""What the browser loads for a page: little, from here only, and nothing the policy refuses."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

PAGES = ["/accounts/login/", "/accounts/signup/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_at_most_ten_requests_to_this_server(rungs, page, path):
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    assert page.goto(rungs.url + path, wait_until="networkidle").status == 200
    assert refused == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(rungs.url).netloc}
    assert len(asked) <= 10, asked


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_accessibility_violation(rungs, page, axe, path):
    page.goto(rungs.url + path)
    assert axe(page) == []


def weigh(page, url):
    """Open an address; return how many requests that took, and how many bytes came over the line."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    asked, came = [], []
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    wire.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.goto(url, wait_until="load")
    expect(page.locator("#live-state")).to_have_attribute("data-state", "live")
    return asked, sum(came)


def test_the_plan_comes_in_ten_small_requests_and_again_in_next_to_nothing(family, screen):
    family.voted(leo="music", ivy="race")
    maya = screen(family, family.maya)
    asked, first = weigh(maya, family.plan)
    assert len(asked) <= 10, asked
    assert 40 * 1024 < first <= 120 * 1024
    _asked, again = weigh(maya, family.plan)
    assert again <= 12 * 1024
