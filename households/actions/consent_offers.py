"""Ways for a facilitator to reach a family: a link that holds its terms, and a code that only lets them ask.

Each works once, for a week. Only a hash of it is kept.
"""

from datetime import datetime, timedelta
from secrets import choice, token_urlsafe
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.crypto import salted_hmac

from households.actions.change import change
from households.actions.consents import Outsider, begin, is_own_family
from households.actions.guard import asking, guard
from households.actions.invitations import KEY_BYTES, hash_of
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Consent, ConsentOffer, Facilitator, Member
from households.rules.consent import Terms, may_consent, terms_fit

LASTS = timedelta(days=7)
# Signs that are told apart when read aloud or by hand: no O and 0, no I, L and 1.
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_SIGNS = 8


def offer_link(*, actor: Actor, terms: Terms, at: datetime, tap: UUID | None = None) -> tuple[ConsentOffer, str]:
    """Make a link that lets a facilitator look in on these terms, and return it with its key.

    The key is known only now. Raises `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        today = at.astimezone(ZoneInfo(actor.time_zone)).date()
        here = set(Member.objects.of(actor.household_id).here().values_list("id", flat=True))
        verdict, field = terms_fit(terms, today, here)
        guard(verdict, field=field)
        key = token_urlsafe(KEY_BYTES)
        offer = _make(actor, hash_of(key), at, is_code=False, **terms.facts())
        begun.record("consent.offered", subject=offer.id)
        begun.tells("people")
    return offer, key


def offer_code(*, actor: Actor, at: datetime, tap: UUID | None = None) -> tuple[ConsentOffer, str]:
    """Make a code with which a facilitator may ask to look in, and return it. Raises `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        code = "".join(choice(SIGNS) for _ in range(CODE_SIGNS))
        offer = _make(actor, code_hash(code), at, is_code=True)
        begun.record("consent.offered", subject=offer.id)
        begun.tells("people")
    return offer, f"{code[:4]}-{code[4:]}"


def withdraw_offer(*, actor: Actor, offer_id: int, at: datetime, tap: UUID | None = None) -> ConsentOffer:
    """Take a link or a code back before it is used. Raises `Missing`, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        offer = ConsentOffer.objects.of(actor.household_id).filter(id=offer_id).first()
        if offer is None:
            raise Missing
        if code := why_closed(offer, at=at):
            raise Refused(code)
        ConsentOffer.objects.of(actor.household_id).filter(id=offer.id).update(withdrawn_at=at)
        begun.record("consent.withdrawn", subject=offer.id)
        begun.tells("people")
    return offer


def find_offer(*, key: str) -> ConsentOffer:
    """Return the link a key belongs to, usable or not, with its household and who offered it; raises `Missing`."""
    offers = ConsentOffer.objects.select_related("household", "offered_by").filter(is_code=False)
    offer = offers.filter(key_hash=hash_of(key)).first()
    if offer is None:
        raise Missing
    return offer


def why_closed(offer: ConsentOffer, *, at: datetime) -> str:
    """Return why a link can no longer be taken, as a refusal's code; empty while it can."""
    if offer.used_at:
        return "consent_offer_used"
    if offer.withdrawn_at:
        return "consent_offer_withdrawn"
    return "" if at < offer.expires_at else "consent_offer_expired"


def take_offer(*, key: str, facilitator: Facilitator, at: datetime, tap: UUID | None = None) -> Consent:
    """Take a link and return the consent that begins with it. Of two people with the same link one gets it.

    Raises `Missing` for an unknown link; `Refused` for a closed one, for a member of this very family, and where what
    it offered is over by now.
    """
    offer = find_offer(key=key)
    with change(actor=Outsider(offer.household_id), at=at, tap=tap) as begun:
        if is_own_family(facilitator.account_id, offer.household_id):
            raise Refused("consent_own_family")
        offer.refresh_from_db()  # its terms may have shrunk: somebody left
        if code := why_closed(offer, at=at):
            raise Refused(code)
        ConsentOffer.objects.of(offer.household_id).filter(id=offer.id).update(used_at=at, used_by=facilitator)
        try:
            consent = begin(
                begun,
                facilitator=facilitator,
                given_by_id=offer.offered_by_id,
                terms=terms_offered(offer),
                by_link=True,
            )
        except Refused as refused:
            raise Refused("consent_offer_stale") from refused
    return consent


def terms_offered(offer: ConsentOffer) -> Terms:
    """Return what a link offers."""
    return Terms(tuple(offer.kinds), tuple(offer.routine_ids), tuple(offer.member_ids), offer.until_on)


def code_hash(code: str) -> str:
    """Return what is stored of a code, however it was typed. It is short, so it is mixed with the site's key."""
    signs = "".join(each for each in code.upper() if each in SIGNS)
    return salted_hmac("households.consent.code", signs, algorithm="sha256").hexdigest()


def _make(actor: Actor, key_hash: str, at: datetime, **values: object) -> ConsentOffer:
    return ConsentOffer.objects.create(
        household_id=actor.household_id,
        key_hash=key_hash,
        offered_by_id=actor.member_id,
        offered_at=at,
        expires_at=at + LASTS,
        **values,
    )
