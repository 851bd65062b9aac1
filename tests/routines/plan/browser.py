"""A browser without scripts: opens pages, fills forms in, sends them, and reads what they say."""

from html import unescape
from html.parser import HTMLParser
from uuid import uuid4

from django.urls import reverse

from households.models import Member
from tests.cast import client_of


class Filled(HTMLParser):
    """The page's form, as it would be sent: `fields` are its names with all their values."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.inside, self.area, self.select = False, None, None
        self.feed(html)

    def put(self, name, value):
        if name:
            self.fields.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.inside = given.get("class") == "form" and "action" not in given
        elif self.inside and tag == "input":
            ticks = given.get("type") in ("checkbox", "radio")
            if (not ticks or "checked" in given) and given.get("name") != "q":
                self.put(given.get("name"), given.get("value", "on" if ticks else ""))
        elif self.inside and tag == "textarea":
            self.area = given["name"]
            self.put(self.area, "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            # A browser drops the line break that follows the opening tag.
            text = self.fields[self.area][-1] or data.removeprefix("\n")
            self.fields[self.area][-1] = text


class Browser:
    """One member's browser, or a stranger's."""

    def __init__(self, who: Member | None, household_id: int) -> None:
        self.client, self.household_id = client_of(who), household_id

    def url(self, name: str, *ids: int) -> str:
        return reverse(name, args=[self.household_id, *ids])

    def get(self, name: str, /, *ids: int, **query):
        return self.client.get(self.url(name, *ids), query)

    def post(self, name: str, /, *ids: int, htmx: bool = False, at: str = "", **data):
        """Send fields; each post is a tap of its own unless `tap` says otherwise."""
        headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{at}"} if htmx else {}
        data.setdefault("tap", str(uuid4()))
        return self.client.post(self.url(name, *ids), data, headers=headers)

    def open(self, name: str, *ids: int) -> dict[str, list[str]]:
        """Open a page and return its form as it stands there."""
        return form_of(self.get(name, *ids))

    def save(self, name: str, *ids: int, form: dict | None = None, **changes):
        """Open a form (or take one opened before), change some fields and send it."""
        form = {**(form or self.open(name, *ids)), **changes}
        return self.client.post(self.url(name, *ids), form)


def form_of(response) -> dict[str, list[str]]:
    """Return the form of a page."""
    fields = Filled(text_of(response, raw=True)).fields
    assert fields, "There is no form on this page."
    return fields


def text_of(response, *, raw: bool = False) -> str:
    """Return a page's text, as somebody reads it."""
    text = response.content.decode()
    return text if raw else " ".join(unescape(text).split())
