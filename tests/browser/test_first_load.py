"""What the browser loads for a page: little, from here only, and nothing the policy refuses."""

from urllib.parse import urlsplit

import pytest

PAGES = ["/accounts/login/", "/accounts/signup/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_at_most_ten_requests_to_this_server(served, page, path):
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    assert page.goto(served.url + path, wait_until="networkidle").status == 200
    assert refused == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(served.url).netloc}
    assert len(asked) <= 10, asked


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_accessibility_violation(served, page, axe, path):
    page.goto(served.url + path)
    assert axe(page) == []
