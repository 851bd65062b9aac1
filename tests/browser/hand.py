"""What tests hold in hand: families by name, whose deeds another process does, and screens that watch themselves."""

import json
import subprocess
import sys
from datetime import date
from select import select

from tests.browser.kitchen import patiently
from tests.serving import ROOT

# Seconds a deed may take: making a family is the longest, on a busy machine.
PATIENCE = 60


class Hand:
    """The process that makes families for a server."""

    def __init__(self, served):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.families"],
            cwd=ROOT,
            env=served.env | {"DJANGO_SETTINGS_MODULE": "config.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __call__(self, **order):
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        if not select([self.process.stdout], [], [], PATIENCE)[0]:
            raise RuntimeError(f"{order} had no answer within {PATIENCE} seconds")
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(f"{order} failed: {answer['error']}")
        return answer["is"]

    def family(self):
        """Make a family that no other test knows."""
        return Family(self)

    def stop(self):
        self.process.stdin.close()
        self.process.wait(10)


class Family:
    """A family with a step on every rung: `family.ask(family.dress, "How?")`, `family.leo.id`; see `Today`."""

    def __init__(self, hand):
        self.hand, self.number = hand, hand(do="make")

    def __getattr__(self, name):
        return Named(self, name)

    def url(self, path=""):
        """Return an address of the household."""
        return f"/h/{self.household.id}/{path}"

    @property
    def plan(self):
        """The address of the routine's board."""
        return self.url(f"r/{self.routine.id}/")

    def panel(self, step, speaker=None):
        """Return the address of a step's panel."""
        return self.url(f"s/{step.id}/") + (f"?speaker={speaker.id}" if speaker else "")


class Named:
    """Something of the family's, by its name: a person, a step, a deed."""

    def __init__(self, family, name):
        self.family, self.name = family, name

    @property
    def id(self):
        return self.family.hand(do="look", family=self.family.number, name=f"{self.name}.id")

    def __call__(self, *args, **about):
        order = {"family": self.family.number, "name": self.name}
        args, about = [sent(each) for each in args], {key: sent(each) for key, each in about.items()}
        return self.family.hand(do="call", **order, args=args, about=about)


class Kept:
    """The answer to what is sent to an address next: the server does it, the page hears of it only at `let_go`."""

    def __init__(self, page, address):
        self.page, self.held = page, []
        page.route(address, lambda route: self.held.append((route, route.fetch(max_redirects=0))), times=1)

    def wait(self):
        """Wait until the server has answered; it may still be writing, though its push has come."""
        patiently(self.page, lambda: self.held, lambda: "nothing was sent there")

    def let_go(self):
        """Let the page hear of it."""
        self.wait()
        route, response = self.held.pop()
        route.fulfill(response=response)


def sent(value):
    """Return a value as it is sent to the other process."""
    if isinstance(value, Named):
        return {"named": value.name}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def answers(*people):
    """Return an answer for each of these people, as an ending takes it."""
    return {"answers": [each.name for each in people]}
