import pytest

from tests.routines.plan.browser import text_of


def test_a_search_finds_pictures(maya):
    page = text_of(maya.get("pictograms", q="shoes", name="pictogram"))
    assert 'name="pictogram" value="shoes-coat"' in page
    assert "checked" not in page


def test_what_was_chosen_stays(maya):
    page = text_of(maya.get("pictograms", q="shoes", value="bear"))
    assert 'value="bear" checked' in page


def test_without_words_the_common_ones_come(maya):
    assert 'value="brush-teeth"' in text_of(maya.get("pictograms"))


def test_nothing_found_says_so(maya):
    assert "No picture for that. Try another word." in text_of(maya.get("pictograms", q="qqqq"))


@pytest.mark.parametrize("words", ["<script>", "x" * 10_000, "%", "\x00", "ß"])
def test_odd_words_do_no_harm(maya, words):
    answer = maya.get("pictograms", q=words, name="<b>", value="<i>")
    assert answer.status_code == 200
    assert "<script>" not in text_of(answer, raw=True)
    assert "<b>" not in text_of(answer, raw=True)


def test_everybody_may_search(leo, nana):
    assert leo.get("pictograms", q="bear").status_code == nana.get("pictograms", q="bear").status_code == 200
