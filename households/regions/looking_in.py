"""Who looks in at a household: its standing consents as frozen values, with those who said no for their own part."""

from dataclasses import dataclass
from datetime import date, datetime

from households.consent_words import child_sign, sign
from households.models import Consent, ConsentRefusal
from households.rules.consent import Terms, is_over


@dataclass(frozen=True, slots=True)
class Looker:
    """A facilitator whom a standing consent lets look in; `refused` are members who said no to them."""

    consent_id: int
    facilitator_id: int
    name: str
    about: str
    organisation: str
    terms: Terms
    given_by: int
    given_at: datetime
    refused: frozenset[int]

    @property
    def line(self) -> str:
        """Return the sign that they look in, at what and until when."""
        return sign(self.name, self.terms.kinds, self.terms.until_on)

    @property
    def child_line(self) -> str:
        """Return the sign in words for a child."""
        return child_sign(self.name, self.terms.kinds)

    def sees_part_of(self, member_id: int) -> bool:
        """Return whether somebody's part is shown to them."""
        return member_id in self.terms.member_ids and member_id not in self.refused


def standing_lookers(household_id: int) -> tuple[Looker, ...]:
    """Return whom nobody stopped, in the order they came; some may be over by date. Two queries, one for nobody."""
    found = Consent.objects.of(household_id).standing().select_related("facilitator__organisation").order_by("id")
    consents = tuple(found)
    if not consents:
        return ()
    said_no: dict[int, set[int]] = {}
    refusals = ConsentRefusal.objects.filter(household_id=household_id, taken_back_at=None)
    for facilitator_id, member_id in refusals.values_list("facilitator_id", "member_id"):
        said_no.setdefault(facilitator_id, set()).add(member_id)
    return tuple(_looker(each, said_no.get(each.facilitator_id, set())) for each in consents)


def lookers(household_id: int, today: date) -> tuple[Looker, ...]:
    """Return who looks in on this day of the household's clock."""
    return looking_on(standing_lookers(household_id), today)


def looking_on(known: tuple[Looker, ...], today: date) -> tuple[Looker, ...]:
    """Return those of them whose last day is not over."""
    return tuple(each for each in known if not is_over(each.terms.until_on, today))


def _looker(consent: Consent, refused: set[int]) -> Looker:
    facilitator = consent.facilitator
    return Looker(
        consent_id=consent.id,
        facilitator_id=facilitator.id,
        name=facilitator.name,
        about=facilitator.about,
        organisation=facilitator.organisation.name if facilitator.organisation else "",
        terms=Terms(tuple(consent.kinds), tuple(consent.routine_ids), tuple(consent.member_ids), consent.until_on),
        given_by=consent.given_by_id,
        given_at=consent.given_at,
        refused=frozenset(refused),
    )
