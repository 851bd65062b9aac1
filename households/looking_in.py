"""Who may look in: from a session and a consent's key to an onlooker, in two queries, failing closed."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db.models import Value
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from households.live.change import Viewer
from households.models import Consent, ConsentRefusal, Facilitator, Member
from households.onlooker import Onlooker, Seen
from households.rules.consent import is_over, shared_members


def facilitator_of(session) -> Facilitator | None:
    """Return the facilitator the session's account is, with account and organisation, or None. One query."""
    account_id = session.get(SESSION_KEY)
    if not account_id or not session.get(BACKEND_SESSION_KEY):
        return None
    found = Facilitator.objects.select_related("account", "organisation")
    facilitator = found.filter(account_id=int(account_id), account__is_active=True).first()
    return facilitator if facilitator and _same_password(session, facilitator) else None


def consent_of(session, key: UUID) -> Consent | None:
    """Return the consent with this key if it was given to the session's own facilitator, over or not; else None.

    Household, facilitator, account and organisation are loaded with it: one query.
    """
    account_id = session.get(SESSION_KEY)
    if not account_id or not session.get(BACKEND_SESSION_KEY):
        return None
    found = Consent.objects.select_related("household", "facilitator__account", "facilitator__organisation")
    consent = found.filter(
        key=key, facilitator__account_id=int(account_id), facilitator__account__is_active=True
    ).first()
    return consent if consent and _same_password(session, consent.facilitator) else None


def stands(consent: Consent, now: datetime) -> bool:
    """Return whether a consent still lets its facilitator look in; its household must be loaded."""
    today = now.astimezone(ZoneInfo(consent.household.time_zone)).date()
    return consent.ended_at is None and not is_over(consent.until_on, today)


def onlooker_of(consent: Consent, now: datetime | None = None) -> Onlooker | None:
    """Return what a consent lets its facilitator see now, or None once it is over. One query."""
    if not stands(consent, now or timezone.now()):
        return None
    return onlookers_of([consent])[0]


def onlookers_of(consents: Iterable[Consent]) -> tuple[Onlooker, ...]:
    """Return what some standing consents let their facilitators see, in their order. One query for all of them."""
    consents = tuple(consents)
    parts = _parts(consents)
    return tuple(_onlooker(each, *parts.get((each.household_id, each.facilitator_id), ((), ()))) for each in consents)


def consent_viewer(session, key: UUID, query: Mapping[str, str]) -> Viewer | None:
    """Return what a facilitator's live stream may show, or None. `query` only says which of their pages is open."""
    consent = consent_of(session, key)
    if consent is None or not stands(consent, timezone.now()):
        return None
    return Viewer(
        household_id=consent.household_id,
        member_id=0,
        kind="facilitator",
        language="",
        page=query.get("page", ""),
        consent_id=consent.id,
        closes_at=closes_at(consent),
    )


def closes_at(consent: Consent) -> datetime:
    """Return the moment a consent's last day is over by the household's clock."""
    following = consent.until_on + timedelta(days=1)
    return datetime.combine(following, time.min, ZoneInfo(consent.household.time_zone))


def _parts(consents: tuple[Consent, ...]) -> dict[tuple[int, int], tuple[list[Seen], set[int]]]:
    """Return by household and facilitator who is here, in the family's order, and who said no."""
    households = {each.household_id for each in consents}
    here = Member.objects.here().filter(household_id__in=households)
    refusals = ConsentRefusal.objects.filter(
        household_id__in=households,
        facilitator_id__in={each.facilitator_id for each in consents},
        taken_back_at=None,
    )
    known = [field.name for field in fields(Seen)][1:]
    nothing = [Value(0 if name == "position" else "") for name in known]
    rows = here.values_list("household_id", Value(0), "id", *known).union(
        refusals.values_list("household_id", "facilitator_id", "member_id", *nothing), all=True
    )
    members: dict[int, list[Seen]] = {}
    refused: dict[tuple[int, int], set[int]] = {}
    for household_id, facilitator_id, *about in rows:
        if facilitator_id:
            refused.setdefault((household_id, facilitator_id), set()).add(about[0])
        else:
            members.setdefault(household_id, []).append(Seen(*about))
    for each in members.values():
        each.sort(key=lambda one: (one.position, one.id))
    keys = {(each.household_id, each.facilitator_id) for each in consents}
    return {key: (members.get(key[0], []), refused.get(key, set())) for key in keys}


def _onlooker(consent: Consent, here, refused) -> Onlooker:
    organisation = consent.facilitator.organisation
    household = consent.household
    shared = shared_members(consent.member_ids, [each.id for each in here], refused)
    return Onlooker(
        consent_id=consent.id,
        key=str(consent.key),
        household_id=consent.household_id,
        household_name=household.name,
        time_zone=household.time_zone,
        facilitator_id=consent.facilitator_id,
        account_id=consent.facilitator.account_id,
        name=consent.facilitator.name,
        organisation=organisation.name if organisation else "",
        kinds=frozenset(consent.kinds),
        routine_ids=frozenset(consent.routine_ids),
        people=tuple(each for each in here if each.id in shared),
        given_on=consent.given_at.astimezone(ZoneInfo(household.time_zone)).date(),
        until_on=consent.until_on,
        turn=consent.turn,
        revision=household.revision,
    )


def _same_password(session, facilitator: Facilitator) -> bool:
    known = session.get(HASH_SESSION_KEY, "")
    return bool(known) and constant_time_compare(known, facilitator.account.get_session_auth_hash())
