"""What may be written: everything a family writes, nothing that hides."""

import pytest

from households.rules.writing import hidden_signs, tidy

SHOWN_AS_TYPED = [
    "Ivy",
    "Łucja",
    "נועה",
    "مريم",
    "सीता",
    "李小龙",
    "👩‍👧‍👦 Family",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "می‌روم",  # with a zero-width non-joiner, as Persian is written
    "O'Brien & <b>sons</b>",
    "שלום\u200f!",
    '"; DROP TABLE member; --',
    "é" + "e\u0301",
]


@pytest.mark.parametrize("text", SHOWN_AS_TYPED)
def test_stays_as_typed(text):
    assert tidy(text) == text
    assert not hidden_signs(text)


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\x07b", "\x1b[31m", "evil\u202egnp.exe", "a\u2066b", "a\u202ab", "\x7f", "\x9f", "\ud800"],
    ids=ascii,
)
def test_hides_something(text):
    assert hidden_signs(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\t\n", "\u200b", "\u3164", "\u2800\u2800", "\u00a0", "\ufe0f", "\u200d"], ids=ascii
)
def test_is_blank(text):
    assert tidy(text) == ""


def test_space_around_goes_and_line_breaks_become_spaces():
    assert tidy("  get\r\ndressed\t") == "get dressed"


def test_lines_stay_where_lines_are_asked_for():
    assert tidy(" one\r\ntwo\rthree\u2028four ", lines=True) == "one\ntwo\nthree\nfour"
