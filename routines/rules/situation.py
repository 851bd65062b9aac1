"""What a rule is asked about: a deed, and everything it needs to know to judge it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto

from routines.rules.state import (
    AnswerState,
    Person,
    QuestionState,
    Rung,
    Say,
    StepState,
)


class Deed(StrEnum):
    """Everything somebody can do in a household."""

    ADD_STEP = auto()
    EDIT_STEP = auto()
    ORDER_STEPS = auto()
    ARCHIVE_STEP = auto()
    RESTORE_STEP = auto()
    EDIT_ROUTINE = auto()
    ARCHIVE_ROUTINE = auto()
    RESTORE_ROUTINE = auto()
    OPEN = auto()
    PROPOSE = auto()
    SAY = auto()
    COMMENT = auto()
    CONCERN = auto()
    TABLE = auto()
    TAKE_TASK = auto()
    SETTLE = auto()
    CLOSE_UNCHANGED = auto()
    CHOOSE = auto()
    VETO = auto()
    RECORD = auto()
    CLIMB = auto()
    ASK_CLIMB = auto()
    ANSWER_ASK = auto()
    STEP_DOWN = auto()
    OVERRIDE = auto()
    REPLY = auto()
    END_OVERRIDE = auto()
    TAKE_BACK = auto()
    TALKED_ABOUT = auto()
    EDIT_PEOPLE = auto()
    INVITE = auto()
    EDIT_HOUSEHOLD = auto()


@dataclass(frozen=True, slots=True)
class Situation:
    """Who wants to do something, to what, and how.

    `actor` is who taps, `speaker` whose deed it is: the same person unless somebody is acted for.
    `members` are all of the household, those who left included. `question` defaults to the step's
    open one. Everything below `question` is the attempt: None (or empty) means not filled in yet.

    `to_rung` is the rung of a new step, or where a step is to climb or go down. `least` is how few of its
    `minutes` a step can take, `small_steps` what it unfolds into, one a line. `option` and `ask` are ids.
    `text` is whatever is written: the question, idea, comment, concern, task or decision;
    `reason` goes with a decision, a veto, an override, a move on the ladder, an answer to a wish.
    The `event_*` are about a change to be taken back: who made it, when, whether it already was,
    whether something later rests on it, and whether its question has closed since.
    """

    today: date
    actor: Person
    speaker: Person
    members: tuple[Person, ...] = ()
    now: datetime | None = None
    step: StepState | None = None
    question: QuestionState | None = None

    affected: Sequence[int] | None = None
    to_rung: Rung | None = None
    minutes: int | None = None
    least: int | None = None
    small_steps: str = ""
    safety: bool | None = None
    over_to_you: bool | None = None
    why: str = ""
    limits: str | None = None
    decider: int | None = None
    deadline: date | None = None

    text: str = ""
    sticker: str = ""
    say: Say | None = None
    option: int | None = None
    note: str = ""
    trial_days: int | None = None
    review_on: date | None = None
    reason: str = ""
    answers: tuple[AnswerState, ...] = ()
    ground: str = ""
    expires_at: datetime | None = None
    ask: int | None = None
    grant: bool | None = None

    event_actor: int | None = None
    event_at: datetime | None = None
    event_taken_back: bool = False
    event_built_on: bool = False
    event_closed: bool = False

    def name(self, member: int | None) -> str:
        """Return a member's name, or nothing for somebody unknown."""
        return next((each.name for each in self.members if each.id == member), "")

    def names(self, members: tuple[int, ...]) -> tuple[str, ...]:
        """Return several members' names in the order given."""
        return tuple(self.name(each) for each in members)
