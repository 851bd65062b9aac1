"""Six digits can be guessed, so wrong ones are counted: from one address, and from all together."""

import math
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from django.core.cache import cache

from households.actions.refusal import Refused
from households.rules.tablets import FREE_FROM_ALL, FREE_FROM_ONE, wait_after_digits

REMEMBERED = timedelta(hours=1)
ALL = "all"


def may_guess(address: str, at: datetime) -> None:
    """Go on if somebody at this address may try digits now; else raise `Refused` with how long to wait."""
    for who, code in ((_caller(address), "digits_wait"), (ALL, "digits_wait_all")):
        until = cache.get(_key("until", who))
        if until is not None and until > at:
            raise Refused(code, field="digits", seconds=math.ceil((until - at).total_seconds()))


def guessed_wrong(address: str, at: datetime) -> None:
    """Count wrong digits. Each count is a single step, so that many at once are all counted."""
    for who, free in ((_caller(address), FREE_FROM_ONE), (ALL, FREE_FROM_ALL)):
        cache.add(_key("wrong", who), 0, REMEMBERED.total_seconds())
        wait = wait_after_digits(cache.incr(_key("wrong", who)), free)
        if wait:
            cache.set(_key("until", who), at + timedelta(seconds=wait), wait)


def guessed_right(address: str) -> None:
    """Forget the wrong tries of an address. Those of all together stay counted."""
    caller = _caller(address)
    cache.delete_many([_key("wrong", caller), _key("until", caller)])


def _caller(address: str) -> str:
    """Return whom an address stands for: with IPv6 a home has a whole network of them."""
    try:
        known = ip_address(address)
    except ValueError:
        return "unknown"
    return str(IPv6Address(int(known) >> 64 << 64)) if known.version == 6 else str(known)


def _key(what: str, who: str) -> str:
    return f"tablet-digits-{what}-{sha256(who.encode()).hexdigest()[:32]}"
