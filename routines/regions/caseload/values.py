"""What the caseload shows, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LaneView:
    """One rung of the small drawing: how often steps were planned there and felt so, and how wide that is drawn."""

    rung: int
    words: str
    y: int
    planned_width: int
    felt_width: int


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One family at a glance. `felt` says why there is none where feelings are not shared; then `lanes` are empty.

    `url` names its consent: nothing else names a family.
    """

    url: str
    name: str
    shared: str
    felt: str
    lanes: tuple[LaneView, ...]
    changed: str
    changed_on: str
    waiting: int
    until: str


@dataclass(frozen=True, slots=True)
class EndedRow:
    """A family that no longer shares, and since when."""

    name: str
    since: str


@dataclass(frozen=True, slots=True)
class CaseloadView:
    """The families of one page. `all` is how many there are, `found` how many fit the search; pages count from 1.

    `asked` says of each of the facilitator's own requests that no family has answered yet when it was made.
    """

    rows: tuple[FamilyRow, ...]
    all: int
    found: int
    ended: int
    asked: tuple[str, ...]
    search: str
    by_end: bool
    page: int
    pages: int
    before: str
    after: str
