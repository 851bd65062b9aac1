"""What a mirror is made of: what happened in one household in a period, as frozen facts.

Every fact has the number of its row, names its routine and step where it has them, and whose it is. Dates are local to
the household. `said_by` is whoever entered something for somebody (None: they did themselves). A person the reader may
not know of is HIDDEN.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TypeVar

from routines.rules.state import Rung

HIDDEN = 0

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class RoutineFact:
    """A routine, put away or not."""

    id: int
    title: str
    archived: bool = False


@dataclass(frozen=True, slots=True)
class StepFact:
    """A step of the plan and where it stands now, None to a reader who may not know.

    `named` are those it is for, `doers` those who do it.
    """

    id: int
    routine: int
    position: int
    title: str
    pictogram: str
    rung: Rung | None
    over_to_you: bool = False
    archived: bool = False
    named: tuple[int, ...] = ()
    doers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MorningFact:
    """A morning: `leave` when they wanted to be off in the end, `left` when they were; None without hours."""

    id: int
    routine: int
    on: date
    leave: datetime | None = None
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeltFact:
    """How a step of a morning felt to somebody: a lane (`routines.rules.lanes`), beside the rung it stood on then.

    `shared` is that they let others than the family know they were pushed.
    """

    id: int
    routine: int
    step: int
    morning: int
    on: date
    rung: Rung | None
    member: int
    felt: str
    said_by: int | None = None
    shared: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class AgainFact:
    """What somebody said of a whole morning: "yes", "maybe" or "no". `changed_by` brought a change from it."""

    id: int
    routine: int
    morning: int
    on: date
    member: int
    again: str
    said_by: int | None = None
    changed_by: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Return whether a change followed."""
        return bool(self.changed_by)


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A question on a step, and how it ended.

    `open` questions have no decision; else `ending` is a `Decision.Kind`, `decided` what was decided, in whose words
    (`decided_of`: of those whose idea it was, of whoever wrote it down), and `reason` why, in those of `decided_by`.
    Questions withdrawn, restarted or taken back are none: they were asked anew, with all that was said. `spoken` are
    those who have spoken on it or passed; the veil needs them.
    """

    id: int
    routine: int
    step: int
    rung: Rung | None
    text: str
    on: date
    by: int
    said_by: int | None = None
    morning: int | None = None
    open: bool = False
    ending: str = ""
    called: Rung | None = None
    decided: str = ""
    decided_of: tuple[int, ...] = ()
    decided_by: int | None = None
    decided_on: date | None = None
    reason: str = ""
    spoken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A view somebody gave, and the answer it got. Every one of them is owed an answer, except passes.

    `kind` is "voice" (on a question), "concern", "idea", "climb" (asked to climb) or "change" (from a morning); `way`
    is what was said ("yes", "dislike", …), `words` in which words; `chose` is what they chose, in the words of
    `chose_of`. One that is `silent` is there to be counted, and nobody is told of it by itself. `answer` is "did",
    "partly", "didnt" or "" while there is none; `because` its reason; `question` the question it was said on. `hours`
    is how long the answer took.
    """

    id: int
    kind: str
    routine: int
    step: int
    on: date
    member: int
    way: str = ""
    words: str = ""
    chose: str = ""
    chose_of: int | None = None
    said_by: int | None = None
    question: int | None = None
    owed: bool = True
    answer: str = ""
    because: str = ""
    answered_by: int | None = None
    answered_on: date | None = None
    hours: float | None = None
    veiled: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class IdeaFact:
    """An idea of somebody's, and what became of it: "waiting", "tried", "partly" or "not"."""

    id: int
    routine: int
    step: int
    question: int
    on: date
    member: int
    text: str
    became: str
    said_by: int | None = None


@dataclass(frozen=True, slots=True)
class RemarkFact:
    """A remark on a step."""

    id: int
    routine: int
    step: int
    on: date
    member: int
    text: str
    said_by: int | None = None
    question: int | None = None


@dataclass(frozen=True, slots=True)
class OverrideFact:
    """A safety override: who set it, on which ground, and whether the family has talked about it since."""

    id: int
    routine: int
    step: int
    on: date
    by: int
    ground: str
    reason: str
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class DoneFact:
    """One person's part in a step of a morning they had chosen ("task") or been handed ("handed").

    `done` is whether it was done at all, `by_self` whether they tapped it themselves.
    """

    id: int
    kind: str
    routine: int
    step: int
    morning: int
    on: date
    member: int
    done: bool
    by_self: bool


@dataclass(frozen=True, slots=True)
class PickedFact:
    """A pick settled on a morning. `taps` pairs those who took part with the options they wished for, `won` is one.

    `listed` pairs what was on the list with whose idea it was, `ruled_out` what a parent ruled out that day with who
    did. Whoever tapped nothing, or everything, took no part. The latest of a pick knows how many contested mornings
    running each of them `waits` by now, as far as the `limit` binds; 0 is no limit.
    """

    id: int
    routine: int
    step: int
    pick: int
    text: str
    on: date
    won: int
    taps: tuple[tuple[int, tuple[int, ...]], ...]
    listed: tuple[tuple[int, int], ...] = ()
    ruled_out: tuple[tuple[int, int], ...] = ()
    waits: tuple[tuple[int, int], ...] = ()
    limit: int = 0

    @property
    def wished(self) -> tuple[int, ...]:
        """Return who took part."""
        return tuple(member for member, _ in self.taps)

    @property
    def happy(self) -> tuple[int, ...]:
        """Return who got their wish: something they tapped won, no more than that."""
        return tuple(member for member, options in self.taps if self.won in options)

    @property
    def contested(self) -> bool:
        """Return whether some got their wish and some did not."""
        return 0 < len(self.happy) < len(self.taps)

    def due(self, member: int) -> Fraction:
        """Return the part of this pick somebody was entitled to: the largest share of those who took part to wish for
        the same as they.

        Source: the quota of Lackner, "Perpetual Voting", AAAI 2020, doi 10.1609/aaai.v34i02.5584.
        """
        mine = dict(self.taps)[member]
        return Fraction(max(self._fans(option) for option in mine), len(self.taps))

    def _fans(self, option: int) -> int:
        return sum(option in options for _, options in self.taps)


@dataclass(frozen=True, slots=True)
class MovedFact:
    """A step moved on the ladder, and why: in the words of those whose wish it was (`reason_of`), else of `by`."""

    id: int
    routine: int
    step: int
    on: date
    before: Rung
    after: Rung
    by: int | None
    reason: str
    reason_of: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one household in a period, both days included. `people` are its members in their fixed order."""

    first: date
    last: date
    people: tuple[int, ...] = ()
    routines: tuple[RoutineFact, ...] = ()
    steps: tuple[StepFact, ...] = ()
    mornings: tuple[MorningFact, ...] = ()
    felt: tuple[FeltFact, ...] = ()
    again: tuple[AgainFact, ...] = ()
    asked: tuple[AskedFact, ...] = ()
    said: tuple[SaidFact, ...] = ()
    ideas: tuple[IdeaFact, ...] = ()
    remarks: tuple[RemarkFact, ...] = ()
    overrides: tuple[OverrideFact, ...] = ()
    done: tuple[DoneFact, ...] = ()
    picked: tuple[PickedFact, ...] = ()
    moved: tuple[MovedFact, ...] = ()


def once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts of one sort, each once: no count counts one twice."""
    kept: dict[tuple[str, int], Fact] = {}
    for each in facts:
        kept.setdefault((getattr(each, "kind", ""), each.id), each)
    return tuple(kept.values())
