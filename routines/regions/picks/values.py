"""What pages show of picks, as frozen values. What somebody tapped is not in them before the reveal, but one's own.

Moments are whole milliseconds since 1970.
"""

from dataclasses import dataclass

from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class PickChoice:
    """Something that can be picked. `sends` is all that somebody wants once they have tapped it.

    `faces` are those who tapped it, shown after the reveal. With `ground` a parent ruled it out, for a `reason`.
    """

    id: int
    text: str
    pictogram: str
    drawing: int | None = None
    mine: bool = False
    sends: str = ""
    faces: tuple[Person, ...] = ()
    won: bool = False
    ground: str = ""
    reason: str = ""
    ruled_out_by: Person | None = None


@dataclass(frozen=True, slots=True)
class PickCard:
    """One of today's picks for one reader, who taps for `speaker`.

    `open` says that taps are taken, `may_tap` that the speaker is asked. `spoken` and `passed` are the speaker's own,
    `late` is what they tapped too late. `winner` and `reason` are there after the reveal; `cups` says that there is
    something to show of how turns moved. `for_whom` are those the reader may tap for who have not tapped.
    """

    household_id: int
    morning_id: int
    id: int
    pick_id: int
    text: str
    step_title: str
    step_pictogram: str
    speaker: Person
    viewer: Person
    open: bool
    may_tap: bool
    single: bool
    choices: tuple[PickChoice, ...]
    spoken: bool
    passed: bool
    tapped: tuple[Person, ...]
    waiting: tuple[Person, ...]
    waiting_words: str
    closes: str
    treat_for: Person | None = None
    treat_reason: str = ""
    winner: PickChoice | None = None
    reason: str = ""
    late: str = ""
    cups: bool = False
    may_rule_out: bool = False
    may_treat: bool = False
    for_whom: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class StripView:
    """Today's picks of a morning. `changes_at` is when something is revealed without a tap, 0 for never."""

    household_id: int
    morning_id: int
    revision: int
    cards: tuple[PickCard, ...]
    changes_at: int


@dataclass(frozen=True, slots=True)
class Jar:
    """Somebody's jar: where the juice in it begins (`y`) and how high it stands (`height`), as SVG writes them.

    `words` is exactly how much more or less than nothing it holds, "" for readers who need no numbers. `pours` marks
    one that is being filled just now, `fan` one whose owner got their wish, `apart` one that sits out.
    """

    person: Person | None
    y: str
    height: str
    words: str = ""
    pours: bool = False
    fan: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the story of a pick: a sentence, the jars, and what is left in the cup, if one is poured."""

    words: str
    jars: tuple[Jar, ...] = ()
    cup: Jar | None = None
    wishes: tuple[PickChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands: their jar, and in words how many contested picks in a row they have missed."""

    jar: Jar
    words: str


@dataclass(frozen=True, slots=True)
class Bygone:
    """How a pick ended on a morning; `id` is that of the picking, and with `cups` its story can be shown."""

    id: int
    day: str
    text: str
    winner: PickChoice | None
    reason: str
    wishes: tuple[PickChoice, ...]
    cups: bool


@dataclass(frozen=True, slots=True)
class MemoryView:
    """What is remembered of turns: where everybody stands, how long anybody waits at most, and whose turn ties go to.

    `unbound_words` say for whom absences have voided the limit.
    """

    people: tuple[Standing, ...]
    limit_words: str
    unbound_words: str
    turns: tuple[Person, ...]
    rounds: int


@dataclass(frozen=True, slots=True)
class PickView:
    """A pick of the plan. `until` is in words, `shares_with` are the texts of picks with the same turns.

    `note` says why it is not asked any more on a step that has changed. `speakers` are those in whose name the reader
    may add to it.
    """

    household_id: int
    id: int
    text: str
    step_id: int
    step_title: str
    step_pictogram: str
    routine_id: int
    routine_title: str
    until: str
    options: tuple[PickChoice, ...]
    put_away: tuple[PickChoice, ...]
    people: tuple[Person, ...]
    guests: tuple[Person, ...]
    archived: bool
    shares_with: tuple[str, ...]
    may_edit: bool
    may_restore: bool
    may_drop: bool
    note: str
    speakers: tuple[Person, ...]
    memory: MemoryView | None = None


@dataclass(frozen=True, slots=True)
class BundleView:
    """Picks that share their turns, or are asked to. `mine` are those the reader may answer for."""

    household_id: int
    id: int
    texts: tuple[str, ...]
    agreed: bool
    by: Person
    yes: tuple[Person, ...]
    waiting: tuple[Person, ...]
    waiting_words: str
    mine: tuple[Person, ...]
    may_end: bool


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step on which something can be picked each morning."""

    id: int
    title: str
    pictogram: str
    routine: str


@dataclass(frozen=True, slots=True)
class PicksView:
    """All picks of a household, as one reader sees them. `free` are those that could share their turns."""

    household_id: int
    picks: tuple[PickView, ...]
    put_away: tuple[PickView, ...]
    bundles: tuple[BundleView, ...]
    free: tuple[PickView, ...]
    steps: tuple[StepChoice, ...]
    may_share: bool
