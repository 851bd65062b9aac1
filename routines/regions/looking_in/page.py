"""The page of who looks in, for one reader."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from households.consent_words import KINDS, day_words, kinds_inside
from households.models import Consent, ConsentOffer, ConsentRequest, Household
from households.regions.looking_in import Looker
from households.rules.consent import is_over
from routines.models import Routine
from routines.regions.look import Look
from routines.regions.looking_in.known import who_looks_in
from routines.regions.looking_in.opened import opened_view
from routines.regions.looking_in.values import (
    EndedRow,
    LookerCard,
    LookingInView,
    OfferRow,
    Part,
    RequestRow,
    SharedKind,
    SharedRoutine,
)
from routines.rules.state import Kind
from routines.words.days import date_words

ENDED_SHOWN = 20


def looking_in_view(look: Look, household: Household, before: int | None = None) -> LookingInView:
    """Return the page as its reader sees it now; `before` is where the list of what was opened goes on."""
    parent = look.viewer.kind == Kind.PARENT
    return LookingInView(
        cards=looker_cards(look, household),
        requests=_requests(look) if parent else (),
        offers=_offers(look) if parent else (),
        ended=() if look.viewer.kind == Kind.SUPPORTER else _ended(look, parent),
        opened=None if look.viewer.kind == Kind.SUPPORTER else opened_view(look, before),
        may_share=parent,
    )


def looker_cards(look: Look, household: Household) -> tuple[LookerCard, ...]:
    """Return everybody who looks in today. One query where somebody does."""
    known = who_looks_in(household, look.today)
    titles = dict(Routine.objects.of(look.household_id).values_list("id", "title")) if known else {}
    return tuple(_card(look, each, titles) for each in known)


def part_of(look: Look, looker: Looker) -> Part:
    """Return how it stands with the reader's own part."""
    if look.viewer.id in looker.refused:
        return Part.REFUSED
    return Part.SHOWN if look.viewer.id in looker.terms.member_ids else Part.NOT_SHARED


def _card(look: Look, looker: Looker, titles: Mapping[int, str]) -> LookerCard:
    terms = looker.terms
    shown = tuple(each for each in terms.member_ids if each not in looker.refused)
    refused = tuple(each for each in terms.member_ids if each in looker.refused)
    return LookerCard(
        consent_id=looker.consent_id,
        facilitator_id=looker.facilitator_id,
        name=looker.name,
        about=looker.about,
        organisation=looker.organisation,
        line=looker.line,
        kinds=tuple(SharedKind(kind, words) for kind, words in KINDS.items() if kind in terms.kinds),
        routines=tuple(SharedRoutine(each, titles[each]) for each in terms.routine_ids if each in titles),
        people=look.persons(shown),
        refused=look.persons(refused),
        until=day_words(terms.until_on),
        given_by=look.person(looker.given_by).name,
        given_on=_on(look, looker.given_at),
        part=part_of(look, looker),
    )


def _requests(look: Look) -> tuple[RequestRow, ...]:
    waiting = ConsentRequest.objects.filter(household_id=look.household_id, answered_at=None)
    return tuple(
        RequestRow(
            id=each.id,
            name=each.facilitator.name,
            organisation=each.facilitator.organisation.name if each.facilitator.organisation else "",
            about=each.facilitator.about,
            words=each.words,
            asked_on=_on(look, each.asked_at),
        )
        for each in waiting.select_related("facilitator__organisation").order_by("id")
    )


def _offers(look: Look) -> tuple[OfferRow, ...]:
    return tuple(
        OfferRow(
            id=each.id,
            is_code=each.is_code,
            kinds=kinds_inside(each.kinds),
            until=day_words(each.until_on) if each.until_on else "",
            expires=_on(look, each.expires_at),
            by=look.person(each.offered_by_id).name,
        )
        for each in ConsentOffer.objects.of(look.household_id).open_at(look.now).order_by("id")
    )


def _ended(look: Look, parent: bool) -> tuple[EndedRow, ...]:
    """Return what is over, the latest first: ended by somebody, replaced, given up, or its last day went by."""
    consents = list(Consent.objects.of(look.household_id).select_related("facilitator").order_by("-id"))
    over = [each for each in consents if each.ended_at or is_over(each.until_on, look.today)]
    standing = {each.facilitator_id for each in consents if each not in over}
    rows, offered = [], set(standing)
    for consent in over[:ENDED_SHOWN]:
        again = parent and consent.facilitator_id not in offered
        offered.add(consent.facilitator_id)
        rows.append(EndedRow(consent.facilitator_id, consent.facilitator.name, _how_ended(look, consent), again))
    return tuple(rows)


def _how_ended(look: Look, consent: Consent) -> str:
    if consent.ended_at is None:
        return _("Its last day was %(day)s.") % {"day": day_words(consent.until_on)}
    words = {"day": _on(look, consent.ended_at), "name": look.person(consent.ended_by_id or 0).name}
    if consent.ended_why == Consent.Why.REPLACED:
        return _("Shared anew on %(day)s, with other terms.") % words
    if consent.ended_why == Consent.Why.LEFT:
        return _("They stopped by themself on %(day)s.") % words
    return _("Ended by %(name)s on %(day)s.") % words if words["name"] else _("Ended on %(day)s.") % words


def _on(look: Look, at: datetime) -> str:
    return date_words(at.astimezone(ZoneInfo(look.time_zone)).date())
