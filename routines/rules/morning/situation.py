"""What the rules of a morning are asked about: a deed, and everything they need to know to judge it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto

from routines.rules.morning.presence import Pause
from routines.rules.morning.state import MorningState, MorningStepState, TodayAsk
from routines.rules.state import Person, StepState


class MorningDeed(StrEnum):
    """Everything somebody can do in a morning, with its picks, and with what comes of it."""

    START = auto()
    DONE = auto()
    UNDONE = auto()
    TICK = auto()
    UNFOLD = auto()
    SKIP = auto()
    SWAP = auto()
    INSERT = auto()
    MOVE = auto()
    LATER = auto()
    AGREE = auto()
    LEAVE = auto()
    BACK_AFTER_LEAVING = auto()
    SLIP = auto()
    PAUSE = auto()
    END_PAUSE = auto()
    PRESENCE = auto()
    PICK_MAKE = auto()
    PICK_EDIT = auto()
    PICK_TAP = auto()
    PICK_VETO = auto()
    PICK_ADD_OPTION = auto()
    PICK_DROP_OPTION = auto()
    PICK_TREAT = auto()
    BUNDLE_PROPOSE = auto()
    BUNDLE_SAY = auto()
    BUNDLE_END = auto()
    NOTICE = auto()
    FEEL = auto()
    SHARE_PUSHED = auto()
    SORRY = auto()
    TRY_THIS = auto()
    THANK = auto()
    ANSWER_REPAIR = auto()
    MEETING = auto()


@dataclass(frozen=True, slots=True)
class PickState:
    """A pick as its rules need it.

    `options` pairs the ids of all that is listed with their texts, `ruled_out` are those a parent ruled out today.
    `asked` are the members whose turns are fair, `guests` those whose taps only break ties. It is `settled` once
    what was tapped has been revealed. `treat_for` is whose choice alone it is today. `bundled` says that it shares its
    turns, or is asked to; `later` that something was settled by the same turns since.
    """

    id: int
    options: tuple[tuple[int, str], ...] = ()
    ruled_out: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()
    guests: tuple[int, ...] = ()
    settled: bool = False
    text: str = ""
    treat_for: int | None = None
    bundled: bool = False
    later: bool = False

    @property
    def live(self) -> tuple[int, ...]:
        """Return the options that can be tapped."""
        return tuple(option for option, _text in self.options if option not in self.ruled_out)


@dataclass(frozen=True, slots=True)
class BundleState:
    """Picks that are to share their turns, as the rules need them: `members` are all who pick there."""

    members: tuple[int, ...]
    agreed: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class RepairState:
    """A sorry, a change or a thank-you as its rules need it; `to` None is everybody."""

    by: int
    to: int | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class MorningSituation:
    """Who wants to do something in a morning, to what, and how.

    `actor` is who taps, `speaker` whose deed it is. `members` are all of the household, those who left included, `away`
    those not here today. `today` is the household's date now, which may be the day after the morning's own. `step` is
    a step of the morning; for a pick that is planned, the plan's; for what is put in, the one it follows. To start
    one, `planned` counts the routine's steps, `for_today` those that somebody here has a part in, None where that was
    not looked at; `paused` says that the routine is.

    Below `repair` is the attempt: None (or empty) means not filled in. `text` is whatever is written: a pick's
    question, an option, words about a feeling, what was hard, a sorry, thanks, an idea. `reason` goes with a change of
    today, with a no to it and with a veto. `whom` is another person a deed is about (whose pause and presence, who gets
    a sorry), None for everybody. `place` is that of a small step, `after` the step to move behind.
    """

    now: datetime
    today: date
    actor: Person
    speaker: Person
    members: tuple[Person, ...] = ()
    away: tuple[int, ...] = ()
    morning: MorningState | None = None
    step: MorningStepState | StepState | None = None
    planned: int | None = None
    for_today: int | None = None
    paused: bool = False
    pick: PickState | None = None
    picks: tuple[PickState, ...] = ()
    bundle: BundleState | None = None
    pause: Pause | None = None
    today_ask: TodayAsk | None = None
    feeling_by: int | None = None
    repair: RepairState | None = None

    text: str = ""
    picture: str = ""
    reason: str = ""
    title: str = ""
    minutes: int | None = None
    place: int | None = None
    after: int | None = None
    affected: Sequence[int] = ()
    whom: int | None = None
    kind: str = ""
    from_on: date | None = None
    until_on: date | None = None
    option: int | None = None
    options: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    ground: str = ""
    felt: str = ""
    again: str = ""

    @property
    def present(self) -> tuple[Person, ...]:
        """Return who belongs to the household and is here today."""
        return tuple(person for person in self.members if not person.left and person.id not in self.away)

    def name(self, member: int | None) -> str:
        """Return a member's name, or nothing for somebody unknown."""
        return next((each.name for each in self.members if each.id == member), "")

    def names(self, members: Sequence[int]) -> tuple[str, ...]:
        """Return several members' names in the order given."""
        return tuple(self.name(each) for each in members)
