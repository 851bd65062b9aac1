"""All sequences of the case files, every number of them."""

import pytest

from routines.rules.fair_share import replay
from tests.rules.fair_share.cases import exact, read, replayed, rounds
from tests.rules.fair_share.reference import Reference

SEQUENCES = [case for file in read("fair_share_cases") for case in file["cases"]]
DAYS = list(read("fair_share_ten_days"))


def matches(result, expected):
    assert {name: result[name] for name in expected} == expected


@pytest.mark.parametrize("case", SEQUENCES, ids=lambda case: str(case["id"]))
def test_every_round_comes_out_as_written(case):
    results = replayed(case["members"], case["rounds"])

    assert len(results) == len(case["results"])
    for result, expected in zip(results, case["results"], strict=True):
        matches(result, exact(expected))


@pytest.mark.parametrize("case", SEQUENCES, ids=lambda case: str(case["id"]))
def test_a_replay_remembers_what_the_last_round_left(case):
    memory = replay(case["members"], rounds(case["rounds"]))

    last = exact(case["results"][-1])
    assert (dict(memory.jars), dict(memory.waits), list(memory.turns)) == (last["jars"], last["waits"], last["turns"])
    assert memory.rounds == len(case["rounds"])


@pytest.mark.parametrize("case", SEQUENCES, ids=lambda case: str(case["id"]))
def test_the_plain_reference_says_the_same(case):
    reference = Reference(case["members"])

    for entry, expected in zip(case["rounds"], case["results"], strict=True):
        matches(reference.decide(entry["options"], entry["ballots"], entry["guests"]), exact(expected))


@pytest.mark.parametrize("file", DAYS)
def test_the_ten_days_come_out_as_written(file):
    asked = ("winner", "kind", "decided_by", "levels", "pour", "jars", "waits", "turns")

    for result, day in zip(replayed(file["members"], file["days"]), file["days"], strict=True):
        matches(result, exact({name: day[name] for name in asked}))
