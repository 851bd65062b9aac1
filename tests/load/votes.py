"""Votes at a steady rate, and how long until the other screens of the household have them."""

import asyncio
import random
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlencode
from uuid import uuid4

from tests.load.client import Lines, Stream, open_streams

SETTLE = 8.0


@dataclass
class Taken:
    """What one stretch of votes brought. Times in ms; `cpu` is per vote and holds everything the server did."""

    rate: int
    votes: int = 0
    delays: list = field(default_factory=list)
    missing: int = 0
    failed: int = 0
    cpu: float = 0.0
    sizes: list = field(default_factory=list)
    answers: list = field(default_factory=list)

    def add(self, other):
        """Put another stretch with the same rate to this one."""
        total = self.votes + other.votes
        self.cpu = (self.cpu * self.votes + other.cpu * other.votes) / max(total, 1)
        self.votes = total
        for name in ("delays", "sizes", "answers"):
            getattr(self, name).extend(getattr(other, name))
        self.missing += other.missing
        self.failed += other.failed


def percentile(values, share):
    """The value below which this share of them lies; endless where there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


class House:
    """One household under load: its revision, and the votes its screens still wait for."""

    by = "HX-Request: true"

    def __init__(self, facts):
        self.facts, self.revision, self.expected, self.turn = facts, facts["revision"], {}, 0

    def vote(self):
        """The next vote: who gives it, where it goes, and its form."""
        self.turn += 1
        member = self.turn % len(self.facts["sessions"])
        option = self.facts["options"][self.turn // 4 % len(self.facts["options"])]
        path = f"/h/{self.facts['household']}/q/{self.facts['question']}/say"
        form = urlencode({"say": "choice", "option": option, "tap": str(uuid4())})
        return member, path, form

    def page(self, member=0, revision=True):
        """What a member's screen, with the routine and the asked step open, says about itself."""
        query = {"page": "routine", "routine": self.facts["routine"], "step": self.facts["step"]}
        return urlencode(query | ({"revision": self.revision} if revision else {}))


class TabletHouse(House):
    """A household whose teen sits at the shared tablet and votes there, while the others look at the board."""

    by = "X-Rungs-Tap: 1"

    def __init__(self, facts):
        super().__init__(facts | {"sessions": [*facts["sessions"][:-1], f"rungs-tablet={facts['tablet']['key']}"]})

    def vote(self):
        """The next tap; always on the tablet."""
        self.turn += 1
        tablet, option = self.facts["tablet"], self.facts["options"][self.turn % len(self.facts["options"])]
        path = f"/tablet/m/{tablet['member']}/q/{self.facts['question']}/say"
        form = {"say": "choice", "option": option, "seat": tablet["seat"], "tap": str(uuid4())}
        return len(self.facts["sessions"]) - 1, path, urlencode(form)

    def page(self, member=0, revision=True):
        """What a screen says about itself: the last is the tablet's."""
        if member < len(self.facts["sessions"]) - 1:
            return super().page(member, revision)
        query = {"page": "seat", "member": self.facts["tablet"]["member"]}
        return urlencode(query | ({"revision": self.revision} if revision else {}))


class MorningHouse(House):
    """A household in a running morning: everybody taps their first step as done, and as not done after all."""

    def vote(self):
        """The next tap, by each in turn."""
        member, tapped = self.turn % len(self.facts["sessions"]), self.turn // len(self.facts["sessions"]) % 2
        self.turn += 1
        home = f"/h/{self.facts['household']}/m/{self.facts['morning']}"
        path = f"{home}/steps/{self.facts['morning_step']}/{'undone' if tapped else 'done'}"
        return member, path, urlencode({"speaker": self.facts["members"][member], "tap": str(uuid4())})

    def page(self, member=0, revision=True):
        """What a screen says about itself that shows the morning to everybody."""
        query = {"page": "morning", "morning": self.facts["morning"]}
        return urlencode(query | ({"revision": self.revision} if revision else {}))


