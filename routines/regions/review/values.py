"""What the pages of a review show a facilitator, as frozen values. Nothing in them is a number of the household's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands above every page of a review."""

    key: str
    family: str
    until: str
    turn: int


@dataclass(frozen=True, slots=True)
class NoView:
    """Why something was refused, and everything that was typed, by field.

    `form` names the form whose field says so; "" says it above the page, where `words` gives back what was written for
    a form that has gone. `changed` says that what it was written upon is another by now.
    """

    form: str
    sentence: str
    words: str = ""
    changed: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Starter:
    """A sentence a question may begin with."""

    value: str
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one person answered; `pictured` says what the picture shows. `by` wrote it down for them, "" for nobody."""

    person: Person
    text: str
    pictogram: str
    pictured: str
    by: str
    when: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of this facilitator's, with the answers they may see."""

    token: str
    text: str
    starter: str
    step: str
    step_token: str
    pictogram: str
    when: str
    closed: bool
    may_take_back: bool
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A private note."""

    token: str
    text: str
    when: str
    changed: str
    step: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing on a review's agenda; `by` is who put it there, "" for the facilitator themself."""

    token: str
    text: str
    by: str
    mine: bool
    done: bool


@dataclass(frozen=True, slots=True)
class SessionView:
    """A review held together. `signed` and `family_signed` are when, in words; `version` is the summary's.

    `token` names it to a facilitator, `id` to the family; the other is empty.
    """

    token: str
    id: int
    name: str
    day: str
    today: bool
    over: bool
    called_off: bool
    items: tuple[ItemView, ...]
    summary: str
    version: int
    signed: str
    family_signed: str
    family_signed_by: str

    @property
    def open(self) -> bool:
        """Return whether something can still be done in it."""
        return not self.called_off and not (self.signed and self.family_signed)
