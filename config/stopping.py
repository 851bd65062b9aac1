"""Stopping: open streams end first, so that the server, which waits for every answer, can go at once."""

import signal
import threading

from households.live.hub import Hub

SIGNALS = (signal.SIGINT, signal.SIGTERM)


def end_streams_on_signal(hub: Hub) -> None:
    """End the hub's streams when the process is asked to stop, then do what was done before.

    Call it once the server has set its own handlers: in lifespan startup. Lifespan shutdown would be too
    late, for it comes when all answers have ended. Does nothing outside the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in SIGNALS:
        signal.signal(number, _ending(hub, signal.getsignal(number)))


def _ending(hub: Hub, before):
    def handle(number, frame):
        hub.loop.call_soon_threadsafe(hub.end_all)
        if callable(before):
            before(number, frame)
        elif before == signal.SIG_DFL:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

    return handle
