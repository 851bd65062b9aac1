"""A facilitator with a family's code asks to look in; a parent answers."""

from datetime import datetime
from uuid import UUID

from households.actions.change import change
from households.actions.consent_offers import code_hash
from households.actions.consents import Outsider, begin, is_own_family
from households.actions.guard import asking, guard
from households.actions.guesses import FAMILY_CODE, guessed_right, guessed_wrong, may_guess
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Consent, ConsentOffer, ConsentRequest, Event, Facilitator
from households.rules.consent import Terms, may_consent


def ask_with_code(*, code: str, facilitator: Facilitator, words: str, address: str, at: datetime) -> ConsentRequest:
    """Ask a family to let one look in; wrong codes from `address` make growing waits. A code works once.

    Raises `Refused`, also for a member of this very family and for whoever has asked already.
    """
    may_guess(address, at, FAMILY_CODE)
    offer = ConsentOffer.objects.filter(key_hash=code_hash(code), is_code=True).first()
    if offer is None or offer.withdrawn_at or (at >= offer.expires_at and not offer.used_at):
        guessed_wrong(address, at, FAMILY_CODE)
        raise Refused("family_code_unknown", field="code")
    with change(actor=Outsider(offer.household_id), at=at) as begun:
        if is_own_family(facilitator.account_id, offer.household_id):
            raise Refused("consent_own_family", field="code")
        waiting = ConsentRequest.objects.filter(household_id=offer.household_id, answered_at=None)
        if waiting.filter(facilitator=facilitator).exists():
            raise Refused("asked_already", field="code")
        open_ones = ConsentOffer.objects.of(offer.household_id).open_at(at).filter(id=offer.id)
        if not open_ones.update(used_at=at, used_by=facilitator):
            raise Refused("family_code_used", field="code")
        request = ConsentRequest.objects.create(
            household_id=offer.household_id, facilitator=facilitator, words=words, asked_at=at
        )
        begun.record("consent.asked", subject=request.id, title=facilitator.name)
        begun.tells("people")
    guessed_right(address, FAMILY_CODE)
    return request


def say_yes(*, actor: Actor, request_id: int, terms: Terms, at: datetime, tap: UUID | None = None) -> Consent:
    """Answer with yes, on these terms. Raises `Missing`, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        request = _open(actor, request_id)
        consent = begin(begun, facilitator=request.facilitator, given_by_id=actor.member_id, terms=terms)
        _answer(actor, request, at, consent=consent)
    return consent


def say_no(*, actor: Actor, request_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """Answer with no. Raises `Missing`, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        request = _open(actor, request_id)
        _answer(actor, request, at)
        begun.tells("people")
        return begun.record("consent.declined", subject=request.id, title=request.facilitator.name)


def request_of(actor: Actor, request_id: int) -> ConsentRequest:
    """Return a request to the actor's household, with its facilitator; raises `Missing`."""
    requests = ConsentRequest.objects.select_related("facilitator__organisation")
    request = requests.filter(household_id=actor.household_id, id=request_id).first()
    if request is None:
        raise Missing
    return request


def _open(actor: Actor, request_id: int) -> ConsentRequest:
    request = request_of(actor, request_id)
    if request.answered_at is not None:
        raise Refused("request_answered")
    return request


def _answer(actor: Actor, request: ConsentRequest, at: datetime, consent: Consent | None = None) -> None:
    ConsentRequest.objects.filter(household_id=actor.household_id, id=request.id).update(
        answered_at=at, answered_by_id=actor.member_id, consent=consent
    )
