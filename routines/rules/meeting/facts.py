"""What an agenda is gathered from, as frozen facts, and the things that come to stand on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from routines.rules.state import OptionState, Person, Rung, StepState


class Why(StrEnum):
    """Why something is on the agenda."""

    OVERRIDE = "override"
    STEP = "step"
    TRIAL = "trial"
    REVIEW = "review"
    QUESTION = "question"
    FELT = "felt"
    WISH = "wish"
    IDEA = "idea"
    REPAIR = "repair"


DATED = (Why.OVERRIDE, Why.STEP, Why.TRIAL, Why.REVIEW)


@dataclass(frozen=True, slots=True)
class Due:
    """Something the family wants to come back to by a day: `kind` is one of "override", "step", "trial", "review"."""

    id: int
    kind: str
    step: int
    due_on: date


@dataclass(frozen=True, slots=True)
class Account:
    """How one step of one morning felt to one person. `step` is the plan's, None for one put in only that day.

    `shown_at` is from when everybody may read it (`routines.rules.accounts.shown_from`).
    """

    morning: int
    morning_step: int
    on: date
    step: int | None
    title: str
    pictogram: str
    rung: Rung
    member: int
    felt: str
    words: str
    shown_at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """An idea that was listed on a question settled lately, and whether it was chosen."""

    id: int
    step: int
    text: str
    pictogram: str
    by: int
    settled_at: datetime
    chosen: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody's wish to climb that nobody has answered."""

    id: int
    step: int
    member: int
    to_rung: Rung
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody wanted to do differently after a morning, as far as nothing has come of it yet.

    `question` is where it is being asked, None where it was kept as a remark.
    """

    id: int
    step: int | None
    title: str
    pictogram: str
    by: int
    text: str
    morning: int
    on: date
    question: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that an agenda is gathered from.

    `steps` are those in use, with their open questions. `since` is how far back it looks, `noted` when what was talked
    about at earlier meetings was noted last, by its key.
    """

    people: tuple[Person, ...]
    steps: tuple[StepState, ...]
    now: datetime
    today: date
    since: datetime
    due: tuple[Due, ...] = ()
    accounts: tuple[Account, ...] = ()
    listed: tuple[Listed, ...] = ()
    wishes: tuple[Wish, ...] = ()
    changes: tuple[Change, ...] = ()
    noted: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to talk about. `key` names it for good, such as "question-12".

    `about` are the people it names: still to speak, felt otherwise, whose idea it is. `text` is in their own words:
    the question, the idea, the wish. `ideas` are those of the young ones on a question. `accounts` are all of a step,
    `rungs` the ones it was planned as in that time. `morning` is the one it comes from.
    """

    key: str
    why: Why
    step: int | None
    title: str
    pictogram: str
    about: tuple[int, ...] = ()
    text: str = ""
    day: date | None = None
    rung: Rung | None = None
    ideas: tuple[OptionState, ...] = ()
    accounts: tuple[Account, ...] = ()
    rungs: tuple[Rung, ...] = ()
    morning: int | None = None