class Round:
    """Screens of all houses on one server, and votes cast among them."""

    def __init__(self, server, houses, *, screens=4):
        self.server, self.houses, self.count = server, houses, screens
        self.lines, self.streams, self.polls = Lines(server.port), [], []
        self.taken = None

    async def listen(self):
        """Open every screen's stream."""
        self.streams = [
            Stream(f"/live/h/{house.facts['household']}/?{house.page(member)}", session, self.seen, house, member)
            for house in self.houses
            for member, session in enumerate(house.facts["sessions"][: self.count])
        ]
        await open_streams(self.server.port, self.streams)
        await asyncio.sleep(1)

    def poll(self, every=2.0):
        """Let every screen ask each `every` seconds instead, all out of step."""
        self.polls = [
            asyncio.create_task(self._ask_again(house, member, session, every))
            for house in self.houses
            for member, session in enumerate(house.facts["sessions"][: self.count])
        ]

    async def close(self):
        for stream in self.streams:
            stream.close()
        for poll in self.polls:
            poll.cancel()
        await asyncio.gather(*self.polls, return_exceptions=True)
        self.lines.close()
        self.streams, self.polls = [], []
        await asyncio.sleep(0.5)

    async def cast(self, rate, seconds):
        """Cast votes at a steady rate, each at its time whether or not earlier ones have been answered."""
        self.taken = taken = Taken(rate)
        for house in self.houses:
            house.expected.clear()
        before, began, waiting = self.server.cpu(), perf_counter(), set()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - perf_counter()))
            house = self.houses[number % len(self.houses)]
            task = asyncio.create_task(self._vote(house, began + number / rate))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
        if waiting:
            await asyncio.wait(waiting, timeout=SETTLE)
        deadline = perf_counter() + (SETTLE if self.streams else 2 * SETTLE)
        while perf_counter() < deadline and any(house.expected for house in self.houses):
            await asyncio.sleep(0.05)
        taken.cpu = (self.server.cpu() - before) * 1000 / max(taken.votes, 1)
        taken.missing = sum(count for house in self.houses for _, count, _ in house.expected.values())
        return taken

    def seen(self, stream, revision, now, size):
        """A screen has a revision: the vote that made it, and any it skipped, has arrived there."""
        house = stream.house
        self.taken and self.taken.sizes.append(size)
        self._arrived(house, stream.member, revision, now)

    def _arrived(self, house, member, revision, now, since=None):
        first = revision if since is None else since + 1
        for each in range(first, revision + 1):
            if not (vote := house.expected.get(each)) or member == vote[2]:
                continue
            vote[1] -= 1
            self.taken.delays.append((now - vote[0]) * 1000)
            if not vote[1]:
                del house.expected[each]

    async def _vote(self, house, due):
        member, path, form = house.vote()
        house.revision += 1
        house.expected[house.revision] = [due, self.count - 1, member]
        revision = house.revision
        try:
            status, _, body = await self.lines.post(path, house.facts["sessions"][member], form, house.by)
        except OSError:
            status, body = 0, b""
        self.taken.votes += 1
        self.taken.answers.append(len(body))
        if status not in {200, 204, 303}:
            self.taken.failed += 1
            house.expected.pop(revision, None)

    async def _ask_again(self, house, member, session, every):
        await asyncio.sleep(random.random() * every)
        known, lines = house.revision, Lines(self.server.port)
        path = f"/h/{house.facts['household']}/poll?{house.page(revision=False)}"
        while True:
            began = perf_counter()
            try:
                status, top, _ = await lines.get(f"{path}&revision={known}", session, "HX-Request: true\r\n")
            except OSError:
                status, top = 0, b""
            if status == 200:
                revision = int(top.lower().split(b"\r\nx-revision: ")[1].split(b"\r\n")[0])
                self._arrived(house, member, revision, perf_counter(), known)
                known = revision
            await asyncio.sleep(max(0.0, began + every - perf_counter()))
