"""What the page of who looks in shows, as frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from households.consent_words import KindWords
from routines.rules.state import Person


class Part(StrEnum):
    """How it stands with the reader's own part."""

    SHOWN = "shown"
    REFUSED = "refused"
    NOT_SHARED = "not_shared"


@dataclass(frozen=True, slots=True)
class SharedKind:
    """A kind of thing that is shared."""

    kind: str
    words: KindWords


@dataclass(frozen=True, slots=True)
class SharedRoutine:
    """A routine that is shared."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class LookerCard:
    """Somebody who looks in: at what, of whom, until when, and who let them. `refused` said no for their own part."""

    consent_id: int
    facilitator_id: int
    name: str
    about: str
    organisation: str
    line: str
    kinds: tuple[SharedKind, ...]
    routines: tuple[SharedRoutine, ...]
    people: tuple[Person, ...]
    refused: tuple[Person, ...]
    until: str
    given_by: str
    given_on: str
    part: Part


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A facilitator who asks to look in."""

    id: int
    name: str
    organisation: str
    about: str
    words: str
    asked_on: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A link or code that can still be used; a code has no kinds."""

    id: int
    is_code: bool
    kinds: str
    until: str
    expires: str
    by: str


@dataclass(frozen=True, slots=True)
class EndedRow:
    """A consent that is over, and how it ended."""

    facilitator_id: int
    name: str
    sentence: str
    may_again: bool


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """Something a facilitator opened, at one or several times of a day."""

    name: str
    what: str
    about: str
    times: str


@dataclass(frozen=True, slots=True)
class OpenedDay:
    """What was opened on one day of the household's clock, the latest first."""

    date: date
    name: str
    rows: tuple[OpenedRow, ...]


@dataclass(frozen=True, slots=True)
class OpenedView:
    """A page of what was opened; `older` is the id to go on before, `paged` that it is not the first page."""

    days: tuple[OpenedDay, ...]
    older: int | None
    paged: bool


@dataclass(frozen=True, slots=True)
class LookingInView:
    """Who looks in, who asks to, what can still be used, what is over, and what was opened, for one reader."""

    cards: tuple[LookerCard, ...]
    requests: tuple[RequestRow, ...]
    offers: tuple[OfferRow, ...]
    ended: tuple[EndedRow, ...]
    opened: OpenedView | None
    may_share: bool
