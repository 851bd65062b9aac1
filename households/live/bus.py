"""How a change gets from the process that made it to the processes whose screens want it.

The memory bus serves one process. Another bus (several processes, a broker between them) is any class
with the same three methods, named by its dotted path in the setting `LIVE_BUS`.
"""

from collections.abc import Callable
from typing import Protocol

from django.utils.module_loading import import_string

from households.live.change import Change

Receiver = Callable[[Change], None]


class Bus(Protocol):
    """Carries changes. It may lose or repeat some: revisions tell the hub, and the database is the truth."""

    def start(self, receive: Receiver) -> None:
        """Begin to carry. `receive` is called in any thread but the event loop's, never in two at once
        for the same change, and may take as long as a page.
        """

    def stop(self) -> None:
        """Carry nothing more, and let go of connections and threads."""

    def publish(self, change: Change) -> None:
        """Carry one change; called in any thread, after the commit."""


class MemoryBus:
    """Carries changes within this process, in the thread that made them."""

    def __init__(self) -> None:
        self._receive: Receiver | None = None

    def start(self, receive: Receiver) -> None:
        """Begin to hand changes to `receive`."""
        self._receive = receive

    def stop(self) -> None:
        """Hand on nothing more."""
        self._receive = None

    def publish(self, change: Change) -> None:
        """Hand the change on, here and now."""
        if self._receive:
            self._receive(change)


def bus_named(name: str) -> Bus:
    """Return a new bus for a value of `LIVE_BUS`: "memory", or the dotted path of a class.

    Raises ImportError when there is no such class.
    """
    return MemoryBus() if name == "memory" else import_string(name)()
