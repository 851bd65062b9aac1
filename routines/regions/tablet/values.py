"""What the tablet's pages show, as frozen values. Whatever who sits may not see is not in them."""

from dataclasses import dataclass

from routines.rules.state import Person, Rung


@dataclass(frozen=True, slots=True)
class FaceView:
    """Somebody who may sit down: how many questions wait for them, and whether three pictures are asked first."""

    person: Person
    waiting: int
    waiting_words: str
    has_code: bool


@dataclass(frozen=True, slots=True)
class FacesView:
    """All who may sit down at a tablet, in the household's order."""

    revision: int
    faces: tuple[FaceView, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tap: what it sends, how it looks and sounds, and who tapped the same.

    `faces` are empty until who sits has spoken themselves. `drawing` and `recording` are ids.
    """

    name: str
    value: str
    text: str
    pictogram: str
    more: str = ""
    drawing: int | None = None
    recording: int | None = None
    faces: tuple[Person, ...] = ()
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody else said in words, or what they took on; shown once who sits has said theirs."""

    person: Person
    text: str
    helper: Person | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked, with everything around it.

    `groups` are the choices as they are shown together, `group` is the one in sight; `about` is the proposal that is
    answered; `extras` are what can be tapped to say more (what would make it OK). `mine` is what who sits said,
    `helper` who helped them; `passed` when that was to pass, or that there is nothing from them. `outcome` is the idea
    that was chosen meanwhile. `undo` is the event that can be taken back, 0 for none. `next` is the key of what is
    asked after it, empty after the last.
    """

    key: str
    kind: str
    subject: int
    step_id: int
    member_id: int
    title: str
    pictogram: str
    question: str
    asking: str
    rung: Rung
    rung_words: str
    person: Person
    sees: tuple[Person, ...]
    helpers: tuple[Person, ...]
    send: str
    open: bool
    groups: tuple[tuple[Choice, ...], ...] = ()
    group: int = 0
    extras: tuple[tuple[Choice, ...], ...] = ()
    extra: int = 0
    extras_asking: str = ""
    about: Choice | None = None
    outcome: Choice | None = None
    why: str = ""
    limits: str = ""
    trial_days: int = 0
    tries: bool = False
    mine: str = ""
    note: str = ""
    helper: Person | None = None
    others: tuple[Words, ...] = ()
    waiting: str = ""
    decided: str = ""
    recording: int | None = None
    takes_words: str = ""
    nothing: bool = False
    may_pass: bool = False
    passed: bool = False
    may_bring: bool = False
    undo: int = 0
    next: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """One of the dots: something asked, whether it is answered, and whether it is in sight.

    After the last they grow into pictures of what was said, which lead back to it.
    """

    key: str
    pictogram: str
    title: str
    open: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class SeatView:
    """The page of who sits, around what they are asked. `done` when nothing of it is in sight but the thank-you."""

    revision: int
    person: Person
    dots: tuple[Dot, ...]
    left: int
    left_words: str
    done: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of the plan in pictures; `minutes` is also its share of an hour's disc."""

    title: str
    pictogram: str
    rung: Rung
    rung_words: str
    people: tuple[Person, ...]
    doers: tuple[Person, ...]
    start: str
    minutes: int
    minutes_words: str
    decided: str
    over_to_you: bool
    say: str


@dataclass(frozen=True, slots=True)
class PlanTab:
    """Another routine that can be looked at."""

    id: int
    title: str
    pictogram: str
    shown: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """A routine as pictures in order. `day` says which morning it is about."""

    revision: int
    title: str
    day: str
    leave: str
    steps: tuple[PlanStep, ...]
    tabs: tuple[PlanTab, ...]
