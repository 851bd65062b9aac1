"""What the family sees of a facilitator's questions, as frozen values."""

from dataclasses import dataclass

from routines.regions.review.values import SessionView
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Answered:
    """What one person answered; `veiled` until the reader has answered or passed. Passing shows as such to nobody."""

    person: Person
    text: str
    pictogram: str
    pictured: str
    by: str
    veiled: bool


@dataclass(frozen=True, slots=True)
class AskedView:
    """A facilitator's question to one reader. `sees` says whether who asked may see the reader's part.

    `mine` is what they answered, None while they have not; `passed` that they passed. `small` are children the reader
    may write down an answer for, `pictures` what one can answer with: a picture and what it shows.
    """

    id: int
    by: str
    text: str
    step: str
    pictogram: str
    when: str
    open: bool
    sees: bool
    mine: Answered | None
    passed: bool
    others: tuple[Answered, ...]
    small: tuple[Person, ...]
    pictures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AskedPage:
    """All that was asked, the open ones first, and the reviews held together."""

    open: tuple[AskedView, ...]
    earlier: tuple[AskedView, ...]
    sessions: tuple[SessionView, ...]
    may_sign: bool
