"""The words of a live stream, as bytes (server-sent events)."""

from random import randint

from households.live.change import ANEW

CLOSED = b"event: closed\ndata:\n\n"
BEAT = b"event: beat\ndata:\n\n"


def message(html: str, revision: int) -> bytes:
    """Return regions to be shown, nothing for none; `revision` 0 leaves the screen's own revision alone."""
    if html in ("", ANEW):
        return resync(revision) if html else b""
    # Only these three end a line in a stream; other Unicode separators are part of somebody's words.
    body = html.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\ndata: ")
    return f"{_id(revision)}data: {body}\n\n".encode()


def resync(revision: int) -> bytes:
    """Return the request to fetch the whole page anew."""
    return f"{_id(revision)}event: resync\ndata:\n\n".encode()


def retry(shortest: int = 1000, longest: int = 10000) -> bytes:
    """Return how long to wait before coming back, in ms: random, so that screens do not return together."""
    return b"retry: %d\n\n" % randint(shortest, longest)  # noqa: S311, no secret


def _id(revision: int) -> str:
    return f"id: {revision}\n" if revision else ""
