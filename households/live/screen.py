"""One open stream: what it still has to send, and what its screen already knows."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl
from uuid import UUID

from django.http.cookie import parse_cookie

from households.live import wire
from households.live.change import Viewer

MOST_WAITING = 32

Send = Callable[[dict], Awaitable[None]]


class Screen:
    """A stream and its place in the household's revisions.

    Everything but `claim` belongs to the event loop. `revision` is the last one its screen has seen
    without a gap; while it is catching up, what arrives is held back, in order. `household_id` is 0 until whoever
    looks in through a consent was let in.
    """

    __slots__ = (
        "_cookie",
        "_ended",
        "_held",
        "_place",
        "_query",
        "_send",
        "_started",
        "_waiting",
        "_writer",
        "checked_at",
        "household_id",
        "revision",
        "slice",
        "viewer",
    )

    def __init__(self, place: int | UUID, cookie: str, query: str, send: Send) -> None:
        self.household_id = place if isinstance(place, int) else 0
        self._place = place
        self.viewer: Viewer | None = None
        self.revision = 0
        self.slice = 0
        self.checked_at = 0.0
        self._cookie = cookie
        self._query = query
        self._send = send
        self._waiting: list[bytes] = []
        self._held: list[tuple[int, bytes]] | None = []
        self._writer: asyncio.Task | None = None
        self._ended = False
        self._started = False

    def claim(self) -> tuple[dict, int | UUID, dict]:
        """Return what the browser said about itself: cookies, household or consent, and query."""
        return parse_cookie(self._cookie), self._place, dict(parse_qsl(self._query))

    def offer(self, parcel: bytes, revision: int) -> bool:
        """Take what belongs to `revision` (0: to none). Returns False, once, when something before it is missing."""
        if self._held is not None:
            if len(self._held) >= MOST_WAITING:
                self._held = [(max(revision, self._held[-1][0]), wire.resync(0))]
            else:
                self._held.append((revision, parcel))
            return True
        if not revision:
            self._put(parcel)
        elif revision == self.revision + 1:
            self.revision = revision
            self._put(parcel)
        elif revision > self.revision:
            self._held = [(revision, parcel)]
            return False
        return True

    def start(self) -> None:
        """Begin to send; the head of the answer has gone out."""
        self._started = True
        if self._waiting:
            self._wake()

    def caught_up(self, revision: int, parcel: bytes) -> None:
        """Take all that was missed up to `revision`, then what was held back meanwhile."""
        held, self._held = self._held or [], None
        self.revision = revision
        self._put(parcel)
        for later, waiting in sorted(held, key=lambda pair: pair[0]):
            if not self.offer(waiting, later):  # even the database did not know of it yet
                self._held, self.revision = None, later
                self._put(wire.resync(later))

    def beat(self) -> None:
        """Show that the line is alive."""
        if not self._waiting:
            self._put(wire.BEAT)

    def end(self, last_words: bytes = b"") -> None:
        """Send the last words, if any, instead of whatever still waits, and end the stream."""
        if not self._ended:
            self._ended = True
            self._waiting = [last_words]
            self._wake()

    def _put(self, parcel: bytes) -> None:
        if not parcel or self._ended:
            return
        if len(self._waiting) < MOST_WAITING:
            self._waiting.append(parcel)
        else:
            self._waiting = [wire.resync(self.revision)]
        self._wake()

    def _wake(self) -> None:
        if self._started and self._writer is None:
            self._writer = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._waiting:
                body, self._waiting = b"".join(self._waiting), []
                last = self._ended
                await self._send({"type": "http.response.body", "body": body, "more_body": not last})
                if last:
                    return
        except OSError:
            self._ended = True  # the browser has gone; the server says so to the stream as well
        finally:
            self._writer = None
