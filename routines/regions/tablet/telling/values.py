"""What the tablet shows after a morning, as frozen values."""

from dataclasses import dataclass

from routines.rules.state import Person


@dataclass(frozen=True, slots=True)
class Tell:
    """One thing to tap: what it sends, or with `to` which other thing it leads to; a `face` instead of a picture.

    `send` is where it goes where each has an address of its own. `rung` marks how a step felt, 0 for none.
    """

    value: str
    text: str
    pictogram: str = ""
    mine: bool = False
    rung: int = 0
    to: str = ""
    face: Person | None = None
    send: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked after a morning, with everything around it.

    `open` says that it waits; the rest nobody has to answer. `groups` are the choices as they are shown together,
    `group` is the one in sight, `name` what a tap on one sends to `send`. `sees` are who may come to read it. `undo` is
    the event that can be taken back, 0 for none, `next` what comes after it, `back` what it came from. `idea` leads to
    trying another way, `shared` and `share` are about letting others than the family read that one was pushed.
    """

    key: str
    kind: str
    title: str
    beside: str
    pictogram: str
    sees: tuple[Person, ...]
    name: str
    send: str
    groups: tuple[tuple[Tell, ...], ...] = ()
    group: int = 0
    open: bool = False
    answered: bool = False
    shown: bool = False
    words: str = ""
    giver: Person | None = None
    may_pass: bool = False
    passed: bool = False
    undo: int = 0
    next: str = ""
    back: str = ""
    idea: str = ""
    share: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class TellView:
    """The page on which who sits tells how a morning was. `asked` says whether there is anything to tell."""

    revision: int
    person: Person
    morning_id: int
    title: str
    asks: tuple[Asked, ...]
    left: int
    done: bool
    asked: bool
