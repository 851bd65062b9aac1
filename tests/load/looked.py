"""A facilitator's families: `python -m tests.load.looked`, and a part of `make bench`.

Asked within one process, as in `tests.load.years`; milliseconds are those of the processor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import django

from tests.load.machine import ROOT, environment

PAGES = {"caseload": "/facilitator/", "by end": "/facilitator/?sort=end", "found": "/facilitator/?q=Family 12"}
MOST_QUERIES, MOST_MS, TIMES = 10, 60, 15


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, default=500)
    parser.add_argument("--asked", help="ask for the pages of the families in this file")
    options = parser.parse_args()
    if options.asked:
        return ask(options.asked)
    with tempfile.TemporaryDirectory(prefix="rungs-looked-") as folder:
        env = environment(Path(folder)) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
        for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
        print(looked_at(Path(folder), options.families))


def looked_at(folder, count):
    """Make so many families, ask for their facilitator's pages, and return the figures as a table."""
    print(f"  a facilitator with {count} families", file=sys.stderr, flush=True)
    env = environment(folder) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    cases, run = folder / "cases.json", [sys.executable, "-m"]
    subprocess.run([*run, "tests.load.caseload", str(count), str(cases)], cwd=ROOT, env=env, check=True)
    found = subprocess.run(
        [*run, "tests.load.looked", "--asked", str(cases)], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE
    )
    lines = ["", f"a facilitator with {count} families, at most {MOST_QUERIES} queries and {MOST_MS} ms CPU"]
    for name, (queries, ms, size) in json.loads(found.stdout).items():
        kept = "" if queries <= MOST_QUERIES and ms <= MOST_MS else "   MISSED"
        lines.append(f"{name:24}{queries:8} queries{ms:9.1f} ms{size:10} bytes{kept}")
    return "\n".join(lines)


def ask(source):
    """Print queries, milliseconds and bytes of each page."""
    django.setup()
    from tests.load.counted import asked, client_of

    with open(source) as file:
        client = client_of(json.load(file)["session"])
    found = {}
    for name, path in PAGES.items():
        client.get(path)
        times = [asked(client, path) for _ in range(TIMES)]
        found[name] = times[0][0], median(ms for _, ms, _ in times), times[0][2]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
