"""What holds for every address of a household: strangers find nothing there."""

from uuid import uuid4

from django.urls import reverse

from tests.cast import client_of


def url(name, household, *args):
    return reverse(name, args=[household.id, *args])


def strangers_find_nothing(address, cast, *, method="get", **data):
    """The neighbour gets 404; somebody signed out gets 404 or, for a page, the way to sign in."""
    stranger = getattr(client_of(cast.neighbour), method)(address, data)
    assert stranger.status_code == 404
    nobody = getattr(client_of(None), method)(address, data)
    if method == "get":
        assert nobody.status_code == 302
        assert nobody["Location"].startswith("/accounts/login/?next=")
    else:
        assert nobody.status_code == 404


def only_posts(address, member):
    """A change is never made by looking."""
    assert client_of(member).get(address).status_code == 405


def words_of(response):
    """The page's text as a reader sees it, in one line."""
    import html
    import re

    text = re.sub(r"<(script|style).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def tap():
    return str(uuid4())
