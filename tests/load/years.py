"""Pages that look back on years of mornings: `python -m tests.load.years`, and a part of `make bench`.

Asked within one process, so that queries can be counted and nothing but the page is measured. What is too slow here is
too slow whatever else the machine does: milliseconds are those of the processor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.load.machine import ROOT, environment

RUNNER_QUERIES, RUNNER_MS = 8, 2
MOST_MS, PICK_MS = 30, 50
RUNNER = ("runner", "runner of one")
# Pages over a year of mornings.
OF_A_YEAR = ("mirror", "said and done", "the family's report", "review", "reviews together", "a review's report")
YEAR_QUERIES, YEAR_COLD_MS = 12, 120


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lived", type=int, default=1, help="households")
    parser.add_argument("--years", type=float, default=3.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rungs-years-") as folder:
        env = environment(Path(folder)) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
        for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
        print(lived_through(Path(folder), options.lived, options.years))


def lived_through(folder, count, years):
    """Make households that lived so many years of mornings, ask for their pages, and return the figures as a table."""
    print(f"  {count} families with {years:g} years of mornings", file=sys.stderr, flush=True)
    env = environment(folder) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    houses = folder / "lived.json"
    run = [sys.executable, "-m"]
    subprocess.run([*run, "tests.load.lived", str(count), str(years), str(houses)], cwd=ROOT, env=env, check=True)
    found = subprocess.run(
        [*run, "tests.load.counted", str(houses)], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE
    )
    return table(json.loads(found.stdout), json.loads(houses.read_text())[0]["mornings"], years)


def table(figures, mornings, years):
    """The figures as lines, each beside what was wanted."""
    lines = [
        "",
        f"after {years:g} years, {mornings} mornings, one process without a server",
        f"{'':24}{'queries':>16}{'ms CPU':>18}{'at most':>10}{'bytes':>10}",
        f"{'':24}{'cold':>8}{'warm':>8}{'cold':>9}{'warm':>9}",
    ]
    for name, page in figures["pages"].items():
        queries, ms = page["queries"], page["ms"]
        kept = ms[0] <= MOST_MS and (name not in RUNNER or (queries[0] <= RUNNER_QUERIES and ms[1] <= RUNNER_MS))
        if name in OF_A_YEAR:
            kept = max(queries) <= YEAR_QUERIES and ms[0] <= YEAR_COLD_MS and ms[1] <= MOST_MS
        lines.append(
            f"{name:24}{queries[0]:8}{queries[1]:8}{ms[0]:9.1f}{ms[1]:9.1f}{MOST_MS:10}{page['bytes']:10}"
            f"{'' if kept else '   MISSED'}"
        )
    lines += ["", f"{'':40}{'median':>9}{'max':>9}{'at most':>10}"]
    for name, words in (("cold", "a pick of six and eight, nothing read"), ("warm", "the same, its turns known")):
        median, most = figures["picks"][name]
        kept = "" if median <= PICK_MS else "   MISSED"
        lines.append(f"{words:40}{median:9.1f}{most:9.1f}{PICK_MS:10} ms CPU{kept}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
