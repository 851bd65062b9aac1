"""What the page of the family meeting shows to one reader."""

from dataclasses import dataclass
from datetime import date

from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class FeltView:
    """One way a step felt to somebody, on these days. `rung` is 0 for what can only be noticed afterwards."""

    felt: str
    name: str
    rung: int
    days: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """Somebody's own account of a step since the last meeting."""

    person: Person
    felt: tuple[FeltView, ...]


@dataclass(frozen=True, slots=True)
class IdeaView:
    """An idea of one of the young ones on a question."""

    text: str
    pictogram: str
    by: Person


@dataclass(frozen=True, slots=True)
class NoteView:
    """What came of a thing. `key` names the thing, `text` may be empty: then it was talked about, no more."""

    key: str
    title: str
    text: str
    by: Person


@dataclass(frozen=True, slots=True)
class ThingView:
    """One thing on the agenda. `icon` is the line icon of why it is there, `quote` in somebody's own words.

    `url` leads to where it is dealt with; one that is on no agenda any more has none. `planned` are pairs of rung and
    name. `typed` is what was written into a form that was refused, `refusal` why.
    """

    key: str
    title: str
    pictogram: str = ""
    icon: str = ""
    sentence: str = ""
    url: str = ""
    quote: str = ""
    came_from: str = ""
    ideas: tuple[IdeaView, ...] = ()
    planned: tuple[tuple[int, str], ...] = ()
    accounts: tuple[AccountView, ...] = ()
    note: NoteView | None = None
    now: bool = False
    typed: str | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The meeting now. `id` is None before it begins, `began` the day if that was not today.

    `chair` is who chairs, or whose turn it will be; `chairs` are all who may, `next` to whom the chair is passed on.
    `open` counts what nobody has noted yet. `refusal` is why the last tap changed nothing, `words` what was written.
    """

    household_id: int
    revision: int
    today: str
    id: int | None
    began: str
    chair: Person | None
    chairs: tuple[Person, ...]
    next: Person | None
    things: tuple[ThingView, ...]
    open: int
    refusal: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class HeldView:
    """A meeting that was held: when, who chaired, and what came of each thing."""

    id: int
    on: date
    day: str
    chair: Person
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class HeldPage:
    """Meetings held, the latest first; `fresh` is today's, if there was one and this is the first page.

    `older` is the id before which the next page begins, None at the end.
    """

    fresh: HeldView | None
    meetings: tuple[HeldView, ...]
    older: int | None
    paged: bool
