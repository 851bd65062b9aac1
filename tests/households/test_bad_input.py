"""Names of any language, emoji, markup, ten thousand characters: shown as typed, or refused with a sentence."""

import html

import pytest

from households.models import Member
from tests.cast import client_of, fresh
from tests.households.doors import url, words_of

pytestmark = pytest.mark.django_db

SHOWN = [
    "Łucja",
    "נועה",
    "مريم",
    "सीता",
    "李小龙",
    "Nguyễn Thị Minh Khai",
    "👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "O'Brien",
    'The "Boss"',
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% now 'Y' %}",
    "%(name)s %s {0}",
    "a&amp;b",
    "'; DROP TABLE x;--",
    "x" * 40,
    "🦊" * 40,
]
REFUSED = [
    ("x" * 41, "41"),
    ("y" * 10_000, "10,000"),
    ("🦊" * 41, "41"),
    ("evil\u202egnp", "cannot be shown"),
    ("a\x00b", "cannot be shown"),
    ("a\x1bb", "cannot be shown"),
    (" ", "Write the name"),
    ("\u200b\u2060", "Write the name"),
]


def change(cast, name):
    member = fresh(cast.ivy)
    data = {"name": name, "who": "child 3-5", "face": member.face, "colour": member.colour}
    data["revision"] = member.household.revision
    return client_of(cast.maya).post(url("member", cast.household, member.id), data, follow=True)


@pytest.mark.parametrize("name", SHOWN, ids=ascii)
def test_shown_as_typed(cast, name):
    page = change(cast, name)
    assert page.status_code == 200
    assert fresh(cast.ivy).name == name
    body = page.content.decode()
    assert html.escape(name) in body
    assert "<script>alert" not in body
    assert "<img src=x" not in body
    assert "49" not in words_of(page).replace("4.9", "")


@pytest.mark.parametrize("name", SHOWN, ids=ascii)
def test_shown_as_typed_on_every_page_that_names_them(cast, name):
    change(cast, name)
    client = client_of(cast.maya)
    for address in (
        url("people", cast.household),
        url("member", cast.household, cast.ivy.id),
        url("member_remove", cast.household, cast.ivy.id),
    ):
        body = client.get(address).content.decode()
        assert html.escape(name) in body
        assert "<script>alert" not in body


@pytest.mark.parametrize(("name", "sentence"), REFUSED, ids=ascii)
def test_refused_with_a_sentence_and_kept(cast, name, sentence):
    page = change(cast, name)
    assert page.status_code == 422
    assert sentence in words_of(page)
    assert page.context["form"]["name"].value() == name
    assert fresh(cast.ivy).name == "Ivy"


def test_space_around_a_name_goes(cast):
    change(cast, "  Ivy-Lou\t")
    assert fresh(cast.ivy).name == "Ivy-Lou"


@pytest.mark.parametrize("tap", ["", "x", "0" * 400, "a\x00b", "00000000-0000-0000-0000-000000000000"])
def test_a_nonsense_tap_loses_nothing(cast, tap):
    data = {"name": "Pia", "who": "teen", "face": "rocket", "colour": "plum", "tap": tap}
    assert client_of(cast.maya).post(url("member_new", cast.household), data).status_code == 302
    assert Member.objects.filter(name="Pia").count() == 1


def test_a_form_far_too_long_is_refused_with_a_page(cast):
    client = client_of(cast.maya)
    client.raise_request_exception = False
    answer = client.post(url("member_new", cast.household), {"name": "x" * 2_000_000})
    assert answer.status_code == 413
    assert "This is too big to send. Make it smaller or shorter, then try again." in words_of(answer)
