"""Who is connected to this process, and what each of them gets when something changes."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from uuid import UUID

from django.utils import timezone

from households.live import outlet, presence, wire
from households.live.bus import Bus, MemoryBus
from households.live.change import Change, Viewer
from households.live.outlet import publish
from households.live.presence import Presence
from households.live.screen import Screen
from households.live.work import Workers

__all__ = ["Hub", "publish"]

log = logging.getLogger(__name__)

Authorise = Callable[[dict, int | UUID, dict], Viewer | None]
Render = Callable[[Change, Iterable[Viewer]], Mapping[Viewer, str]]
CatchUp = Callable[[Viewer, int], tuple[int, str]]
Parcel = tuple[bytes, int]

BEAT_SECONDS = 15.0
RECHECK_SECONDS = 15 * 60.0
SLICES = 30


class Hub:
    """The open screens of this process, by household.

    `authorise(cookies, place, query)` says who is looking, or None; the place is a household's number or a consent's
    key; `render(change, viewers)`
    returns what each viewer should get, nothing for those it does not concern; `catch_up(viewer, since)`
    returns the household's revision, read first, and all that changed after `since`. All three ask the
    database and are never called in the event loop.
    """

    def __init__(
        self,
        *,
        authorise: Authorise,
        render: Render,
        catch_up: CatchUp,
        bus: Bus | None = None,
    ) -> None:
        self.authorise = authorise
        self.render = render
        self.catch_up = catch_up
        self.bus = bus or MemoryBus()
        self.presence = Presence(self._announce)
        self.ending = False
        self._lock = Lock()
        self._rights_moved = 0
        self._screens: dict[int, set[Screen]] = {}

    async def start(self) -> None:
        """Begin to serve screens in the running event loop."""
        self.loop = asyncio.get_running_loop()
        self.workers = Workers()
        self._slice = 0
        self._timer = self.loop.call_later(BEAT_SECONDS / SLICES, self._beat)
        self.bus.start(self.receive)
        outlet.listen(self.bus.publish)
        self.presence.start(self.loop)
        presence.use(self.presence)

    async def stop(self) -> None:
        """End every stream and let go of threads and timers."""
        self.end_all()
        outlet.unlisten(self.bus.publish)
        self.bus.stop()
        presence.use(None)
        self.presence.stop()
        self._timer.cancel()
        self.workers.stop()

    def end_all(self) -> None:
        """End every stream now and open no more; in the event loop. Screens come back by themselves."""
        self.ending = True
        for screen in self.screens():
            screen.end()

    def admit(self, screen: Screen) -> tuple[bool, tuple[int, bytes]]:
        """Let a screen in if somebody who may is looking; not in the loop.

        Returns whether, and all it has missed. It takes part before it catches up, so nothing falls
        between; and a right that ended while it was asked for is asked for again.
        """
        while True:
            moved = self._rights_moved
            screen.viewer = self.authorise(*screen.claim())
            if screen.viewer is None:
                self.leave(screen)
                return False, (0, b"")
            screen.household_id = screen.viewer.household_id
            self.join(screen)
            if moved == self._rights_moved:
                return True, self.missed(screen)

    def join(self, screen: Screen) -> None:
        """Let a screen take part; in any thread. It holds what arrives until it has caught up."""
        with self._lock:
            self._screens.setdefault(screen.household_id, set()).add(screen)

    def leave(self, screen: Screen) -> None:
        """Forget a screen; in any thread, any number of times."""
        with self._lock:
            if screens := self._screens.get(screen.household_id):
                screens.discard(screen)
                if not screens:
                    del self._screens[screen.household_id]

    def screens(self, household_id: int | None = None) -> list[Screen]:
        """Return the open screens, of one household or of all."""
        with self._lock:
            if household_id is not None:
                return list(self._screens.get(household_id, ()))
            return [screen for screens in self._screens.values() for screen in screens]

    def receive(self, change: Change) -> None:
        """Make what each viewer should get, once, and hand it to the loop; in any thread but the loop's.

        Never raises: a screen that could not be served is asked to fetch its page anew.
        """
        if "rights" in change.kinds:
            self._rights_moved += 1
        if self.ending or not (screens := self.screens(change.household_id)):
            return
        if "rights" in change.kinds:
            screens = [screen for screen in screens if self.recheck(screen)]
        viewers = {screen.viewer for screen in screens}
        inside = {viewer for viewer in viewers if viewer.consent_id is None}
        parcels = self._parcels(change, inside)
        turns = dict(change.turns)
        for viewer in viewers - inside:
            if turn := turns.get(viewer.consent_id):
                parcels[viewer] = wire.resync(turn), turn
        self._soon(self._deliver, change.household_id, parcels)

    def recheck(self, screen: Screen) -> bool:
        """Ask again who is looking and end the stream of a screen that may no longer; not in the loop.

        Returns whether it may go on. A screen whose viewer changed in any way starts over.
        """
        try:
            viewer = self.authorise(*screen.claim())
        except Exception:
            log.exception("A stream's right could not be checked")
            self._soon(screen.end)
            return False
        if viewer == screen.viewer:
            return True
        self._soon(screen.end, wire.CLOSED if viewer is None else wire.resync(0))
        return False

    def refresh(self, screen: Screen) -> None:
        """Bring a screen that missed something up to date; not in the loop."""
        if self.recheck(screen):
            self._soon(screen.caught_up, *self.missed(screen))

    def missed(self, screen: Screen) -> tuple[int, bytes]:
        """Return the household's revision and the message with all a screen has missed; not in the loop."""
        try:
            revision, html = self.catch_up(screen.viewer, screen.revision)
        except Exception:
            log.exception("A screen could not catch up")
            return screen.revision, wire.resync(0)
        if revision < screen.revision:  # the household is older than the screen: a restored backup
            return revision, wire.resync(revision)
        return revision, wire.message(html, revision)

    def _parcels(self, change: Change, viewers: set[Viewer]) -> dict[Viewer, Parcel]:
        """Return what each viewer of the household itself is sent, and the revision it belongs to."""
        try:
            pages = self.render(change, viewers) if viewers else {}
        except Exception:
            log.exception("A change could not be drawn")
            return dict.fromkeys(viewers, (wire.resync(change.revision), change.revision))
        sent = {html: wire.message(html, change.revision) for html in {*pages.values(), ""}}
        return {viewer: (sent[pages.get(viewer, "")], change.revision) for viewer in viewers}

    def _deliver(self, household_id: int, parcels: dict[Viewer, Parcel]) -> None:
        for screen in self.screens(household_id):
            if (parcel := parcels.get(screen.viewer)) is None:
                continue  # it came later than the change, and catches up; or it looks in, and is not told of this
            if not screen.offer(*parcel):
                self.workers.submit(self.refresh, screen)

    def _announce(self, household_id: int, routine_id: int) -> None:
        kinds, routines = frozenset({"presence"}), frozenset({routine_id})
        self.workers.submit(self.receive, Change(household_id, 0, routines, kinds=kinds))

    def _beat(self) -> None:
        """Keep a slice of the streams awake; each gets its turn once in BEAT_SECONDS."""
        self._timer = self.loop.call_later(BEAT_SECONDS / SLICES, self._beat)
        self._slice = (self._slice + 1) % SLICES
        now = self.loop.time()
        for screen in self.screens():
            if screen.slice == self._slice:
                screen.beat()
                if now - screen.checked_at > RECHECK_SECONDS or _is_over(screen):
                    screen.checked_at = now
                    self.workers.submit(self.recheck, screen)

    def _soon(self, act: Callable[..., None], *args) -> None:
        try:
            self.loop.call_soon_threadsafe(act, *args)
        except RuntimeError:  # the loop has ended: nobody is left to tell
            log.debug("Nobody is left to tell")


def _is_over(screen: Screen) -> bool:
    """Return whether the time is over that a screen was let in for."""
    closes_at = screen.viewer.closes_at if screen.viewer else None
    return closes_at is not None and closes_at <= timezone.now()
