"""The about page: the rungs in everybody's words, credit, licences."""

import re
from pathlib import Path

import pytest

from routines.credits import LIBRARIES
from tests.cast import client_of
from tests.households.doors import words_of

ROOT = Path(__file__).resolve().parent.parent.parent


def locked(*names):
    text = "".join((ROOT / "config" / "locks" / f"{name}.txt").read_text() for name in names)
    return {match.lower() for match in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def test_every_library_we_install_is_named_and_no_other():
    assert {work.name for work in LIBRARIES} == locked("run", "postgres")


def test_licences_are_what_the_libraries_say():
    """Where a package states its licence in short, ours agrees."""
    from importlib.metadata import PackageNotFoundError, metadata

    checked = 0
    for work in LIBRARIES:
        try:
            stated = metadata(work.name).get("License-Expression")
        except PackageNotFoundError:
            continue
        if stated:
            checked += 1
            assert work.licence == stated, work.name
    assert checked > 10


def test_anybody_may_read_it(client):
    page = client.get("/about")
    assert page.status_code == 200
    words = words_of(page)
    for sentence in (
        "Think Local Act Personal",
        "National Co-production Advisory Group",
        "I tell you what’s next.",
        "We decide together and everyone has a job.",
        "Equal votes on the plan, inside set limits.",
        "I ask before deciding, then report back.",
        "I was made to.",
        "Patall",
        "Hiniker",
        "Andreadakis",
        "Fluent Emoji",
        "Lexend",
        "Atkinson Hyperlegible Next",
        "OFL-1.1",
        "0BSD",
        "django-allauth",
    ):
        assert sentence in words
    assert 'href="https://thinklocalactpersonal.org.uk"' in page.content.decode()


def test_the_highest_rung_stands_on_top(client):
    words = words_of(client.get("/about"))
    places = [words.index(name) for name in ("Co-produce", "Co-design", "Consult", "Inform ")]
    assert places == sorted(places)


@pytest.mark.django_db
def test_it_is_the_same_for_those_signed_in(cast):
    assert client_of(cast.leo).get("/about").status_code == 200


def test_only_looking(client):
    assert client.post("/about").status_code == 405
