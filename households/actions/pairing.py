"""Adding a tablet: a parent shows a code, a tablet claims it, the parent says that it is the right one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import randbelow, token_urlsafe
from uuid import UUID

from django.utils.crypto import salted_hmac

from households import seat
from households.actions.change import change
from households.actions.guard import asking, guard
from households.actions.guesses import guessed_right, guessed_wrong, may_guess
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Pairing, Tablet
from households.pictograms import PICTOGRAMS
from households.rules.tablets import may_look_after_tablets

LASTS = timedelta(minutes=10)
KEY_BYTES = 24
DIGITS = 6
PICTURES = 3
# What both screens show: pictures that are told apart at a glance and come with the first page.
SHOWN = tuple(
    each.name for each in PICTOGRAMS.values() if each.sprite == "core" and each.category in ("animals", "play", "going")
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A pairing with the two ways to claim it. They are known only now: neither is stored."""

    pairing: Pairing
    key: str
    digits: str


def offer_pairing(*, actor: Actor, at: datetime, tap: UUID | None = None) -> Offer:
    """Make a way to add one tablet, ending an earlier one of this parent. Raises `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_look_after_tablets(asking(actor)))
        earlier = Pairing.objects.of(actor.household_id).open_at(at).filter(made_by_id=actor.member_id)
        earlier.update(withdrawn_at=at)
        key, digits = token_urlsafe(KEY_BYTES), _free_digits(at)
        pairing = Pairing.objects.create(
            household_id=actor.household_id,
            key_hash=seat.key_hash(key),
            digits_hash=digits_hash(digits),
            pictures=_three_pictures(),
            made_by_id=actor.member_id,
            made_at=begun.at,
            expires_at=at + LASTS,
        )
    return Offer(pairing, key, digits)


def find_pairing(*, key: str) -> Pairing:
    """Return the pairing a link's key belongs to, usable or not; raises `Missing`."""
    pairing = Pairing.objects.filter(key_hash=seat.key_hash(key)).first()
    if pairing is None:
        raise Missing
    return pairing


def claim_with_key(*, key: str, claim: str, at: datetime) -> Pairing:
    """Let a tablet, whose own key `claim` is to be, claim a pairing by its link. Raises `Missing`, `Refused`."""
    return _claim(find_pairing(key=key), claim, at)


def claim_with_digits(*, digits: str, claim: str, address: str, at: datetime) -> Pairing:
    """Let a tablet claim a pairing by its six digits; wrong ones from `address` make growing waits.

    Raises `Refused`. Digits of two pairings at once fit neither.
    """
    may_guess(address, at)
    found = Pairing.objects.filter(digits_hash=digits_hash(digits), expires_at__gt=at - LASTS).order_by("-id")
    found = [each for each in found if each.withdrawn_at is None and at < each.expires_at] or list(found[:1])
    if len(found) != 1:
        guessed_wrong(address, at)
        raise Refused("pairing_unknown", field="digits")
    try:
        pairing = _claim(found[0], claim, at)
    except Refused:
        guessed_wrong(address, at)
        raise
    guessed_right(address)
    return pairing


def claimed_by(*, claim: str) -> Pairing | None:
    """Return the pairing that a tablet with this key has claimed, whatever became of it."""
    return Pairing.objects.filter(claim_hash=seat.key_hash(claim)).first() if claim else None


def why_closed(pairing: Pairing, *, at: datetime) -> str:
    """Return why a pairing is no longer good, as a refusal's code; empty while it is."""
    if pairing.confirmed_at:
        return "pairing_used"
    if pairing.withdrawn_at:
        return "pairing_withdrawn"
    return "" if at < pairing.expires_at else "pairing_expired"


def pairing_of(actor: Actor, pairing_id: int) -> Pairing:
    """Return a pairing of the actor's household; raises `Missing`."""
    pairing = Pairing.objects.of(actor.household_id).filter(id=pairing_id).first()
    if pairing is None:
        raise Missing
    return pairing


def confirm_pairing(*, actor: Actor, pairing_id: int, name: str, at: datetime, tap: UUID | None = None) -> Tablet:
    """Say that the tablet which claimed is the right one: from now on its own key counts.

    Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_look_after_tablets(asking(actor)))
        pairing = pairing_of(actor, pairing_id)
        if code := why_closed(pairing, at=at):
            raise Refused(code)
        if not pairing.claimed_at:
            raise Refused("pairing_waits")
        tablet = Tablet.objects.create(
            household_id=actor.household_id,
            name=name,
            key_hash=pairing.claim_hash,
            paired_by_id=actor.member_id,
            paired_at=at,
            last_seen_at=at,
        )
        Pairing.objects.of(actor.household_id).filter(id=pairing.id).update(confirmed_at=at, tablet=tablet)
        begun.record("tablet.added", subject=tablet.id, title=tablet.name)
        begun.tells("people")
    return tablet


def withdraw_pairing(*, actor: Actor, pairing_id: int, at: datetime, tap: UUID | None = None) -> Pairing:
    """Take a pairing back, also one a wrong tablet has claimed. Raises `Missing`, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap):
        guard(may_look_after_tablets(asking(actor)))
        pairing = pairing_of(actor, pairing_id)
        if pairing.confirmed_at:
            raise Refused("pairing_used")
        Pairing.objects.of(actor.household_id).filter(id=pairing.id, withdrawn_at=None).update(withdrawn_at=at)
    return pairing


def digits_hash(digits: str) -> str:
    """Return what is stored of six digits. There are few of them, so they are mixed with the site's key."""
    return salted_hmac("households.pairing.digits", digits, algorithm="sha256").hexdigest()


def _claim(pairing: Pairing, claim: str, at: datetime) -> Pairing:
    """Of two tablets with one code the first gets it: a single statement decides."""
    mine = seat.key_hash(claim)
    unclaimed = Pairing.objects.of(pairing.household_id).open_at(at).filter(id=pairing.id, claimed_at=None)
    unclaimed.update(claimed_at=at, claim_hash=mine)
    pairing.refresh_from_db()
    if code := why_closed(pairing, at=at):
        raise Refused(code, field="digits")
    if pairing.claim_hash != mine:
        raise Refused("pairing_taken", field="digits")
    return pairing


def _free_digits(at: datetime) -> str:
    """Return digits no other open pairing has."""
    while True:
        digits = f"{randbelow(10**DIGITS):0{DIGITS}}"
        if not Pairing.objects.open_at(at).filter(digits_hash=digits_hash(digits)).exists():
            return digits


def _three_pictures() -> list[str]:
    """Return three different pictures in a random order."""
    left = list(SHOWN)
    return [left.pop(randbelow(len(left))) for _ in range(PICTURES)]
