"""Which time zones there are, and which one somebody means."""

from functools import cache
from zoneinfo import available_timezones

_NOT_PLACES = {"localtime", "Factory", "posixrules"}
_REGIONS = {
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
}


@cache
def known() -> frozenset[str]:
    """Return every name a household's clock may have."""
    return frozenset(available_timezones() - _NOT_PLACES)


@cache
def offered() -> tuple[str, ...]:
    """Return the names worth offering: places, and UTC."""
    return (*sorted(name for name in known() if name.split("/")[0] in _REGIONS), "UTC")


@cache
def _by_words() -> dict[str, str]:
    """Return what people type for each zone: its whole name, or its city where only one has it."""
    whole = {_plain(name): name for name in sorted(known())}
    cities: dict[str, set[str]] = {}
    for name in offered():
        cities.setdefault(_plain(name.rsplit("/", 1)[-1]), set()).add(name)
    return {city: names.pop() for city, names in cities.items() if len(names) == 1} | whole


def meant(text: str) -> str | None:
    """Return the zone somebody means by `Europe/Berlin`, `europe/berlin` or `New York`, or None."""
    return _by_words().get(_plain(text))


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").split()).casefold()
