"""How many taps a tablet may send: more than any child manages, fewer than would keep others waiting."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from routines.views.tablet.sentence import told
from routines.words.tablet import TOO_MANY_TAPS

A_MINUTE = 120
MINUTE = 60


def tapping(view: Callable) -> Callable:
    """Let a tablet's taps through until there are too many in one minute; nothing of the rest is stored."""

    @wraps(view)
    def limited(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        wait = _wait(request.tablet.id, timezone.now()) if request.method == "POST" else 0
        if not wait:
            return view(request, *args, **kwargs)
        answer = told(request, str(TOO_MANY_TAPS), 429)
        answer["Retry-After"] = str(wait)
        return answer

    return limited


def _wait(tablet_id: int, now: datetime) -> int:
    """Count a tap, and return for how many seconds the tablet must wait: 0 while it need not."""
    seconds = int(now.timestamp())
    key = f"tablet-taps-{tablet_id}-{seconds // MINUTE}"
    cache.add(key, 0, timeout=2 * MINUTE)
    return MINUTE - seconds % MINUTE if cache.incr(key) > A_MINUTE else 0
