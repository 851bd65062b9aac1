"""The core against published Perpetual Phragmén, from the paper's own code.

There every voter has a load that only grows: one unit is poured over the winner's supporters, lowest loads
first, whoever else there is, and also when all agree. Fair Share pours in the same way, by the same function,
and then differs twice. It takes an equal part of the cup out of every participant's jar again, which moves all
of them alike and so changes no decision while the same people take part. And agreement moves nothing. So where
everybody takes part and somebody always disagrees, a jar is the load less 1/n for every round.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.rules.fair_share import Round, begin, decide
from routines.rules.fair_share.levels import fill, lowest
from tests.rules.fair_share.cases import read

FILES = list(read("perpetual_cases"))
SEQUENCES = [case for file in FILES for case in file["cases"]]
UNIT_TESTS = [
    case for file in FILES for case in file["upstream_unit_tests"]["tests"] if "per_phragmen" in case["expected"]
]
PUBLISHED = [case for file in FILES for case in file["published_examples"] if "per_phragmen" in case["seats"]]


class Phragmen:
    """Plain loads, filled by the product's own function."""

    def __init__(self, voters):
        self.loads = dict.fromkeys(voters, Fraction(0))

    def tied(self, options, taps):
        self.levels = fill(self.loads, taps, 1)
        return lowest(options, self.levels)

    def choose(self, winner, taps):
        for voter, tapped in taps.items():
            if winner in tapped:
                self.loads[voter] = max(self.loads[voter], Fraction(*self.levels[winner]))


def ballots(case, entry):
    """Return what everybody approves; in one mode absent voters count as approving everything."""
    taps = {voter: frozenset(tapped) for voter, tapped in entry["ballots"].items()}
    if case["absence_mode"] == "all":
        taps = dict.fromkeys(case["voters"], frozenset(entry["options"])) | taps
    return taps


@pytest.mark.parametrize("case", SEQUENCES, ids=lambda case: str(case["id"]))
def test_ties_and_final_loads_are_the_published_ones(case):
    expected, plain = case["results"]["per_phragmen"], Phragmen(case["voters"])

    for entry, winner, tied in zip(case["rounds"], expected["winners"], expected["ties"], strict=True):
        taps = ballots(case, entry)
        found = plain.tied(entry["options"], taps)
        assert (sorted(found), found[0]) == (tied, winner)
        plain.choose(winner, taps)

    assert plain.loads == {voter: Fraction(load) for voter, load in expected["final"].items()}


@pytest.mark.parametrize("case", UNIT_TESTS, ids=lambda case: case["name"])
def test_winners_of_the_unit_tests_of_the_papers_code(case):
    plain = Phragmen(case["voters"])
    taps = {voter: frozenset(tapped) for voter, tapped in case["ballots"].items()}

    winners = []
    for _ in range(case["rounds"]):
        winners.append(plain.tied(case["options"], taps)[0])
        plain.choose(winners[-1], taps)

    assert winners == case["expected"]["per_phragmen"]


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case["name"].split(",")[0])
def test_the_seats_of_published_examples(case):
    parties = range(len(case["party_sizes"]))
    taps = {(party, voter): [party] for party in parties for voter in range(case["party_sizes"][party])}
    memory, winners = begin(taps), []

    for _ in range(case["rounds"]):
        outcome, memory = decide(memory, Round.of(parties, taps))
        winners.append(outcome.winner)

    assert [winners.count(party) for party in parties] == case["seats"]["per_phragmen"]


VOTERS, OPTIONS = ("a", "b", "c", "d"), ("w", "x", "y", "z")
SOME = st.sets(st.sampled_from(OPTIONS), min_size=1, max_size=3)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(VOTERS, SOME)), max_size=12))
def test_jars_are_loads_less_an_equal_part_where_all_take_part_and_disagree(entries):
    plain, memory, contested = Phragmen(VOTERS), begin(VOTERS), 0

    for taps in entries:
        outcome, after = decide(memory, Round.of(OPTIONS, taps))
        if not outcome.contested:
            continue
        assert outcome.tied == plain.tied(OPTIONS, taps)
        plain.choose(outcome.winner, taps)
        memory, contested = after, contested + 1

    part = Fraction(contested, len(VOTERS))
    assert dict(memory.jars) == {voter: load - part for voter, load in plain.loads.items()}
