"""The server's moment in a fragment, so that a script knows how far the clock of its own device is off."""

from datetime import datetime
from secrets import token_hex

from django.utils.safestring import SafeString, mark_safe

from routines.regions.morning.bar import milliseconds

# What stands for it in a fragment. Nobody can have written this: it is new with every start.
NOW = f"now-{token_hex(12)}"


def at_now(html: str, now: datetime) -> SafeString:
    """Return a fragment that says what time it is at the server, in milliseconds since 1970."""
    return mark_safe(html.replace(NOW, str(milliseconds(now))))  # noqa: S308 - made from fragments
