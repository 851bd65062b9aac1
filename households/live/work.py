"""A few threads in which the live layer asks the database, so that the event loop never waits for it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

from django.db import connections


class Workers:
    """Runs database work in threads that keep their connection only while more work is waiting."""

    def __init__(self, threads: int = 2) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="live")
        self._lock = Lock()
        self._waiting = 0

    def submit(self, work: Callable[..., Any], *args: Any) -> Future:
        """Queue `work(*args)`; raises RuntimeError after `stop`."""
        with self._lock:
            self._waiting += 1
        return self._pool.submit(self._run, work, args)

    def stop(self) -> None:
        """Drop what is queued, without waiting for what runs."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _run(self, work: Callable[..., Any], args: tuple) -> Any:
        with self._lock:
            self._waiting -= 1
        try:
            return work(*args)
        finally:
            if not self._waiting:
                connections.close_all()
