"""Who looks in, read once for as long as nobody's consent or word changed."""

from datetime import date

from households.models import ConsentRequest, Household
from households.regions.looking_in import Looker, looking_on, standing_lookers
from routines.models.cache import Recent

_known: Recent[tuple[Looker, ...]] = Recent(1024)
_asking: Recent[tuple[str, ...]] = Recent(1024)


def forget() -> None:
    """Forget what was read so far."""
    _known.clear()
    _asking.clear()


def who_looks_in(household: Household, today: date) -> tuple[Looker, ...]:
    """Return who looks in today. Whatever changes it also moves the household's people on, so the key says when."""
    key = (household.id, household.people_revision)
    kept = _known.get(key)
    known = kept if kept is not None else _known.keep(key, standing_lookers(household.id))
    return looking_on(known, today)


def who_asks(household: Household) -> tuple[str, ...]:
    """Return the names of those who ask to look in and have no answer yet; a request moves the people on as well."""
    key = (household.id, household.people_revision)
    kept = _asking.get(key)
    return kept if kept is not None else _asking.keep(key, _names_asking(household.id))


def _names_asking(household_id: int) -> tuple[str, ...]:
    waiting = ConsentRequest.objects.filter(household_id=household_id, answered_at=None).order_by("id")
    return tuple(waiting.values_list("facilitator__name", flat=True))
