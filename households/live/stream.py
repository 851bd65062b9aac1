"""The live stream: `GET /live/h/<household>/`, or `/live/review/<consent>/`, a bare ASGI coroutine beside Django.

An open stream costs its socket and a coroutine: no thread, no database connection. It asks once who is
looking, sends what the screen missed, and then whatever the hub puts on its way.
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from uuid import UUID

from households.live import wire
from households.live.hub import SLICES, Hub
from households.live.screen import Screen

log = logging.getLogger(__name__)

PATH = re.compile(r"/live/(?:h/([1-9][0-9]{0,17})|review/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))/")
# A browser opens one for each visible tab; more than this is no family.
MOST_PER_HOUSEHOLD = 200

Receive = Callable[[], Awaitable[dict]]
Send = Callable[[dict], Awaitable[None]]

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


class LiveStream:
    """The ASGI application of everything under `/live/`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def __call__(self, scope: dict, receive: Receive, send: Send) -> None:
        """Answer one request; returns when its stream has ended."""
        headers = _headers(scope)
        if refusal := self._refusal(scope, headers):
            await _refuse(refusal, send)
            return
        query = scope["query_string"].decode("ascii", "replace")
        screen = Screen(_place(scope["path"]), headers.get("cookie", ""), query, send)
        screen.revision = _revision(headers, screen)
        try:
            status, missed = await self._ask(screen)
            if status == HTTPStatus.OK:
                await self._serve(screen, missed, receive, send)
            else:
                await _refuse(status, send)
        finally:
            self.hub.leave(screen)

    def _refusal(self, scope: dict, headers: dict[str, str]) -> HTTPStatus | None:
        """Return why a request can be refused without asking anybody, or None."""
        path = PATH.fullmatch(scope["path"])
        if not path:
            return HTTPStatus.NOT_FOUND
        if scope["method"] != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED
        if headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
            return HTTPStatus.FORBIDDEN
        if self.hub.ending:
            return HTTPStatus.SERVICE_UNAVAILABLE
        if path[1] and len(self.hub.screens(int(path[1]))) >= MOST_PER_HOUSEHOLD:
            return HTTPStatus.TOO_MANY_REQUESTS
        return None

    async def _ask(self, screen: Screen) -> tuple[HTTPStatus, tuple[int, bytes]]:
        """Find out whether somebody who may is looking, and what they missed, in one visit to the database."""
        try:
            admitted, missed = await asyncio.wrap_future(self.hub.workers.submit(self.hub.admit, screen))
        except Exception:
            log.exception("A stream could not be opened")
            return HTTPStatus.SERVICE_UNAVAILABLE, (0, b"")
        return HTTPStatus.OK if admitted else HTTPStatus.NOT_FOUND, missed

    async def _serve(self, screen: Screen, missed: tuple[int, bytes], receive: Receive, send: Send) -> None:
        """Stream until the browser goes or the hub ends it."""
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": wire.retry(), "more_body": True})
        viewer, now = screen.viewer, self.hub.loop.time()
        screen.slice, screen.checked_at = id(screen) // 64 % SLICES, now
        screen.start()
        screen.caught_up(*missed)
        self.hub.presence.arrive(viewer)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.hub.presence.leave(viewer)


def _place(path: str) -> int | UUID:
    """Return the household or the consent a stream's path names."""
    household, consent = PATH.fullmatch(path).groups()
    return int(household) if household else UUID(consent)


def _headers(scope: dict) -> dict[str, str]:
    """Return the headers that matter; HTTP/2 may split cookies over several."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        if name in {b"cookie", b"sec-fetch-site", b"last-event-id"}:
            key, text = name.decode(), value.decode("latin-1")
            found[key] = f"{found[key]}; {text}" if key in found else text
    return found


def _revision(headers: dict[str, str], screen: Screen) -> int:
    """Return what the screen has seen: by its last message, else by its page; 0 when it does not say."""
    said = headers.get("last-event-id") or screen.claim()[2].get("revision", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0


async def _refuse(status: HTTPStatus, send: Send) -> None:
    headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", b"GET"))
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": status.phrase.encode()})
