"""The values the rules think with: frozen pictures of people, steps and questions.

Members are named by their id everywhere. The same values feed the rules, the verbs and the live
regions, so what is drawn and what is guarded can never differ.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum


class Rung(IntEnum):
    """The four rungs that can be planned (Think Local Act Personal, ladder of co-production)."""

    INFORM = 1
    CONSULT = 2
    CODESIGN = 3
    COPRODUCE = 4


class Kind(StrEnum):
    """Who somebody is in the household."""

    PARENT = "parent"
    TEEN = "teen"
    CHILD = "child"
    SUPPORTER = "supporter"


class Say(StrEnum):
    """What can be said to a question."""

    GOT_IT = "got_it"
    QUESTION = "question"
    DISLIKE = "dislike"
    CHOICE = "choice"
    YES = "yes"
    OK = "ok"
    UNSURE = "unsure"
    NO = "no"
    PASS = "pass"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Person:
    """A member as the rules and the pages see them."""

    id: int
    name: str
    kind: Kind
    age_band: str = ""
    face: str = ""
    colour: str = ""
    has_account: bool = False
    left: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class OptionState:
    """One idea on a question; `drawing` and `recording` are ids of a picture of one's own and of a spoken line."""

    id: int
    text: str
    pictogram: str = ""
    consequence: str = ""
    by: int = 0
    acted_by: int | None = None
    at: datetime | None = None
    veto_ground: str = ""
    veto_reason: str = ""
    vetoed_by: int | None = None
    drawing: int | None = None
    recording: int | None = None


@dataclass(frozen=True, slots=True)
class VoiceState:
    """What one person says. `say` is None where the viewer may not see it yet."""

    member: int
    say: Say | None
    option: int | None = None
    note: str = ""
    sticker: str = ""
    round: int = 1
    acted_by: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CommentState:
    """Words, a sticker or a drawing (its id); `kind` is "comment", "concern" or "reply".

    `veiled` marks a concern whose words the viewer may not see yet: that it was given is known.
    """

    id: int
    member: int
    text: str = ""
    sticker: str = ""
    kind: str = "comment"
    question: int | None = None
    override: int | None = None
    acted_by: int | None = None
    at: datetime | None = None
    veiled: bool = False
    drawing: int | None = None


@dataclass(frozen=True, slots=True)
class TaskState:
    """What somebody chose to do."""

    member: int
    text: str
    acted_by: int | None = None


@dataclass(frozen=True, slots=True)
class LateState:
    """What somebody said after the question had closed: no `say` where it was only words. It never counts."""

    member: int
    say: Say | None = None
    option: int | None = None
    note: str = ""
    acted_by: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerState:
    """The answer one voice got: did, partly or didnt, and because."""

    member: int
    did: str
    because: str


@dataclass(frozen=True, slots=True)
class DecisionState:
    """How a question ended. `tally` is pairs of option id and votes, in listed order."""

    id: int
    kind: str
    called_rung: Rung
    option: int | None = None
    text: str = ""
    reason: str = ""
    by: int | None = None
    at: datetime | None = None
    trial_until: date | None = None
    review_on: date | None = None
    tally: tuple[tuple[int, int], ...] = ()
    tie_rule: str = ""
    turn_member: int | None = None
    answers: tuple[AnswerState, ...] = ()


@dataclass(frozen=True, slots=True)
class MorningRef:
    """A morning by its id and its local date: where something came from."""

    id: int
    on: date


@dataclass(frozen=True, slots=True)
class QuestionState:
    """A question with everything said to it. `affected` are the people it is asked of.

    `morning` is the one it came from, where somebody noticed there that something should be otherwise.
    """

    id: int
    text: str
    rung: Rung
    affected: tuple[int, ...] = ()
    limits: str = ""
    decider: int | None = None
    deadline: date | None = None
    round: int = 1
    table: int | None = None
    trial_days: int | None = None
    opened_by: int = 0
    opened_at: datetime | None = None
    closed: bool = False
    options: tuple[OptionState, ...] = ()
    voices: tuple[VoiceState, ...] = ()
    comments: tuple[CommentState, ...] = ()
    concerns: tuple[CommentState, ...] = ()
    tasks: tuple[TaskState, ...] = ()
    late: tuple[LateState, ...] = ()
    decision: DecisionState | None = None
    hidden_comments: int = 0
    recording: int | None = None
    morning: MorningRef | None = None


@dataclass(frozen=True, slots=True)
class AskState:
    """Somebody's open wish to climb."""

    id: int
    member: int
    to_rung: Rung
    reason: str
    acted_by: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OverrideState:
    """A safety override in force."""

    id: int
    ground: str
    reason: str
    by: int
    set_at: datetime
    expires_at: datetime
    replies: tuple[CommentState, ...] = ()


@dataclass(frozen=True, slots=True)
class StepState:
    """A step with its open question, its last decision, and all that was said on it.

    `least` is how few minutes it can take, None for half of them; `small_steps` what it unfolds into, one a line.
    """

    id: int
    routine: int
    position: int
    title: str
    minutes: int
    pictogram: str
    rung: Rung
    affected: tuple[int, ...] = ()
    doers: tuple[int, ...] = ()
    why: str = ""
    limits: str = ""
    alongside: bool = False
    over_to_you: bool = False
    safety: bool = False
    least: int | None = None
    small_steps: str = ""
    decider: int | None = None
    revision: int = 0
    archived: bool = False
    question: QuestionState | None = None
    last: QuestionState | None = None
    override: OverrideState | None = None
    override_until: datetime | None = None
    has_override: bool = False
    has_asks: bool = False
    asked_by: int | None = None
    asks: tuple[AskState, ...] = ()
    comments: tuple[CommentState, ...] = ()

    @property
    def own_matter_of(self) -> int | None:
        """Return whose own matter the step is: handed over, and for one person alone."""
        if self.over_to_you and len(self.affected) == 1:
            return self.affected[0]
        return None
