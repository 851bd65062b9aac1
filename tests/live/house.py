"""A hub over a made-up house, and browsers that are nothing but ASGI messages."""

import asyncio
import threading
from contextlib import asynccontextmanager

from households.live import Change, Viewer
from households.live.hub import Hub
from households.live.stream import LiveStream

ANN, BEN, CAM = 1, 2, 3


class House:
    """Who may look at household 7, and what happened there so far."""

    def __init__(self):
        self.rights = {"ann": ANN, "ben": BEN}
        self.kinds = {}
        self.revision = 40
        self.drawn = []
        self.drawing_fails = False
        self.hidden_from = set()
        self.before_catch_up = lambda: None

    def authorise(self, cookies, household_id, query):
        member = self.rights.get(cookies.get("rungs"))
        if member is None or household_id != 7:
            return None
        routine = int(query["routine"]) if "routine" in query else None
        kind = self.kinds.get(member, "parent")
        return Viewer(7, member, kind, "en", query.get("page", "home"), routine)

    def render(self, change, viewers):
        if self.drawing_fails:
            raise ValueError("drawing")
        self.drawn.append((change, set(viewers), threading.current_thread()))
        what = "+".join(sorted(change.kinds)) if "presence" in change.kinds else change.revision
        return {v: f"<p>{what} for\n{v.member_id}</p>" for v in viewers if v.member_id not in self.hidden_from}

    def catch_up(self, viewer, since):
        self.before_catch_up()
        missed = range(since + 1, self.revision + 1)
        return self.revision, f"<p>missed {list(missed)}</p>" if missed else ""

    def change(self, kinds=("step",), **about):
        self.revision += 1
        return Change(7, self.revision, kinds=frozenset(kinds), **about)


class Browser:
    """One request: `lines` is all it has received."""

    def __init__(self, stream, who, query, headers, path, method):
        self.sent, self.status, self.headers, self.finished = b"", None, {}, False
        self.stuck = None
        self._inbox = asyncio.Queue()
        cookie = [(b"cookie", f"rungs={who}".encode())] if who else []
        self.scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [*cookie, *headers],
        }
        self._inbox.put_nowait({"type": "http.request", "body": b"", "more_body": False})
        self.task = asyncio.create_task(stream(self.scope, self._inbox.get, self._send))

    async def _send(self, message):
        if self.stuck:
            await self.stuck.wait()
        if message["type"] == "http.response.start":
            assert self.status is None
            self.status, self.headers = message["status"], dict(message["headers"])
            return
        assert self.status is not None
        assert not self.finished
        self.sent += message.get("body", b"")
        if not message.get("more_body", False):
            self.finished = True
            self._inbox.put_nowait({"type": "http.disconnect"})

    def go(self):
        self._inbox.put_nowait({"type": "http.disconnect"})

    @property
    def events(self):
        """What it was told, without the first line and heartbeats."""
        blocks = self.sent.decode().split("\n\n")
        return [block for block in blocks if block and not block.startswith(("retry:", "event: beat"))]

    async def sees(self, text):
        await until(lambda: text in self.sent.decode(), f"{text!r} in {self.events}")


async def until(true, what="", seconds=3):
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not true():
        assert loop.time() < deadline, f"waited in vain for {what}"
        await asyncio.sleep(0.002)


class Living:
    """A running hub, its stream and its house."""

    def __init__(self, house, **parts):
        self.house = house
        seams = {"authorise": house.authorise, "render": house.render, "catch_up": house.catch_up}
        self.hub = Hub(**(seams | parts))
        self.stream = LiveStream(self.hub)

    def visit(self, who="ann", query="page=home", headers=(), path="/live/h/7/", method="GET"):
        return Browser(self.stream, who, query, headers, path, method)

    async def open(self, who="ann", query="page=home&revision=40", **more):
        browser = self.visit(who, query, **more)
        await until(lambda: browser.sent, "the stream to open")
        return browser

    async def publish(self, change):
        """As an action does: in a thread of its own."""
        from households.live import publish

        await asyncio.to_thread(publish, change)


@asynccontextmanager
async def living(house=None, **parts):
    """Run a hub for the length of the block."""
    live = Living(house or House(), **parts)
    await live.hub.start()
    try:
        yield live
    finally:
        await live.hub.stop()
        await asyncio.sleep(0.01)
