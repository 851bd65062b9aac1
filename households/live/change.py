"""What the live layer speaks of: a change of a household, and a screen that may want to see it."""

from dataclasses import dataclass

# Given instead of regions: the page is to be fetched anew, with its filters and its place in a list.
ANEW = "anew"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened in one household, published after its commit.

    `revision` is the household's revision the change made; 0 means that nothing stored changed (who is
    here, a sign-out). `kinds` holds any of "board", "step", "people", "rights", "history", "agenda",
    "presence", "morning". "rights" makes every open screen of the household prove anew that it may be open.
    """

    household_id: int
    revision: int = 0
    routine_ids: frozenset[int] = frozenset()
    step_ids: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    member_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at what: everything that decides which bytes an open screen may and should get.

    `kind` is the member's kind, `page` one of "home", "today", "routine", "history", "people" and others that fetch
    themselves anew, at a tablet "faces", "now", "run", "seat"; `morning_id` is the morning shown; `step_id` is the
    step whose panel is open and `speaker_id` for whom they speak there, as the page says it: what may
    be shown for it is for the regions to decide. `as_list` is the board shown as a list. At a shared
    tablet, `tablet_id`, the page is "faces" (and nobody's: `member_id` 0) or "seat", the member's who sits.
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
