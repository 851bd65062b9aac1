"""What the tablet shows of a morning, as frozen values. The pages that are nobody's hold nothing of one's own."""

from dataclasses import dataclass

from routines.regions.morning.values import AskView, Disc, MorningView, PersonView
from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Part:
    """One of somebody's steps, so that the page can go on to the next without a net.

    `state` is "now", "next", "last" (done last: one tap takes it back), "done" or "later". `after` names what others
    have to be done with before it, each as "step-member", separated by spaces; `minutes` is how long it is to take.
    """

    step: int
    title: str
    pictogram: str
    minutes: int
    state: str
    after: str
    over_to_you: bool


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may say something for all here ("we're off"). With a picture code they sit down first."""

    person: Person
    has_code: bool


@dataclass(frozen=True, slots=True)
class StartView:
    """A morning that can be started now, and who of the faces can: all who are here for it."""

    routine: int
    title: str
    pictogram: str
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody's column: where they are, all their parts in order, and how much of today waits for their answer.

    `state` is "at" a step, "waits" or "finished"; `dial` is then the free time there is, of an hour. With a picture
    code only they themselves can tap on it, seated.
    """

    view: PersonView
    state: str
    parts: tuple[Part, ...]
    has_code: bool
    waiting: int
    waiting_words: str
    dial: Disc | None

    @property
    def person(self) -> Person:
        """Return whose column it is."""
        return self.view.person


@dataclass(frozen=True, slots=True)
class NowView:
    """Everybody side by side. `done` names all that is done, as `Part.after` does.

    `groups` are the columns that fit side by side; `others` are those without a face here, to be looked at only;
    `picks` says that there is something to pick. `changes_at` is when it looks different without a tap, in
    milliseconds, 0 for never.
    """

    revision: int
    morning: MorningView
    groups: tuple[tuple[Card, ...], ...]
    others: tuple[PersonView, ...]
    signers: tuple[Signer, ...]
    may_come_back: bool
    picks: bool
    done: str
    changes_at: int

    @property
    def state(self) -> str:
        """Return whether it is "running" or "left"."""
        return "left" if self.morning.has_left else "running"


@dataclass(frozen=True, slots=True)
class Small:
    """A small step as a picture, found by its words; `place` counts from 0."""

    place: int
    text: str
    pictogram: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class RunView:
    """One person's morning, full screen; `card` is None for who has no part in it. `sees` are all who can see it.

    `small` are the small steps in groups that can be looked at together, `group` the one in sight; `may_unfold` says
    that there are some which they do not see, `may_fold` that they see some and could do without. `ask` is a change
    of today that waits for this person, `wish` one of their own that waits for others. `slip_step` is the step of
    which they can say that it turned into pushing, 0 for none, `slipped` that they have said so; only they see it
    here. `picks` says that there is something to pick.
    """

    revision: int
    person: Person
    sees: tuple[Person, ...]
    morning: MorningView
    card: Card | None
    small: tuple[tuple[Small, ...], ...]
    group: int
    may_unfold: bool
    may_fold: bool
    ask: AskView | None
    wish: AskView | None
    may_wish: bool
    slip_step: int
    slipped: bool
    slip_words: str
    may_leave: bool
    may_come_back: bool
    picks: bool
    done: str
    changes_at: int

    @property
    def state(self) -> str:
        """Return "left", "apart" for who has no part in it, or what their card says."""
        if self.morning.has_left:
            return "left"
        return self.card.state if self.card else "apart"
