"""What became of a view when its question ended."""

from datetime import UTC, datetime

import pytest

from routines.rules.mirror.answers import Ended, answer_to, is_owed
from tests.rules.mirror.made import BO, MAYA

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def _ended(kind: str = "counted", option: int | None = 7, reason: str = "", text: str = "Tag") -> Ended:
    return Ended(kind, 3, option, BO, text if option else "", reason, MAYA, AT)


@pytest.mark.parametrize(
    ("end", "way", "chose", "answer"),
    [
        (None, "yes", None, ("", "")),
        (_ended(), "pass", None, ("", "")),
        (_ended(), "choice", 7, ("did", "")),
        (_ended(), "choice", 8, ("didnt", "")),
        (_ended(), "yes", None, ("did", "")),
        (_ended(), "no", None, ("didnt", "")),
        (_ended(), "unsure", None, ("partly", "")),
        (_ended("unchanged", None), "yes", None, ("didnt", "")),
        (_ended("unchanged", None), "no", None, ("did", "")),
        (_ended("decided", reason="Rain."), "choice", 8, ("didnt", "Rain.")),
        (_ended("decided"), "choice", 8, ("", "")),
    ],
)
def test_without_words_to_the_person_the_ending_is_the_answer(end, way, chose, answer):
    assert answer_to(end, None, way, chose=chose) == answer


def test_words_to_the_person_are_the_answer():
    assert answer_to(_ended("decided"), ("partly", "On Fridays."), "choice", chose=8) == ("partly", "On Fridays.")


def test_whoever_decides_alone_owes_themselves_nothing():
    assert is_owed(2, BO, "choice", _ended("decided"))
    assert not is_owed(2, MAYA, "choice", _ended("decided"))
    assert is_owed(3, MAYA, "choice", _ended())
    assert not is_owed(3, BO, "pass", _ended())
    assert not is_owed(1, BO, "got_it", None)
