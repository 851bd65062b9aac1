"""What the tablet's pages show, as frozen values. Whatever who sits may not see is not in them."""

from dataclasses import dataclass

from routines.regions.picks.values import Frame
from routines.regions.tablet.morning.values import Signer, StartView
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
    """All who may sit down at a tablet, in the household's order.

    `start` is a morning that can be begun now, `tellers` are those who can still tell how the last one was. `rests`
    says that a morning is on, where the tablet belongs by itself. `changes_at` is when that is otherwise without
    anybody's doing, in milliseconds.
    """

    revision: int
    faces: tuple[FaceView, ...]
    start: StartView | None = None
    tellers: tuple[Signer, ...] = ()
    rests: bool = False
    changes_at: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tap: what it sends, how it looks and sounds, and who tapped the same.

    `faces` are empty until who sits has spoken themselves. `drawing` and `recording` are ids. `option` is the id of one
    of several that can be tapped together: `value` is then all that is wished for once this one is tapped, too.
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
    option: int = 0


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

    Of a daily pick, `tapped` are those who have picked, `one` says that only one can be tapped, and `revealed` that it
    is over: `cups` are then the pictures of how it came out, `late` is what who sits tapped too late. `adds` says that
    who sits may add something to pick.
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
    tapped: tuple[Person, ...] = ()
    one: bool = False
    revealed: bool = False
    cups: tuple[Frame, ...] = ()
    late: str = ""
    adds: bool = False


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
    """The page of who sits, around what they are asked. `done` when nothing of it is in sight but the thank-you.

    `changes_at` is when something looks different by itself, in milliseconds, 0 for never; `tells` that there is a
    morning to tell about, `runs` that they have a part in one that goes on; `lookers` are the signs of who looks in.
    """

    revision: int
    person: Person
    dots: tuple[Dot, ...]
    left: int
    left_words: str
    done: bool
    asked: bool
    changes_at: int = 0
    tells: bool = False
    runs: bool = False
    lookers: tuple[str, ...] = ()


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
