"""A browser's half of the wire, as little as it takes: streams that only listen, lines that ask and get answers."""

import asyncio
import re
from time import perf_counter

MESSAGE = re.compile(rb"\nid: (\d+)\ndata")
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
CSRF = "measuringmeasuringmeasuringmeasu"


def head(method, path, session="", extra=""):
    """The first lines of a request; `session` is a session's key, or another cookie as `name=value`."""
    session = session if "=" in session else session and f"rungs={session}"
    cookies = f"{session}; csrf={CSRF}" if session else f"csrf={CSRF}"
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n{extra}"


class Stream(asyncio.Protocol):
    """One open stream. `seen(stream, revision, now, bytes)` is called for each whole message."""

    __slots__ = ("_buffer", "_path", "_session", "closed", "house", "member", "opened", "seen", "transport")

    def __init__(self, path, session, seen, house=None, member=0):
        self._path, self._session, self.seen, self.house, self.member = path, session, seen, house, member
        self._buffer, self.closed = b"", False
        self.opened = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        transport.write((head("GET", self._path, self._session) + "\r\n").encode())

    def data_received(self, data):
        now = perf_counter()
        if not self.opened.done():
            if not data.startswith(b"HTTP/1.1 200"):
                self.opened.set_exception(RuntimeError(f"A stream was refused: {data[:60]!r}"))
                return
            self.opened.set_result(None)
        self._buffer = self._buffer + data if self._buffer else data
        if self._buffer.endswith(b"\n\n\r\n"):
            whole, self._buffer = self._buffer, b""
            for revision in MESSAGE.findall(whole):
                self.seen(self, int(revision), now, len(whole))

    def connection_lost(self, error):
        self.closed = True
        if not self.opened.done():
            self.opened.set_exception(RuntimeError("A stream ended before it began"))

    def close(self):
        self.transport.abort()


class Line(asyncio.Protocol):
    """A kept-alive connection that asks one thing at a time."""

    def connection_made(self, transport):
        self.transport = transport
        self._buffer, self._answer = b"", None

    def ask(self, request):
        """Send a request; its answer comes as (status, head, body)."""
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self._answer

    def data_received(self, data):
        self._buffer += data
        top, found, body = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = LENGTH.search(top)
        status = int(top[9:12])
        whole = len(body) >= int(length[1]) if length else body.endswith(b"0\r\n\r\n")
        if (whole or status in {204, 304}) and not self._answer.done():
            self._buffer = b""
            self._answer.set_result((status, top, body))

    def connection_lost(self, error):
        if self._answer and not self._answer.done():
            self._answer.set_exception(error or ConnectionError("The server hung up"))


class Lines:
    """As many lines as are needed at once."""

    def __init__(self, port):
        self.port, self._idle = port, []

    async def ask(self, request):
        while self._idle and self._idle[-1].transport.is_closing():
            self._idle.pop()
        line = self._idle.pop() if self._idle else await self._connect()
        answer = await line.ask(request)
        self._idle.append(line)
        return answer

    async def get(self, path, session="", extra=""):
        return await self.ask((head("GET", path, session, extra) + "\r\n").encode())

    async def post(self, path, session, body, by="HX-Request: true"):
        extra = (
            f"X-CSRFToken: {CSRF}\r\n{by}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return await self.ask((head("POST", path, session, extra) + body).encode())

    def close(self):
        for line in self._idle:
            line.transport.close()
        self._idle.clear()

    async def _connect(self):
        return (await asyncio.get_running_loop().create_connection(Line, "127.0.0.1", self.port))[1]


async def open_streams(port, streams, at_once=64):
    """Connect prepared streams; returns when each has its first byte."""
    loop, gate = asyncio.get_running_loop(), asyncio.Semaphore(at_once)

    async def connect(stream):
        async with gate:
            await loop.create_connection(lambda: stream, "127.0.0.1", port)
            await stream.opened

    await asyncio.gather(*map(connect, streams))
    return streams
