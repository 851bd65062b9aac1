"""What the pages of noticing and repairing show, as frozen values. Whatever the reader may not see is not in them."""

from dataclasses import dataclass

from routines.regions.values import CameFrom, RefusalView
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture to tap, with its words; `mine` once it was."""

    value: str
    pictogram: str
    text: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Feel:
    """One way a step can feel, in the words of whose account it is. `rung` is 0 for what can only be felt."""

    value: str
    rung: int
    icon: str
    name: str
    words: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class StepTelling:
    """A step of a morning as somebody tells how it felt. `id` is the morning's own; `planned` the rung it stood on.

    `words` are theirs; `shared` and `may_share` are about letting others than the family read that one was pushed.
    `in_plan` is the plan's step, where something else can be tried; None where it is there no more.
    """

    id: int
    title: str
    pictogram: str
    planned: int
    planned_name: str
    feels: tuple[Feel, ...]
    felt: str
    words: str
    shared: bool
    may_share: bool
    in_plan: int | None

    @property
    def deed(self) -> str:
        """Return the name of the form on which it is tapped how it felt."""
        return f"feel-{self.id}"

    @property
    def words_deed(self) -> str:
        """Return the name of the form for one's own words."""
        return f"words-{self.id}"

    @property
    def try_deed(self) -> str:
        """Return the name of the form to try something else."""
        return f"try-{self.id}"


@dataclass(frozen=True, slots=True)
class GiftView:
    """A sorry or a thank-you; `to` None is everybody.

    `answers` can be tapped by whom it was for, `answer_for` is their id where the reader taps for them.
    """

    id: int
    kind: str
    by: Person
    acted_by: Person | None
    to: Person | None
    text: str
    pictogram: str
    about: str
    at: str
    answer: str = ""
    answer_pictogram: str = ""
    answered_by: Person | None = None
    answers: tuple[Picture, ...] = ()
    answer_for: int | None = None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The page on which somebody tells how a morning was.

    `speaker` is whose account it is, `for_whom` their id where it is not the reader's own. Once it is too late,
    `closed` says so and nothing can be tapped but a sorry and thanks. `readers` says who will read it.
    """

    household_id: int
    morning_id: int
    title: str
    heading: str
    day: str
    viewer: Person
    speaker: Person
    for_whom: int | None
    speakers: tuple[Person, ...]
    again: tuple[Picture, ...]
    told: bool
    passed: bool
    hard: str
    hards: tuple[Picture, ...]
    steps: tuple[StepTelling, ...]
    others: tuple[Person, ...]
    given: tuple[GiftView, ...]
    readers: str
    closed: str
    refusal: RefusalView | None = None


@dataclass(frozen=True, slots=True)
class FeltView:
    """How one step felt to somebody. `shared` marks what its author lets others than the family read."""

    step: str
    pictogram: str
    value: str
    rung: int
    icon: str
    name: str
    words: str
    said: str
    acted_by: Person | None
    shared: bool


@dataclass(frozen=True, slots=True)
class AccountView:
    """One person's account, beside the others'. A `veiled` one says only that they have told.

    `hard` are their words for what was hard, or those of `hard_pictogram`.
    """

    person: Person
    told: bool
    passed: bool
    veiled: bool
    again: Picture | None
    hard: str
    hard_pictogram: str
    felt: tuple[FeltView, ...]
    acted_by: Person | None


@dataclass(frozen=True, slots=True)
class SlipView:
    """Somebody noticed that a step, or the whole morning, turned into pushing. Only the family reads it."""

    id: int
    by: Person
    acted_by: Person | None
    about: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class DoneView:
    """When somebody was done with a step; nothing for who was not."""

    person: Person
    time: str


@dataclass(frozen=True, slots=True)
class HappenedStep:
    """What became of one step of a morning: done by whom and when, or skipped, swapped or put in, and why.

    `plan` is the plan's step while the reader may open it, `may_edit` whether they may change it there. `try_for` is
    in whose name they may bring something else to it, None for nobody's.
    """

    id: int
    title: str
    pictogram: str
    rung: int
    skipped: bool
    was: str
    added: bool
    reason: str
    done: tuple[DoneView, ...]
    plan: int | None
    may_edit: bool
    try_for: int | None


@dataclass(frozen=True, slots=True)
class PickedView:
    """What was picked in a morning: the question, and what it came to."""

    id: int
    text: str
    winner: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Something to try instead, and what became of it so far: `outcome` in words, `reason` where one was given.

    `step_id` leads to where it is asked; `badge` is the state in a word, `open` while it waits.
    """

    id: int
    by: Person
    acted_by: Person | None
    text: str
    pictogram: str
    step_title: str
    step_id: int | None
    badge: str
    outcome: str
    reason: str
    open: bool
    at: str


@dataclass(frozen=True, slots=True)
class MorningToldView:
    """A morning that is over: what happened, everybody's account, slips, and what was repaired.

    `to_tell` are those the reader may still tell for, themselves first; `veiled` says when the others' accounts show.
    """

    household_id: int
    id: int
    revision: int
    title: str
    day: str
    routine_id: int | None
    started: str
    left_at: str
    left: str
    moved: str
    steps: tuple[HappenedStep, ...]
    picks: tuple[PickedView, ...]
    accounts: tuple[AccountView, ...]
    silent: tuple[Person, ...]
    veiled: str
    to_tell: tuple[Person, ...]
    viewer: Person
    has_told: bool
    may_slip: bool
    slips: tuple[SlipView, ...]
    gifts: tuple[GiftView, ...]
    changes: tuple[ChangeView, ...]
    others: tuple[Person, ...]
    may_give: bool
    may_come_back: bool
    refusal: RefusalView | None = None
    for_whom: int | None = None


@dataclass(frozen=True, slots=True)
class MorningRow:
    """One morning in the list: how it was left, who has told, and what marks it. Counts are 0 for who may not know."""

    id: int
    title: str
    day: str
    left: str
    moved: str
    running: bool
    told: tuple[Person, ...]
    slips: int
    repairs: int


@dataclass(frozen=True, slots=True)
class MorningsView:
    """A page of mornings, the newest first. `older` is what the next page begins before, "" at the end."""

    rows: tuple[MorningRow, ...]
    older: str
    paged: bool


@dataclass(frozen=True, slots=True)
class RepairRow:
    """One repair of the family: a gift or a change, with the morning it came from."""

    gift: GiftView | None
    change: ChangeView | None
    came_from: CameFrom | None


@dataclass(frozen=True, slots=True)
class RepairsView:
    """A page of repairs, the newest first; `kind` is the one asked for, "" for all."""

    rows: tuple[RepairRow, ...]
    kind: str
    older: int | None
    paged: bool


@dataclass(frozen=True, slots=True)
class HowWas:
    """The calm line that asks somebody how a morning was; `others` are those they may tell for who have not told."""

    morning_id: int
    words: str
    mine: bool
    others: tuple[Person, ...]
