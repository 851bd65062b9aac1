"""The family's own report, and its files."""

import csv
import io
import json

import pytest

from routines.actions.rung import climb
from routines.regions.report.files import COLUMNS
from routines.rules.state import Rung
from tests.review.conftest import by_the_clock, nothing_drawn  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


def table(answer):
    found = list(csv.reader(io.StringIO(answer.content.decode().removeprefix("\ufeff"))))
    begin = found.index(list(COLUMNS))
    return [dict(zip(COLUMNS, row, strict=True)) for row in found[begin + 1 :]]


def test_moves_stand_in_it_with_their_reasons(morning, opened):
    climb(
        actor=morning.actor(morning.maya),
        step_id=morning.car.id,
        to_rung=Rung.CONSULT,
        reason="Ask us.",
        at=morning.now,
    )
    assert "Ask us." in opened(morning.leo, "mirror_report").content.decode()
    moves = json.loads(opened(morning.leo, "mirror_json").content)["moves"]
    assert [(each["step"], each["because"]) for each in moves] == [("Into the car", "Ask us.")]
    assert [row["because"] for row in table(opened(morning.leo, "mirror_csv")) if row["part"] == "move"] == ["Ask us."]


def test_there_is_no_consent_in_what_a_family_keeps_for_itself(morning, opened):
    assert json.loads(opened(morning.maya, "mirror_json").content)["consent"] is None
    assert "What the family shares" not in opened(morning.maya, "mirror_report").content.decode()


@pytest.mark.parametrize("words", ["=1+1", "+49 30", "-2", "@here", "\tx"])
def test_no_cell_is_a_formula(morning, opened, words):
    question = morning.ask(morning.dress, "How?")
    morning.idea(question, f"{words} music", morning.maya)
    morning.ask(morning.game, words + "?")
    for row in table(opened(morning.maya, "mirror_csv")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_what_lies_veiled_for_the_reader_is_not_in_it(morning, opened):
    """Leo has said something on an open question; Maya, who has not spoken, reads that he did and not what."""
    question = morning.ask(morning.game, "How?")
    morning.idea(question, "Music", morning.maya)
    morning.say(question, morning.leo, "yes", None, "Because it is loud.")
    for name in ("mirror_report", "mirror_csv", "mirror_json"):
        assert "Because it is loud." in opened(morning.leo, name).content.decode()
        assert "Because it is loud." not in opened(morning.maya, name).content.decode()


def test_narrowed_to_a_person_it_says_so(morning, opened):
    answer = opened(morning.maya, "mirror_json", query=f"?person={morning.leo.id}")
    assert json.loads(answer.content)["about"] == ["Monday", "Leo"]


def test_a_supporter_has_no_report(morning, opened):
    for name in ("mirror_report", "mirror_csv", "mirror_json"):
        assert opened(morning.nana, name).status_code == 404
