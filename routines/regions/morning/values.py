"""What pages of a morning show, as frozen values. Whatever the reader may not see is not in them.

Moments are whole milliseconds since 1970, so that scripts can go on counting; what is read is in words beside them.
"""

from dataclasses import dataclass

from routines.rules.state import Person, Rung


@dataclass(frozen=True, slots=True)
class SmallStep:
    """One of the small steps a step unfolds into; `place` counts from 0."""

    place: int
    text: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a morning for one person. `id` is the morning's own, `step` the plan's, None if put in today.

    `people` are all who have a part in it today. `was` is what it was called before it was swapped, `why` why it is
    skipped or otherwise today. `out_of_plan` marks a step the plan has no more: it may still be done.
    """

    id: int
    step: int | None
    title: str
    pictogram: str
    rung: Rung
    rung_name: str
    rung_words: str
    minutes: int
    minutes_words: str
    people: tuple[Person, ...]
    over_to_you: bool
    over_words: str = ""
    small_steps: tuple[SmallStep, ...] = ()
    unfolded: bool = False
    safety: bool = False
    was: str = ""
    why: str = ""
    added: bool = False
    skipped: bool = False
    out_of_plan: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """Somebody's time for their step: when it began and ends, and how much is left now, in thousandths.

    When it is `over` the disc is an empty ring; `words` say how long it is in words nobody has to count down.
    """

    began: int
    ends: int
    share: int
    over: bool
    words: str


@dataclass(frozen=True, slots=True)
class Can:
    """What whoever would tap may do for a person just now."""

    done: bool = False
    undone: bool = False
    tick: bool = False
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody's card. Who `waits` has no `now`; who is `finished` has done everything.

    `last` is what they did last: one tap takes it back. `together` are others at the same step whom the same tap can
    mark too. `mine` marks the reader's own card.
    """

    person: Person
    mine: bool
    now: StepView | None
    next: StepView | None
    disc: Disc | None
    waits: bool
    waits_for: tuple[Person, ...]
    waits_words: str
    done: int
    left: int
    finished: bool
    last: StepView | None
    can: Can
    together: tuple[Person, ...] = ()
    together_words: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the bar, in percent of its width and height as SVG writes them. `rung` 0 is free time."""

    step: int
    title: str
    pictogram: str
    rung: int
    x: str
    width: str
    y: str
    height: str
    middle: str
    done: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The whole morning as one bar, from its start to the door (or to its end, where there is no door).

    `now` and `door` are percents from its beginning; `door` is empty where it stands at the end, or there is none.
    """

    segments: tuple[Segment, ...]
    began: int
    ends: int
    now: str
    door: str
    words: str


@dataclass(frozen=True, slots=True)
class MorningView:
    """What stands around the cards. `leave` is the time of the door as the clock on the wall shows it, "" for none.

    `moved` says that leaving later was chosen, `time` how much time there is, `left` after leaving how early or late
    they were: all calm sentences, "" where there is nothing to say. `changes_at` is when the page looks different
    without a tap, 0 for never.
    """

    household_id: int
    id: int
    routine_id: int
    revision: int
    title: str
    day: str
    running: bool
    started: str
    leave: str
    moved: str
    time: str
    bar: Bar
    changes_at: int
    has_left: bool
    left_at: str
    left: str


@dataclass(frozen=True, slots=True)
class AskView:
    """A change of today that waits. `yes` and `no` are who has said so, `waiting` who is still to be heard.

    `mine` is what the speaker said ("yes", "no" or nothing); `may_answer` and `may_withdraw` draw their buttons.
    `for_whom` are those the reader may answer for, themselves included.
    """

    id: int
    kind: str
    sentence: str
    consequence: str
    pictogram: str
    reason: str
    by: Person
    acted_by: Person | None
    rung: Rung
    rung_name: str
    yes: tuple[Person, ...]
    no: tuple[Person, ...]
    waiting: tuple[Person, ...]
    waiting_words: str
    mine: str
    may_answer: bool
    may_withdraw: bool
    for_whom: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in a step of the list: whether they are through, and whether they only help."""

    person: Person
    done: bool
    helps: bool


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the list of the whole morning: who is through with it, and whether today may still be otherwise.

    `state` is "done", "now", "next" or "skipped"; `beside` says that it goes on together with the one above.
    """

    step: StepView
    parts: tuple[Part, ...]
    state: str
    beside: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class FootView:
    """The buttons below the cards, each drawn by its verdict. `now` are the steps somebody is at just now."""

    household_id: int
    id: int
    may_change: bool
    may_later: bool
    may_leave: bool
    may_slip: bool
    alone: int
    now: tuple[StepView, ...] = ()
