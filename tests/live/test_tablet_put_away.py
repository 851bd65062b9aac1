"""A tablet that is put away, on a real server: its open stream closes by itself, at once."""

import re
import time

import httpx
import pytest

from tests.cast import PASSWORD

PAIR = f"""
from django.utils import timezone
from tests.cast import PASSWORD, add, as_actor, found, fresh
from tests.households.kitchen import paired
from households.actions.sitting import sit
maya = found("Lindenhof")
ivy = add(maya, "Ivy", "child", age_band="3-5")
tablet, key = paired(maya)
if {{seated}}:
    sit(tablet=tablet, member_id=ivy.id, code=(), at=timezone.now())
print(maya.household_id, tablet.id, ivy.id, key, fresh(maya).account.email, sep="\\n")
assert PASSWORD == {PASSWORD!r}
"""


def signed_in(url, email):
    """A parent's browser: it has signed in through the page."""
    browser = httpx.Client(base_url=url, follow_redirects=True)
    page = browser.get("/accounts/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    browser.post("/accounts/login/", data={"login": email, "password": PASSWORD, "csrfmiddlewaretoken": token})
    return browser


@pytest.mark.parametrize("seated", [False, True])
def test_its_stream_closes(served, seated):
    household, tablet, ivy, key, email = served.python(PAIR.format(seated=seated)).split()
    parent = signed_in(served.url, email)
    token = re.search(r'name="csrf-token" content="([^"]+)"', parent.get(f"/h/{household}/tablets").text)[1]
    page = f"seat&member={ivy}" if seated else "faces"
    on_the_tablet = {"Cookie": f"rungs-tablet={key}"}
    live = f"{served.url}/live/h/{household}/?page={page}"
    with httpx.stream("GET", live, headers=on_the_tablet, timeout=10) as stream:
        assert stream.status_code == 200
        lines = stream.iter_lines()
        next(lines)
        began = time.monotonic()
        answer = parent.post(f"/h/{household}/tablets/{tablet}/revoke", data={"csrfmiddlewaretoken": token})
        assert "is put away" in answer.text
        rest = list(lines)  # ends only when the server closes the stream
        assert "event: closed" in rest
        assert time.monotonic() - began < 5
    assert httpx.get(live, headers=on_the_tablet).status_code == 404
    assert httpx.get(f"{served.url}/tablet/m/{ivy}", headers=on_the_tablet).headers["Location"] == "/tablet"
