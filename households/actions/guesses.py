"""What is short enough to be typed can be guessed, so wrong tries are counted: from one address, and from all."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from django.core.cache import cache

from households.actions.refusal import Refused
from households.rules.tablets import FREE_FROM_ALL, FREE_FROM_ONE, wait_after_digits

REMEMBERED = timedelta(hours=1)
ALL = "all"


@dataclass(frozen=True, slots=True)
class Typed:
    """Something short that is typed: under which name its tries are counted, its form's field, and why one waits.

    `one` is the refusal's code for somebody who was wrong too often, `all_` where all together were.
    """

    name: str
    field: str
    one: str
    all_: str


DIGITS = Typed("tablet-digits", "digits", "digits_wait", "digits_wait_all")
FAMILY_CODE = Typed("family-code", "code", "family_code_wait", "family_code_wait_all")


def may_guess(address: str, at: datetime, typed: Typed = DIGITS) -> None:
    """Go on if somebody at this address may try now; else raise `Refused` with how long to wait."""
    for who, code in ((_caller(address), typed.one), (ALL, typed.all_)):
        until = cache.get(_key(typed, "until", who))
        if until is not None and until > at:
            raise Refused(code, field=typed.field, seconds=math.ceil((until - at).total_seconds()))


def guessed_wrong(address: str, at: datetime, typed: Typed = DIGITS) -> None:
    """Count a wrong try. Each count is a single step, so that many at once are all counted."""
    for who, free in ((_caller(address), FREE_FROM_ONE), (ALL, FREE_FROM_ALL)):
        wrong = _key(typed, "wrong", who)
        cache.add(wrong, 0, REMEMBERED.total_seconds())
        wait = wait_after_digits(cache.incr(wrong), free)
        if wait:
            cache.set(_key(typed, "until", who), at + timedelta(seconds=wait), wait)


def guessed_right(address: str, typed: Typed = DIGITS) -> None:
    """Forget the wrong tries of an address. Those of all together stay counted."""
    caller = _caller(address)
    cache.delete_many([_key(typed, "wrong", caller), _key(typed, "until", caller)])


def _caller(address: str) -> str:
    """Return whom an address stands for: with IPv6 a home has a whole network of them."""
    try:
        known = ip_address(address)
    except ValueError:
        return "unknown"
    return str(IPv6Address(int(known) >> 64 << 64)) if known.version == 6 else str(known)


def _key(typed: Typed, what: str, who: str) -> str:
    return f"{typed.name}-{what}-{sha256(who.encode()).hexdigest()[:32]}"
