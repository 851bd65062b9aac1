"""What the live layer speaks of: a change of a household, and a screen that may want to see it."""

from dataclasses import dataclass
from datetime import datetime

# Given instead of regions: the page is to be fetched anew, with its filters and its place in a list.
ANEW = "anew"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened in one household, published after its commit.

    `revision` is the household's revision the change made; 0 means that nothing stored changed (who is
    here, a sign-out). `kinds` holds any of "board", "step", "people", "rights", "history", "agenda",
    "presence", "morning", "review". "rights" makes every open screen of the household prove anew that it may be open.
    "review" is what facilitators' screens are told of, and nothing else: `turns` says to which turn which consents
    moved on, so that nothing of the household can be counted by what they are sent.
    """

    household_id: int
    revision: int = 0
    routine_ids: frozenset[int] = frozenset()
    step_ids: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    member_ids: frozenset[int] = frozenset()
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at what: everything that decides which bytes an open screen may and should get.

    `kind` is the member's kind, `page` one of "home", "today", "routine", "history", "people" and others that fetch
    themselves anew, at a tablet "faces", "now", "run", "seat"; `morning_id` is the morning shown; `step_id` is the
    step whose panel is open and `speaker_id` for whom they speak there, as the page says it: what may
    be shown for it is for the regions to decide. `as_list` is the board shown as a list. At a shared
    tablet, `tablet_id`, the page is "faces" (and nobody's: `member_id` 0) or "seat", the member's who sits.
    A facilitator's screen looks through `consent_id` until `closes_at`, and is nobody's too.
    Its revisions are the turns of that consent.
    """

    household_id: int
    member_id: int
    kind: str
    language: str
    page: str
    routine_id: int | None = None
    step_id: int | None = None
    speaker_id: int | None = None
    as_list: bool = False
    morning_id: int | None = None
    tablet_id: int | None = None
    consent_id: int | None = None
    closes_at: datetime | None = None
