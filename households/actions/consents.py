"""Consent: letting a facilitator look in, showing them less, ending it. What is wider is given anew."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from households.actions.change import ChangeInProgress, change
from households.actions.guard import asking, guard
from households.actions.refusal import Missing, Refused
from households.actor import Actor
from households.models import Consent, Event, Facilitator, Household, Member
from households.onlooker import Onlooker
from households.rules.consent import Terms, may_consent, terms_fit

Why = Consent.Why


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody from outside who acts towards a household: no member of it, so that what they do is no member's."""

    household_id: int
    member_id: None = None


def give(*, actor: Actor, facilitator_id: int, terms: Terms, at: datetime, tap: UUID | None = None) -> Consent:
    """Let a facilitator the family knows look in, also anew or with other terms: what stood until now is replaced.

    Known is whoever looks or looked in, or asked to. Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        facilitator = known_facilitator(actor.household_id, facilitator_id)
        consent = begin(begun, facilitator=facilitator, given_by_id=actor.member_id, terms=terms)
    return consent


def narrow(
    *,
    actor: Actor,
    consent_id: int,
    kind: str = "",
    routine_id: int | None = None,
    member_id: int | None = None,
    at: datetime,
    tap: UUID | None = None,
) -> Event | None:
    """Stop sharing one kind, one routine or one person's part; with the last of them it ends.

    Returns None where it was not shared anyway. Raises `Missing`, `Refused`, `AlreadyApplied`.
    """
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        consent = _standing(actor.household_id, consent_id)
        before = terms_of(consent)
        gone = () if member_id is None else (member_id,)
        after = before.without(kind=kind, routine_id=routine_id, member_ids=gone)
        if after == before:
            return None
        return narrowed(begun, consent, after, member_id=member_id)


def end(*, actor: Actor, consent_id: int, at: datetime, tap: UUID | None = None) -> Event:
    """End a consent: from now on its facilitator sees nothing. Raises `Missing`, `Refused`, `AlreadyApplied`."""
    with change(actor=actor, at=at, tap=tap) as begun:
        guard(may_consent(asking(actor)))
        consent = _standing(actor.household_id, consent_id)
        return ended(begun, consent, Why.ENDED, "consent.ended")


def give_up(*, onlooker: Onlooker, at: datetime) -> Event:
    """Let the facilitator leave a family by themself; raises `Refused` where the consent ended meanwhile."""
    with change(actor=onlooker, at=at) as begun:
        consent = _standing(onlooker.household_id, onlooker.consent_id)
        return ended(begun, consent, Why.LEFT, "consent.left")


def begin(
    begun: ChangeInProgress, *, facilitator: Facilitator, given_by_id: int, terms: Terms, by_link=False
) -> Consent:
    """Begin a consent inside a change, ending the one that stood. Raises `Refused` for terms that do not fit.

    `by_link` is for one begun by a facilitator who took a link: `given_by_id` offered it before.
    """
    household = Household.objects.get(id=begun.household_id)
    here = set(Member.objects.of(household.id).here().values_list("id", flat=True))
    verdict, field = terms_fit(terms, begun.at.astimezone(ZoneInfo(household.time_zone)).date(), here)
    guard(verdict, field=field)
    if is_own_family(facilitator.account_id, household.id):
        raise Refused("consent_own_family")
    before = Consent.objects.of(household.id).to(facilitator.id).standing().first()
    if before is not None:
        _close(begun, before, Why.REPLACED)
    shared = terms.without(member_ids=set(terms.member_ids) - here)
    consent = Consent.objects.create(
        household=household, facilitator=facilitator, given_by_id=given_by_id, given_at=begun.at, **shared.facts()
    )
    begun.record(
        "consent.given",
        member=given_by_id if by_link else None,
        subject=consent.id,
        title=facilitator.name,
        changes=_changes(terms_of(before) if before else None, shared),
    )
    begun.tells("people")
    return consent


def narrowed(begun: ChangeInProgress, consent: Consent, after: Terms, member_id: int | None = None) -> Event:
    """Store a consent's narrower terms inside a change; where nothing is left, it ends."""
    before = terms_of(consent)
    if after.empty:
        return ended(begun, consent, Why.ENDED, "consent.ended")
    Consent.objects.of(consent.household_id).filter(id=consent.id).update(**after.facts())
    begun.turns_on(consent.id)
    begun.tells("people")
    return begun.record(
        "consent.narrowed",
        member=member_id,
        subject=consent.id,
        title=consent.facilitator.name,
        changes=_changes(before, after),
    )


def ended(begun: ChangeInProgress, consent: Consent, why: str, kind: str) -> Event:
    """End a consent inside a change and tell it."""
    _close(begun, consent, why)
    return begun.record(kind, subject=consent.id, title=consent.facilitator.name)


def terms_of(consent: Consent) -> Terms:
    """Return what a consent shares, in numbers."""
    return Terms(tuple(consent.kinds), tuple(consent.routine_ids), tuple(consent.member_ids), consent.until_on)


def known_facilitator(household_id: int, facilitator_id: int) -> Facilitator:
    """Return a facilitator a household has or had to do with; raises `Missing` for any other."""
    found = Facilitator.objects.filter(id=facilitator_id).first()
    if found is None:
        raise Missing
    met = Consent.objects.of(household_id).to(found.id).exists()
    if not met and not found.requests.filter(household_id=household_id).exists():
        raise Missing
    return found


def is_own_family(account_id: int, household_id: int) -> bool:
    """Return whether the person with an account is a member of a household themself."""
    return Member.objects.of(household_id).here().filter(account_id=account_id).exists()


def _close(begun: ChangeInProgress, consent: Consent, why: str) -> None:
    Consent.objects.of(consent.household_id).filter(id=consent.id).update(
        ended_at=begun.at, ended_by_id=begun.actor_id, ended_why=why
    )
    begun.turns_on(consent.id)
    begun.tells("rights", "people")


def _standing(household_id: int, consent_id: int) -> Consent:
    """Return a consent nobody ended; raises `Missing` for an unknown one, `Refused` for one that is over."""
    consent = Consent.objects.of(household_id).select_related("facilitator", "household").filter(id=consent_id).first()
    if consent is None:
        raise Missing
    if consent.ended_at is not None:
        raise Refused("consent_over")
    return consent


def _changes(before: Terms | None, after: Terms) -> dict[str, list]:
    """Return what a history tells of changed terms."""
    now = {"shared_kinds": list(after.kinds), "shared_of": list(after.member_ids), "shared_until": str(after.until_on)}
    if before is None:
        return {field: [None, value] for field, value in now.items()}
    was = {
        "shared_kinds": list(before.kinds),
        "shared_of": list(before.member_ids),
        "shared_until": str(before.until_on),
    }
    return {field: [was[field], value] for field, value in now.items() if was[field] != value}
