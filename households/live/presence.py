"""Who has which routine open, told from the open streams."""

import asyncio
from collections import Counter
from collections.abc import Callable

from households.live.change import Viewer

# A reload or a hidden tab shown again comes back sooner than this, and nobody flickers.
GRACE_SECONDS = 4.0
# Arrivals this close together are told once.
TOGETHER_SECONDS = 0.2

Place = tuple[int, int]


class Presence:
    """Counts the streams of each member on each routine, and announces when somebody comes or has gone.

    `announce(household_id, routine_id)` is called in the event loop. All else but `here` belongs to
    the loop too.
    """

    def __init__(self, announce: Callable[[int, int], None]) -> None:
        self._announce = announce
        self._open: dict[Place, Counter[int]] = {}
        self._changed: set[Place] = set()
        self._stopped = False

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to count, in `loop`."""
        self._loop = loop
        self._stopped = False

    def stop(self) -> None:
        """Announce nothing more."""
        self._stopped = True
        self._open.clear()

    def here(self, household_id: int, routine_id: int) -> tuple[int, ...]:
        """Return the members who have the routine open, by id; in any thread."""
        return tuple(sorted(self._open.get((household_id, routine_id), {}).copy()))

    def arrive(self, viewer: Viewer) -> None:
        """Count one more stream."""
        if viewer.routine_id is None:
            return
        place = viewer.household_id, viewer.routine_id
        streams = self._open.setdefault(place, Counter())
        if viewer.member_id not in streams:
            self._tell(place)
        streams[viewer.member_id] += 1

    def leave(self, viewer: Viewer) -> None:
        """Count one stream less, a little later."""
        if viewer.routine_id is not None and not self._stopped:
            self._loop.call_later(GRACE_SECONDS, self._gone, viewer)

    def _gone(self, viewer: Viewer) -> None:
        place = viewer.household_id, viewer.routine_id
        if (streams := self._open.get(place)) is None:
            return
        streams[viewer.member_id] -= 1
        if streams[viewer.member_id] <= 0:
            del streams[viewer.member_id]
            self._tell(place)
        if not streams:
            del self._open[place]

    def _tell(self, place: Place) -> None:
        if not self._changed:
            self._loop.call_later(TOGETHER_SECONDS, self._flush)
        self._changed.add(place)

    def _flush(self) -> None:
        changed, self._changed = self._changed, set()
        if not self._stopped:
            for place in changed:
                self._announce(*place)


_presence: Presence | None = None


def here(household_id: int, routine_id: int) -> tuple[int, ...]:
    """Return the members who have the routine open in this process; nobody where no hub runs."""
    return _presence.here(household_id, routine_id) if _presence else ()


def use(presence: Presence | None) -> None:
    """Let `here` answer from this one."""
    global _presence
    _presence = presence
