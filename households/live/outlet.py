"""The one way out of an action: `publish` hands a committed change to whoever listens in this process."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from households.live.change import Change

log = logging.getLogger(__name__)

_listeners: list[Callable[[Change], None]] = []


def publish(change: Change) -> None:
    """Tell the open screens. Call it after the commit, from any thread.

    Does nothing where nobody listens (management commands, tests), and never raises: the change is
    stored, and a screen that missed it catches up.
    """
    for listener in tuple(_listeners):
        try:
            listener(change)
        except Exception:
            log.exception("A change could not be handed on")


def listen(listener: Callable[[Change], None]) -> None:
    """Hand every published change to `listener`, until `unlisten`."""
    _listeners.append(listener)


def unlisten(listener: Callable[[Change], None]) -> None:
    """Stop handing changes to `listener`."""
    if listener in _listeners:
        _listeners.remove(listener)


@contextmanager
def listening() -> Iterator[list[Change]]:
    """Collect what is published inside the block; for tests."""
    heard: list[Change] = []
    listen(heard.append)
    try:
        yield heard
    finally:
        unlisten(heard.append)
