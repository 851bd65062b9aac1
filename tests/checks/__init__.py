"""Checks of the files no linter knows well enough: `python -m tests.checks.css`, `python -m tests.checks.templates`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def report(problems):
    """Print what was found and end with the exit code that says so."""
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems" if problems else "no problems")
    sys.exit(bool(problems))
