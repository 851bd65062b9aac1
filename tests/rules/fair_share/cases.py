"""The numbers to check against, copied beside the tests; where the originals are at hand they are read too."""

import json
from fractions import Fraction
from pathlib import Path

from routines.rules.fair_share import Memory, Outcome, Round, begin, history

COPIES = Path(__file__).parent / "cases"
ORIGINALS = Path(__file__).resolve().parents[4] / "shared" / "cases"
PLACES = (COPIES, ORIGINALS) if ORIGINALS.is_dir() else (COPIES,)


def read(name):
    """Yield what stands in the files of this name."""
    for place in PLACES:
        path = place / f"{name}.json"
        if path.is_file():
            yield json.loads(path.read_text())


def rounds(entries):
    return [Round.of(entry["options"], entry["ballots"], entry["guests"]) for entry in entries]


def replayed(members, entries):
    """Return outcomes and memories in the words of the files."""
    return [written(outcome, memory) for outcome, memory in history(begin(members), rounds(entries))]


def written(outcome: Outcome, memory: Memory):
    return {
        "winner": outcome.winner,
        "kind": outcome.kind,
        "tied": list(outcome.tied),
        "decided_by": outcome.decided_by,
        "took_part": list(outcome.participants),
        "levels": dict(outcome.levels),
        "pour": dict(outcome.pour),
        "jars": dict(memory.jars),
        "waits": dict(memory.waits),
        "turns": list(memory.turns),
    }


def exact(expected):
    """Return a result of a file with its fractions as numbers."""
    numbers = {name for name in ("levels", "pour", "jars") if name in expected}
    return {
        name: {key: Fraction(number) for key, number in value.items()} if name in numbers else value
        for name, value in expected.items()
    }
