"""What a family's link offers, in words, before a facilitator takes it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from households.models import ConsentOffer, Member
from households.rules.consent import KINDS
from routines.models import Routine
from routines.words.caseload import KIND_NAMES, until_words
from routines.words.names import joined


@dataclass(frozen=True, slots=True)
class OfferView:
    """A link's terms: who offered them, which kinds of things, of which routines and whom, until when."""

    family: str
    offered_by: str
    kinds: tuple[str, ...]
    routines: str
    people: str
    until: str


def offer_view(offer: ConsentOffer, now: datetime) -> OfferView:
    """Return a link's terms in words; its household and who offered it are loaded. Two queries."""
    household = offer.household
    routines = Routine.objects.filter(household_id=household.id, id__in=offer.routine_ids).order_by("id")
    people = Member.objects.of(household.id).here().filter(id__in=offer.member_ids).in_order()
    return OfferView(
        family=household.name,
        offered_by=offer.offered_by.name,
        kinds=tuple(str(KIND_NAMES[each]) for each in KINDS if each in offer.kinds),
        routines=joined(routines.values_list("title", flat=True)),
        people=joined(people.values_list("name", flat=True)),
        until=until_words(offer.until_on, now.astimezone(ZoneInfo(household.time_zone)).date()),
    )
